package org.kindtrail.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A donation as far as its donor is told of it, found by the tracking code.
 *
 * @param donor the donor's id; null when nobody knows who it was
 */
record Donated(
        Long id,
        Long organisationId,
        Long donor,
        Instant receivedAt,
        boolean reversed,
        String driveCode,
        String driveTitle,
        String organisation,
        ZoneId zone) {
    LocalDate receivedOn() {
        return dayOf(receivedAt);
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
