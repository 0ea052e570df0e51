package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;

/**
 * Finds what is free of an item at a place, when it does not matter which: parts for a kit, cards to work on, jumpers to be
 * put on a shelf, money in a fund. What is of use for the shortest time goes first, then the oldest. What is kept for a programme
 * is found for that programme alone. What somebody takes between the finding and the ledger's lock is refused there.
 */
@ApplicationScoped
public class Oldest {
    private static final int BATCH = 200;
    /** Each further batch is so many times larger: whoever needs more than a few needs many, and each is sorted anew. */
    private static final int GROWTH = 5;
    private static final String FROM =
            """
            from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join p.top s
            where p.organisationId = :organisation and b.onHand > b.allocated
              and p.active and (s.id is null or s.active)""";
    private static final String ANYWHERE = " and coalesce(s.kind, p.kind) = SITE and not p.sealed";
    private static final String WITHIN = " and (p.id in :within or s.id in :within) and not p.sealed";
    /** The same, with the items of the lots and the sites of the shelves at hand. */
    private static final String FETCHED =
            FROM.replace("b.placeId", "b.placeId join fetch l.item").replace("left join p", "left join fetch p");

    private static final String FIT = " and l.grade in (NEW, GOOD, WORN)";
    private static final String ORDER = " order by l.expiresOn nulls last, l.receivedAt, l.id, p.walk, p.id";

    private final EntityManager database;
    private final Scope scope;
    private final Goods goods;
    private final Places places;
    private final Freshness freshness;

    Oldest(EntityManager database, Scope scope, Goods goods, Places places, Freshness freshness) {
        this.freshness = freshness;
        this.places = places;
        this.database = database;
        this.scope = scope;
        this.goods = goods;
    }

    /**
     * What is looked for.
     *
     * @param at a place; of a site its shelves are meant with it; null: every site and shelf of the house
     * @param size null: any
     * @param grade null: any that is fit for use
     */
    public record Sought(Place at, Item item, String size, Grade grade) {}

    /** Whether it is to be used, or only looked at, set apart or moved. */
    public enum Which {
        /** Fit for use, not past its day, and not kept for another programme. */
        OF_USE,
        /** Whatever is there. */
        ANY
    }

    /** Some of a lot at a place. */
    public record Picked(Lot lot, Place place, long quantity) {}

    private record Free(Lot lot, Place place, long available) {}

    /**
     * So much of it.
     *
     * @param quantity in the item's unit, at least 1
     * @return together exactly the quantity
     * @throws NotEnoughStock naming the item, the place, and how much is free
     */
    public List<Picked> pick(Sought sought, long quantity) {
        List<Picked> picked = new ArrayList<>();
        long left = quantity;
        for (int from = 0, size = BATCH; left > 0; from += size, size *= GROWTH) {
            List<Free> some = free(sought, from, size);
            for (Free each : some) {
                long taken = Math.min(left, each.available());
                if (taken > 0) {
                    picked.add(new Picked(each.lot(), each.place(), taken));
                    left -= taken;
                }
            }
            if (some.size() < size && left > 0) {
                throw tooLittle(sought, quantity, quantity - left);
            }
        }
        return picked;
    }

    /** All that is free of it. */
    public List<Picked> all(Sought sought) {
        List<Picked> picked = new ArrayList<>();
        for (int from = 0, size = BATCH; ; from += size, size *= GROWTH) {
            List<Free> some = free(sought, from, size);
            some.forEach(each -> picked.add(new Picked(each.lot(), each.place(), each.available())));
            if (some.size() < size) {
                return picked;
            }
        }
    }

    /** So much of an item in a size is free at a site, its shelves included. */
    public record There(Long itemId, String size, Long siteId, long available) {}

    /**
     * How much of several items is free, by size and site.
     *
     * @param at a place; of a site its shelves are meant with it; null: the whole house
     */
    public List<There> free(Place at, Collection<Item> items) {
        return free(at, items, null);
    }

