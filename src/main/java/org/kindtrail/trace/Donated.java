package org.kindtrail.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A donation as far as its donor is told of it, found by the tracking code. */
record Donated(
        Long id,
        Long organisationId,
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
