package org.kindtrail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The list of who opened what is sealed; written in the transaction that opens, so that nothing is opened unseen. */
@ApplicationScoped
public class Openings {
    /** A line of it, with no sealed word. */
    public record Entry(Long id, String subject, Opening.Manner manner, String why, String by, Instant at) {}

    private final EntityManager database;
    private final Scope scope;
    private final Clock clock;
    private final SecurityLog log;

    Openings(EntityManager database, Scope scope, Clock clock, SecurityLog log) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Somebody opens it now.
     *
     * @param subject the code of whose texts they are
     * @param why the reason that the person gives
     * @return the opening's number
     */
    public Long note(String subject, Opening.Manner manner, String why) {
        return noteIn(scope.organisation(), subject, manner, why);
    }

    /** The same on another organisation's list: it is given what was opened. */
    public Long noteIn(Long organisation, String subject, Opening.Manner manner, String why) {
        Opening opening = new Opening(organisation, subject, manner, why, scope.person(), clock.instant());
        database.persist(opening);
        log.done("sealed_" + manner.name().toLowerCase(Locale.ROOT));
        return opening.getId();
    }

    /**
     * Newest first.
     *
     * @param subject the code of one owner; null for all
     * @param before the number to go on from; null for the newest
     */
    public List<Entry> newest(String subject, Long before, int count) {
        TypedQuery<Entry> query = database.createQuery(
                        """
                        select o.id, o.subject, o.manner, o.why, p.displayName, o.at
                        from Opening o join Person p on p.id = o.byPersonId
                        where o.organisationId = :organisation and o.id < :before"""
                                + (subject == null ? "" : " and o.subject = :subject")
                                + " order by o.organisationId desc, o.id desc",
                        Entry.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(count);
        if (subject != null) {
            query.setParameter("subject", subject);
        }
        return query.getResultList();
    }

    /** When it was opened and by somebody of which role, without a name: for whom it is about. */
    public record Opened(Instant at, Opening.Manner manner, Role role) {}

    /** The newest first, 500 at most; the role is the highest that the person has now. */
    public List<Opened> of(String subject) {
        return database.createQuery(
                        """
                        select o.at, o.manner, p.roles from Opening o join Person p on p.id = o.byPersonId
                        where o.organisationId = :organisation and o.subject = :subject order by o.organisationId desc, o.subject desc, o.id desc""",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("subject", subject)
                .setMaxResults(500)
                .getResultList()
                .stream()
                .map(row -> new Opened(
                        (Instant) row[0],
                        (Opening.Manner) row[1],
                        Person.rolesIn((String) row[2]).stream().max(Comparator.naturalOrder()).orElse(Role.VOLUNTEER)))
                .toList();
    }
}
