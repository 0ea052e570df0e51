package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.NativeQuery;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.stock.ConversionKind;

/**
 * What went on to other organisations in containers, and is there now or on its way. What is in a container does not move with it,
 * so nothing of this is a flow: it is read from the shipments in whose containers the account's lots lay when these left. One
 * statement when nothing was ever sent on, two when something was.
 */
@ApplicationScoped
class Onward {
    /**
     * An organisation at one end of a shipment.
     *
     * @param named whether it agreed that the public reads its name
     */
    record Party(String name, String country, boolean named) {}

    /**
     * A shipment in which something of the account travelled.
     *
     * @param listedAt when its departure was written down
     * @param receivedAt when the last of the account's containers was received, and written down as received; null: none was
     * @param sent how much of the account was on the packing list, by goods
     * @param came how much of that was in containers that were received
     */
    record Hop(
            Long shipment,
            Party from,
            Party to,
            Instant departedAt,
            Instant listedAt,
            Instant receivedAt,
            Map<String, Long> sent,
            Map<String, Long> came) {
        private Journey journey(ZoneId zone) {
            return new Journey(to.named() && from.named() ? Disclosure.NAMED : Disclosure.REGION, zone);
        }

        boolean isReceivedTold(Instant now, ZoneId zone) {
            return receivedAt != null && journey(zone).isTold(receivedAt, receivedAt, now);
        }

        boolean isDepartureTold(Instant now, ZoneId zone) {
            return isReceivedTold(now, zone) || journey(zone).isDepartureTold(departedAt, listedAt, now);
        }

        /** What is told of when it was received. */
        When received(ZoneId zone) {
            return journey(zone).arrival(receivedAt, null);
        }
    }

    /**
     * Some of the account that is not in the hands of its organisation now.
     *
     * @param conversion what made it; null for what came in as it is
     * @param lot when others have a part in it: its id; else null
     * @param shipment the last one in which it travelled; null for what another organisation made of it
     * @param onTheRoad whether it is between two organisations
     */
    record Elsewhere(
            Long conversion,
            ConversionKind kind,
            Long lot,
            long own,
            long whole,
            String goods,
            boolean unsorted,
            Long shipment,
            boolean onTheRoad,
            long quantity) {}

    /**
     * Some goods that are told as being elsewhere, and not as waiting in the house.
     *
     * @param to to whom they went on
     * @param when when they were received there; null while they are on the way
     */
    record Away(String goods, boolean unsorted, Fate fate, Party to, When when, long quantity) {}

    /** Everything of an account that went on: the shipments, the first at the head, and what is elsewhere now. */
    record All(List<Hop> hops, List<Elsewhere> elsewhere) {
        static final All NOTHING = new All(List.of(), List.of());

        /** The shipments of which something may be told. */
        List<Hop> told(Instant now, ZoneId zone) {
            return hops.stream().filter(hop -> hop.isDepartureTold(now, zone)).toList();
        }

        /** As what it may be told where it is; null: as waiting in the house. */
        Away away(Elsewhere some, Instant now, ZoneId zone) {
            Hop hop = some.shipment() == null ? lastReceived(now, zone) : byId(some.shipment());
            if (hop == null || !hop.isDepartureTold(now, zone)) {
                return null;
            }
            boolean there = !some.onTheRoad() && hop.isReceivedTold(now, zone);
            return new Away(
                    some.goods(),
                    some.unsorted(),
                    there ? Fate.HANDED_ON : Fate.ONWARD,
                    hop.to(),
                    there ? hop.received(zone) : null,
                    some.quantity());
        }

        /** As what it is known in the house: at once, and exact. */
        Away exact(Elsewhere some, ZoneId zone) {
            Hop hop = some.shipment() == null
                    ? hops.stream().filter(each -> each.receivedAt() != null).reduce((one, next) -> next).orElse(null)
                    : byId(some.shipment());
            if (hop == null) {
                return null;
            }
            boolean there = !some.onTheRoad() && hop.receivedAt() != null;
            return new Away(
                    some.goods(),
                    some.unsorted(),
                    there ? Fate.HANDED_ON : Fate.ONWARD,
                    hop.to(),
                    there ? hop.received(zone) : null,
                    some.quantity());
        }

