package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Found;
import org.kindtrail.stock.KeptFor;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.NotEnoughStock;
import org.kindtrail.stock.Transfer;

/**
 * Posts the differences of a stocktake, and nothing else, in one act of the ledger. The same counts on the same stock always post
 * the same:
 *
 * <ol>
 * <li>What is missing of a lot at one place and too much of it at another goes from there to here: it stays what it is.
 * <li>What is missing of a lot is lost. What is missing of things without labels is lost from their newest lots that are free.
 * <li>What is too much is found: a new lot that nobody gave.
 * </ol>
 *
 * What nobody counted is lost if the approver says so, but not what moved since the stocktake began. A place that left the
 * house meanwhile keeps its lines unposted.
 */
@ApplicationScoped
class Settlement {
    private final EntityManager database;
    private final Ledger ledger;
    private final StockHere stock;
    private final Catalogue catalogue;
    private final Goods goods;
    private final Scope scope;
    private final Codes codes;

    Settlement(
            EntityManager database,
            Ledger ledger,
            StockHere stock,
            Catalogue catalogue,
            Goods goods,
            Scope scope,
            Codes codes) {
        this.database = database;
        this.ledger = ledger;
        this.stock = stock;
        this.catalogue = catalogue;
        this.goods = goods;
        this.scope = scope;
        this.codes = codes;
    }

    /** What lies there under the lots' locks, what is known of the lots, and what is going to be taken. */
    private static final class Work {
        private final Map<Long, Lot> lots;
        private final Map<StockHere.Spot, StockHere.Lying> lying;
        private final Map<StockHere.Spot, Long> taken = new HashMap<>();
        private final Map<Line, List<StockHere.Lying>> heaps;
        private final Map<Long, Set<Long>> thereThen;
        private final Entry entry;
        private final List<Transfer> missing = new ArrayList<>();
        private final List<Found> found = new ArrayList<>();

        /**
         * @param byLot what was counted by the code of its lot: it is no part of a heap
         * @param thereThen by count, the lots that lay there then
         */
        private Work(
                Map<Long, Lot> lots,
                List<StockHere.Lying> lying,
                Set<StockHere.Spot> byLot,
                Map<Long, Set<Long>> thereThen,
                Entry entry) {
            this.lots = lots;
            this.lying = lying.stream().collect(Collectors.toMap(StockHere.Lying::spot, Function.identity()));
            this.heaps = lying.stream()
                    .filter(each -> !byLot.contains(each.spot()))
                    .collect(Collectors.groupingBy(StockHere.Lying::heap));
            this.thereThen = thereThen;
            this.entry = entry;
        }

        private long onHand(StockHere.Spot spot) {
            return lying.containsKey(spot) ? lying.get(spot).onHand() - taken.getOrDefault(spot, 0L) : 0;
        }

        private long free(StockHere.Spot spot) {
            return lying.containsKey(spot) ? onHand(spot) - lying.get(spot).allocated() : 0;
        }

        private void take(Lot lot, Place from, Place to, long quantity) {
            taken.merge(new StockHere.Spot(lot.getId(), from.getId()), quantity, Long::sum);
            missing.add(new Transfer(lot, from, to, quantity, entry));
        }
    }

    /**
     * @param zero whether what nobody counted is not there
     * @return whether anything moved
     * @throws NotEnoughStock when what is missing is promised, or has gone meanwhile; the words say to whom and what to do
     */
    boolean post(Stocktake stocktake, boolean zero, Entry entry) {
        List<Variance> lines = differing(stocktake, zero);
        Map<Long, Set<Long>> thereThen = thereThen(lines);
        Set<Long> lots = lots(lines, thereThen);
        ledger.lock(lots);
        lines = stillTrue(stocktake, lines);
        Work work = new Work(entities(lots), stock.ofLots(lots), countedByLot(stocktake), thereThen, entry);
        byLots(work, lines.stream().filter(line -> line.getLot() != null).toList());
        lines.stream().filter(line -> line.getLot() == null).forEach(line -> heap(work, line));
        lines.forEach(line -> line.post(line.difference()));
        ledger.settle(work.missing, work.found, entry);
        return !work.missing.isEmpty() || !work.found.isEmpty();
    }

