package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Money;

/**
 * Compares what was counted with what the ledger said at the moment of each count. What was counted by the code of its lot is
 * not expected once more among the things without labels.
 */
@ApplicationScoped
class Comparison {
    private final EntityManager database;
    private final StockHere stock;
    private final Worth worth;

    Comparison(EntityManager database, StockHere stock, Worth worth) {
        this.database = database;
        this.stock = stock;
        this.worth = worth;
    }

    /** A count, as far as it is compared. */
    record Taken(Long id, Long placeId, Long lotId, Long itemId, String size, Grade grade, long counted) {
        private Line line() {
            return new Line(placeId, lotId, new Kind(itemId, size, grade));
        }
    }

    /** What was expected of a lot when it was counted. */
    record Expected(Long countId, Long lotId, long quantity) {}

    /** All that is known of the counts of a stocktake. */
    private record Facts(
            Map<Line, List<Taken>> lines, Map<Long, List<Expected>> expected, Set<StockHere.Spot> byLot, Map<Long, Worth.Known> lots) {
        /** What was expected of a count, by lot. */
        private List<Expected> of(Taken count) {
            return expected.getOrDefault(count.id(), List.of()).stream()
                    .filter(each -> count.lotId() != null
                            || !byLot.contains(new StockHere.Spot(each.lotId(), count.placeId())))
                    .toList();
        }

        private long sum(Taken count) {
            return of(count).stream().mapToLong(Expected::quantity).sum();
        }
    }

    /** Every line that was counted, and everything there that nobody counted. */
    List<Compared> of(Stocktake stocktake) {
        Facts facts = facts(stocktake);
        List<Compared> all = new ArrayList<>();
        facts.lines().forEach((line, counts) -> all.add(compared(facts, line, counts)));
        all.addAll(uncounted(stocktake, facts));
        return all;
    }

    private Facts facts(Stocktake stocktake) {
        Map<Line, List<Taken>> lines = database.createQuery(
                        """
                        select new org.kindtrail.stocktake.Comparison$Taken(c.id, c.place.id, c.lot.id, c.itemId, c.size, c.grade,
                          c.counted) from StockCount c where c.stocktakeId = :stocktake order by c.turn""",
                        Taken.class)
                .setParameter("stocktake", stocktake.getId())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Taken::line, LinkedHashMap::new, Collectors.toList()));
        List<Expected> expected = database.createQuery(
                        """
                        select new org.kindtrail.stocktake.Comparison$Expected(e.countId, e.lotId, e.quantity)
                        from ExpectedLot e join StockCount c on c.id = e.countId where c.stocktakeId = :stocktake""",
                        Expected.class)
                .setParameter("stocktake", stocktake.getId())
                .getResultList();
        Set<StockHere.Spot> byLot = new HashSet<>();
        Set<Long> lots = new HashSet<>();
        lines.keySet().stream().filter(line -> line.lotId() != null).forEach(line -> {
            byLot.add(new StockHere.Spot(line.lotId(), line.placeId()));
            lots.add(line.lotId());
        });
        expected.forEach(each -> lots.add(each.lotId()));
        return new Facts(
                lines, expected.stream().collect(Collectors.groupingBy(Expected::countId)), byLot, worth.of(lots));
    }

    private Compared compared(Facts facts, Line line, List<Taken> counts) {
        Taken decides = counts.get(counts.size() - 1);
        long expected = facts.sum(decides);
        long difference = decides.counted() - expected;
        boolean disagree = counts.stream()
                        .mapToLong(each -> each.counted() - facts.sum(each))
                        .distinct()
                        .count()
                > 1;
        return new Compared(
                line, decides.id(), decides.counted(), expected, counts.size(), disagree, false,
                difference == 0 ? null : signed(worth(facts, line, decides, difference), difference));
    }

    private Money worth(Facts facts, Line line, Taken decides, long difference) {
        long quantity = Math.abs(difference);
        if (line.lotId() != null) {
            return worth.of(facts.lots().get(line.lotId()), quantity);
        }
        Money standard = worth.standard(line.kind().itemId(), line.kind().grade(), quantity);
        return difference > 0 || standard != null ? standard : missing(facts, facts.of(decides), quantity);
    }

    /** What is missing of things without labels, by the lots that it will be taken from. */
    private Money missing(Facts facts, List<Expected> there, long quantity) {
        Map<Long, Long> expected = there.stream().collect(Collectors.toMap(Expected::lotId, Expected::quantity));
        List<Money> parts = new ArrayList<>();
        long left = quantity;
        for (Worth.Known lot : there.stream().map(each -> facts.lots().get(each.lotId())).sorted(Worth.Known.NEWEST).toList()) {
            long some = Math.min(left, expected.get(lot.lotId()));
            if (some > 0) {
                parts.add(worth.of(lot, some));
                left -= some;
            }
        }
        return Worth.sum(parts);
    }

    private static Money signed(Money worth, long difference) {
        return worth == null || difference > 0 ? worth : new Money(-worth.minor(), worth.currency());
    }

    private List<Compared> uncounted(Stocktake stocktake, Facts facts) {
        List<StockHere.Lying> left = stock.in(stocktake).stream()
                .filter(each -> !facts.lines().containsKey(each.line()) && !facts.lines().containsKey(each.heap()))
                .toList();
        Set<StockHere.Spot> touched =
                stock.touched(left.stream().map(StockHere.Lying::spot).toList(), stocktake.getOpenedAt());
        Map<Long, Worth.Known> lots = worth.of(left.stream().map(StockHere.Lying::lotId).toList());
        return left.stream()
                .map(each -> new Compared(
                        each.line(), null, null, each.onHand(), 0, false, touched.contains(each.spot()),
                        signed(worth.of(lots.get(each.lotId()), each.onHand()), -each.onHand())))
                .toList();
    }
}
