package org.kindtrail.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The one clock; everything that asks what time it is has it injected. UTC inside. */
@ApplicationScoped
public class HouseClock {
    private final Clock real = Clock.systemUTC();
    private final ThreadLocal<Instant> told = new ThreadLocal<>();

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

    private Instant now() {
        Instant moment = told.get();
        return moment == null ? real.instant() : moment;
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