    /** Lines with something to post, at places that are the house's own and at hand. */
    private List<Variance> differing(Stocktake stocktake, boolean zero) {
        return database
                .createQuery(
                        "from Variance v left join fetch v.lot join fetch v.place p left join fetch p.parent left join fetch p.top"
                                + " where v.stocktakeId = :stocktake and (v.counted <> v.expected"
                                + (zero ? " or v.countId is null and not v.moved" : "") + ") order by v.line",
                        Variance.class)
                .setParameter("stocktake", stocktake.getId())
                .getResultList()
                .stream()
                .filter(line -> line.getPlace().isAtHand() && scope.organisation().equals(line.getPlace().getOrganisationId()))
                .toList();
    }

    private Map<Long, Lot> entities(Set<Long> lots) {
        return StockHere.inBatches(lots, some -> database.createQuery(
                                "from Lot l join fetch l.item where l.id in :lots", Lot.class)
                        .setParameter("lots", some)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Lot::getId, Function.identity()));
    }

    /** By count, the lots of which there was something when it was counted; of things without labels that are missing. */
    private Map<Long, Set<Long>> thereThen(List<Variance> lines) {
        Map<Long, Set<Long>> there = new HashMap<>();
        StockHere.inBatches(shortHeaps(lines).stream().map(Variance::getCountId).toList(), some -> database.createQuery(
                                "select e.countId, e.lotId from ExpectedLot e where e.countId in :counts", Object[].class)
                        .setParameter("counts", some)
                        .getResultList())
                .forEach(row -> there.computeIfAbsent((Long) row[0], count -> new HashSet<>()).add((Long) row[1]));
        return there;
    }

    /** All lots that a posting may take from. */
    private Set<Long> lots(List<Variance> lines, Map<Long, Set<Long>> thereThen) {
        Set<Long> lots = new HashSet<>();
        lines.stream().filter(line -> line.getLot() != null).forEach(line -> lots.add(line.getLot().getId()));
        thereThen.values().forEach(lots::addAll);
        Set<Line> heaps = shortHeaps(lines).stream().map(Settlement::heapOf).collect(Collectors.toSet());
        if (!heaps.isEmpty()) {
            stock.of(
                            heaps.stream().map(line -> line.kind().itemId()).distinct().toList(),
                            heaps.stream().map(Line::placeId).toList())
                    .stream()
                    .filter(each -> heaps.contains(each.heap()))
                    .forEach(each -> lots.add(each.lotId()));
        }
        return lots;
    }

    private static Line heapOf(Variance line) {
        return new Line(line.getPlace().getId(), null, line.kind());
    }

    private static List<Variance> shortHeaps(List<Variance> lines) {
        return lines.stream().filter(line -> line.getLot() == null && line.difference() < 0).toList();
    }

    /** Without what nobody counted and somebody touched: who moved it has seen it. */
    private List<Variance> stillTrue(Stocktake stocktake, List<Variance> lines) {
        Set<StockHere.Spot> touched = stock.touched(
                lines.stream()
                        .filter(line -> line.getCountId() == null)
                        .map(Settlement::spot)
                        .toList(),
                stocktake.getOpenedAt());
        return lines.stream()
                .filter(line -> line.getCountId() != null || !touched.contains(spot(line)))
                .toList();
    }

    private static StockHere.Spot spot(Variance line) {
        return new StockHere.Spot(line.getLot().getId(), line.getPlace().getId());
    }

    /** Lots that have lines of their own are no part of a heap. */
    private Set<StockHere.Spot> countedByLot(Stocktake stocktake) {
        return database
                .createQuery(
                        """
                        select new org.kindtrail.stocktake.StockHere$Spot(v.lot.id, v.place.id) from Variance v
                        where v.stocktakeId = :stocktake and v.lot is not null""",
                        StockHere.Spot.class)
                .setParameter("stocktake", stocktake.getId())
                .getResultList()
                .stream()
                .collect(Collectors.toSet());
    }

    /** The differences of one lot, place by place. */
    private void byLots(Work work, List<Variance> lines) {
        lines.stream()
                .collect(Collectors.groupingBy(line -> line.getLot().getId(), LinkedHashMap::new, Collectors.toList()))
                .forEach((lot, its) -> oneLot(work, work.lots.get(lot), its));
    }

    private void oneLot(Work work, Lot lot, List<Variance> lines) {
        Map<Variance, Long> surplus = new LinkedHashMap<>();
        lines.stream().filter(line -> line.difference() > 0).forEach(line -> surplus.put(line, line.difference()));
        for (Variance line : lines) {
            long left = -line.difference();
            if (left > 0) {
                refuseUnlessFree(work, line, List.of(spot(line)), left);
            }
            for (Map.Entry<Variance, Long> there : surplus.entrySet()) {
                long some = Math.min(left, there.getValue());
                if (some > 0) {
                    work.take(lot, line.getPlace(), there.getKey().getPlace(), some);
                    there.setValue(there.getValue() - some);
                    left -= some;
                }
            }
            if (left > 0) {
                work.take(lot, line.getPlace(), ledger.boundary(Place.LOST), left);
            }
        }
        surplus.forEach((line, quantity) -> {
            if (quantity > 0) {
                Money known = lot.getWorth() == null ? null : Worth.part(lot.getWorth(), lot.getQuantity(), quantity);
                work.found.add(new Found(
                        line.getPlace(),
                        new NewLot(
                                codes.next(CodeKind.BAG), lot.getItem(), lot.getSize(), lot.getFits(), lot.getGrade(), quantity,
                                known, lot.getExpiresOn())));
            }
        });
    }

    private void heap(Work work, Variance line) {
        if (line.difference() > 0) {
            Kind kind = line.kind();
            work.found.add(new Found(
                    line.getPlace(),
                    new NewLot(
                            codes.next(CodeKind.BAG), catalogue.of(kind.itemId()), kind.size(), null, kind.grade(),
                            line.difference())));
            return;
        }
        List<Lot> from = newest(work, line);
        long left = -line.difference();
        refuseUnlessFree(work, line, from.stream().map(lot -> new StockHere.Spot(lot.getId(), line.getPlace().getId())).toList(), left);
        for (Lot lot : from) {
            long some = Math.min(left, work.free(new StockHere.Spot(lot.getId(), line.getPlace().getId())));
            if (some > 0) {
                work.take(lot, line.getPlace(), ledger.boundary(Place.LOST), some);
                left -= some;
            }
        }
    }

    /** What lies there of the kind: first what lay there when it was counted, then what came since; each the newest first. */
    private List<Lot> newest(Work work, Variance line) {
        Set<Long> thereThen = work.thereThen.getOrDefault(line.getCountId(), Set.of());
        return work.heaps.getOrDefault(heapOf(line), List.of()).stream()
                .map(each -> work.lots.get(each.lotId()))
                .sorted(Comparator.comparing((Lot lot) -> !thereThen.contains(lot.getId()))
                        .thenComparing(Comparator.comparing(Lot::getReceivedAt).thenComparing(Lot::getId).reversed()))
                .toList();
    }

    private void refuseUnlessFree(Work work, Variance line, List<StockHere.Spot> from, long wanted) {
        long free = from.stream().mapToLong(work::free).sum();
        if (free >= wanted) {
            return;
        }
        long onHand = from.stream().mapToLong(work::onHand).sum();
        List<String> promised = from.stream()
                .filter(spot -> work.onHand(spot) > work.free(spot))
                .limit(10)
                .flatMap(spot -> stock.promisedTo(spot).stream())
                .distinct()
                .toList();
        throw new NotEnoughStock(
                onHand < wanted ? "error_stocktake_gone" : "error_stocktake_promised",
                Map.of(
                        "line", line.getLine(),
                        "what", line.getLot() != null
                                ? line.getLot().getCode()
                                : goods.name(catalogue.of(line.kind().itemId()), line.kind().size()),
                        "place", line.getPlace().label(),
                        "missing", wanted,
                        "onHand", onHand,
                        "free", free,
                        "kind", KeptFor.kind(promised),
                        "needs", String.join(", ", promised)));
    }
}
