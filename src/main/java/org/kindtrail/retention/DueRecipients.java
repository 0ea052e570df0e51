package org.kindtrail.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;

/**
 * Which recipients of the organisation of this request keep something sealed, or who is in the household, that nobody needs any more. One that waits for
 * goods, because a need of it is open or a dispatch to it under way, is never due.
 */
@ApplicationScoped
class DueRecipients {
    private static final String WAITS =
            """
            (exists (select 1 from need n where n.recipient_id = r.id and n.state = 'OPEN')
              or exists (select 1 from dispatch w where w.recipient_id = r.id and w.state in ('STAGED', 'LOADED', 'DEPARTED')))
            """;

    /** @param lastServed null when nothing was ever delivered to it */
    record Due(Long id, String code, String alias, Instant sealedAt, Instant lastServed) {
        /** From when the months are counted: what was written anew after a delivery was needed then. */
        Instant since() {
            return lastServed == null || lastServed.isBefore(sealedAt) ? sealedAt : lastServed;
        }
    }

    private final EntityManager database;
    private final Scope scope;

    DueRecipients(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /**
     * Those that were last served, and whose details were last written, then or before.
     *
     * @param after the number of the recipient to go on from; null for the first
     */
    List<Due> since(Instant then, Long after, int count) {
        Query query = database.createNativeQuery(
                        """
                        select r.id, r.code, r.alias, s.at, d.at
                        from recipient r
                        join (select owner_id, max(kept.at) as at from (
                                select owner_id, sealed_at as at from sealed
                                where owner = 'recipient' and organisation_id = :organisation
                                union all select id as owner_id, household_at as at from recipient
                                where organisation_id = :organisation and household_at is not null) kept
                              group by owner_id) s
                          on s.owner_id = r.id
                        left join (select w.recipient_id, max(e.occurred_at) as at
                              from delivery e join dispatch w on w.id = e.dispatch_id
                              where e.organisation_id = :organisation and e.reversed_at is null
                              group by w.recipient_id) d
                          on d.recipient_id = r.id
                        where r.organisation_id = :organisation and r.id > :after
                          and s.at <= :then and (d.at is null or d.at <= :then) and not """
                                + WAITS + " order by r.id",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("after", after == null ? 0L : after)
                .setParameter("then", OffsetDateTime.ofInstant(then, ZoneOffset.UTC))
                .setMaxResults(count);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Due(((Number) row[0]).longValue(), (String) row[1], (String) row[2], at(row[3]), at(row[4])))
                .toList();
    }

    /** A moment as either database gives it. */
    private static Instant at(Object moment) {
        return moment instanceof OffsetDateTime there ? there.toInstant() : (Instant) moment;
    }

    /** The codes of those among them that wait for goods, or keep nothing sealed. */
    Set<String> notErasable(Collection<Long> recipients) {
        List<?> codes = database.createNativeQuery(
                        "select r.code from recipient r where r.organisation_id = :organisation and r.id in (:ids) and ("
                                + WAITS
                                + " or not exists (select 1 from sealed s where s.owner = 'recipient' and s.owner_id = r.id)"
                                + " and r.household_at is null)",
                        String.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("ids", recipients)
                .getResultList();
        return codes.stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
