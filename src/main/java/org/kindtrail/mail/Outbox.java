package org.kindtrail.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.kindtrail.donor.Donor;
import org.kindtrail.donor.KeptOfDonors;

/** What is to be told; joins the transaction of what is told, so that it is told exactly if that happened. */
@ApplicationScoped
public class Outbox implements KeptOfDonors {
    /** Nobody wants to hear of it later than this. */
    static final Duration OF_USE = Duration.ofDays(3);

    private final EntityManager database;
    private final Clock clock;

    Outbox(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * It is told to the donor, when they asked for it.
     *
     * @param about the code of what it is about; the same is never told twice
     */
    public void queue(MessageKind kind, Donor donor, String about) {
        if (kind.isFor(donor)) {
            queue(kind, donor.getOrganisationId(), List.of(donor.getId()), about, clock.instant());
        }
    }

    /**
     * It is told to these, who asked for it.
     *
     * @param due from when on
     */
    public void queue(MessageKind kind, Long organisation, Collection<Long> donors, String about, Instant due) {
        if (donors.isEmpty()) {
            return;
        }
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                    insert into message (organisation_id, kind, donor_id, about, state, made_at, due_at, give_up_at, tries)
                    select d.organisation_id, ?, d.id, ?, 'WAITING', ?, ?, ?, 0 from donor d
                    where d.id = ? and d.organisation_id = ?
                      and not exists (select 1 from message m where m.kind = ? and m.donor_id = d.id and m.about = ?)""")) {
                OffsetDateTime now = at(clock.instant());
                OffsetDateTime from = at(due);
                for (Long donor : donors) {
                    insert.setString(1, kind.name());
                    insert.setString(2, about);
                    insert.setObject(3, now);
                    insert.setObject(4, from);
                    insert.setObject(5, from.plus(OF_USE));
                    insert.setLong(6, donor);
                    insert.setLong(7, organisation);
                    insert.setString(8, kind.name());
                    insert.setString(9, about);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** What was told to the donor, or waits to be: the latest first, 500 at most. */
    public List<Told> of(Long donor) {
        return database.createQuery(
                        """
                        select new org.kindtrail.mail.Told(m.kind, m.madeAt, m.sentAt) from Message m
                        where m.donorId = :donor and m.state <> NOT_NEEDED order by m.donorId desc, m.id desc""",
                        Told.class)
                .setParameter("donor", donor)
                .setMaxResults(500)
                .getResultList();
    }

    /** How many of the kind the donor was to get since then. */
    public long count(MessageKind kind, Long donor, Instant since) {
        return database.createQuery(
                        "select count(m.id) from Message m where m.donorId = :donor and m.kind = :kind and m.madeAt > :since",
                        Long.class)
                .setParameter("donor", donor)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .getSingleResult();
    }

    @Override
    public void erase(Donor donor) {
        database.createQuery("delete from Message m where m.donorId = :donor")
                .setParameter("donor", donor.getId())
                .executeUpdate();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
