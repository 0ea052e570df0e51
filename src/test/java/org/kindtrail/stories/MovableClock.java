package org.kindtrail.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The house's clock, so many days behind the real one, so that a story of a month is lived in a minute. */
final class MovableClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Duration behind = Duration.ZERO;

    void daysAgo(int days) {
        behind = Duration.ofDays(days);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the house reckons in UTC");
    }
}
