package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;

/** Reads the lines of stocktakes that were handed in. */
@ApplicationScoped
class Variances {
    /** Something of it came or went since it was counted; asked only while it waits for approval. */
    private static final String MOVED =
            """
            (s.state = COUNTED and (
              v.countId is not null and (
                exists (select 1 from ExpectedLot e where e.countId = v.countId
                  and coalesce((select b.onHand from Balance b where b.lotId = e.lotId and b.placeId = v.place.id), 0L) <> e.quantity)
                or exists (select 1 from Balance b join Lot l on l.id = b.lotId where b.placeId = v.place.id and b.itemId = v.itemId
                  and (b.lotId = v.lot.id or v.lot.id is null and l.grade = v.grade and (l.size = v.size or l.size is null and v.size is null))
                  and not exists (select 1 from ExpectedLot e where e.countId = v.countId and e.lotId = b.lotId)))
              or v.countId is null and (v.moved
                or coalesce((select b.onHand from Balance b where b.lotId = v.lot.id and b.placeId = v.place.id), 0L) <> v.expected)))""";

    private static final String DIFFERS = "(v.countId is null or v.counted <> v.expected)";

    /** Which lines are wanted. */
    enum Which {
        ALL("1 = 1"),
        DIFFERING(DIFFERS),
        MOVED(Variances.MOVED),
        DISAGREEING("v.disagree"),
        UNCOUNTED("v.countId is null");

        private final String where;

        Which(String where) {
            this.where = where;
        }
    }

    private final EntityManager database;
    private final Catalogue catalogue;

