package org.kindtrail.trace;

import java.time.Instant;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.stock.Reason;

/**
 * A sum of movements of like goods from one point to another: of such as stand, and on the way to a recipient also of such
 * as were taken back.
 *
 * @param goods what flows: an item's id, or a category and measure; opaque here
 * @param unsorted whether nobody has looked into it
 * @param trip the dispatch that it happened on; null for what happens in the house
 * @param happened when it happened; null for what happens in the house
 * @param quantity in the item's unit
 */
record Flow(
        String goods, boolean unsorted, Point from, Point to, Reason reason, Trip trip, Happened happened, long quantity) {
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

    /**
     * A dispatch on its way to a recipient.
     *
     * @param cameIn when the last of its goods became known as being in the house
     */
    record Trip(Long dispatch, PublicWords.Subject to, Instant cameIn) {}

    /**
     * When it happened and was written down.
     *
     * @param reversedAt when it was taken back; null while it stands
     */
    record Happened(Instant at, Instant recordedAt, Instant reversedAt) {}

    boolean isDeparture() {
        return trip != null && from == Point.HOUSE;
    }
}
