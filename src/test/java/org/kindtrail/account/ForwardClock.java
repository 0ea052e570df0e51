package org.kindtrail.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The house's clock as it will be: a test goes forward in it and waits for nothing. */
final class ForwardClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** So far that another code of the app is due. */
    void nextCode() {
        forward(TimeCodes.STEP);
    }

    /** So that what follows does not run over into the next code's time. */
    void earlyInACode() {
        long step = TimeCodes.STEP.toMillis();
        forward(Duration.ofMillis(step - instant().toEpochMilli() % step + step / 10));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
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
