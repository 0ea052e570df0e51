/** How somebody who needs help reaches the organisation, told to everybody. */
package org.kindtrail.help;
