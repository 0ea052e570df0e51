package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;

/** scripts/faults sets the clock itself back; here stands that the library still remembers where it is looked for. */
@HouseTest
@Tag("once")
class ClockWatchTest {
    @Inject
    Scheduler scheduler;

    @Test
    void whatHappensByItselfForgetsTheHourThatComesAgain() throws Exception {
        List<Trigger> jobs = scheduler.getScheduledJobs();
        assertThat(jobs).hasSizeGreaterThan(5);
        for (Trigger each : jobs) {
            ZonedDateTime before = start(each);
            assertThat(ClockWatch.setBack(each, Duration.ofHours(1))).as(each.getId()).isTrue();
            assertThat(start(each)).isEqualTo(before.minusHours(1));
            assertThat(ClockWatch.setBack(each, Duration.ofHours(-1))).isTrue();
        }
    }

    private static ZonedDateTime start(Trigger trigger) throws ReflectiveOperationException {
        Field start = trigger.getClass().getSuperclass().getDeclaredField("start");
        start.setAccessible(true);
        return (ZonedDateTime) start.get(trigger);
    }
}
