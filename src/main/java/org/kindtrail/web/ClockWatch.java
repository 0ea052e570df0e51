package org.kindtrail.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.HouseClock;

/**
 * Looks whether the clock of the machine was set back. The house's own clock goes on; the scheduler of the library follows the
 * machine's and would rest until that has caught up, so it is told.
 */
@ApplicationScoped
class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final long EVERY = 5_000;

    private final Vertx vertx;
    private final HouseClock clock;
    private final Scheduler scheduler;
    private Duration ahead = Duration.ZERO;

    ClockWatch(Vertx vertx, HouseClock clock, Scheduler scheduler) {
        this.vertx = vertx;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    void start(@Observes StartupEvent start) {
        look();
        vertx.setPeriodic(EVERY, timer -> look());
    }

    private void look() {
        Duration now = clock.ahead();
        Duration back = now.minus(ahead);
        if (back.toSeconds() > 1) {
            LOG.warnf(
                    "The clock of this machine was set back by %d seconds. The house goes on by its own until the machine has caught"
                            + " up. If the new time is the right one, start the service again when as much time has passed.",
                    back.toSeconds());
            if (scheduler.isRunning()) {
                scheduler.getScheduledJobs().forEach(each -> setBack(each, back));
            }
        } else if (now.isZero() && !ahead.isZero()) {
            LOG.info("The clock of this machine has caught up with the house's");
        }
        ahead = now;
    }

    /**
     * Moves what the trigger remembers of the clock: when it fired last, and before when it does not fire at all. The library has no door for this.
     *
     * @return whether the trigger is one whose memory is known
     */
    static boolean setBack(Trigger trigger, Duration back) {
        try {
            for (String each : List.of("start", "lastFireTime")) {
                Field field = trigger.getClass().getSuperclass().getDeclaredField(each);
                field.setAccessible(true);
                if (field.get(trigger) instanceof ZonedDateTime moment) {
                    field.set(trigger, moment.minus(back));
                }
            }
            return true;
        } catch (ReflectiveOperationException | RuntimeException other) {
            LOG.warnf("What happens by itself rests until then: %s", other.getClass().getSimpleName());
            return false;
        }
    }
}
