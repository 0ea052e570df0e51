package org.kindtrail.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The one clock; everything that asks what time it is has it injected. UTC inside. It follows the clock of the machine, but
 * not backwards: when that is set back, the house goes on by the seconds that pass, until the machine has caught up.
 */
@ApplicationScoped
public class HouseClock {
    /** A clock that is kept right by a time server steps by less. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private static final long ANEW = Duration.ofSeconds(1).toNanos();

    private final Clock real;
    private final LongSupplier passing;
    private final ThreadLocal<Instant> told = new ThreadLocal<>();
    private volatile Reading last;

    /** What the machine said, and when that was on the counter that nobody sets. */
    private record Reading(Instant moment, long nanos) {}

    public HouseClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    HouseClock(Clock real, LongSupplier passing) {
        this.real = real;
        this.passing = passing;
        this.last = new Reading(real.instant(), passing.getAsLong());
    }

    /**
     * Lets the program work as if it were that moment, on this thread only: for the demonstration, whose story took weeks, and
     * for tests.
     */
    public <T> T at(Instant moment, Supplier<T> work) {
        Instant before = told.get();
        told.set(moment);
        try {
            return work.get();
        } finally {
            told.set(before);
        }
    }

    /** It is at least that moment: something was written then. For the start, when the clock was set back before it. */
    public void isPast(Instant moment) {
        if (moment.isAfter(steady().plus(STEP))) {
            last = new Reading(moment, passing.getAsLong());
        }
    }

    /** By how much the clock of the machine is behind this one; zero while it is followed. */
    public Duration ahead() {
        Duration ahead = Duration.between(real.instant(), steady());
        return ahead.compareTo(STEP) > 0 ? ahead : Duration.ZERO;
    }

    /** What time it is. */
    public Instant moment() {
        return now();
    }

    private Instant now() {
        Instant moment = told.get();
        return moment == null ? steady() : moment;
    }

    private Instant steady() {
        Instant wall = real.instant();
        Reading reading = last;
        long nanos = passing.getAsLong();
        Instant expected = reading.moment().plusNanos(Math.max(0, nanos - reading.nanos()));
        if (wall.isBefore(expected.minus(STEP))) {
            return expected;
        }
        if (nanos - reading.nanos() > ANEW) {
            last = new Reading(wall, nanos);
        }
        return wall;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the house reckons in UTC");
            }
        };
    }
}