    /**
     * The same for a programme: what is kept for it is among it.
     *
     * @param programme its id; null: for none
     */
    public List<There> free(Place at, Collection<Item> items, Long programme) {
        return items.isEmpty()
                ? List.of()
                : asked(
                                "select new org.kindtrail.stock.Oldest$There(b.itemId, l.size, coalesce(s.id, p.id),"
                                        + " sum(b.onHand - b.allocated))",
                                at,
                                items,
                                Which.OF_USE,
                                programme,
                                " group by b.itemId, l.size, coalesce(s.id, p.id)",
                                There.class)
                        .getResultList();
    }

    /**
     * What is free of several items at a place, one after the other, the oldest first.
     *
     * @param more takes one of them, and says whether there is to be another
     */
    public void each(Place at, Collection<Item> items, Predicate<Picked> more) {
        each(at, items, Which.OF_USE, null, more);
    }

    /** The same for a programme, by its id: what is kept for it is among it. */
    public void each(Place at, Collection<Item> items, Long programme, Predicate<Picked> more) {
        each(at, items, Which.OF_USE, programme, more);
    }

    /** The same of whatever is meant. */
    public void each(Place at, Collection<Item> items, Which which, Predicate<Picked> more) {
        each(at, items, which, null, more);
    }

    private void each(Place at, Collection<Item> items, Which which, Long programme, Predicate<Picked> more) {
        for (int from = 0, size = BATCH; !items.isEmpty(); from += size, size *= GROWTH) {
            List<Object[]> some = asked(
                            "select l, p, b.onHand - b.allocated",
                            at,
                            items,
                            which,
                            programme,
                            ORDER,
                            Object[].class)
                    .setFirstResult(from)
                    .setMaxResults(size)
                    .getResultList();
            for (Object[] row : some) {
                if (!more.test(new Picked((Lot) row[0], (Place) row[1], (Long) row[2]))) {
                    return;
                }
            }
            if (some.size() < size) {
                return;
            }
        }
    }

    private <T> TypedQuery<T> asked(
            String select,
            Place at,
            Collection<Item> items,
            Which which,
            Long programme,
            String rest,
            Class<T> type) {
        String use = which == Which.OF_USE ? FIT + Freshness.JPQL + KeptForProgramme.ASKED : "";
        TypedQuery<T> query = database.createQuery(
                        select + " " + (type == Object[].class ? FETCHED : FROM) + (at == null ? ANYWHERE : WITHIN)
                                + " and b.itemId in :items" + use + rest,
                        type)
                .setParameter("organisation", scope.organisation())
                .setParameter("items", items.stream().map(Item::getId).toList());
        if (which == Which.OF_USE) {
            query.setParameter("today", freshness.today()).setParameter("programme", KeptForProgramme.served(programme));
        }
        return at == null ? query : query.setParameter("within", places.within(at));
    }

    private NotEnoughStock tooLittle(Sought sought, long wanted, long available) {
        return new NotEnoughStock(
                sought.at() == null ? "error_not_enough_in_house" : "error_not_enough_there",
                Map.of(
                        "item", goods.name(sought.item(), sought.size()),
                        "place", sought.at() == null ? "" : sought.at().label(),
                        "wanted", goods.quantity(sought.item(), wanted),
                        "available", goods.quantity(sought.item(), available),
                        "count", available));
    }

    private List<Free> free(Sought sought, int from, int size) {
        StringBuilder where = new StringBuilder(" and b.itemId = :item");
        where.append(sought.at() == null ? ANYWHERE : WITHIN);
        where.append(sought.grade() == null ? FIT : " and l.grade = :grade").append(Freshness.JPQL).append(KeptForProgramme.ASKED);
        if (sought.size() != null) {
            where.append(" and l.size = :size");
        }
        TypedQuery<Free> query = database.createQuery(
                        "select new org.kindtrail.stock.Oldest$Free(l, p, b.onHand - b.allocated) " + FROM + where + ORDER,
                        Free.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("today", freshness.today())
                .setParameter("programme", KeptForProgramme.served(null))
                .setParameter("item", sought.item().getId());
        if (sought.at() != null) {
            query.setParameter("within", places.within(sought.at()));
        }
        if (sought.grade() != null) {
            query.setParameter("grade", sought.grade());
        }
        if (sought.size() != null) {
            query.setParameter("size", sought.size());
        }
        return query.setFirstResult(from).setMaxResults(size).getResultList();
    }
}
