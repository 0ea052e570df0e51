/** Delivery rounds, hand-over appointments, the calendar of both, and the feed that calendar programs read. */
package org.kindtrail.round;