        private Hop byId(Long shipment) {
            return hops.stream().filter(hop -> hop.shipment().equals(shipment)).findFirst().orElse(null);
        }

        private Hop lastReceived(Instant now, ZoneId zone) {
            return hops.stream()
                    .filter(hop -> hop.isReceivedTold(now, zone))
                    .max(Comparator.comparing(Hop::receivedAt))
                    .orElse(null);
        }
    }

    /** What lay in a container of a shipment when it left; of one that was not on the list, when it came. */
    private static final String CARRIED =
            """
            select x.shipment_id, x.received_at, %1$s as goods, %2$s m.quantity as quantity
            from (%3$s) l left join item i on i.id = l.item_id left join conversion k on k.id = l.conversion_id
              left join movement m on m.lot_id = l.id
              left join shipment_line x on x.container_id = %4$s left join shipment s on s.id = x.shipment_id
            where s.listed_at is not null and s.state <> 'RETURNED' and x.state <> 'RETURNED'
              and m.recorded_at <= case when x.surplus then x.received_at else s.listed_at end""";

    private static final String HOPS =
            """
            select g.shipment_id, g.goods, sum(g.quantity) as sent,
              sum(case when g.received_at is not null then g.quantity else 0 end) as came, max(g.received_at) as received_at,
              s.departed_at, s.listed_at, coalesce(w.name, o.name) as from_name, coalesce(w.country, o.country) as from_country,
              case when w.id is not null then w.named_in_public else o.named_in_public end as from_named,
              coalesce(r.name, p.name) as to_name, coalesce(r.country, p.country) as to_country,
              case when r.id is not null then r.named_in_public else p.named_in_public end as to_named
            from (%s union all %s) g
            join shipment s on s.id = g.shipment_id join organisation o on o.id = s.organisation_id
              left join partner w on w.id = (select max(q.id) from container_move c join place f on f.id = c.from_place_id
                join partner q on q.place_id = f.id or q.place_id = f.top_id where c.document = s.code and c.reason = 'DEPARTED')
              left join organisation r on r.id = s.receiver_id left join partner p on p.id = s.partner_id
            group by g.shipment_id, g.goods, s.departed_at, s.listed_at, s.id, o.name, o.country, o.named_in_public, w.id, w.name, w.country,
              w.named_in_public, r.id, r.name,
              r.country, r.named_in_public, p.name, p.country, p.named_in_public
            having sum(g.quantity) > 0
            order by s.departed_at, s.id""";

    private static final String ELSEWHERE =
            """
            select l.conversion_id as made, k.kind as made_how, l.shared as shared, l.own as own, l.whole as whole, %1$s as goods,
              case when l.grade = 'UNSORTED' then 1 else 0 end as unsorted,
              (select max(x.shipment_id) from movement m join shipment_line x on x.container_id = m.to_place_id
                 join shipment s on s.id = x.shipment_id
               where m.lot_id = l.id and s.listed_at is not null and s.state <> 'RETURNED' and x.state <> 'RETURNED') as shipment,
              case when t.kind = 'CONSIGNMENT' then 1 else 0 end as on_the_road, sum(b.on_hand) as quantity
            from (%2$s) l left join item i on i.id = l.item_id left join conversion k on k.id = l.conversion_id
              left join balance b on b.lot_id = l.id left join place p on p.id = b.place_id left join place t on t.id = p.top_id
            where p.kind in ('SITE', 'SHELF', 'BOX', 'PALLET', 'FREIGHT')
              and (p.organisation_id <> :home or t.kind in ('CONSIGNMENT', 'PARTNER'))
            group by l.id, l.conversion_id, k.kind, l.shared, l.own, l.whole, %1$s, l.grade, t.kind""";

    private final EntityManager database;

    Onward(EntityManager database) {
        this.database = database;
    }

