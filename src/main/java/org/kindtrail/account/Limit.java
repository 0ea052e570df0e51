package org.kindtrail.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast something may be tried, and what is counted together; {@link Attempts} makes them and holds everybody to them.
 *
 * <p>There are two forms. A <em>doubling</em> one lets {@code free} wrong tries through and then makes wait 2, 4, 8, ...
 * seconds after each further one, {@link #LONGEST} at most. A <em>steady</em> one lets {@code free} through at once and
 * then one more each {@code every}.
 *
 * @param of what is counted together
 * @param free how many go through without a wait
 * @param every how long each counts; null for the doubling form
 * @param forgiving whether a right try wipes out the wrong ones before it
 */
record Limit(String of, int free, Duration every, boolean forgiving) {
    /** Nobody is told to wait longer. */
    static final Duration LONGEST = Duration.ofMinutes(1);
    /** After this long without a wrong try all is forgotten. */
    static final Duration FORGOTTEN = Duration.ofMinutes(30);

    /** What is remembered of the tries: how many were wrong, until when the next must wait, and when the last was. */
    record Count(int wrong, Instant until, Instant last) {
        /** For how many whole seconds the next try must wait; 0 when it need not. */
        long wait(Instant now) {
            return until.isAfter(now) && !isForgotten(now) ? Duration.between(now, until).toSeconds() + 1 : 0;
        }

        /** Whether there is nothing that would matter any more; nor does what a clock wrote that went wrong and was set back. */
        boolean isForgotten(Instant now) {
            return wrong <= 0 || !last.isAfter(now.minus(FORGOTTEN)) || last.isAfter(now.plus(LONGEST));
        }
    }

    static Limit doubling(String of, int free) {
        return new Limit(of, free, null, false);
    }

    static Limit steady(String of, int free, Duration every) {
        return new Limit(of, free, every, false);
    }

    /** The same, wiped out by a right try. Only for what nobody who guesses can get right at will. */
    Limit thatForgives() {
        return new Limit(of, free, every, true);
    }

    /** One more wrong try. @param was null when there was none */
    Count after(Count was, Instant now) {
        boolean anew = was == null || was.isForgotten(now);
        int wrong = anew ? 1 : was.wrong() + 1;
        if (every == null) {
            return new Count(wrong, now.plus(doubled(wrong)), now);
        }
        Instant earliest = now.minus(every.multipliedBy(free - 1L));
        Instant from = anew || was.until().isBefore(earliest) ? earliest : was.until();
        return new Count(wrong, from.plus(every), now);
    }

    /** A try that was counted before it was known to be right. @param counted what the counting made of it */
    Count without(Count is, Count counted, Instant now) {
        return new Count(is.wrong() - 1, untilWithout(is, counted, now), is.last());
    }

    private Instant untilWithout(Count is, Count counted, Instant now) {
        if (every != null) {
            return is.until().minus(every);
        }
        if (is.wrong() == counted.wrong()) {
            // it was let in, so no wait was left, and nothing was counted since
            return now;
        }
        Instant atMost = now.plus(doubled(is.wrong() - 1));
        return is.until().isBefore(atMost) ? is.until() : atMost;
    }

    private Duration doubled(int wrong) {
        if (wrong < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(20, wrong - free + 1));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
