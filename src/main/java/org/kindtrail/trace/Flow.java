package org.kindtrail.trace;

import java.time.Instant;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.stock.Reason;

/**
 * A sum of standing movements of like goods from one point to another.
 *
 * @param goods what flows: an item's id, or a category and measure; opaque here
 * @param unsorted whether nobody has looked into it
 * @param trip the dispatch that it happened on; null for what happens in the house
 * @param at when it happened; null for what happens in the house
 * @param quantity in the item's unit
 */
record Flow(String goods, boolean unsorted, Point from, Point to, Reason reason, Trip trip, Instant at, long quantity) {
    /** Where goods can be, as far as their fate is concerned. */
    enum Point {
        DONATED,
        FOUND,
        CONVERTED,
        HOUSE,
        CONSIGNMENT,
        DELIVERED,
        LET_GO,
        LOST;

        /** Whether goods come into the account from here. */
        boolean isSource() {
            return this == DONATED || this == FOUND || this == CONVERTED;
        }
    }

    /** A dispatch on its way to a recipient. */
    record Trip(Long dispatch, Instant departedAt, PublicWords.Subject to) {}
}
