package org.kindtrail.need;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.kindtrail.account.Acting;

/** Ends once an hour the promises and the needs that have had their day; on several nodes each may try. */
@ApplicationScoped
class NeedCalendar {
    private static final Logger LOG = Logger.getLogger(NeedCalendar.class);
    private static final int BATCH = 100;

    private final EndingService ending;
    private final Acting acting;

    NeedCalendar(EndingService ending, Acting acting) {
        this.ending = ending;
        this.acting = acting;
    }

    @Scheduled(
            every = "{kindtrail.calendar.every}",
            delayed = "{kindtrail.calendar.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWhatHasHadItsDay() {
        for (Long organisation : ending.organisations()) {
            try {
                each(organisation, ending::withOverduePromises, ending::endPromises);
                each(organisation, ending::over, ending::expire);
            } catch (RuntimeException failed) {
                // The other organisations' turn comes all the same, and this one's in an hour.
                LOG.errorf(failed, "What is due in organisation %d could not be looked up", organisation);
            }
        }
    }

    /** One after the other in the order of their codes, so that what cannot end yet keeps nobody else waiting. */
    private void each(Long organisation, BiFunction<String, Integer, List<String>> due, Consumer<String> end) {
        String last = "";
        List<String> batch;
        do {
            String after = last;
            batch = acting.forOrganisation(organisation, () -> due.apply(after, BATCH));
            for (String need : batch) {
                last = need;
                one(organisation, need, end);
            }
        } while (batch.size() == BATCH);
    }

    private void one(Long organisation, String need, Consumer<String> end) {
        try {
            acting.forOrganisation(organisation, () -> {
                end.accept(need);
                return null;
            });
        } catch (RuntimeException failed) {
            // The others' turn comes all the same, and this one's in an hour.
            LOG.errorf(failed, "%s could not be ended", need);
        }
    }
}
