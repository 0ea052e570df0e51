package org.kindtrail.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programmes;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.KeptForProgramme;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NotEnoughStock;

/**
 * Finds what is free for several lines at once, the oldest first, in few statements however much lies there. What somebody
 * takes between the finding and the ledger's lock is refused there.
 */
@ApplicationScoped
class TableGoods {
    /** What can be worn or used. */
    static final Set<Grade> FIT = EnumSet.of(Grade.NEW, Grade.GOOD, Grade.WORN);

    private static final int BATCH = 500;
    private static final long ALL = Long.MAX_VALUE / 4;

    private static final String FREE =
            """
             from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id
               left join place s on s.id = p.top_id
             where p.organisation_id = :organisation and b.on_hand > b.allocated and p.active and (s.id is null or s.active)
               and coalesce(s.kind, p.kind) = 'SITE' and not p.sealed
               and (:within = -1 or p.id = :within or p.top_id = :within or p.parent_id = :within)
               and p.id <> :without and (p.top_id is null or p.top_id <> :without)""" + Freshness.SQL;

    private final EntityManager database;
    private final Scope scope;
    private final Goods goods;
    private final Freshness freshness;
    private final KeptForProgramme kept;
    private final Programmes programmes;

    TableGoods(
            EntityManager database,
            Scope scope,
            Goods goods,
            Freshness freshness,
            KeptForProgramme kept,
            Programmes programmes) {
        this.kept = kept;
        this.programmes = programmes;
        this.freshness = freshness;
        this.database = database;
        this.scope = scope;
        this.goods = goods;
    }

    /**
     * Where to look.
     *
     * @param within a place, of a site its shelves with it; null: the house
     * @param without a place that is left out, its shelves with it; null: none
     * @param past whether what is past its day is meant too: it is taken away, and neither sold nor brought to a sale
     * @param kept whether what is kept for a programme is meant too: it is taken away, and neither sold, passed on nor brought
     */
    record Where(Place within, Place without, boolean past, boolean kept) {
        Where(Place within, Place without) {
            this(within, without, false, false);
        }

        static Where at(Place place) {
            return new Where(place, null);
        }

        /** With what is past its day. */
        Where withPast() {
            return new Where(within, without, true, kept);
        }

        /** With whatever lies there. */
        Where all() {
            return new Where(within, without, true, true);
        }

        String label() {
            return within == null ? "" : within.label();
        }
    }

    /**
     * What a line asks for.
     *
     * @param path where the line is, as {@code lines[0].}
     * @param item null where a lot is asked for
     * @param size null: any
     * @param grade null: any that is fit for use
     * @param quantity null: all that is free
     */
    record Wish(String path, Item item, String lot, String size, Grade grade, Long quantity) {
        /** A line that can take less comes first, so that it finds what it needs. */
        private int looseness() {
            return lot != null ? 0 : 1 + (size == null ? 1 : 0) + (grade == null ? 1 : 0);
        }

        private boolean takes(Free free) {
            Lot there = free.lot;
            if (lot != null) {
                return there.getCode().equals(lot);
            }
            return there.getItem().getId().equals(item.getId())
                    && (size == null || size.equals(there.getSize()))
                    && (grade == null ? FIT.contains(there.getGrade()) : grade == there.getGrade());
        }
    }

    /** Some of a lot at a place. */
    record Picked(Lot lot, Place place, long quantity) {}

    /** What lies somewhere of an item in a size and grade. */
    record Lying(Long itemId, String size, Grade grade, Long onHand, Long free) {}

    private static final class Free {
        private final Lot lot;
        private final Place place;
        private long left;

        private Free(Lot lot, Place place, long left) {
            this.lot = lot;
            this.place = place;
            this.left = left;
        }
    }

    private record Spot(long lot, long place) {}

    /** Less is free than lines ask for; each of them is named. */
    private static final class TooFew extends NotEnoughStock {
        private final transient List<FieldError> lines;

        private TooFew(List<FieldError> lines) {
            super(lines.get(0).key(), lines.get(0).facts());
            this.lines = lines;
        }

        @Override
        public List<FieldError> fields() {
            return lines;
        }
    }

