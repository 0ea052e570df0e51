package org.kindtrail.trace;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * When something arrived, as much as is told of it.
 *
 * @param month the month in which it arrived, or by the end of which
 * @param by whether only the end of the month is told
 * @param day only for those who agreed to be named, else null
 */
record When(YearMonth month, boolean by, LocalDate day) implements Comparable<When> {
    private static final Comparator<When> ORDER = Comparator.comparing(When::month)
            .thenComparing(When::by)
            .thenComparing(When::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    static When on(LocalDate day) {
        return new When(YearMonth.from(day), false, day);
    }

    static When in(YearMonth month) {
        return new When(month, false, null);
    }

    static When by(YearMonth month) {
        return new When(month, true, null);
    }

    /** The same without the day. */
    When monthly() {
        return new When(month, by, null);
    }

    @Override
    public int compareTo(When other) {
        return ORDER.compare(this, other);
    }
}
