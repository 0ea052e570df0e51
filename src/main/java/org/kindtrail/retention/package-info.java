/** How long what is sealed of recipients is kept, and its erasure by a press or by the calendar. */
package org.kindtrail.retention;
