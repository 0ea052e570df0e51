package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;

/**
 * Reads what the lines of a move ask for, and finds it: all lots in one question, and of the items those of one place
 * together. What somebody takes between the finding and the ledger's lock is refused there.
 */
@ApplicationScoped
class MoveLines {
    private static final long ALL = Long.MAX_VALUE / 4;

    private final EntityManager database;
    private final Lots lots;
    private final Places places;
    private final Oldest oldest;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Scope scope;

    MoveLines(
            EntityManager database,
            Lots lots,
            Places places,
            Oldest oldest,
            Catalogue catalogue,
            Goods goods,
            Scope scope) {
        this.database = database;
        this.lots = lots;
        this.places = places;
        this.oldest = oldest;
        this.catalogue = catalogue;
        this.goods = goods;
        this.scope = scope;
    }

    /**
     * What a line asks for.
     *
     * @param lot null where an item is asked for
     * @param from null: wherever it is free
     * @param quantity null: all that is free
     */
    private record Wish(Lot lot, Item item, String size, Grade grade, Long quantity, Place from, Place to) {
        private boolean takes(Lot found) {
            return item.getId().equals(found.getItem().getId())
                    && (size == null || size.equals(found.getSize()))
                    && (grade == null || grade == found.getGrade());
        }

        /** Who asks for more comes first, so that whoever takes anything takes what is left. */
        private int demands() {
            return (size == null ? 0 : 1) + (grade == null ? 0 : 1);
        }

        private long wanted() {
            return quantity == null ? ALL : quantity;
        }
    }

    private record Spot(Long lot, Long place) {}

    private record Leg(Long lot, Long from, Long to) {}

    /** What the lines have taken so far, one movement for the same way of the same lot. */
    private static final class Gathered {
        private final Map<Spot, Long> taken = new HashMap<>();
        private final Map<Leg, Transfer> transfers = new LinkedHashMap<>();
        private final Entry entry;

        private Gathered(Entry entry) {
            this.entry = entry;
        }

        private long left(Oldest.Picked there) {
            return there.quantity() - taken.getOrDefault(spot(there.lot(), there.place()), 0L);
        }

        private void take(Lot lot, Place from, Place to, long quantity) {
            taken.merge(spot(lot, from), quantity, Long::sum);
            transfers.merge(
                    new Leg(lot.getId(), from.getId(), to.getId()),
                    new Transfer(lot, from, to, quantity, entry),
                    (one, more) -> new Transfer(lot, from, to, one.quantity() + more.quantity(), entry));
        }

        private static Spot spot(Lot lot, Place place) {
            return new Spot(lot.getId(), place.getId());
        }
    }

    /**
     * @param path of the fields of a line, by its index
     * @throws Invalid naming the fields at fault
     * @throws NotEnoughStock when less is free than a line asks for
     */
    List<Transfer> find(MoveGoods command, IntFunction<String> path, Entry entry) {
        List<Wish> wishes = read(command, path);
        Gathered gathered = new Gathered(entry);
        Map<Long, List<Oldest.Picked>> free = free(wishes);
        wishes.stream()
                .filter(wish -> wish.lot() != null)
                .forEach(wish -> takeLot(wish, free.getOrDefault(wish.lot().getId(), List.of()), gathered));
        Map<Optional<Long>, List<Wish>> byPlace = wishes.stream()
                .filter(wish -> wish.lot() == null)
                .collect(Collectors.groupingBy(
                        wish -> Optional.ofNullable(wish.from()).map(Place::getId), LinkedHashMap::new, Collectors.toList()));
        byPlace.values().forEach(some -> takeItems(some, gathered));
        return List.copyOf(gathered.transfers.values());
    }

