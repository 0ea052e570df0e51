package org.kindtrail.matching;

/** A wish gets so much of a pile; both by their numbers. */
record Pick(int wish, int pile, long quantity) {}
