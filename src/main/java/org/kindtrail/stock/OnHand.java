package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.place.PlaceKind;

/** Reads what is on hand, from the balances alone: it costs what is there, not what has ever moved. */
@ApplicationScoped
class OnHand {
    /**
     * What is asked for; null or empty: whatever.
     *
     * @param items ids
     * @param places ids
     * @param inHouse leaves out what is on the road
     * @param available leaves out what is wholly promised
     * @param programme id of the programme for which it is kept
     */
    record Asked(
            Collection<Long> items,
            Collection<Long> places,
            Collection<Long> lots,
            String size,
            Grade grade,
            boolean inHouse,
            boolean available,
            Long programme) {
        static Asked ofLots(Collection<Long> lots) {
            return new Asked(null, null, lots, null, null, false, false, null);
        }
    }

    /** A balance, with what its lot and place are. */
    record Lying(
            Long lotId,
            Long placeId,
            String lot,
            Long itemId,
            String size,
            Wearer fits,
            Grade grade,
            String place,
            PlaceKind placeKind,
            PlaceKind topKind,
            String placeName,
            String siteName,
            String inName,
            long onHand,
            long allocated,
            Instant receivedAt,
            LocalDate expiresOn,
            String keptFor,
            String keptForName) {}

    /** What is on hand of an item in a size and grade, wherever. */
    record Total(Long itemId, String size, Grade grade, Long onHand, Long allocated, LocalDate expiresFirst) {}

    private static final String JOINED =
            " from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join p.top s left join p.parent i";

    private final EntityManager database;
    private final Scope scope;

    OnHand(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** By lot, then place; {@code after} is the balance to go on from, null for the first. */
    List<Lying> list(Asked asked, BalanceKey after, int count) {
        Map<String, Object> facts = new HashMap<>();
        String where = where(asked, facts);
        if (after != null) {
            where += " and (b.lotId > :lot or (b.lotId = :lot and b.placeId > :place))";
            facts.put("lot", after.lotId());
            facts.put("place", after.placeId());
        }
        return filled(
                        database.createQuery(
                                """
                                select new org.kindtrail.stock.OnHand$Lying(b.lotId, b.placeId, l.code, b.itemId, l.size,
                                  l.fits, l.grade, p.code, p.kind, coalesce(s.kind, p.kind), p.name, s.name,
                                  case when i.id = s.id then null else i.name end, b.onHand, b.allocated, l.receivedAt, l.expiresOn,
                                  g.code, g.name)"""
                                        + JOINED + " left join Programme g on g.id = l.programmeId and g.organisationId = p.organisationId"
                                        + " and not g.freesGoods" + where + " order by b.lotId, b.placeId",
                                Lying.class),
                        facts)
                .setMaxResults(count)
                .getResultList();
    }

    /** One row for each item, size and grade. */
    List<Total> totals(Asked asked) {
        Map<String, Object> facts = new HashMap<>();
        String where = where(asked, facts);
        return filled(
                        database.createQuery(
                                "select new org.kindtrail.stock.OnHand$Total(b.itemId, l.size, l.grade, sum(b.onHand),"
                                        + " sum(b.allocated), min(l.expiresOn))" + JOINED + where + " group by b.itemId, l.size, l.grade",
                                Total.class),
                        facts)
                .getResultList();
    }

    private String where(Asked asked, Map<String, Object> facts) {
        StringBuilder where = new StringBuilder(" where p.organisationId = :organisation");
        facts.put("organisation", scope.organisation());
        among(where, facts, "items", "b.itemId", asked.items());
        among(where, facts, "places", "b.placeId", asked.places());
        among(where, facts, "lots", "b.lotId", asked.lots());
        if (asked.size() != null) {
            where.append(asked.size().isEmpty() ? " and l.size is null" : " and l.size = :size");
            if (!asked.size().isEmpty()) {
                facts.put("size", asked.size());
            }
        }
        if (asked.grade() != null) {
            where.append(" and l.grade = :grade");
            facts.put("grade", asked.grade());
        }
        if (asked.programme() != null) {
            where.append(" and l.programmeId = :programme");
            facts.put("programme", asked.programme());
        }
        if (asked.inHouse()) {
            where.append(" and coalesce(s.kind, p.kind) = SITE");
        }
        if (asked.available()) {
            where.append(" and b.onHand > b.allocated");
        }
        return where.toString();
    }

    private static void among(
            StringBuilder where, Map<String, Object> facts, String name, String path, Collection<Long> ids) {
        if (ids != null) {
            where.append(" and ").append(path).append(" in :").append(name);
            facts.put(name, ids);
        }
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, Map<String, Object> facts) {
        facts.forEach(query::setParameter);
        return query;
    }
}
