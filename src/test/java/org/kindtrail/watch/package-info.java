/** What who runs the service sees, and what nobody does. */
package org.kindtrail.watch;
