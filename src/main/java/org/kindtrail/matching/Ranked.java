package org.kindtrail.matching;

/** Something that takes part unit by unit, its own units in the order of their levels. */
interface Ranked {
    /** How many units there are. */
    long all();

    /** How many units stand at the level or before it. */
    long upTo(Level level);

    /** The level of a unit, from 0. */
    Level of(long unit);

    /** How many units stand before the level. */
    default long before(Level level) {
        long low = 0;
        long high = all();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (of(middle).compareTo(level) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
