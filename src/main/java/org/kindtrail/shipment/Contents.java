package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.stock.Lot;

/**
 * What was in the boxes of a packing list when it was frozen: the sum of the movements into and out of each that had been
 * written down until then. Nothing is copied at departure, so that leaving costs the same however much is in them.
 */
@ApplicationScoped
class Contents {

    /** What the movements into and out of the containers of the lines sum up to, until the list was frozen. */
    private static final String HELD =
            """
            (select m.line_id as line_id, m.lot_id as lot_id, sum(m.quantity) as quantity from (
              select l.id as line_id, m.lot_id as lot_id, m.quantity as quantity
              from shipment_line l join shipment s on s.id = l.shipment_id
              join movement m on m.to_place_id = l.container_id
              where %1$s and m.recorded_at <= %2$s
              union all
              select k.line_id, m.lot_id, -m.quantity
              from (select distinct l.id as line_id, l.container_id as container_id, i.lot_id as lot_id, %2$s as last_at
                    from shipment_line l join shipment s on s.id = l.shipment_id
                    join movement i on i.to_place_id = l.container_id where %1$s) k
              join movement m on m.lot_id = k.lot_id and m.from_place_id = k.container_id and m.recorded_at <= k.last_at
            ) m group by m.line_id, m.lot_id having sum(m.quantity) > 0)""";

    private static final String LAST =
            "coalesce(case when l.surplus then l.received_at else s.listed_at end, cast(:now as timestamp(6) with time zone))";

    private static final String HELD_BY_LINES = HELD.formatted("l.id in (:lines)", LAST);

    private static final String HELD_BY_SHIPMENT = HELD.formatted("l.shipment_id = :shipment and not l.surplus", LAST);

    /** So much of a lot in the container of a line. */
    record Held(Long line, Lot lot, long quantity) {}

    private final EntityManager database;
    private final Clock clock;

    Contents(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By line, in the order of the lots; of a shipment that has not left, what is in the boxes now. */
    Map<Long, List<Held>> of(Collection<Long> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (List<Long> some : ShipmentLines.batches(lines)) {
            rows.addAll(database.createNativeQuery(
                            "select x.line_id, x.lot_id, x.quantity from " + HELD_BY_LINES + " x order by x.line_id, x.lot_id",
                            Object[].class)
                    .setParameter("lines", some)
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .getResultList());
        }
        Map<Long, Lot> lots = lots(rows.stream().map(row -> number(row[1])).collect(Collectors.toCollection(TreeSet::new)));
        Map<Long, List<Held>> held = new HashMap<>();
        rows.forEach(row -> held.computeIfAbsent(number(row[0]), known -> new ArrayList<>())
                .add(new Held(number(row[0]), lots.get(number(row[1])), number(row[2]))));
        return held;
    }

    /**
     * So much of an item in a size and condition on a packing list, whatever became of it.
     *
     * @param boxes in how many containers it is
     * @param currency of its worth; null: of these nobody knows what they are worth
     * @param worth in the currency's minor unit, each lot rounded down
     */
    record Total(Long item, String size, Grade grade, long boxes, long quantity, String currency, long worth) {}

    /** By item; what was surplus is not on the list. */
    List<Total> totals(Shipment shipment) {
        List<Object[]> rows = database.createNativeQuery(
                        """
                        select t.item_id, t.size, t.grade, t.currency, count(distinct x.line_id), sum(x.quantity),
                          sum(floor(cast(x.quantity as numeric(30)) * coalesce(t.worth, 0) / t.quantity))
                        from """
                                + " " + HELD_BY_SHIPMENT
                                + """
                                 x join lot t on t.id = x.lot_id
                                group by t.item_id, t.size, t.grade, t.currency order by t.item_id, t.size, t.grade, t.currency""",
                        Object[].class)
                .setParameter("shipment", shipment.getId())
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> new Total(
                        number(row[0]),
                        (String) row[1],
                        Grade.valueOf((String) row[2]),
                        number(row[4]),
                        number(row[5]),
                        (String) row[3],
                        number(row[6])))
                .toList();
    }

    private Map<Long, Lot> lots(Collection<Long> ids) {
        Map<Long, Lot> lots = new HashMap<>();
        for (List<Long> some : ShipmentLines.batches(ids)) {
            database.createQuery("from Lot l join fetch l.item where l.id in :ids", Lot.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(lot -> lots.put(lot.getId(), lot));
        }
        return lots;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
