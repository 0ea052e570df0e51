package org.kindtrail.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.kindtrail.account.Acting;

/** Erases once a day what is due, for the organisations that have chosen so; on several nodes each may try. */
@ApplicationScoped
class Calendar {
    private static final Logger LOG = Logger.getLogger(Calendar.class);
    private static final int BATCH = 100;

    private final RetentionService retention;
    private final Acting acting;

    Calendar(RetentionService retention, Acting acting) {
        this.retention = retention;
        this.acting = acting;
    }

    @Scheduled(every = "24h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseWhatIsDue() {
        for (Long organisation : retention.thoseByCalendar()) {
            try {
                while (acting.forOrganisation(organisation, () -> retention.eraseByCalendar(BATCH)) == BATCH) {
                    // The next batch, in a transaction of its own.
                }
            } catch (RuntimeException failed) {
                // The others' turn comes all the same, and this one's tomorrow.
                LOG.errorf(failed, "The calendar could not erase what is due");
            }
        }
    }
}
