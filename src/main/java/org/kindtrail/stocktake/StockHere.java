package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;

/** Reads what the ledger says lies where; a bounded number of statements for however many lines. */
@ApplicationScoped
class StockHere {
    private static final int BATCH = 500;

    private final EntityManager database;
    private final Scope scope;
    private final Places places;
    private final Lots lots;

    StockHere(EntityManager database, Scope scope, Places places, Lots lots) {
        this.lots = lots;
        this.database = database;
        this.scope = scope;
        this.places = places;
    }

    /** Of a lot at a place. */
    record Spot(Long lotId, Long placeId) {}

    /** What lies at a spot. */
    record Lying(Long lotId, Long placeId, Long itemId, String size, Grade grade, Long onHand, Long allocated) {
        Spot spot() {
            return new Spot(lotId, placeId);
        }

        Kind kind() {
            return new Kind(itemId, size, grade);
        }

        Line heap() {
            return new Line(placeId, null, kind());
        }

        Line line() {
            return new Line(placeId, lotId, kind());
        }
    }

    private static final String LYING =
            """
            select new org.kindtrail.stocktake.StockHere$Lying(b.lotId, b.placeId, b.itemId, l.size, l.grade, b.onHand,
              b.allocated) from Balance b join Lot l on l.id = b.lotId""";

    /** Everything of the items at the places. */
    List<Lying> of(Collection<Long> items, Collection<Long> at) {
        return inBatches(at, some -> database.createQuery(
                        LYING + " where b.placeId in :places and b.itemId in :items and b.onHand > 0", Lying.class)
                .setParameter("places", some)
                .setParameter("items", items)
                .getResultList());
    }

    /** The lots, wherever they lie. */
    List<Lying> ofLots(Collection<Long> lots) {
        return inBatches(lots, some -> database.createQuery(LYING + " where b.lotId in :lots and b.onHand > 0", Lying.class)
                .setParameter("lots", some)
                .getResultList());
    }

