package org.kindtrail.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Lets go of what is kept only for a while: answers to requests that nobody repeats any more, old wrong guesses and sign-ins. */
@ApplicationScoped
class Forgetting {
    /** A retry after this long is a new request. */
    private static final Duration ANSWERS = Duration.ofDays(7);
    private static final Duration ATTEMPTS = Duration.ofDays(1);
    /** So long a person can look back at when and with which browser they signed in. */
    private static final Duration SIGN_INS = Duration.ofDays(90);

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
        forget("delete from access where kind = 'SESSION' and expires_at < ?1", SIGN_INS);
    }

    private void forget(String statement, Duration age) {
        database.createNativeQuery(statement)
                .setParameter(1, OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC))
                .executeUpdate();
    }
}
