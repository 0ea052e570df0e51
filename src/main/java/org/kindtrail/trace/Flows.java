package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Reason;

/**
 * Adds up the ledger's movements for a donation or a drive: one statement each, whatever their size; the sums are made by the
 * database. What was taken back in the house is left out; what was taken back on the way to a recipient comes with the moment
 * of that, because the public is told of it later.
 */
@ApplicationScoped
class Flows {
    private static final String BY_ITEM = "cast(l.item_id as varchar(20))";

    /** Pieces, pairs and sets are counted together; bags, weights, volumes and money each for themselves. */
    private static final String BY_CATEGORY =
            "i.category || '|' || case when i.unit in ('piece', 'pair', 'set') then 'piece' else i.unit end";

    private static final String OF_DONATION = "l.origin = :of";
    private static final String OF_DRIVE = "l.origin in (select id from donation where drive_id = :of)";

    private final EntityManager database;

    Flows(EntityManager database) {
        this.database = database;
    }

    /** What flowed of a donation, by item. */
    List<Flow> ofDonation(Long donation) {
        return read(BY_ITEM, OF_DONATION, donation);
    }

    /** What flowed of a drive, by category and measure. */
    List<Flow> ofDrive(Long drive) {
        return read(BY_CATEGORY, OF_DRIVE, drive);
    }

    /**
     * How much of a donation is being packed and has not left, by item; for those only who agreed to be named. Of others it is
     * told when it has arrived: from the day on which something is packed the day of its departure could be guessed.
     */
    Map<String, Long> stagedOfDonation(Long donation) {
        return staged(donation);
    }

    private List<Flow> read(String goods, String which, Long of) {
        String sql =
                """
                select g.goods, g.unsorted, g.source, g.target, g.reason, g.dispatch_id, g.happened_at, g.recorded_at,
                       g.reversed_at, sum(g.quantity) as quantity, r.kind, r.country, r.region, r.disclosure,
                       r.public_name, r.description,
                       (select max(sent.recorded_at) from dispatch_line line join lot sent on sent.id = line.lot_id
                        where line.dispatch_id = g.dispatch_id) as came_in
                from (
                  select %s as goods,
                         case when l.grade = 'UNSORTED' then 1 else 0 end as unsorted,
                         case when f.kind in ('SITE', 'SHELF') then 'HOUSE' else f.kind end as source,
                         case when t.kind in ('SITE', 'SHELF') then 'HOUSE' else t.kind end as target,
                         m.reason as reason,
                         coalesce(c.id, e.dispatch_id) as dispatch_id,
                         case when c.id is not null or e.dispatch_id is not null then m.occurred_at end as happened_at,
                         case when c.id is not null or e.dispatch_id is not null then m.recorded_at end as recorded_at,
                         back.recorded_at as reversed_at,
                         m.quantity as quantity
                  from lot l
                  join item i on i.id = l.item_id
                  join movement m on m.lot_id = l.id
                  join place f on f.id = m.from_place_id
                  join place t on t.id = m.to_place_id
                  left join movement back on back.reverses = m.id
                  left join dispatch c on c.consignment_id
                    = case when f.kind = 'CONSIGNMENT' then f.id when t.kind = 'CONSIGNMENT' then t.id end
                  left join delivery e on e.code = m.document
                  where %s and m.reverses is null
                    and (back.id is null or c.id is not null or e.id is not null)
                    and not (f.kind in ('SITE', 'SHELF') and t.kind in ('SITE', 'SHELF'))
                ) g
                left join dispatch d on d.id = g.dispatch_id
                left join recipient r on r.id = d.recipient_id
                group by g.goods, g.unsorted, g.source, g.target, g.reason, g.dispatch_id, g.happened_at, g.recorded_at,
                         g.reversed_at, r.kind, r.country, r.region, r.disclosure, r.public_name, r.description"""
                        .formatted(goods, which);
        return database.createNativeQuery(sql, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("goods", String.class)
                .addScalar("unsorted", Integer.class)
                .addScalar("source", String.class)
                .addScalar("target", String.class)
                .addScalar("reason", String.class)
                .addScalar("dispatch_id", Long.class)
                .addScalar("happened_at", Instant.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("reversed_at", Instant.class)
                .addScalar("quantity", Long.class)
                .addScalar("kind", String.class)
                .addScalar("country", String.class)
                .addScalar("region", String.class)
                .addScalar("disclosure", String.class)
                .addScalar("public_name", String.class)
                .addScalar("description", String.class)
                .addScalar("came_in", Instant.class)
                .setParameter("of", of)
                .getResultList()
                .stream()
                .map(row -> flow((Object[]) row))
                .toList();
    }

    private static Flow flow(Object[] row) {
        return new Flow(
                (String) row[0],
                (Integer) row[1] == 1,
                Flow.Point.valueOf((String) row[2]),
                Flow.Point.valueOf((String) row[3]),
                Reason.valueOf((String) row[4]),
                trip(row),
                row[5] == null ? null : new Flow.Happened((Instant) row[6], (Instant) row[7], (Instant) row[8]),
                (Long) row[9]);
    }

    private static Flow.Trip trip(Object[] row) {
        if (row[5] == null) {
            return null;
        }
        return new Flow.Trip(
                (Long) row[5],
                new PublicWords.Subject(
                        RecipientKind.valueOf((String) row[10]),
                        (String) row[11],
                        (String) row[12],
                        Disclosure.valueOf((String) row[13]),
                        (String) row[14],
                        (String) row[15]),
                (Instant) row[16]);
    }

    private Map<String, Long> staged(Long donation) {
        Map<String, Long> staged = new HashMap<>();
        for (Object row : database.createNativeQuery(
                        """
                        select g.goods, sum(g.quantity) as quantity from (
                          select cast(l.item_id as varchar(20)) as goods, line.quantity as quantity
                          from lot l
                          join dispatch_line line on line.lot_id = l.id
                          join dispatch d on d.id = line.dispatch_id
                          join recipient r on r.id = d.recipient_id
                          where l.origin = :of and d.state in ('STAGED', 'LOADED') and r.disclosure = 'NAMED'
                        ) g group by g.goods""",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("goods", String.class)
                .addScalar("quantity", Long.class)
                .setParameter("of", donation)
                .getResultList()) {
            Object[] each = (Object[]) row;
            staged.put((String) each[0], (Long) each[1]);
        }
        return staged;
    }
}
