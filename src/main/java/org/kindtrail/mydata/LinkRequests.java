package org.kindtrail.mydata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kindtrail.donor.Donor;
import org.kindtrail.kernel.Token;
import org.kindtrail.mail.MailSettings;
import org.kindtrail.mail.MessageKind;
import org.kindtrail.mail.Outbox;

/**
 * Requests for a link by e-mail. A request is written down the same way whether an address is kept or not, and looked at
 * later: so neither the answer nor the time that it takes tells which.
 */
@ApplicationScoped
class LinkRequests {
    /** For one gift, in a day. */
    private static final long MOST_OF_A_GIFT = 3;
    /** To one address, in a day. */
    private static final long MOST_TO_ADDRESS = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int BATCH = 50;

    private final EntityManager database;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Visits visits;
    private final Clock clock;

    LinkRequests(EntityManager database, MailSettings settings, Outbox outbox, Visits visits, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.outbox = outbox;
        this.visits = visits;
        this.clock = clock;
    }

    /** Somebody who holds the gift's tracking code asks. */
    @Transactional
    void ask(Long donation) {
        Instant now = clock.instant();
        database.createNativeQuery(
                        """
                        insert into own_data_request (donation_id, asked_at)
                        select d.id, :now from donation d where d.id = :donation and :most >
                          (select count(*) from own_data_request r where r.donation_id = d.id and r.asked_at > :since)""")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("since", now.minus(DAY).atOffset(ZoneOffset.UTC))
                .setParameter("donation", donation)
                .setParameter("most", MOST_OF_A_GIFT)
                .executeUpdate();
    }

    @Scheduled(
            every = "{kindtrail.mail.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (settings.isSet()) {
            handle();
        }
    }

    void handle() {
        List<Object[]> some = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        """
                        select r.id, d.donor_id from own_data_request r join donation d on d.id = r.donation_id
                        where r.handled_at is null order by r.id""",
                        Object[].class)
                .setMaxResults(BATCH)
                .getResultList());
        for (Object[] each : some) {
            QuarkusTransaction.requiringNew()
                    .run(() -> handle(((Number) each[0]).longValue(), each[1] == null ? null : ((Number) each[1]).longValue()));
        }
    }

    private void handle(Long request, Long donorId) {
        Instant now = clock.instant();
        boolean mine = database.createNativeQuery(
                                "update own_data_request set handled_at = :now where id = :id and handled_at is null")
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("id", request)
                        .executeUpdate()
                == 1;
        Donor donor = donorId == null ? null : database.find(Donor.class, donorId);
        if (!mine
                || donor == null
                || !donor.isEmailKept()
                || outbox.count(MessageKind.OWN_DATA, donorId, now.minus(DAY)) >= MOST_TO_ADDRESS) {
            return;
        }
        String about = Token.random();
        outbox.queue(MessageKind.OWN_DATA, donor, about);
        visits.keepLink(donorId, visits.link(about));
    }

    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        visits.forget(clock.instant().minus(DAY.multipliedBy(2)));
    }
}
