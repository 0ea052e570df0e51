package org.kindtrail.matching;

/**
 * Some of a lot at a place that is free.
 *
 * @param kind number of its kind
 * @param age 0 is to be given first: what expires soonest, then what came in the earliest month
 * @param place number of the place, in walking order
 * @param box whether the place is a box, so that it can be taken whole
 * @param quantity how much is free, at least 1
 */
record Pile(int kind, int age, int place, boolean box, long quantity) {}
