package org.kindtrail.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kindtrail.drive.Drive;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.TellableRegions.Region;

/**
 * What a report is about, looked up in the organisation.
 *
 * @param from first day
 * @param to last day
 * @param programme null: all
 * @param drive null: all
 * @param region null: all
 * @param regionName as it is spelled; null with the region
 * @param category null: all
 */
record Question(
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        Programme programme,
        Drive drive,
        Region region,
        String regionName,
        String category) {
    /** The first moment of the period. */
    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
