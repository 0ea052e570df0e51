package org.kindtrail.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The house's clock, standing at the moment that the test says, so that months are lived in a minute. */
public final class StoppedClock extends Clock {
    private volatile Instant moment = Instant.now();

    public void standAt(Instant then) {
        moment = then;
    }

    @Override
    public Instant instant() {
        return moment;
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
