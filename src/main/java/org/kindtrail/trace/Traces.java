package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Rows;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Shares;

/** What a donor's page reads beside the flows; each in one statement. */
@ApplicationScoped
class Traces {
    private static final Long NOBODY = -1L;

    private final EntityManager database;

    Traces(EntityManager database) {
        this.database = database;
    }

    private static final String BY_TRACKING =
            """
            select d.id, d.organisation_id, d.donor_id, d.received_at, case when d.reversed_at is null then 0 else 1 end,
                   v.code, v.title, o.name, o.time_zone, o.catalogue_version,
                   case when exists (select 1 from lot x join dispatch_line line on line.lot_id = x.id where x.origin = d.id)
                     or exists (select 1 from lot_share s join dispatch_line line on line.lot_id = s.lot_id where s.origin = d.id)
                     then 1 else 0 end,
                   case when exists (select 1 from shipment_line) then 1 else 0 end,
                   case when exists (select 1 from picture p where p.drive_id = d.drive_id and p.ending is null) then 1 else 0 end
            from donation d join drive v on v.id = d.drive_id join organisation o on o.id = d.organisation_id
            where d.tracking_hash = :hash""";

    /** The donation that the code opens; its hash is all that is kept. */
    Optional<Donated> byTracking(String hash) {
        return Rows.read(database, BY_TRACKING, Map.of("hash", hash), row -> new Donated(
                        row.number(1),
                        row.number(2),
                        row.number(3),
                        row.moment(4),
                        row.is(5),
                        row.text(6),
                        row.text(7),
                        row.text(8),
                        ZoneId.of(row.text(9)),
                        new Donated.Beside(row.number(10).intValue(), row.is(11), row.is(12), row.is(13))))
                .stream()
                .findFirst();
    }

    /** The items of everything that came of a donation, by the name that flows have for them. */
    Map<String, Item> itemsOf(Long donation) {
        List<?> found = database.createNativeQuery(
                        "select * from item where id in (select l.item_id from (" + Own.OF_DONATION + ") l)", Item.class)
                .setParameter("of", donation)
                .getResultList();
        return found.stream()
                .map(Item.class::cast)
                .collect(Collectors.toMap(item -> String.valueOf(item.getId()), Function.identity()));
    }

    /** What of a donation, and of what came of it, was consumed by which conversions. */
    List<Layers.Step> stepsOf(Long donation) {
        return database.createNativeQuery(
                        """
                        select distinct l.conversion_id as made_by, n.conversion_id as made, k.kind,
                          case when n.share = :whole then l.shared end as sole
                        from (%s) l left join conversion_input n on n.lot_id = l.id
                          left join conversion k on k.id = n.conversion_id
                        where k.id is not null"""
                                .formatted(Own.OF_DONATION),
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("made_by", Long.class)
                .addScalar("made", Long.class)
                .addScalar("kind", String.class)
                .addScalar("sole", Long.class)
                .setParameter("of", donation)
                .setParameter("whole", Shares.WHOLE)
                .getResultList()
                .stream()
                .map(row -> step((Object[]) row))
                .toList();
    }

    private static Layers.Step step(Object[] row) {
        return new Layers.Step((Long) row[0], (Long) row[1], ConversionKind.valueOf((String) row[2]), (Long) row[3]);
    }

    /**
     * How many others gave what is in these lots too, by layer, in one statement. Who gave several times is one; so is each
     * gift of nobody knows whom.
     */
    Map<Layer, Long> others(Donated donation, SortedMap<Layer, Set<Long>> lots) {
        if (lots.isEmpty()) {
            return Map.of();
        }
        List<Layer> layers = List.copyOf(lots.keySet());
        List<String> each = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            each.add(
                    """
                    select %d as layer, count(distinct coalesce(d.donor_id, -d.id)) as others
                    from lot_share s join donation d on d.id = s.origin
                    where s.lot_id in (:lots%d) and s.origin <> :donation
                      and (d.donor_id is null or d.donor_id <> :donor)"""
                            .formatted(i, i));
        }
        NativeQuery<?> query = database.createNativeQuery(String.join(" union all ", each), Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("layer", Integer.class)
                .addScalar("others", Long.class)
                .setParameter("donation", donation.id())
                .setParameter("donor", donation.donor() == null ? NOBODY : donation.donor());
        for (int i = 0; i < layers.size(); i++) {
            query.setParameterList("lots" + i, lots.get(layers.get(i)));
        }
        return query.getResultList().stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> layers.get((Integer) row[0]), row -> (Long) row[1]));
    }

    /** A word of thanks: what was written, when, when it was let through, and at the end of which dispatch. */
    record Thanked(Long dispatch, String words, Instant givenAt, Instant approvedAt) {}

    /** The thanks of these dispatches that a coordinator let through. */
    List<Thanked> thanksOf(Collection<Long> dispatches) {
        if (dispatches.isEmpty()) {
            return List.of();
        }
        List<?> found = database.createNativeQuery(
                        """
                        select t.dispatch_id, t.words, t.given_at, coalesce(t.decided_at, t.given_at) as decided_at from thanks t
                        where t.dispatch_id in (:dispatches) and t.state = 'APPROVED'""",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("dispatch_id", Long.class)
                .addScalar("words", String.class)
                .addScalar("given_at", Instant.class)
                .addScalar("decided_at", Instant.class)
                .setParameterList("dispatches", dispatches)
                .getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Thanked((Long) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
                .toList();
    }
}
