package org.kindtrail.stock;

import java.time.Instant;
import org.kindtrail.place.Place;

/**
 * An allocation that is to be made.
 *
 * @param purpose the id of what it is for
 * @param purposeCode the code by which people know what it is for
 * @param until when it is taken back by itself; null: never
 */
public record Promise(Long purpose, String purposeCode, Lot lot, Place place, long quantity, Instant until) {
    /** It stands until somebody takes it back, or the goods leave. */
    public Promise(Long purpose, String purposeCode, Lot lot, Place place, long quantity) {
        this(purpose, purposeCode, lot, place, quantity, null);
    }
}
