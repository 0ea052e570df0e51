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
 * @param trip the dispatch or pay-out that it happened on; null for what concerns no recipient
 * @param happened when it happened; null for what concerns no recipient
 * @param quantity in the item's unit
 */
record Flow(
        String goods, boolean unsorted, Spot from, Spot to, Reason reason, Trip trip, Happened happened, long quantity) {
    /** Without words of where it was. */
    Flow(
            String goods,
            boolean unsorted,
            Point from,
            Point to,
            Reason reason,
            Trip trip,
            Happened happened,
            long quantity) {
        this(goods, unsorted, Spot.at(from), Spot.at(to), reason, trip, happened, quantity);
    }

    /** Where goods can be, as far as their fate is concerned. */
    enum Point {
        DONATED,
        FOUND,
        CONVERTED,
        /** As converted, when a kit is taken apart. */
        OPENED,
        HOUSE,
        /** Money that is the house's to spend. */
        FUND,
        /** A place of the house that does not belong to what is looked at. */
        AWAY,
        CONSIGNMENT,
        DELIVERED,
        PASSED_ON,
        PAID_OUT,
        LET_GO,
        LOST;

        /** Whether goods come into the account from here. */
        boolean isSource() {
            return this == DONATED || this == FOUND || this == CONVERTED || this == OPENED || this == AWAY;
        }
    }

    /**
     * A point and what the public may read of it.
     *
     * @param about what a fund is for, or the name of a charity that agreed to be named; else null
     */
    record Spot(Point point, String about) {
        static Spot at(Point point) {
            return new Spot(point, null);
        }
    }

    /**
     * On the way to a recipient.
     *
     * @param dispatch null for money that is paid out: it is there when it leaves
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
        return trip != null && from.point() == Point.HOUSE;
    }

    /** Whether the same things were only looked at anew: they go on as what they became. */
    boolean isLookedAt() {
        return reason == Reason.SORTED || reason == Reason.GRADED;
    }

    /** The same of other goods. */
    Flow of(String otherGoods) {
        return new Flow(otherGoods, unsorted, from, to, reason, trip, happened, quantity);
    }
}
