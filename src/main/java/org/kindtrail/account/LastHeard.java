package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.HouseClock;

/** A start whose clock is behind what was answered last: the house goes on from there, so nothing is written before what came before it. */
@ApplicationScoped
class LastHeard {
    private static final Logger LOG = Logger.getLogger(LastHeard.class);
    private static final Duration NOTICED = Duration.ofSeconds(2);
    /** By more than a day nobody sets a clock back by mistake: then what was written is wrong, and it is not gone on from. */
    private static final Duration BELIEVED = Duration.ofHours(26);

    private final EntityManager database;
    private final HouseClock clock;

    LastHeard(EntityManager database, HouseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        List<?> found = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select max(created_at) from answer", Instant.class)
                .getResultList());
        if (found.isEmpty() || !(found.get(0) instanceof Instant last)) {
            return;
        }
        Duration behind = Duration.between(clock.moment(), last);
        if (behind.compareTo(BELIEVED) > 0) {
            LOG.errorf(
                    "The clock of this machine is behind what was written last, by %d hours. It is gone by this clock; if it is wrong,"
                            + " stop the service, set the clock and start it again.",
                    behind.toHours());
        } else if (behind.compareTo(NOTICED) > 0) {
            clock.isPast(last);
        }
    }
}
