package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.account.Scope;

/**
 * Tells who has the boxes of a shipment, and by which hands they came there: over all shipments of these boxes to which the
 * organisation of this request was a party, and no further.
 */
@ApplicationScoped
public class CustodyService {
    private static final int MOST_HOPS = 100;

    private final Shipments shipments;
    private final ShipmentEvents events;
    private final Scope scope;
    private final EntityManager database;

    CustodyService(Shipments shipments, ShipmentEvents events, Scope scope, EntityManager database) {
        this.shipments = shipments;
        this.events = events;
        this.scope = scope;
        this.database = database;
    }

    private record Standing(
            Long container, Long shipment, ShipmentLine.State state, Instant receivedAt, Instant lostAt) {}

    /** @throws org.kindtrail.kernel.NotFound when the organisation is no party to such a shipment */
    @Transactional
    public CustodyView of(String code) {
        Shipment shipment = shipments.get(code);
        List<Shipment> hops = hops(shipment);
        List<Long> ids = hops.stream().map(Shipment::getId).toList();
        List<Standing> standings = standings(shipment, ids);
        Map<Long, List<CustodyView.Event>> told = events.of(ids).stream()
                .collect(Collectors.groupingBy(CustodyView.Event::shipmentId));
        Map<Long, Long> shared =
                standings.stream().collect(Collectors.groupingBy(Standing::shipment, Collectors.counting()));
        return new CustodyView(
                shipment.getCode(),
                now(hops, standings),
                hops.stream()
                        .map(hop -> new CustodyView.Hop(
                                hop.getCode(),
                                hop.getOrganisation().getName(),
                                hop.receiverName(),
                                hop.getState(),
                                shared.getOrDefault(hop.getId(), 0L),
                                told.getOrDefault(hop.getId(), List.of())))
                        .toList());
    }

    /** The shipments of any of these boxes, in the order in which they left; this one is among them. */
    private List<Shipment> hops(Shipment shipment) {
        List<Shipment> found = database.createQuery(
                        """
                        from Shipment s join fetch s.organisation left join fetch s.receiver left join fetch s.partner
                        where s.departedAt is not null and s <> :shipment and """
                                + " " + Shipments.OURS
                                + """
                                 and exists (select 1 from ShipmentLine l, ShipmentLine mine
                                  where l.shipment = s and mine.shipment = :shipment and l.container = mine.container)
                                order by s.departedAt, s.id""",
                        Shipment.class)
                .setParameter("shipment", shipment)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(MOST_HOPS)
                .getResultList();
        List<Shipment> hops = new ArrayList<>(found);
        hops.add(shipment);
        hops.sort(Comparator.comparing(Shipment::getDepartedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Shipment::getId));
        return hops;
    }

    /** What each shipment says of the boxes of this one. */
    private List<Standing> standings(Shipment shipment, List<Long> hops) {
        return database.createQuery(
                        """
                        select l.container.id, l.shipment.id, l.state, l.receivedAt, l.lostAt from ShipmentLine l
                        where l.shipment.id in :hops and l.container.id in
                          (select mine.container.id from ShipmentLine mine where mine.shipment = :shipment)""",
                        Standing.class)
                .setParameter("hops", hops)
                .setParameter("shipment", shipment)
                .getResultList();
    }

    private record In(String state, String holder, String carrier) {}

    private List<CustodyView.Holding> now(List<Shipment> hops, List<Standing> standings) {
        Map<Long, Integer> order = new HashMap<>();
        for (int i = 0; i < hops.size(); i++) {
            order.put(hops.get(i).getId(), i);
        }
        // of a shipment that has not left yet nothing follows for who has the box
        Map<Long, Standing> latest = new HashMap<>();
        standings.forEach(each -> latest.merge(each.container(), each, (a, b) -> later(a, b, order, hops)));
        Map<Long, String> carriers = carriers(hops);
        Map<In, Long> counts = new LinkedHashMap<>();
        Map<In, Instant> since = new HashMap<>();
        for (Standing each : latest.values()) {
            Shipment hop = hops.get(order.get(each.shipment()));
            In in = in(hop, each, carriers.get(hop.getId()));
            counts.merge(in, 1L, Long::sum);
            Instant moment = since(hop, each);
            if (moment != null) {
                since.merge(in, moment, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return counts.entrySet().stream()
                .map(each -> new CustodyView.Holding(
                        each.getKey().state(),
                        each.getKey().holder(),
                        each.getKey().carrier(),
                        each.getValue(),
                        since.get(each.getKey())))
                .sorted(Comparator.comparing(CustodyView.Holding::containers).reversed())
                .toList();
    }

    private static Standing later(Standing a, Standing b, Map<Long, Integer> order, List<Shipment> hops) {
        boolean aLeft = hops.get(order.get(a.shipment())).getDepartedAt() != null;
        boolean bLeft = hops.get(order.get(b.shipment())).getDepartedAt() != null;
        if (aLeft != bLeft) {
            return aLeft ? a : b;
        }
        return order.get(a.shipment()) > order.get(b.shipment()) ? a : b;
    }

    /** Who carries each shipment now: of the last leg that has begun. */
    private Map<Long, String> carriers(List<Shipment> hops) {
        Map<Long, String> carriers = new HashMap<>();
        database.createQuery(
                        """
                        from ShipmentLeg l where l.shipment in :hops and l.departedAt is not null and l.carrier is not null
                        order by l.shipment.id, l.number""",
                        ShipmentLeg.class)
                .setParameter("hops", hops)
                .getResultList()
                .forEach(leg -> carriers.put(leg.getShipment().getId(), leg.getCarrier()));
        return carriers;
    }

    private static In in(Shipment hop, Standing each, String carrier) {
        String sender = hop.getOrganisation().getName();
        return switch (each.state()) {
            case RECEIVED -> new In("held", hop.receiverName(), null);
            case MISSING -> new In("missing", sender, null);
            case LOST -> new In("lost", sender, null);
            case FOUND -> new In("found", sender, null);
            case RETURNED -> new In("held", sender, null);
            case ON_LIST -> hop.isOnItsWay() ? new In("on_the_road", sender, carrier) : new In("held", sender, null);
        };
    }

    private static Instant since(Shipment hop, Standing each) {
        return switch (each.state()) {
            case RECEIVED -> each.receivedAt();
            case LOST -> each.lostAt();
            case MISSING, FOUND -> hop.getReceivedAt();
            case RETURNED -> hop.getEndedAt();
            case ON_LIST -> hop.isOnItsWay() ? hop.getDepartedAt() : null;
        };
    }
}
