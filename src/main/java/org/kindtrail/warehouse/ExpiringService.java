package org.kindtrail.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.Lot;

/** Tells what will soon be of no use, and what is not any more, for as long as it lies in the house. */
@ApplicationScoped
public class ExpiringService {
    /** How many days ahead it looks unless asked otherwise. */
    static final int USUAL_DAYS = 60;

    /** The most days ahead: whatever bears a day at all. */
    static final int MOST_DAYS = 12_000;

    private static final String FROM =
            """
            from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join %1$s p.top s
              left join %1$s p.parent
            where p.organisationId = :organisation and coalesce(s.kind, p.kind) = SITE and l.expiresOn <= :until""";

    private final EntityManager database;
    private final Places places;
    private final Freshness freshness;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Scope scope;

    ExpiringService(
            EntityManager database, Places places, Freshness freshness, Catalogue catalogue, Goods goods, Scope scope) {
        this.database = database;
        this.places = places;
        this.freshness = freshness;
        this.catalogue = catalogue;
        this.goods = goods;
        this.scope = scope;
    }

    /** How many days ahead were asked for. */
    static int days(String typed) {
        if (typed == null || typed.isBlank()) {
            return USUAL_DAYS;
        }
        String given = typed.strip();
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > MOST_DAYS) {
            throw new Unreadable(
                    "days",
                    "error_warehouse_days",
                    Map.of("given", given.length() > 40 ? "..." : given, "most", MOST_DAYS));
        }
        return Integer.parseInt(given);
    }

    /** How many lots and places there are of which the last day of use is over or comes within so many days. */
    @Transactional
    public long count(int days) {
        return database.createQuery("select count(*) " + FROM.formatted(""), Long.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("until", freshness.today().plusDays(days))
                .getSingleResult();
    }

    /**
     * What is of use for so many days at most, the shortest first.
     *
     * @param place code of a place, with all that stands in it; null: the house
     * @param after codes of the lot and the place of the row to go on from, with a dot between; null for the first page
     */
    @Transactional
    public Page<ExpiringView> list(String place, int days, String after, int size) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder();
        if (place != null) {
            where.append(" and (p.id in :within or s.id in :within)");
            facts.put("within", places.within(places.get(place)));
        }
        if (after != null && !after.isEmpty()) {
            where.append(" and (l.expiresOn > :day or (l.expiresOn = :day and (l.id > :lot or (l.id = :lot and p.id > :place))))");
            facts.putAll(last(after));
        }
        TypedQuery<Object[]> query = database.createQuery(
                        "select l, p, b.onHand, b.allocated " + FROM.formatted("fetch") + where
                                + " order by l.expiresOn, l.id, p.id",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("until", freshness.today().plusDays(days));
        facts.forEach(query::setParameter);
        List<ExpiringView> found = query.setMaxResults(size + 1)
                .getResultList()
                .stream()
                .map(row -> view((Lot) row[0], (Place) row[1], (Long) row[2], (Long) row[3]))
                .toList();
        return Page.of(found, size, row -> row.lot() + "." + row.place());
    }

    private Map<String, Object> last(String after) {
        String[] parts = after.split("\\.", -1);
        String lot = parts.length == 2 ? Code.read(CodeKind.BAG, parts[0]).orElse(null) : null;
        String place = parts.length == 2 ? Places.read(parts[1]).orElse(null) : null;
        Object[] row = lot == null || place == null ? null : database.createQuery(
                        """
                        select l.expiresOn, l.id, p.id from Lot l join Place p on p.code = :place
                        where p.organisationId = :organisation and l.code = :lot and l.expiresOn is not null""",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("lot", lot)
                .setParameter("place", place)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
        if (row == null) {
            throw new Unreadable("after", "error_after", Map.of("given", after.length() > 40 ? "..." : after));
        }
        return Map.of("day", row[0], "lot", row[1], "place", row[2]);
    }

    private ExpiringView view(Lot lot, Place place, long onHand, long allocated) {
        Item item = catalogue.of(lot.getItem().getId());
        LocalDate day = lot.getExpiresOn();
        return new ExpiringView(
                lot.getCode(),
                item.getCode(),
                goods.name(item, lot.getSize()),
                lot.getSize(),
                lot.getGrade(),
                day,
                ChronoUnit.DAYS.between(freshness.today(), day),
                place.getCode(),
                place.label(),
                onHand,
                onHand - allocated);
    }
}
