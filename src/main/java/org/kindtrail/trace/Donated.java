package org.kindtrail.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A donation as far as its donor is told of it, found by the tracking code.
 *
 * @param donor the donor's id; null when nobody knows who it was
 * @param beside what else there is to be asked for
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
        ZoneId zone,
        Beside beside) {
    /**
     * Whether there is anything to be told beside the flows, so that a question with no answer need not be asked.
     *
     * @param catalogue the version of the organisation's catalogue
     * @param packed whether something of it was ever put into a dispatch
     * @param shipped whether anything was ever sent to another organisation
     * @param pictured whether its drive has pictures
     */
    record Beside(int catalogue, boolean packed, boolean shipped, boolean pictured) {}

    LocalDate receivedOn() {
        return dayOf(receivedAt);
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
