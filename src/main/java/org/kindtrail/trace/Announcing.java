package org.kindtrail.trace;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.kindtrail.dispatch.Announcements;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.Outbox;
import org.kindtrail.recipient.Disclosure;

/**
 * Looks for what donors may be told of from now on, as their tracking pages tell it from now on, and puts it into the
 * outbox for those who asked. Each delivery and each word of thanks is decided once, by one node.
 */
@ApplicationScoped
class Announcing {
    private static final Logger LOG = Logger.getLogger(Announcing.class);
    private static final int BATCH = 200;
    /**
     * What is told of a month is told in one letter, as the page tells it in one sentence: of more letters somebody could read
     * how many deliveries there were. So they wait until all of it is gathered.
     */
    private static final Duration GATHERED = Duration.ofMinutes(15);

    private final Announcements announcements;
    private final Outbox outbox;
    private final EntityManager database;
    private final Clock clock;

    Announcing(Announcements announcements, Outbox outbox, EntityManager database, Clock clock) {
        this.announcements = announcements;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "{kindtrail.mail.look}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        each(announcements::deliveries, this::tellArrival);
        each(announcements::thanks, this::tellThanks);
    }

    private interface Telling {
        void tell(Announcements.News news);
    }

    private static void each(BiFunction<Long, Integer, List<Announcements.News>> source, Telling each) {
        Long last = -1L;
        List<Announcements.News> some;
        do {
            Long after = last;
            some = QuarkusTransaction.requiringNew().call(() -> source.apply(after, BATCH));
            some.forEach(news -> tell(news, each));
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == BATCH);
    }

    private static void tell(Announcements.News news, Telling each) {
        try {
            QuarkusTransaction.requiringNew().run(() -> each.tell(news));
        } catch (RuntimeException e) {
            // another node told of the same month in the same moment, perhaps; it is looked at again the next time
            LOG.warnf("What there is to tell of %s waits: %s", news.about(), e.getClass().getName());
        }
    }

    private void tellArrival(Announcements.News news) {
        Instant now = clock.instant();
        if (isTold(news, now) && announcements.tellDelivery(news.id(), now)) {
            boolean named = news.disclosure() == Disclosure.NAMED;
            outbox.queue(
                    MessageKind.ARRIVED,
                    news.organisation(),
                    donors(news, "wants_arrived"),
                    named ? news.about() : YearMonth.from(now.atZone(news.zone())).toString(),
                    named ? now : now.plus(GATHERED));
        }
    }

    private void tellThanks(Announcements.News news) {
        Instant now = clock.instant();
        if (isTold(news, now) && announcements.tellThanks(news.id(), now)) {
            outbox.queue(MessageKind.THANKS, news.organisation(), donors(news, "wants_thanks"), news.about(), now);
        }
    }

    /** Whether tracking pages tell of it now, as {@link Tally} and {@link Telling} decide. */
    static boolean isTold(Announcements.News news, Instant now) {
        Journey journey = new Journey(news.disclosure(), news.zone());
        Instant reckoned = journey.reckoned(news.arrivedAt(), news.cameIn());
        return journey.isTold(reckoned, news.recordedAt(), now)
                && (news.thanks() == null
                        || journey.isTold(news.thanks().givenAt(), news.thanks().approvedAt(), now));
    }

    /**
     * Who gave what arrived fit for use, or what it was made of or bought with, as far as they asked for it. Who gave so little
     * of it that no unit of money and no share is theirs is among them too: the page tells of it.
     */
    private List<Long> donors(Announcements.News news, String wish) {
        return database.createNativeQuery(
                        """
                        select g.id from donor g where g.has_email and g.%s and g.id in (
                          select d.donor_id from donation d where d.reversed_at is null and d.id in (%s))
                        order by g.id"""
                                .formatted(wish, Own.ORIGINS_IN_DISPATCH.formatted("line.dispatch_id = :dispatch")),
                        Long.class)
                .setParameter("dispatch", news.dispatch())
                .getResultList();
    }
}
