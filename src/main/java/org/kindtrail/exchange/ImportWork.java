package org.kindtrail.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.kindtrail.account.Acting;
import org.kindtrail.web.Frame;

/**
 * Lets imports go on: at once after the request that asked for it, and whatever is left by a node that went away a little
 * later, on whichever node. Any number may try: every batch is done under the import's lock, from where it stands.
 */
@ApplicationScoped
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    /** Files and rows are kept so long after an import has ended, or was last left lying. */
    static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager database;
    private final ImportChecking checking;
    private final ImportTaking taking;
    private final Acting acting;
    private final Frame frame;
    private final Clock clock;

    ImportWork(
            EntityManager database,
            ImportChecking checking,
            ImportTaking taking,
            Acting acting,
            Frame frame,
            Clock clock) {
        this.database = database;
        this.checking = checking;
        this.taking = taking;
        this.acting = acting;
        this.frame = frame;
        this.clock = clock;
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportMoves told) {
        Infrastructure.getDefaultExecutor().execute(() -> quietly(told.id()));
    }

    @Scheduled(
            every = "{kindtrail.imports.every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        List<Long> moving = inTransaction(() -> database.createQuery(
                        "select i.id from SheetImport i where i.state in (CHECKING, TAKING, REVERSING) order by i.id", Long.class)
                .setMaxResults(100)
                .getResultList());
        moving.stream().filter(this::isLeftLying).forEach(this::quietly);
    }

    /** What another node has in its hands this moment is left to it. */
    private boolean isLeftLying(Long id) {
        return inTransaction(() -> !database.createNativeQuery("select id from sheet_import where id = :id for update skip locked", Long.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty());
    }

    /** The others' turn comes all the same, and this one's a little later. */
    private void quietly(Long id) {
        try {
            goOn(id);
        } catch (RuntimeException failed) {
            // Its message may hold what stands in a file.
            LOG.errorf("Import %d could not go on: %s", id, kind(failed));
        }
    }

    private static String kind(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return failed.getClass().getName() + ", " + cause.getClass().getName();
    }

    private record Whose(Long person, String language, ImportState state) {}

    /** Goes on until there is nothing more to do. */
    void goOn(Long id) {
        ImportState before = null;
        for (Whose whose = whose(id); whose.state().isMoving() && whose.state() != before; whose = whose(id)) {
            before = whose.state();
            step(id, whose);
        }
    }

    private void step(Long id, Whose whose) {
        acting.as(whose.person(), () -> {
            frame.speak(Locale.forLanguageTag(whose.language()));
            switch (whose.state()) {
                case CHECKING -> checking.all(id);
                case TAKING -> taking.all(id);
                default -> taking.reverse(id);
            }
            return null;
        });
    }

    private Whose whose(Long id) {
        return inTransaction(() -> database.createQuery(
                        "select new org.kindtrail.exchange.ImportWork$Whose(i.createdBy, i.language, i.state) from SheetImport i where i.id = :id",
                        Whose.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    @Scheduled(every = "24h", delayed = "17m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() {
        clearEndedBefore(clock.instant().minus(KEPT));
    }

    /** Deletes the files and rows of imports that have ended, or were left lying, before then. */
    void clearEndedBefore(java.time.Instant then) {
        List<Object[]> due = inTransaction(() -> database.createQuery(
                        """
                        select i.id, i.organisationId from SheetImport i
                        where i.clearedAt is null and i.state not in (CHECKING, TAKING, REVERSING)
                          and coalesce(i.endedAt, i.createdAt) < :then order by i.id""",
                        Object[].class)
                .setParameter("then", then)
                .setMaxResults(1000)
                .getResultList());
        due.forEach(each -> acting.forOrganisation((Long) each[1], () -> {
            taking.clear((Long) each[0]);
            return null;
        }));
    }
}
