package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * The shipments in which lots travelled, for those who tell their way. Not bound to an organisation: whoever asks has found the
 * lots to be its donor's, and tells in public only what {@link Party#publicName} says.
 */
@ApplicationScoped
public class Hops {
    /**
     * Who sent or received.
     *
     * @param organisation id; null for a partner without an account
     * @param partner id; null for an organisation of the installation
     * @param publicName its name, if it agreed to be named in public; else null, and it is "a partner organisation" in its country
     * @param country ISO 3166-1 alpha-2
     */
    public record Party(Long organisation, Long partner, String publicName, String country) {}

    /**
     * Some of a lot travelled in a box.
     *
     * @param lot its id
     * @param container id of the box it was in when this left
     * @param quantity how much of it, in the item's unit
     * @param state what became of the box
     * @param receivedAt when the box was received; null when it was not
     */
    public record Hop(
            Long lot,
            Long shipment,
            String code,
            Long container,
            long quantity,
            Party from,
            Party to,
            Instant departedAt,
            ShipmentLine.State state,
            Instant receivedAt) {}

    private final EntityManager database;

    Hops(EntityManager database) {
        this.database = database;
    }

    /** Those of the lots, in the order in which the shipments left; one statement for every 500 lots. */
    @Transactional
    public List<Hop> of(Collection<Long> lots) {
        List<Hop> hops = new ArrayList<>();
        for (List<Long> some : ShipmentLines.batches(lots)) {
            List<?> rows = database.createNativeQuery(
                            """
                            select x.lot_id, s.id as shipment_id, s.code, l.container_id, x.quantity,
                              o.id as sender_id, case when o.named_in_public then o.name end as sender_name, o.country as sender_country,
                              r.id as receiver_id, p.id as partner_id,
                              case when r.named_in_public then r.name when p.named_in_public then p.name end as receiver_name,
                              coalesce(r.country, p.country) as receiver_country, s.departed_at, l.state, l.received_at
                            from (
                              select m.lot_id, l.id as line_id,
                                sum(case when m.to_place_id = l.container_id then m.quantity else -m.quantity end) as quantity
                              from movement m
                              join shipment_line l on l.container_id = m.to_place_id or l.container_id = m.from_place_id
                              join shipment s on s.id = l.shipment_id
                              where m.lot_id in (:lots)
                                and m.recorded_at <= case when l.surplus then l.received_at else s.listed_at end
                              group by m.lot_id, l.id
                              having sum(case when m.to_place_id = l.container_id then m.quantity else -m.quantity end) > 0
                            ) x
                            join shipment_line l on l.id = x.line_id join shipment s on s.id = l.shipment_id
                            join organisation o on o.id = s.organisation_id
                            left join organisation r on r.id = s.receiver_id left join partner p on p.id = s.partner_id
                            where s.departed_at is not null""",
                            Object[].class)
                    .unwrap(NativeQuery.class)
                    .addScalar("lot_id", Long.class)
                    .addScalar("shipment_id", Long.class)
                    .addScalar("code", String.class)
                    .addScalar("container_id", Long.class)
                    .addScalar("quantity", Long.class)
                    .addScalar("sender_id", Long.class)
                    .addScalar("sender_name", String.class)
                    .addScalar("sender_country", String.class)
                    .addScalar("receiver_id", Long.class)
                    .addScalar("partner_id", Long.class)
                    .addScalar("receiver_name", String.class)
                    .addScalar("receiver_country", String.class)
                    .addScalar("departed_at", Instant.class)
                    .addScalar("state", String.class)
                    .addScalar("received_at", Instant.class)
                    .setParameterList("lots", some)
                    .getResultList();
            rows.forEach(row -> hops.add(hop((Object[]) row)));
        }
        hops.sort(Comparator.comparing(Hop::departedAt).thenComparing(Hop::shipment).thenComparing(Hop::lot).thenComparing(Hop::container));
        return hops;
    }

    private static Hop hop(Object[] row) {
        return new Hop(
                number(row[0]),
                number(row[1]),
                (String) row[2],
                number(row[3]),
                number(row[4]),
                new Party(number(row[5]), null, (String) row[6], (String) row[7]),
                new Party(number(row[8]), number(row[9]), (String) row[10], (String) row[11]),
                (Instant) row[12],
                ShipmentLine.State.valueOf((String) row[13]),
                (Instant) row[14]);
    }

    private static Long number(Object value) {
        return (Long) value;
    }
}
