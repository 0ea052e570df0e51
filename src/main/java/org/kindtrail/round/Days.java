package org.kindtrail.round;

import java.time.LocalDate;
import java.util.Map;
import org.kindtrail.kernel.Cursor;
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
        LocalDate day = Cursor.day(name, given);
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new Unreadable(name, "error_date", Map.of("given", day.toString()));
        }
        return day;
    }
}
