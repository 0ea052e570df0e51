/** Delivery rounds, hand-over appointments, and the calendar of both. */
package org.kindtrail.round;
