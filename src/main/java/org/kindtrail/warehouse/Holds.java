package org.kindtrail.warehouse;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Lot;

/** The holds of the organisation of this request, and what can be set apart. */
@ApplicationScoped
class Holds implements PanacheRepository<Hold> {
    private final Scope scope;
    private final Places places;

    Holds(Scope scope, Places places) {
        this.scope = scope;
        this.places = places;
    }

    /** @throws NotFound when the organisation has no such hold */
    Hold get(String typed) {
        return found(typed, LockModeType.NONE);
    }

    /** The same, locked: of two who release it the second sees what the first left. */
    Hold locked(String typed) {
        return found(typed, LockModeType.PESSIMISTIC_WRITE);
    }

    private Hold found(String typed, LockModeType lock) {
        String code = Code.read(CodeKind.HOLD, typed).orElseThrow(() -> new NotFound(typed));
        Optional<Hold> hold = find("code = ?1 and organisationId = ?2", code, scope.organisation())
                .withLock(lock)
                .firstResultOptional();
        return hold.orElseThrow(() -> new NotFound(typed));
    }

    /** Its lines by number, with all that is told of them. */
    List<HoldLine> lines(Hold hold, boolean heldOnly, int count) {
        return getEntityManager()
                .createQuery(
                        "from HoldLine l join fetch l.lot join fetch l.place p left join fetch p.parent left join fetch p.top"
                                + " join fetch l.allocation where l.hold = :hold"
                                + (heldOnly ? " and l.released < l.quantity" : "") + " order by l.line",
                        HoldLine.class)
                .setParameter("hold", hold)
                .setMaxResults(count)
                .getResultList();
    }

    boolean holdsSomething(Hold hold) {
        return !getEntityManager()
                .createQuery("select l.id from HoldLine l where l.hold = :hold and l.released < l.quantity", Long.class)
                .setParameter("hold", hold)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    String nameOf(Long person) {
        return person == null ? null : getEntityManager()
                .createQuery("select w.displayName from Person w where w.id = :person", String.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<HoldRow> newest(Boolean standing, HoldKind kind, Long before, int count) {
        String which = standing == null ? "" : standing ? " and h.releasedAt is null" : " and h.releasedAt is not null";
        TypedQuery<HoldRow> query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.warehouse.HoldRow(h.id, h.code, h.kind, h.why,
                          (select count(l.id) from HoldLine l where l.hold = h and l.released < l.quantity),
                          h.madeAt, w.displayName, h.releasedAt)
                        from Hold h left join Person w on w.id = h.madeBy
                        where h.organisationId = :organisation and h.id < :before"""
                                + which + (kind == null ? "" : " and h.kind = :kind") + " order by h.organisationId desc, h.id desc",
                        HoldRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        return query.setMaxResults(count).getResultList();
    }

    /** Some of a lot that is free at a place. */
    record Free(Lot lot, Place place, long available) {}

    /**
     * What is free at hand, sealed containers included: what is of use for the shortest time first, then the oldest.
     *
     * @param lot null: any
     * @param item null: any
     * @param size null: any
     * @param at with all that stands there; null: the house
     */
    List<Free> free(Lot lot, Item item, String size, Place at, int count) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder();
        if (lot != null) {
            where.append(" and b.lotId = :lot");
            facts.put("lot", lot.getId());
        }
        if (item != null) {
            where.append(" and b.itemId = :item");
            facts.put("item", item.getId());
        }
        if (size != null) {
            where.append(" and l.size = :size");
            facts.put("size", size);
        }
        if (at != null) {
            where.append(" and (p.id in :within or s.id in :within)");
            facts.put("within", places.within(at));
        }
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        """
                        select l, p, b.onHand - b.allocated from Balance b join Lot l on l.id = b.lotId join fetch l.item
                          join Place p on p.id = b.placeId left join fetch p.top s left join fetch p.parent
                        where p.organisationId = :organisation and b.onHand > b.allocated and coalesce(s.kind, p.kind) = SITE"""
                                + where + " order by l.expiresOn nulls last, l.receivedAt, l.id, p.walk, p.id",
                        Object[].class)
                .setParameter("organisation", scope.organisation());
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList()
        .stream()
                .map(row -> new Free((Lot) row[0], (Place) row[1], (Long) row[2]))
                .toList();
    }
}
