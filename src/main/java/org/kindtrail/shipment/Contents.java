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
import org.kindtrail.stock.Lot;

/**
 * What was in the boxes of a packing list when it was frozen: the sum of the movements into and out of each that had been
 * written down until then. Nothing is copied at departure, so that leaving costs the same however much is in them.
 */
@ApplicationScoped
class Contents {

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
                            """
                            select x.line_id, x.lot_id, sum(x.quantity) from (
                              select l.id as line_id, m.lot_id as lot_id, m.quantity as quantity
                              from shipment_line l join shipment s on s.id = l.shipment_id
                              join movement m on m.to_place_id = l.container_id
                              where l.id in (:lines)
                                and m.recorded_at <= coalesce(case when l.surplus then l.received_at else s.listed_at end, cast(:now as timestamp(6) with time zone))
                              union all
                              select k.line_id, m.lot_id, -m.quantity
                              from (select distinct l.id as line_id, l.container_id as container_id, i.lot_id as lot_id,
                                      coalesce(case when l.surplus then l.received_at else s.listed_at end, cast(:now as timestamp(6) with time zone)) as last_at
                                    from shipment_line l join shipment s on s.id = l.shipment_id
                                    join movement i on i.to_place_id = l.container_id where l.id in (:lines)) k
                              join movement m on m.lot_id = k.lot_id and m.from_place_id = k.container_id and m.recorded_at <= k.last_at
                            ) x group by x.line_id, x.lot_id having sum(x.quantity) > 0 order by x.line_id, x.lot_id""",
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
