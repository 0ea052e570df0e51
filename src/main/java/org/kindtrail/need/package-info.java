/** What recipients ask for, line by line, and what of it is promised from stock. */
package org.kindtrail.need;