    /**
     * So much of each.
     *
     * @return for each wish what it is given
     * @throws NotEnoughStock naming each line for which less is free
     */
    List<List<Picked>> pick(Where where, List<Wish> wishes) {
        List<Free> free = load(spots(where, wishes));
        List<List<Picked>> picked = new ArrayList<>();
        wishes.forEach(wish -> picked.add(null));
        List<FieldError> faults = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> wishes.get(i).looseness()));
        for (int i : order) {
            picked.set(i, take(where, wishes.get(i), free, faults));
        }
        if (!faults.isEmpty()) {
            throw new TooFew(faults);
        }
        return picked;
    }

    private List<Picked> take(Where where, Wish wish, List<Free> free, List<FieldError> faults) {
        List<Picked> taken = new ArrayList<>();
        long wanted = wish.quantity() == null ? ALL : wish.quantity();
        long left = wanted;
        for (Free each : free) {
            if (left > 0 && each.left > 0 && wish.takes(each)) {
                long some = Math.min(left, each.left);
                taken.add(new Picked(each.lot, each.place, some));
                each.left -= some;
                left -= some;
            }
        }
        if (wish.quantity() == null ? taken.isEmpty() : left > 0) {
            faults.add(tooFew(where, wish, wanted - left));
        }
        return taken;
    }

    private FieldError tooFew(Where where, Wish wish, long available) {
        FieldError back = where.kept() ? null : keptBack(where, wish);
        if (back != null) {
            return back;
        }
        String key = where.within() == null ? "error_sale_too_few_in_house" : "error_sale_too_few";
        return new FieldError(
                wish.path() + (available == 0 ? wish.lot() != null ? "lot" : "item" : "quantity"),
                wish.lot() != null && available == 0 ? "error_sale_lot_not_there" : key,
                Map.of(
                        "what", wish.lot() != null ? wish.lot() : goods.name(wish.item(), wish.size()),
                        "place", where.label(),
                        "wanted", wish.quantity() == null ? 1L : wish.quantity(),
                        "available", available));
    }

    /** Some of what the line asks for is there, but kept for a programme: that is why there is too little. Null: it is not. */
    private FieldError keptBack(Where where, Wish wish) {
        Where all = new Where(where.within(), where.without(), where.past(), true);
        List<Lot> there = load(spots(all, List.of(wish))).stream()
                .filter(wish::takes)
                .map(each -> each.lot)
                .toList();
        List<Lot> bound = kept.bound(there, null);
        return bound.isEmpty()
                ? null
                : new FieldError(
                        wish.path() + (wish.lot() != null ? "lot" : "item"), "error_sale_lot_kept", facts(bound));
    }

    private Map<String, Object> facts(List<Lot> bound) {
        Lot first = bound.get(0);
        Programmes.Named programme =
                programmes.named(List.of(first.getProgrammeId())).get(first.getProgrammeId());
        return Map.of("lot", first.getCode(), "programme", programme.name(), "code", programme.code());
    }

    private List<Long> others(Where where) {
        return where.kept() ? List.of(-1L) : kept.others(null);
    }

    /** Of each item, size and grade the oldest, until there are enough for all lines together. */
    private List<Spot> spots(Where where, List<Wish> wishes) {
        List<Long> items = new ArrayList<>(List.of(-1L));
        List<String> lots = new ArrayList<>(List.of(""));
        long most = 0;
        for (Wish wish : wishes) {
            if (wish.lot() != null) {
                lots.add(wish.lot());
            } else {
                items.add(wish.item().getId());
            }
            most = wish.quantity() == null ? ALL : Math.min(ALL, most + wish.quantity());
        }
        List<Object[]> rows = database
                .createNativeQuery(
                        """
                        select f.lot_id, f.place_id from (
                          select b.lot_id, b.place_id, l.code, l.expires_on, l.received_at, b.on_hand - b.allocated as free,
                            sum(b.on_hand - b.allocated) over (partition by b.item_id, l.size, l.grade
                              order by l.expires_on nulls last, l.received_at, l.id, b.place_id) as upto
                        """
                                + FREE
                                + KeptForProgramme.SQL
                                + """
                                \sand (b.item_id in (:items) or l.code in (:lots))) f
                                where f.upto - f.free < :most or f.code in (:lots)
                                order by f.expires_on nulls last, f.received_at, f.lot_id, f.place_id""",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("within", id(where.within()))
                .setParameter("without", id(where.without()))
                .setParameter("today", today(where))
                .setParameter("others", others(where))
                .setParameter("items", items)
                .setParameter("lots", lots)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(TableGoods::spot).toList();
    }

    /**
     * All that is free there.
     *
     * @throws Refused when some of it is kept for a programme, and that is not meant
     */
    List<Picked> all(Where where, Set<Grade> grades) {
        List<Object[]> rows = database
                .createNativeQuery(
                        "select b.lot_id, b.place_id " + FREE
                                + " and l.grade in (:grades) order by l.expires_on nulls last, l.received_at, b.lot_id, b.place_id",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("within", id(where.within()))
                .setParameter("without", id(where.without()))
                .setParameter("today", today(where))
                .setParameter("grades", grades.stream().map(Grade::name).toList())
                .getResultList();
        List<Free> found = load(rows.stream().map(TableGoods::spot).toList());
        List<Lot> bound = where.kept()
                ? List.of()
                : kept.bound(found.stream().map(free -> free.lot).distinct().toList(), null);
        if (!bound.isEmpty()) {
            throw new Refused("error_sale_all_kept", facts(bound));
        }
        return found.stream()
                .map(free -> new Picked(free.lot, free.place, free.left))
                .toList();
    }

    /** The day from which on something must be of use. */
    private LocalDate today(Where where) {
        return where.past() ? LocalDate.of(1, 1, 1) : freshness.today();
    }

    private static Long id(Place place) {
        return place == null ? -1L : place.getId();
    }

    private static Spot spot(Object[] row) {
        return new Spot(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** In the order of the spots. */
    private List<Free> load(List<Spot> spots) {
        List<Free> free = new ArrayList<>();
        for (int from = 0; from < spots.size(); from += BATCH) {
            List<Spot> some = spots.subList(from, Math.min(from + BATCH, spots.size()));
            Set<Spot> meant = Set.copyOf(some);
            database.createQuery(
                            """
                            select l, p, b.onHand - b.allocated from Balance b join Lot l on l.id = b.lotId
                              join fetch l.item join Place p on p.id = b.placeId left join fetch p.top
                            where b.lotId in :lots and b.placeId in :places and b.onHand > b.allocated
                            order by l.expiresOn nulls last, l.receivedAt, l.id, p.id""",
                            Object[].class)
                    .setParameter("lots", some.stream().map(Spot::lot).distinct().toList())
                    .setParameter("places", some.stream().map(Spot::place).distinct().toList())
                    .getResultList()
                    .stream()
                    .map(row -> new Free((Lot) row[0], (Place) row[1], (Long) row[2]))
                    // of a lot at several places, only those that are meant
                    .filter(each -> meant.contains(new Spot(each.lot.getId(), each.place.getId())))
                    .forEach(free::add);
        }
        return free;
    }

    /** What lies there, by item, size and grade. */
    List<Lying> lying(Where where) {
        StringBuilder which = new StringBuilder(" where p.organisationId = :organisation and coalesce(s.kind, p.kind) = SITE");
        if (where.within() != null) {
            which.append(" and (p = :within or s = :within or p.parent = :within)");
        }
        if (where.without() != null) {
            which.append(" and p <> :without and (s is null or s <> :without)");
        }
        var query = database.createQuery(
                        "select new org.kindtrail.sale.TableGoods$Lying(b.itemId, l.size, l.grade, sum(b.onHand),"
                                + " sum(case when l.programmeId is null or l.programmeId not in :others"
                                + " then b.onHand - b.allocated else 0L end)) from Balance b join Lot l on l.id = b.lotId"
                                + " join Place p on p.id = b.placeId left join p.top s" + which + " group by b.itemId, l.size, l.grade",
                        Lying.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("others", others(where));
        if (where.within() != null) {
            query.setParameter("within", where.within());
        }
        if (where.without() != null) {
            query.setParameter("without", where.without());
        }
        return query.getResultList();
    }
}
