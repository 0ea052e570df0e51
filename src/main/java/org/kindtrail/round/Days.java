package org.kindtrail.round;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.kindtrail.kernel.Unreadable;

/** Days as they stand in addresses: 2026-11-05. */
final class Days {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    /**
     * @return null when none is given
     * @throws Unreadable when it is no day
     */
    static LocalDate read(String name, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw refused(name, given);
        }
        throw refused(name, given);
    }

    private static Unreadable refused(String name, String given) {
        return new Unreadable(name, "error_date", Map.of("given", given.length() <= 40 ? given : given.substring(0, 37) + "..."));
    }
}
