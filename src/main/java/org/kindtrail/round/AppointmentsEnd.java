package org.kindtrail.round;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.kindtrail.account.Acting;

/**
 * Once a day deletes appointments whose day is long gone, and ends for good the calendar addresses of people who may no
 * longer come in. On several nodes each may try: what is gone is gone.
 */
@ApplicationScoped
class AppointmentsEnd {
    private static final Logger LOG = Logger.getLogger(AppointmentsEnd.class);

    private final AppointmentService appointments;
    private final FeedService feeds;
    private final Acting acting;

    AppointmentsEnd(AppointmentService appointments, FeedService feeds, Acting acting) {
        this.appointments = appointments;
        this.feeds = feeds;
        this.acting = acting;
    }

    @Scheduled(every = "24h", delayed = "17m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWhatIsOver() {
        for (Long organisation : appointments.organisationsWithOld()) {
            try {
                acting.forOrganisation(organisation, appointments::deleteOld);
            } catch (RuntimeException failed) {
                // The others' turn comes all the same, and this one's tomorrow.
                LOG.errorf(failed, "Appointments of long ago could not be deleted");
            }
        }
        feeds.endThoseOfWhoLeft();
    }
}
