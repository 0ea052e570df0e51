package org.kindtrail.stock;

import java.time.Instant;

/**
 * What is written beside a movement.
 *
 * @param document the code of the document that it belongs to
 * @param occurredAt when it happened, in UTC; not later than now
 * @param why a person's reason; null where the document says it
 */
public record Entry(Reason reason, String document, Instant occurredAt, String why) {
    public Entry(Reason reason, String document, Instant occurredAt) {
        this(reason, document, occurredAt, null);
    }
}
