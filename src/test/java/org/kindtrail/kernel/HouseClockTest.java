package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class HouseClockTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Instant machine = NOON;
    private long passed;
    private final HouseClock house = new HouseClock(
            new Clock() {
                @Override
                public Instant instant() {
                    return machine;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            () -> passed);

    private void passes(Duration time) {
        machine = machine.plus(time);
        passed += time.toNanos();
    }

    @Test
    void aClockThatIsSetBackIsNotFollowedUntilItHasCaughtUp() {
        passes(Duration.ofMinutes(1));
        assertThat(house.moment()).isEqualTo(NOON.plusSeconds(60));

        machine = machine.minus(Duration.ofHours(1));
        assertThat(house.moment()).isEqualTo(NOON.plusSeconds(60));
        passes(Duration.ofMinutes(30));
        assertThat(house.moment()).isEqualTo(NOON.plusSeconds(60 + 30 * 60));
        assertThat(house.ahead()).isEqualTo(Duration.ofHours(1));

        machine = machine.plus(Duration.ofHours(1));
        passes(Duration.ofSeconds(5));
        assertThat(house.moment()).isEqualTo(machine);
        assertThat(house.ahead()).isZero();
    }

    @Test
    void aClockThatIsSetForwardOrKeptRightInSmallStepsIsFollowed() {
        passes(Duration.ofMinutes(1));
        house.moment();
        machine = machine.minusMillis(800);
        assertThat(house.moment()).isEqualTo(machine);
        machine = machine.plus(Duration.ofHours(1));
        assertThat(house.moment()).isEqualTo(machine);
    }

    @Test
    void aStartBehindWhatWasWrittenLastGoesOnFromThere() {
        Instant written = NOON.plus(Duration.ofHours(1));
        house.isPast(written);
        passes(Duration.ofSeconds(10));
        assertThat(house.moment()).isEqualTo(written.plusSeconds(10));
        house.isPast(NOON);
        assertThat(house.moment()).isEqualTo(written.plusSeconds(10));
    }
}
