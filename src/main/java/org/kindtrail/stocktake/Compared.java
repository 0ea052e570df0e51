package org.kindtrail.stocktake;

import org.kindtrail.kernel.Money;

/**
 * A line with what was counted and what was expected at that moment.
 *
 * @param countId the count that decides; null: nobody counted it
 * @param counts how often it was counted
 * @param disagree whether those who counted found different differences
 * @param moved of what nobody counted: whether it moved while the others counted
 * @param worth of the difference, with its sign; null: nobody knows
 */
record Compared(
        Line line, Long countId, Long counted, long expected, int counts, boolean disagree, boolean moved, Money worth) {
    long difference() {
        return (counted == null ? 0 : counted) - expected;
    }
}
