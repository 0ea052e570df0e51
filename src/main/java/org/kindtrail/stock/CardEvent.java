package org.kindtrail.stock;

import java.time.Instant;

/**
 * Something that may change what lies within the bounds of a card: goods moved, or a container did with all that is in it.
 *
 * @param container the container that moved; null when goods did
 * @param from null for a container that was taken into use
 * @param item of the goods; null for a container
 */
record CardEvent(
        Long id,
        Instant recordedAt,
        Instant occurredAt,
        String document,
        String reasonKey,
        Long container,
        Long from,
        Long to,
        long quantity,
        Long item) {

    static CardEvent goods(
            Long id, Instant recorded, Instant occurred, String document, Reason reason, Long from, Long to, long quantity, Long item) {
        return new CardEvent(id, recorded, occurred, document, "stock_reason_" + reason.word(), null, from, to, quantity, item);
    }

    static CardEvent container(
            Long id, Instant recorded, Instant occurred, String document, CarryReason reason, Long container, Long to) {
        return new CardEvent(id, recorded, occurred, document, "stock_carry_" + reason.word(), container, null, to, 0, null);
    }
}
