package org.kindtrail.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kindtrail.kernel.Token;

/**
 * Who sends what: a message is taken by a conditional update that is committed before anything goes out, so of many nodes
 * one sends it; how it fared is written down in another transaction. None is open while the mail server is spoken to.
 */
@ApplicationScoped
class Post {
    /** Longer than any talk with a server that answers each time at the last moment. */
    private static final Duration TAKEN = Duration.ofMinutes(10);

    private static final List<Integer> MINUTES = List.of(1, 5, 15, 60, 120, 240);

    private final EntityManager database;
    private final Clock clock;

    Post(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A message that this process alone may send. */
    record Taken(Long id, String by, int tries, Instant giveUpAt) {}

    /** The next message that is due; empty when there is none, or others took all of them. */
    Optional<Taken> take(long after) {
        List<Long> due = QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        """
                        select m.id from Message m where m.state = WAITING and m.dueAt <= :now and m.id > :after
                        order by m.id""",
                        Long.class)
                .setParameter("now", clock.instant())
                .setParameter("after", after)
                .setMaxResults(10)
                .getResultList());
        for (Long id : due) {
            String by = Token.random();
            if (claimed(id, by)) {
                return QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(database.find(Message.class, id))
                        .map(message -> new Taken(id, by, message.getTries(), message.getGiveUpAt())));
            }
        }
        return Optional.empty();
    }

    private boolean claimed(Long id, String by) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                                """
                                update Message m set m.state = TAKEN, m.takenBy = :by, m.takenUntil = :until, m.tries = m.tries + 1
                                where m.id = :id and m.state = WAITING""")
                        .setParameter("by", by)
                        .setParameter("until", now.plus(TAKEN))
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    void sent(Taken taken) {
        end(taken, Message.State.SENT, null, clock.instant());
    }

    void notNeeded(Taken taken) {
        end(taken, Message.State.NOT_NEEDED, null, null);
    }

    void inDoubt(Taken taken) {
        end(taken, Message.State.DOUBTFUL, Trouble.DOUBT, null);
    }

    void giveUp(Taken taken, Trouble trouble) {
        end(taken, Message.State.GIVEN_UP, trouble, null);
    }

    /** Later, unless it is too late then; it has certainly not been sent. */
    void again(Taken taken, Trouble trouble) {
        Instant due = clock.instant().plus(wait(taken.tries()));
        if (due.isAfter(taken.giveUpAt())) {
            giveUp(taken, trouble);
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> database.createQuery(
                        """
                        update Message m set m.state = WAITING, m.dueAt = :due, m.trouble = :trouble, m.takenBy = null,
                          m.takenUntil = null
                        where m.id = :id and m.takenBy = :by""")
                .setParameter("due", due)
                .setParameter("trouble", trouble)
                .setParameter("id", taken.id())
                .setParameter("by", taken.by())
                .executeUpdate());
    }

    static Duration wait(int tries) {
        return Duration.ofMinutes(MINUTES.get(Math.min(Math.max(tries, 1), MINUTES.size()) - 1));
    }

    private void end(Taken taken, Message.State state, Trouble trouble, Instant sentAt) {
        QuarkusTransaction.requiringNew().run(() -> database.createQuery(
                        """
                        update Message m set m.state = :state, m.trouble = :trouble, m.sentAt = :sentAt, m.takenUntil = null
                        where m.id = :id and m.takenBy = :by""")
                .setParameter("state", state)
                .setParameter("trouble", trouble)
                .setParameter("sentAt", sentAt)
                .setParameter("id", taken.id())
                .setParameter("by", taken.by())
                .executeUpdate());
    }

    /** Whoever took these has ended without a word: they may be sent or not, so they are not sent again. */
    void leaveWhatIsInDoubt() {
        QuarkusTransaction.requiringNew().run(() -> database.createQuery(
                        """
                        update Message m set m.state = DOUBTFUL, m.trouble = DOUBT
                        where m.state = TAKEN and m.takenUntil < :now""")
                .setParameter("now", clock.instant())
                .executeUpdate());
    }
}
