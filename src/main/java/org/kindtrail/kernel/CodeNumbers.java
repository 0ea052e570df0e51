package org.kindtrail.kernel;

/** Numbers for codes: each is given out once, on whichever node, and never again. */
public interface CodeNumbers {
    /** The bits of a number. */
    int BITS = 35;

    /** The next number, shuffled, so that it tells nothing of the ones before and after: 0 to 2^35 - 1. */
    long next();
}