    All ofDonation(Long donation, Long organisation) {
        return read(Flows.BY_ITEM, Own.OF_DONATION, donation, organisation);
    }

    All ofDrive(Long drive, Long organisation) {
        return read(Flows.BY_CATEGORY, Own.OF_DRIVE, drive, organisation);
    }

    private All read(String goods, String lots, Long of, Long home) {
        List<Hop> hops = hops(goods, lots, of);
        return hops.isEmpty() ? All.NOTHING : new All(hops, elsewhere(goods, lots, of, home));
    }

    private List<Hop> hops(String goods, String lots, Long of) {
        List<?> rows = database.createNativeQuery(
                        HOPS.formatted(
                                CARRIED.formatted(goods, "", lots, "m.to_place_id"),
                                CARRIED.formatted(goods, "-", lots, "m.from_place_id")),
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("shipment_id", Long.class)
                .addScalar("goods", String.class)
                .addScalar("sent", Long.class)
                .addScalar("came", Long.class)
                .addScalar("received_at", Instant.class)
                .addScalar("departed_at", Instant.class)
                .addScalar("listed_at", Instant.class)
                .addScalar("from_name", String.class)
                .addScalar("from_country", String.class)
                .addScalar("from_named", Boolean.class)
                .addScalar("to_name", String.class)
                .addScalar("to_country", String.class)
                .addScalar("to_named", Boolean.class)
                .setParameter("of", of)
                .getResultList();
        Map<Long, Hop> hops = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(row -> hops.merge((Long) row[0], hop(row), Onward::together));
        return List.copyOf(hops.values());
    }

    private static Hop hop(Object[] row) {
        Map<String, Long> came = (Long) row[3] > 0 ? Map.of((String) row[1], (Long) row[3]) : Map.of();
        return new Hop(
                (Long) row[0],
                new Party((String) row[7], (String) row[8], (Boolean) row[9]),
                new Party((String) row[10], (String) row[11], (Boolean) row[12]),
                (Instant) row[5],
                (Instant) row[6],
                (Instant) row[4],
                new LinkedHashMap<>(Map.of((String) row[1], (Long) row[2])),
                new LinkedHashMap<>(came));
    }

    private static Hop together(Hop one, Hop more) {
        more.sent().forEach((goods, quantity) -> one.sent().merge(goods, quantity, Long::sum));
        more.came().forEach((goods, quantity) -> one.came().merge(goods, quantity, Long::sum));
        Instant last = one.receivedAt() == null || more.receivedAt() != null && more.receivedAt().isAfter(one.receivedAt())
                ? more.receivedAt()
                : one.receivedAt();
        return new Hop(
                one.shipment(), one.from(), one.to(), one.departedAt(), one.listedAt(), last, one.sent(), one.came());
    }

    private List<Elsewhere> elsewhere(String goods, String lots, Long of, Long home) {
        List<?> rows = database.createNativeQuery(ELSEWHERE.formatted(goods, lots), Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("made", Long.class)
                .addScalar("made_how", String.class)
                .addScalar("shared", Long.class)
                .addScalar("own", Long.class)
                .addScalar("whole", Long.class)
                .addScalar("goods", String.class)
                .addScalar("unsorted", Integer.class)
                .addScalar("shipment", Long.class)
                .addScalar("on_the_road", Integer.class)
                .addScalar("quantity", Long.class)
                .setParameter("of", of)
                .setParameter("home", home)
                .getResultList();
        List<Elsewhere> all = new ArrayList<>();
        rows.stream().map(row -> (Object[]) row).filter(row -> Objects.nonNull(row[9])).forEach(row -> all.add(new Elsewhere(
                (Long) row[0],
                row[1] == null ? null : ConversionKind.valueOf((String) row[1]),
                (Long) row[2],
                (Long) row[3],
                (Long) row[4],
                (String) row[5],
                (Integer) row[6] == 1,
                (Long) row[7],
                (Integer) row[8] == 1,
                (Long) row[9])));
        return all;
    }
}
