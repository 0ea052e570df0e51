package org.kindtrail.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.TooManyAttempts;

/**
 * Slows guessing down. Wrong guesses are counted by what is guessed at and from where, in the database, so that all nodes
 * count together; after a few the same place must wait, twice as long each time, at most {@link #LONGEST}. The wait ends by
 * itself and holds only for where the guesses came from, so nobody can lock somebody else out.
 */
@ApplicationScoped
public class Attempts {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private final EntityManager database;
    private final Clock clock;

    Attempts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws TooManyAttempts while the wait lasts */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void admit(String guessedAt, String from) {
        List<?> until = database.createNativeQuery("select blocked_until from attempt where bucket = ?1", Instant.class)
                .setParameter(1, bucket(guessedAt, from))
                .getResultList();
        if (!until.isEmpty()) {
            long seconds = Duration.between(clock.instant(), (Instant) until.get(0)).toSeconds();
            if (seconds >= 0 && ((Instant) until.get(0)).isAfter(clock.instant())) {
                throw new TooManyAttempts(seconds + 1);
            }
        }
    }

    /** A guess was wrong. Guesses that come at the same moment wait for each other here, so that all are counted. */
    public void failed(String guessedAt, String from) {
        String bucket = bucket(guessedAt, from);
        if (!counted(bucket)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> insert(bucket));
            } catch (RuntimeException otherWasFirst) {
                counted(bucket);
            }
        }
    }

    private boolean counted(String bucket) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<?> found = database.createNativeQuery(
                            "select case when last_at > ?2 then failures else 0 end from attempt where bucket = ?1 for update",
                            Integer.class)
                    .setParameter(1, bucket)
                    .setParameter(2, now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
                    .getResultList();
            if (found.isEmpty()) {
                return false;
            }
            int failures = 1 + ((Number) found.get(0)).intValue();
            database.createNativeQuery(
                            "update attempt set failures = ?2, blocked_until = ?3, last_at = ?4 where bucket = ?1")
                    .setParameter(1, bucket)
                    .setParameter(2, failures)
                    .setParameter(3, now.plusSeconds(wait(failures)).atOffset(ZoneOffset.UTC))
                    .setParameter(4, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
            return true;
        });
    }

    private void insert(String bucket) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        database.createNativeQuery("insert into attempt (bucket, failures, blocked_until, last_at) values (?1, 1, ?2, ?2)")
                .setParameter(1, bucket)
                .setParameter(2, now)
                .executeUpdate();
    }

    private static long wait(int failures) {
        return failures < FREE ? 0 : Math.min(LONGEST.toSeconds(), 1L << Math.min(20, failures - FREE + 1));
    }

    /** A guess was right: what was wrong before is forgotten. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeeded(String guessedAt, String from) {
        database.createNativeQuery("delete from attempt where bucket = ?1")
                .setParameter(1, bucket(guessedAt, from))
                .executeUpdate();
    }

    private static String bucket(String guessedAt, String from) {
        return Code.hash(guessedAt + "|" + from);
    }
}
