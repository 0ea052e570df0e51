package org.kindtrail.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Lets go of what is kept only for a while: answers to requests that nobody repeats any more, and old wrong guesses. */
@ApplicationScoped
class Forgetting {
    /** A retry after this long is a new request. */
    private static final Duration ANSWERS = Duration.ofDays(7);
    private static final Duration ATTEMPTS = Duration.ofDays(1);

    private final EntityManager database;
    private final Clock clock;

    Forgetting(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void letGo() {
        forget("delete from answer where created_at < ?1", ANSWERS);
        forget("delete from attempt where last_at < ?1", ATTEMPTS);
    }

    private void forget(String statement, Duration age) {
        database.createNativeQuery(statement)
                .setParameter(1, OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC))
                .executeUpdate();
    }
}