    /**
     * All that lies where a stocktake counts: at sites, on shelves and in containers at hand. What is sealed is as its seal says,
     * and is left out.
     */
    List<Lying> in(Stocktake stocktake) {
        String where = LYING
                + """
                  join Place p on p.id = b.placeId left join p.top t
                 where p.organisationId = :organisation and b.onHand > 0 and not p.sealed
                   and p.kind in (SITE, SHELF, BOX, PALLET, FREIGHT) and coalesce(t.kind, p.kind) = SITE"""
                + (stocktake.getItemId() == null ? "" : " and b.itemId = " + stocktake.getItemId());
        Place place = stocktake.getPlace();
        if (place == null || place.getTop() == null) {
            String at = place == null ? "" : " and (p.id = " + place.getId() + " or t.id = " + place.getId() + ")";
            return database.createQuery(where + at, Lying.class)
                    .setParameter("organisation", scope.organisation())
                    .getResultList();
        }
        return inBatches(places.within(place), some -> database.createQuery(where + " and p.id in :places", Lying.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("places", some)
                .getResultList());
    }

    /** Those of the spots at which something went in or out since that moment, by hand or with a container. */
    Set<Spot> touched(Collection<Spot> spots, Instant since) {
        Set<Spot> moved = new HashSet<>();
        inBatches(lotsOf(spots), some -> database.createQuery(
                                """
                                select m.lot.id, m.fromPlace.id, m.toPlace.id from Movement m
                                where m.lot.id in :lots and m.recordedAt >= :since""",
                                Object[].class)
                        .setParameter("lots", some)
                        .setParameter("since", since)
                        .getResultList())
                .forEach(row -> {
                    moved.add(new Spot((Long) row[0], (Long) row[1]));
                    moved.add(new Spot((Long) row[0], (Long) row[2]));
                });
        Set<Long> carried = carried(spots.stream().map(Spot::placeId).distinct().toList(), since);
        Set<Spot> touched = new HashSet<>();
        spots.stream()
                .filter(spot -> moved.contains(spot) || carried.contains(spot.placeId()))
                .forEach(touched::add);
        return touched;
    }

    private static List<Long> lotsOf(Collection<Spot> spots) {
        return spots.stream().map(Spot::lotId).distinct().toList();
    }

    /** Those of the places that are containers and were moved since that moment, or stand in one that was. */
    private Set<Long> carried(List<Long> at, Instant since) {
        Map<Long, Long> standsIn = new HashMap<>();
        for (List<Long> level = at; !level.isEmpty(); ) {
            List<Long> above = new ArrayList<>();
            inBatches(level, some -> database.createQuery(
                                    "select p.id, p.parent.id from Place p where p.id in :places and p.kind in (BOX, PALLET, FREIGHT)",
                                    Object[].class)
                            .setParameter("places", some)
                            .getResultList())
                    .forEach(row -> {
                        if (standsIn.put((Long) row[0], (Long) row[1]) == null) {
                            above.add((Long) row[1]);
                        }
                    });
            level = above.stream().filter(each -> !standsIn.containsKey(each)).distinct().toList();
        }
        Set<Long> moved = new HashSet<>(inBatches(standsIn.keySet(), some -> database.createQuery(
                        "select distinct m.place.id from ContainerMove m where m.place.id in :places and m.recordedAt >= :since",
                        Long.class)
                .setParameter("places", some)
                .setParameter("since", since)
                .getResultList()));
        Set<Long> carried = new HashSet<>();
        for (Long each : at) {
            for (Long up = each; up != null; up = standsIn.get(up)) {
                if (moved.contains(up)) {
                    carried.add(each);
                }
            }
        }
        return carried;
    }

    /** The places, with what they stand in. */
    Map<Long, Place> places(Collection<Long> ids) {
        Map<Long, Place> found = new HashMap<>();
        inBatches(ids, some -> places.list(
                        "from Place p left join fetch p.parent left join fetch p.top where p.id in ?1", some))
                .forEach(place -> found.put(place.getId(), place));
        return found;
    }

    /** Those of the codes that are places or containers of the house, by code; with what they stand in. */
    Map<String, Place> placesByCode(Collection<String> typed) {
        List<String> codes = typed.stream().map(Places::read).flatMap(Optional::stream).toList();
        return inBatches(codes, some -> places.list(
                        "from Place p left join fetch p.parent left join fetch p.top where p.code in ?1 and p.organisationId = ?2",
                        some,
                        scope.organisation()))
                .stream()
                .collect(Collectors.toMap(Place::getCode, place -> place));
    }

    /** Those of the codes that are lots the house knows, by code. */
    Map<String, Lot> lotsByCode(Collection<String> typed) {
        List<String> codes = typed.stream()
                .filter(Objects::nonNull)
                .map(each -> Code.read(CodeKind.BAG, each))
                .flatMap(Optional::stream)
                .toList();
        return inBatches(codes, lots::byCodes).stream().collect(Collectors.toMap(Lot::getCode, lot -> lot));
    }

    /** The codes of what goods are promised to at a spot. */
    List<String> promisedTo(Spot spot) {
        return database.createQuery(
                        """
                        select distinct a.purposeCode from Allocation a
                        where a.lot.id = :lot and a.place.id = :place and a.state = PENDING order by a.purposeCode""",
                        String.class)
                .setParameter("lot", spot.lotId())
                .setParameter("place", spot.placeId())
                .setMaxResults(10)
                .getResultList();
    }

    static <K, T> List<T> inBatches(Collection<K> all, Function<List<K>, List<T>> read) {
        List<K> each = all.stream().distinct().toList();
        List<T> found = new ArrayList<>();
        for (int from = 0; from < each.size(); from += BATCH) {
            found.addAll(read.apply(each.subList(from, Math.min(from + BATCH, each.size()))));
        }
        return found;
    }
}
