package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Freshness;
import org.kindtrail.stock.Lot;

/** Finds what a write-off is about. */
@ApplicationScoped
class Pieces {
    /** The most lots at places that go in one write-off. */
    static final int MOST = 5000;

    private final StockHere stock;
    private final Places places;
    private final EntityManager database;
    private final Scope scope;
    private final Freshness freshness;

    Pieces(StockHere stock, Places places, EntityManager database, Scope scope, Freshness freshness) {
        this.stock = stock;
        this.places = places;
        this.database = database;
        this.scope = scope;
        this.freshness = freshness;
    }

    /** Some of a lot at a place. */
    record Piece(Lot lot, Place place, long quantity) {}

    /** @throws Invalid naming the fields at fault */
    List<Piece> of(WriteOffGoods command) {
        boolean byLines = command.lines() != null && !command.lines().isEmpty();
        long ways = Stream.of(byLines, isGiven(command.container()), isGiven(command.expiredAt())).filter(each -> each).count();
        if (ways != 1) {
            throw Invalid.field("lines", ways == 0 ? "error_stocktake_off_what" : "error_stocktake_off_one_way");
        }
        if (byLines) {
            return lines(command.lines());
        }
        Place place = isGiven(command.container())
                ? places.open("container", command.container())
                : places.open("expiredAt", command.expiredAt());
        if (isGiven(command.container()) && !place.getKind().isContainer()) {
            throw Invalid.field("container", "error_stocktake_off_no_container", Map.of("place", place.label()));
        }
        List<Piece> found = isGiven(command.container()) ? all(places.within(place), null) : all(places.everythingIn(place), freshness.today());
        if (found.isEmpty()) {
            throw new Refused(
                    isGiven(command.container()) ? "error_stocktake_off_empty" : "error_stocktake_off_nothing_expired",
                    Map.of("place", place.label()));
        }
        if (found.size() > MOST) {
            throw new Refused("error_stocktake_off_many", Map.of("count", found.size(), "most", MOST));
        }
        return found;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    /** @param before only what was of use until a day before that; null: everything */
    private List<Piece> all(List<Long> at, LocalDate before) {
        List<Piece> found = new ArrayList<>();
        StockHere.inBatches(at, some -> {
                    var query = database.createQuery(
                                    """
                                    select l, p, b.onHand from Balance b join Lot l on l.id = b.lotId join fetch l.item
                                      join Place p on p.id = b.placeId left join fetch p.parent left join fetch p.top t
                                    where p.organisationId = :organisation and p.id in :places and b.onHand > 0
                                      and coalesce(t.kind, p.kind) = SITE"""
                                            + (before == null ? "" : " and l.expiresOn < :before")
                                            + " order by p.id, l.id",
                                    Object[].class)
                            .setParameter("organisation", scope.organisation())
                            .setParameter("places", some)
                            .setMaxResults(MOST + 1);
                    return (before == null ? query : query.setParameter("before", before)).getResultList();
                })
                .forEach(row -> found.add(new Piece((Lot) row[0], (Place) row[1], (Long) row[2])));
        return found;
    }

    private List<Piece> lines(List<WriteOffGoods.Piece> typed) {
        Map<String, Lot> lots = stock.lotsByCode(typed.stream().map(WriteOffGoods.Piece::lot).toList());
        Map<String, Place> known =
                stock.placesByCode(typed.stream().map(WriteOffGoods.Piece::place).filter(Objects::nonNull).toList());
        Map<Long, List<StockHere.Lying>> lying = stock.ofLots(lots.values().stream().map(Lot::getId).toList()).stream()
                .collect(Collectors.groupingBy(StockHere.Lying::lotId));
        Map<Long, Place> there = stock.places(lying.values().stream()
                .flatMap(List::stream)
                .map(StockHere.Lying::placeId)
                .toList());
        List<FieldError> faults = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        Map<StockHere.Spot, Integer> seen = new HashMap<>();
        for (int i = 0; i < typed.size(); i++) {
            String path = "lines[" + i + "].";
            WriteOffGoods.Piece line = typed.get(i);
            try {
                Lot lot = Code.read(CodeKind.BAG, line.lot()).map(lots::get).orElse(null);
                if (lot == null || Catalogue.isMoney(lot.getItem())) {
                    throw Invalid.field(path + "lot", "error_stocktake_lot_unknown", Map.of("given", Given.shortened(line.lot())));
                }
                Place place = isGiven(line.place())
                        ? place(path, Places.read(line.place()).map(known::get).orElse(null), line.place())
                        : onlyPlace(path, lot, lying.getOrDefault(lot.getId(), List.of()), there);
                Integer before = seen.putIfAbsent(new StockHere.Spot(lot.getId(), place.getId()), i + 1);
                if (before != null) {
                    throw Invalid.field(path + "quantity", "error_stocktake_twice", Map.of("line", before));
                }
                pieces.add(new Piece(lot, place, line.quantity()));
            } catch (Invalid invalid) {
                faults.addAll(invalid.fields());
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return pieces;
    }

    private static Place place(String path, Place found, String typed) {
        if (found == null || !found.getKind().isForGoods() || !found.isAtHand()) {
            throw Invalid.field(path + "place", "error_place_unknown", Map.of("given", Given.shortened(typed)));
        }
        return found;
    }

    /** Where the lot lies, if that is one place of the house. */
    private Place onlyPlace(String path, Lot lot, List<StockHere.Lying> lying, Map<Long, Place> known) {
        List<Place> there = lying.stream()
                .map(each -> known.get(each.placeId()))
                .filter(place -> place != null && scope.organisation().equals(place.getOrganisationId()))
                .filter(place -> place.getKind().isForGoods() && place.isAtHand())
                .toList();
        if (there.size() != 1) {
            throw Invalid.field(
                    path + "place",
                    there.isEmpty() ? "error_stocktake_off_not_here" : "error_stocktake_off_where",
                    Map.of(
                            "lot", lot.getCode(),
                            "places", there.stream().limit(10).map(Place::label).collect(Collectors.joining("; "))));
        }
        return there.get(0);
    }
}
