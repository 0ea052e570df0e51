package org.kindtrail.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** What lies in containers, from the balances. */
@ApplicationScoped
public class Contents {
    private static final int BATCH = 500;
    private final EntityManager database;
    private final Scope scope;

    Contents(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** How much is directly in a container. */
    public record Count(long lots, long containers) {
        static final Count NOTHING = new Count(0, 0);
    }

    /** What lies somewhere of a lot. */
    record Lying(String lot, Long itemId, String size, Grade grade, long onHand, long allocated, LocalDate expiresOn) {}

    /** Some of a lot at a place, of which so much is free. */
    record Free(Lot lot, Place place, long free) {}

    Count count(Place place) {
        Object[] row = database.createQuery(
                        """
                        select (select count(b.lotId) from Balance b where b.placeId = p.id),
                          (select count(k.id) from Place k where k.parent = p and k.active)
                        from Place p where p = :place""",
                        Object[].class)
                .setParameter("place", place)
                .getSingleResult();
        return new Count((Long) row[0], (Long) row[1]);
    }

    /** What lies directly there, the oldest lots first. */
    List<Lying> lying(Place place, int count) {
        return database.createQuery(
                        """
                        select new org.kindtrail.container.Contents$Lying(l.code, b.itemId, l.size, l.grade, b.onHand,
                          b.allocated, l.expiresOn)
                        from Balance b join Lot l on l.id = b.lotId where b.placeId = :place order by b.lotId""",
                        Lying.class)
                .setParameter("place", place.getId())
                .setMaxResults(count)
                .getResultList();
    }

    /** All that is free directly at the place. */
    List<Free> freeAt(Place place) {
        return freeIn(place, Integer.MAX_VALUE);
    }

    /** What is free directly there, the oldest lots first. */
    List<Free> freeIn(Place place, int count) {
        return free("b.placeId = :place", Map.of("place", place.getId()), count);
    }

    /** What is free of the lots, wherever at hand in the house; {@code codes} as they are kept. */
    List<Free> freeOf(Collection<String> codes) {
        List<Free> free = new ArrayList<>();
        List<String> all = List.copyOf(codes);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> some = all.subList(from, Math.min(from + BATCH, all.size()));
            free.addAll(free("l.code in :codes", Map.of("codes", some), Integer.MAX_VALUE));
        }
        return free;
    }

    /** What is free at the place and, of a site, at its shelves; not what is in containers there. */
    List<Free> freeAround(Place place, int count) {
        return free(
                "(p = :place or p.parent = :place and p.kind = SHELF)", Map.of("place", place), count);
    }

    private List<Free> free(String which, Map<String, Object> facts, int count) {
        var query = database.createQuery(
                        """
                        select new org.kindtrail.container.Contents$Free(l, p, b.onHand - b.allocated)
                        from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join p.top s
                        where p.organisationId = :organisation and coalesce(s.kind, p.kind) = SITE
                          and b.onHand > b.allocated and not p.sealed and """
                                + " " + which + " order by p.walk, p.id, b.lotId",
                        Free.class)
                .setParameter("organisation", scope.organisation());
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }
}