    Variances(EntityManager database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** Anew: what stood before is gone. */
    void replace(Stocktake stocktake, List<Variance> lines) {
        clear(stocktake);
        lines.forEach(database::persist);
        database.flush();
    }

    private void clear(Stocktake stocktake) {
        database.createQuery("delete from Variance v where v.stocktakeId = :stocktake")
                .setParameter("stocktake", stocktake.getId())
                .executeUpdate();
    }

    /** Whether something of it moved goods. */
    boolean anyPosted(Stocktake stocktake) {
        return has(stocktake, "v.posted <> 0");
    }

    boolean anyUncounted(Stocktake stocktake) {
        return has(stocktake, "v.countId is null");
    }

    private boolean has(Stocktake stocktake, String which) {
        return !database.createQuery("select v.id from Variance v where v.stocktakeId = :stocktake and " + which, Long.class)
                .setParameter("stocktake", stocktake.getId())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Marks the lines that are to be counted again; the number of them. */
    int askRecount(Stocktake stocktake, List<Integer> lines, boolean doubtful) {
        String which = "v.line in :lines" + (doubtful ? " or v.disagree or " + MOVED : "");
        List<Variance> marked = database.createQuery(
                        "select v from Variance v join Stocktake s on s.id = v.stocktakeId where v.stocktakeId = :stocktake and ("
                                + which + ")",
                        Variance.class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("lines", lines.isEmpty() ? List.of(-1) : lines)
                .getResultList();
        marked.forEach(Variance::askRecount);
        return marked.size();
    }

    private record Row(Variance line, boolean moved) {}

    /** In their order, with all counts of each; {@code after} is the id to go on from. */
    List<VarianceView> list(Stocktake stocktake, Which which, Long after, int count) {
        List<Row> rows = database
                .createQuery(
                        "select v, case when " + MOVED + " then true else false end from Variance v"
                                + " join Stocktake s on s.id = v.stocktakeId left join fetch v.lot join fetch v.place p"
                                + " left join fetch p.parent left join fetch p.top where v.stocktakeId = :stocktake and v.id > :after"
                                + " and " + which.where + " order by v.stocktakeId, v.id",
                        Object[].class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("after", after == null ? Long.valueOf(Long.MIN_VALUE) : after)
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(row -> new Row((Variance) row[0], (Boolean) row[1]))
                .toList();
        Map<Line, List<VarianceView.CountOfLine>> counts = counts(stocktake, rows);
        return rows.stream()
                .map(row -> view(row).with(counts.getOrDefault(key(row.line()), List.of())))
                .toList();
    }

    private static Line key(Variance line) {
        return new Line(line.getPlace().getId(), line.getLot() == null ? null : line.getLot().getId(), line.kind());
    }

    private VarianceView view(Row row) {
        Variance line = row.line();
        Item item = catalogue.of(line.kind().itemId());
        Money worth = line.getWorth();
        return new VarianceView(
                line.getId(),
                line.getLine(),
                line.getPlace().getCode(),
                line.getPlace().label(),
                line.getLot() == null ? null : line.getLot().getCode(),
                item.getCode(),
                catalogue.label(item),
                line.kind().size(),
                line.kind().grade(),
                line.getCounted(),
                line.getExpected(),
                line.difference(),
                worth == null ? null : worth.plain(),
                worth == null ? null : worth.currency(),
                row.moved(),
                line.isDisagree(),
                line.getPosted(),
                List.of());
    }

    private Map<Line, List<VarianceView.CountOfLine>> counts(Stocktake stocktake, List<Row> rows) {
        Set<Line> wanted = new HashSet<>();
        rows.stream().filter(row -> row.line().getCountId() != null).forEach(row -> wanted.add(key(row.line())));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Line, List<VarianceView.CountOfLine>> counts = new HashMap<>();
        List<Object[]> found = database
                .createQuery(
                        """
                        select c.place.id, c.lot.id, c.itemId, c.size, c.grade, c.counted, w.displayName, c.at,
                          (select coalesce(sum(e.quantity), 0L) from ExpectedLot e where e.countId = c.id and (c.lot.id is not null
                            or not exists (select 1 from Variance own where own.stocktakeId = c.stocktakeId
                              and own.place.id = c.place.id and own.lot.id = e.lotId and own.countId is not null)))
                        from StockCount c left join Person w on w.id = c.byPersonId
                        where c.stocktakeId = :stocktake and c.place.id in :places and c.itemId in :items order by c.turn""",
                        Object[].class)
                .setParameter("stocktake", stocktake.getId())
                .setParameter("places", wanted.stream().map(Line::placeId).distinct().toList())
                .setParameter("items", wanted.stream().map(line -> line.kind().itemId()).distinct().toList())
                .getResultList();
        for (Object[] row : found) {
            Line line = new Line((Long) row[0], (Long) row[1], new Kind((Long) row[2], (String) row[3], (Grade) row[4]));
            if (wanted.contains(line)) {
                long counted = (Long) row[5];
                counts.computeIfAbsent(line, each -> new ArrayList<>())
                        .add(new VarianceView.CountOfLine(
                                counted, counted - (Long) row[8], Objects.toString(row[6], ""), (java.time.Instant) row[7]));
            }
        }
        return counts;
    }

    private record Numbers(
            Long counted, Long differing, Long moved, Long disagreeing, Long uncounted, Long uncountedMoved, Long unvalued) {}

    private record Sums(String currency, Long missing, Long surplus, Long uncounted) {}

    StocktakeReport report(Stocktake stocktake) {
        Numbers numbers = asked(
                        """
                        select new org.kindtrail.stocktake.Variances$Numbers(
                          coalesce(sum(case when v.countId is not null then 1L else 0L end), 0L),
                          coalesce(sum(case when v.counted <> v.expected then 1L else 0L end), 0L),
                          coalesce(sum(case when v.countId is not null and %1$s then 1L else 0L end), 0L),
                          coalesce(sum(case when v.disagree then 1L else 0L end), 0L),
                          coalesce(sum(case when v.countId is null then 1L else 0L end), 0L),
                          coalesce(sum(case when v.countId is null and %1$s then 1L else 0L end), 0L),
                          coalesce(sum(case when v.worth is null and (v.countId is null or v.counted <> v.expected) then 1L else 0L end), 0L))
                        from Variance v join Stocktake s on s.id = v.stocktakeId where v.stocktakeId = :stocktake"""
                                .formatted(MOVED),
                        stocktake,
                        Numbers.class)
                .getSingleResult();
        List<Sums> sums = asked(
                        """
                        select new org.kindtrail.stocktake.Variances$Sums(v.currency,
                          sum(case when v.countId is not null and v.worth < 0 then -v.worth else 0L end),
                          sum(case when v.worth > 0 then v.worth else 0L end),
                          sum(case when v.countId is null and not v.moved then -v.worth else 0L end))
                        from Variance v where v.stocktakeId = :stocktake and v.worth is not null
                        group by v.currency order by v.currency""",
                        stocktake,
                        Sums.class)
                .getResultList();
        return new StocktakeReport(
                stocktake.getCode(),
                numbers.counted(),
                numbers.differing(),
                numbers.moved(),
                numbers.disagreeing(),
                numbers.uncounted(),
                numbers.uncountedMoved(),
                numbers.unvalued(),
                sums.stream()
                        .map(each -> new StocktakeReport.Worth(
                                each.currency(),
                                new Money(each.missing(), each.currency()).plain(),
                                new Money(each.surplus(), each.currency()).plain(),
                                new Money(each.uncounted(), each.currency()).plain()))
                        .toList(),
                stocktake.getVersion());
    }

    private <T> TypedQuery<T> asked(String query, Stocktake stocktake, Class<T> type) {
        return database.createQuery(query, type).setParameter("stocktake", stocktake.getId());
    }
}