    private List<Wish> read(MoveGoods command, IntFunction<String> path) {
        Map<String, Place> known = places.byCodes(codes(command));
        Map<String, Lot> named = lots
                .byCodes(command.lines().stream()
                        .flatMap(line -> Code.read(CodeKind.BAG, line.lot()).stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Lot::getCode, lot -> lot));
        List<FieldError> faults = new ArrayList<>();
        Place from = place("from", command.from(), known, false, faults);
        Place to = place("to", command.to(), known, true, faults);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            MoveGoods.Line line = command.lines().get(i);
            String head = path.apply(i);
            Place lineFrom = isBlank(line.from()) ? from : place(head + "from", line.from(), known, false, faults);
            Place lineTo = isBlank(line.to()) ? to : place(head + "to", line.to(), known, true, faults);
            if (isBlank(line.to()) && isBlank(command.to())) {
                faults.add(new FieldError(head + "to", "error_notnull", Map.of()));
            }
            if (lineFrom != null && lineTo != null && lineFrom.getId().equals(lineTo.getId())) {
                faults.add(new FieldError(
                        isBlank(line.to()) ? "to" : head + "to",
                        "error_stock_same_place",
                        Map.of("place", lineTo.label())));
            }
            wish(head, line, named, lineFrom, lineTo, faults).ifPresent(wishes::add);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults.stream().distinct().toList());
        }
        return wishes;
    }

    private static List<String> codes(MoveGoods command) {
        return Stream.concat(
                        Stream.of(command.from(), command.to()),
                        command.lines().stream().flatMap(line -> Stream.of(line.from(), line.to())))
                .filter(code -> !isBlank(code))
                .toList();
    }

    private static Place place(
            String path, String code, Map<String, Place> known, boolean open, List<FieldError> faults) {
        if (isBlank(code)) {
            return null;
        }
        Place place = Places.read(code).map(known::get).orElse(null);
        boolean fits = place != null
                && place.getKind().isForGoods()
                && (!open || place.isActive() && place.isAtHand());
        if (!fits) {
            faults.add(new FieldError(path, "error_place_unknown", Map.of("given", Given.shortened(code))));
        }
        return fits ? place : null;
    }

    private Optional<Wish> wish(
            String head, MoveGoods.Line line, Map<String, Lot> named, Place from, Place to, List<FieldError> faults) {
        try {
            if (isBlank(line.lot()) == isBlank(line.item())) {
                throw Invalid.field(
                        head + "item", isBlank(line.item()) ? "error_stock_move_what" : "error_stock_move_what_twice");
            }
            if (!isBlank(line.lot())) {
                Lot lot = Code.read(CodeKind.BAG, line.lot()).map(named::get).orElse(null);
                if (lot == null || Catalogue.isMoney(lot.getItem())) {
                    throw Invalid.field(
                            head + "lot", "error_stock_lot_unknown", Map.of("given", Given.shortened(line.lot())));
                }
                return Optional.of(new Wish(lot, null, null, null, line.quantity(), from, to));
            }
            Item item = catalogue.find(line.item().strip());
            if (item == null || Catalogue.isMoney(item)) {
                throw Invalid.field(head + "item", "error_item_unknown", Map.of("given", Given.shortened(line.item())));
            }
            String size = isBlank(line.size()) ? null : line.size().strip();
            catalogue.checkFit(head, item, size, null);
            return Optional.of(new Wish(null, item, size, line.grade(), line.quantity(), from, to));
        } catch (Invalid invalid) {
            faults.addAll(invalid.fields());
            return Optional.empty();
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Where the lots that are asked for are free. */
    private Map<Long, List<Oldest.Picked>> free(Collection<Wish> wishes) {
        List<Long> ids = wishes.stream()
                .filter(wish -> wish.lot() != null)
                .map(wish -> wish.lot().getId())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .createQuery(
                        """
                        select l, p, b.onHand - b.allocated from Balance b join Lot l on l.id = b.lotId
                          join Place p on p.id = b.placeId left join fetch p.top s left join fetch p.parent
                        where b.lotId in :lots and b.onHand > b.allocated and p.organisationId = :organisation
                          and coalesce(s.kind, p.kind) = SITE and not p.sealed
                        order by p.walk, p.id""",
                        Object[].class)
                .setParameter("lots", ids)
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .map(row -> new Oldest.Picked((Lot) row[0], (Place) row[1], (Long) row[2]))
                .collect(Collectors.groupingBy(there -> there.lot().getId()));
    }

    private void takeLot(Wish wish, List<Oldest.Picked> free, Gathered gathered) {
        List<Oldest.Picked> there = free.stream()
                .filter(each -> !each.place().getId().equals(wish.to().getId()))
                .filter(each -> wish.from() == null || isIn(each.place(), wish.from()))
                .sorted(Comparator.comparing(each ->
                        wish.from() != null && !each.place().getId().equals(wish.from().getId())))
                .toList();
        long count = there.stream().mapToLong(gathered::left).sum();
        if (wish.quantity() == null && count == 0 || wish.from() == null && count < wish.wanted() && wish.quantity() != null) {
            throw new NotEnoughStock(
                    wish.from() == null ? "error_stock_lot_too_little" : "error_stock_lot_none_there",
                    Map.of(
                            "lot", wish.lot().getCode(),
                            "place", wish.from() == null ? "" : wish.from().label(),
                            "wanted", wish.quantity() == null ? 1L : wish.quantity(),
                            "count", count));
        }
        if (wish.quantity() != null && count < wish.quantity()) {
            // The ledger says under its lock what is there and to whom it is promised.
            gathered.take(wish.lot(), wish.from(), wish.to(), wish.quantity());
            return;
        }
        long open = wish.wanted();
        for (Oldest.Picked each : there) {
            long some = Math.min(open, gathered.left(each));
            if (some > 0) {
                gathered.take(each.lot(), each.place(), wish.to(), some);
                open -= some;
            }
        }
    }

    private static boolean isIn(Place place, Place around) {
        for (Place each = place; each != null; each = each.getParent()) {
            if (each.getId().equals(around.getId())) {
                return true;
            }
        }
        return false;
    }

    /** Wishes that take from the same place. */
    private void takeItems(List<Wish> wishes, Gathered gathered) {
        List<Wish> order =
                wishes.stream().sorted(Comparator.comparingInt(Wish::demands).reversed()).toList();
        long[] open = order.stream().mapToLong(Wish::wanted).toArray();
        Place from = order.get(0).from();
        List<Item> items = order.stream().map(Wish::item).distinct().toList();
        oldest.each(from, items, Oldest.Which.ANY, found -> {
            boolean more = false;
            for (int i = 0; i < open.length; i++) {
                Wish wish = order.get(i);
                boolean meant = wish.takes(found.lot()) && !found.place().getId().equals(wish.to().getId());
                long some = meant ? Math.min(open[i], gathered.left(found)) : 0;
                if (some > 0) {
                    gathered.take(found.lot(), found.place(), wish.to(), some);
                    open[i] -= some;
                }
                more |= open[i] > 0;
            }
            return more;
        });
        for (int i = 0; i < open.length; i++) {
            long got = order.get(i).wanted() - open[i];
            if (order.get(i).quantity() == null ? got == 0 : open[i] > 0) {
                throw tooLittle(order.get(i), got);
            }
        }
    }

    private NotEnoughStock tooLittle(Wish wish, long available) {
        return new NotEnoughStock(
                wish.from() == null ? "error_not_enough_in_house" : "error_not_enough_there",
                Map.of(
                        "item", goods.name(wish.item(), wish.size()),
                        "place", wish.from() == null ? "" : wish.from().label(),
                        "wanted", goods.quantity(wish.item(), wish.quantity() == null ? 1 : wish.quantity()),
                        "available", goods.quantity(wish.item(), available),
                        "count", available));
    }
}
