package org.kindtrail.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.kindtrail.recipient.Disclosure;

/**
 * Going to a recipient, and when that is told in public. What concerns somebody who agreed to be named is told at once. For
 * all others pages change at one moment in a month only, {@link #DAYS_LATE} days into it, in the organisation's time
 * zone: then everything is told that happened before the month began. So who reads every page every day learns the month
 * and nothing finer. docs/privacy.md says it in words.
 *
 * @param disclosure how much the public may know of the recipient now
 * @param zone the organisation's
 */
record Journey(Disclosure disclosure, ZoneId zone) {
    /** How far into a month the month before is told: nothing is told sooner than that. */
    static final int DAYS_LATE = 7;

    /**
     * From a week that is shared by two months nobody may read the day: when goods came in at the end of a month, and it is
     * told that they arrived in it.
     */
    static final Duration FRESH = Duration.ofDays(7);

    /** From when on it is told what happened at that moment and was written down at once. */
    static Instant toldFrom(Instant at, ZoneId zone, Disclosure disclosure) {
        return new Journey(disclosure, zone).toldFrom(at, at);
    }

    /**
     * From when on it is told.
     *
     * @param at when it happened
     * @param recordedAt when it was written down; what is written down late waits for the next time that anything is told
     */
    Instant toldFrom(Instant at, Instant recordedAt) {
        Instant written = at.isAfter(recordedAt) ? at : recordedAt;
        if (byDay()) {
            return written;
        }
        Instant ofItsMonth = tellingOf(monthOf(at));
        Instant next = nextTelling(written);
        return next.isAfter(ofItsMonth) ? next : ofItsMonth;
    }

    /** Whether it may be told now. */
    boolean isTold(Instant at, Instant recordedAt, Instant now) {
        return !now.isBefore(toldFrom(at, recordedAt));
    }

    /**
     * Whether a departure may be told of goods that have not arrived, as far as is told. It is told a month later than an
     * arrival would be. Trips are short: who read in the next month that something left in this one and had not arrived at
     * its end would know that it left on one of its last days and arrived on one of the first of the next.
     */
    boolean isDepartureTold(Instant at, Instant recordedAt, Instant now) {
        return isTold(at, recordedAt, now)
                && (byDay() || !now.isBefore(tellingOf(monthOf(at).plusMonths(1))));
    }

    /** Whether it is told now that what was written down has been taken back. A mistake is told as late as what is true. */
    boolean isTakenBack(Instant reversedAt, Instant now) {
        return reversedAt != null && (byDay() || !now.isBefore(nextTelling(reversedAt)));
    }

    /** Whether everything is told at once and with the day. */
    boolean byDay() {
        return disclosure == Disclosure.NAMED;
    }

    /**
     * The moment by which it is reckoned when it is told: its own, but not before the goods were in the house for a week.
     *
     * @param cameIn when the last of what was sent with it became known as being in the house
     */
    Instant reckoned(Instant at, Instant cameIn) {
        return byDay() || cameIn == null || !cameIn.plus(FRESH).isAfter(at) ? at : cameIn.plus(FRESH);
    }

    /** What is told of when it arrived. */
    When arrival(Instant at, Instant cameIn) {
        if (byDay()) {
            return When.on(LocalDate.ofInstant(at, zone));
        }
        YearMonth month = monthOf(reckoned(at, cameIn));
        return month.equals(monthOf(at)) && !mayHaveComeEarlier(month, cameIn) ? When.in(month) : When.by(month);
    }

    /** What came in during the last week of the month before is told with this month, in whichever of the two it arrived. */
    private boolean mayHaveComeEarlier(YearMonth month, Instant cameIn) {
        return cameIn != null && monthOf(cameIn).isBefore(month) && monthOf(cameIn.plus(FRESH)).equals(month);
    }

    private YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    private Instant tellingOf(YearMonth month) {
        return month.plusMonths(1).atDay(1 + DAYS_LATE).atStartOfDay(zone).toInstant();
    }

    /** The first time at or after that moment when anything is told. */
    private Instant nextTelling(Instant moment) {
        YearMonth month = monthOf(moment);
        Instant inIt = tellingOf(month.minusMonths(1));
        return moment.isAfter(inIt) ? tellingOf(month) : inIt;
    }
}
