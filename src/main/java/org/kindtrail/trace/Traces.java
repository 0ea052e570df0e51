package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.kindtrail.catalogue.Item;

/** What a donor's page reads beside the flows; each in one statement. */
@ApplicationScoped
class Traces {
    private final EntityManager database;

    Traces(EntityManager database) {
        this.database = database;
    }

    /** The donation that the code opens; its hash is all that is kept. */
    Optional<Donated> byTracking(String hash) {
        List<?> found = database.createNativeQuery(
                        """
                        select d.id, d.organisation_id, d.received_at, case when d.reversed_at is null then 0 else 1 end as reversed,
                               v.code, v.title, o.name, o.time_zone
                        from donation d join drive v on v.id = d.drive_id join organisation o on o.id = d.organisation_id
                        where d.tracking_hash = :hash""",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("organisation_id", Long.class)
                .addScalar("received_at", Instant.class)
                .addScalar("reversed", Integer.class)
                .addScalar("code", String.class)
                .addScalar("title", String.class)
                .addScalar("name", String.class)
                .addScalar("time_zone", String.class)
                .setParameter("hash", hash)
                .getResultList();
        return found.stream().findFirst().map(row -> donated((Object[]) row));
    }

    private static Donated donated(Object[] row) {
        return new Donated(
                (Long) row[0],
                (Long) row[1],
                (Instant) row[2],
                (Integer) row[3] == 1,
                (String) row[4],
                (String) row[5],
                (String) row[6],
                ZoneId.of((String) row[7]));
    }

    /** The items of a donation's lots, by the name that flows have for them. */
    Map<String, Item> itemsOf(Long donation) {
        return database
                .createQuery(
                        "select i from Item i where i.id in (select l.item.id from Lot l where l.origin = :donation)",
                        Item.class)
                .setParameter("donation", donation)
                .getResultStream()
                .collect(Collectors.toMap(item -> String.valueOf(item.getId()), Function.identity()));
    }

    /** A word of thanks: what was written, when, when it was let through, and at the end of which dispatch. */
    record Thanked(Long dispatch, String words, Instant givenAt, Instant approvedAt) {}

    /** The thanks of these dispatches that a coordinator let through. */
    List<Thanked> thanksOf(Collection<Long> dispatches) {
        if (dispatches.isEmpty()) {
            return List.of();
        }
        List<?> found = database.createNativeQuery(
                        """
                        select t.dispatch_id, t.words, t.given_at, coalesce(t.decided_at, t.given_at) as decided_at from thanks t
                        where t.dispatch_id in (:dispatches) and t.state = 'APPROVED'""",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("dispatch_id", Long.class)
                .addScalar("words", String.class)
                .addScalar("given_at", Instant.class)
                .addScalar("decided_at", Instant.class)
                .setParameterList("dispatches", dispatches)
                .getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Thanked((Long) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
                .toList();
    }
}
