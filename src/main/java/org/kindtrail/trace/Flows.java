package org.kindtrail.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.query.NativeQuery;
import org.kindtrail.kernel.Rows;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Reason;

/**
 * Adds up the ledger's movements for a donation or a drive: one statement each, whatever their size and whatever became of
 * them; the sums are made by the database. What was taken back in the house is left out; what was taken back on the way to a
 * recipient comes with the moment of that, because the public is told of it later.
 */
@ApplicationScoped
class Flows {
    static final String BY_ITEM = "cast(l.item_id as varchar(20))";

    /**
     * Pieces, pairs and sets are counted together; bags, weights, volumes and money each for themselves. What was made of
     * something is told apart by item.
     */
    static final String BY_CATEGORY =
            "i.category || '|' || case when i.unit in ('piece', 'pair', 'set') then 'piece' else i.unit end"
                    + " || case when k.kind is null or k.kind in ('SORTING', 'GRADING') then '' else '|' || cast(l.item_id as varchar(20)) end";

    /** What is a drive's is told apart by the kind of what made it; a grading says nothing of that. */
    private static final String BY_KIND = "case when k.kind = 'GRADING' then l.conversion_id end";

    /** Where goods lie, in whoever's hands: what is in a container goes with it and does not move. {@link Onward} tells whose. */
    private static final String THERE = "'SITE', 'SHELF', 'BOX', 'PALLET', 'FREIGHT', 'PARTNER'";

    private static final String NOTHING = "cast(null as varchar(500))";
    private static final String PURPOSE = "(select u.purpose from fund u where u.place_id = %s.id)";

    private static final Map<Asked, String> STATEMENTS = new ConcurrentHashMap<>();

    private final EntityManager database;

    Flows(EntityManager database) {
        this.database = database;
    }

    /**
     * What is read of which lots.
     *
     * @param goods what tells goods apart
     * @param made what tells apart by what they were made
     * @param lots the lots, by :of; with what the account has in them
     * @param inside when a place counts as the account's own, by the name of the place; null: all of the house
     * @param told whether the words for funds and charities are wanted
     */
    private record Asked(String goods, String made, String lots, String inside, boolean told) {}

    /** What flowed of a donation, by item. */
    List<Strand> ofDonation(Long donation) {
        return read(new Asked(BY_ITEM, "l.conversion_id", Own.OF_DONATION, null, true), donation);
    }

    /** What flowed of what was given at a drive, by category and measure. */
    List<Strand> ofDrive(Long drive) {
        return read(new Asked(BY_CATEGORY, BY_KIND, Own.OF_DRIVE, null, false), drive);
    }

    /** What was brought to the site of a sale, and what became of it there; by category and measure. */
    List<Strand> atSale(Long drive) {
        return read(new Asked(BY_CATEGORY, BY_KIND, Own.AT_SALE, Own.INSIDE_SALE, false), drive);
    }

    /** The money that a sale earned, what was counted over it too. */
    List<Strand> earnedBySale(Long drive) {
        return read(new Asked(BY_CATEGORY, BY_KIND, Own.EARNED_BY_SALE, null, false), drive).stream()
                .map(strand -> Strand.alone(null, ConversionKind.SALE, strand.flow()))
                .toList();
    }

    /** What the money that a sale earned became at once: what was bought with it, and other money. */
    List<Strand> madeOfSale(Long drive) {
        return read(new Asked(BY_CATEGORY, BY_KIND, Own.MADE_OF_SALE, null, false), drive);
    }

    /**
     * Reads from the lots outwards: every lot has movements, and all joins are outer ones only so that H2 begins with the lots.
     * It would begin with all movements there are and look for the lot of each.
     */
    private List<Strand> read(Asked asked, Long of) {
        return Rows.read(database, STATEMENTS.computeIfAbsent(asked, Flows::statement), Map.of("of", of), Flows::strand);
    }

    private static String statement(Asked asked) {
        return """
                select g.goods, g.unsorted, g.source, g.target, g.reason, g.dispatch_id, g.happened_at, g.recorded_at,
                       g.reversed_at, sum(g.quantity) as quantity, r.kind, r.country, r.region, r.disclosure,
                       r.public_name, r.description,
                       case when g.dispatch_id is not null then
                         (select max(sent.recorded_at) from dispatch_line line join lot sent on sent.id = line.lot_id
                          where line.dispatch_id = g.dispatch_id)
                       when g.paid is not null then
                         (select max(sent.recorded_at) from movement payment join lot sent on sent.id = payment.lot_id
                          where payment.document = g.paid) end as came_in,
                       g.made, g.made_how, g.shared, g.own, g.whole, g.source_about, g.target_about
                from (
                  select %s as goods,
                         case when l.grade = 'UNSORTED' then 1 else 0 end as unsorted,
                         %s as source,
                         %s as target,
                         %s as source_about,
                         %s as target_about,
                         m.reason as reason,
                         coalesce(c.id, e.dispatch_id) as dispatch_id,
                         case when py.recipient_id is not null then m.document end as paid,
                         py.recipient_id as paid_to,
                         case when c.id is not null or e.dispatch_id is not null or py.recipient_id is not null
                           then m.occurred_at end as happened_at,
                         case when c.id is not null or e.dispatch_id is not null or py.recipient_id is not null
                           then m.recorded_at end as recorded_at,
                         back.recorded_at as reversed_at,
                         m.quantity as quantity,
                         %s as made, k.kind as made_how, l.shared as shared, l.own as own, l.whole as whole
                  from (%s) l
                  left join item i on i.id = l.item_id
                  left join movement m on m.lot_id = l.id
                  left join place f on f.id = m.from_place_id
                  left join place t on t.id = m.to_place_id
                  left join conversion k on k.id = l.conversion_id
                  left join movement back on back.reverses = m.id
                  left join dispatch c on c.consignment_id
                    = case when f.kind = 'CONSIGNMENT' then f.id when t.kind = 'CONSIGNMENT' then t.id end
                  left join delivery e on e.code = m.document
                  left join pay_out py on py.code = m.document and t.kind = 'PAID_OUT'
                  where m.reverses is null
                    and (back.id is null or c.id is not null or e.id is not null or py.recipient_id is not null)
                    and %s
                ) g
                left join dispatch d on d.id = g.dispatch_id
                left join recipient r on r.id = coalesce(d.recipient_id, g.paid_to)
                group by g.goods, g.unsorted, g.source, g.target, g.reason, g.dispatch_id, g.happened_at, g.recorded_at,
                         g.reversed_at, r.kind, r.country, r.region, r.disclosure, r.public_name, r.description, g.paid,
                         g.made, g.made_how, g.shared, g.own, g.whole, g.source_about, g.target_about"""
                        .formatted(
                                asked.goods(),
                                point("f", asked.inside()),
                                point("t", asked.inside()),
                                asked.told() ? PURPOSE.formatted("f") : NOTHING,
                                asked.told()
                                        ? "coalesce(" + PURPOSE.formatted("t") + ", " + Own.CHARITY + ")"
                                        : NOTHING,
                                asked.made(),
                                asked.lots(),
                                moves(asked.inside()));
    }

    /** Where a place is, as far as fate is concerned. */
    private static String point(String place, String inside) {
        String away = inside == null
                ? ""
                : "when %1$s.kind in (%3$s, 'FUND') and not %2$s then 'AWAY' ".formatted(place, inside.formatted(place), THERE);
        return """
               case %2$swhen %1$s.kind in (%3$s) then case when i.category = 'money' then 'FUND' else 'HOUSE' end
               when %1$s.kind = 'CONVERTED' and m.reason = 'KIT' and
                 (select min(made.kind) from conversion made where made.document = m.document) = 'OPENING' then 'OPENED'
               else %1$s.kind end"""
                .formatted(place, away, THERE);
    }

    /** Only what is a change to the account. */
    private static String moves(String inside) {
        return inside == null
                ? "not (f.kind in (" + THERE + ") and t.kind in (" + THERE + "))"
                : "(%s) <> (%s)".formatted(inside.formatted("f"), inside.formatted("t"));
    }

    private static Strand strand(Rows.Row row) throws SQLException {
        Flow.Trip trip = trip(row);
        Flow flow = new Flow(
                row.text(1),
                row.is(2),
                new Flow.Spot(Flow.Point.valueOf(row.text(3)), row.text(23)),
                new Flow.Spot(Flow.Point.valueOf(row.text(4)), row.text(24)),
                Reason.valueOf(row.text(5)),
                trip,
                trip == null ? null : new Flow.Happened(row.moment(7), row.moment(8), row.moment(9)),
                row.number(10));
        String kind = row.text(19);
        return new Strand(
                row.number(18), kind == null ? null : ConversionKind.valueOf(kind), row.number(20), row.number(21), row.number(22), flow);
    }

    private static Flow.Trip trip(Rows.Row row) throws SQLException {
        if (row.text(11) == null) {
            return null;
        }
        return new Flow.Trip(
                row.number(6),
                new PublicWords.Subject(
                        RecipientKind.valueOf(row.text(11)),
                        row.text(12),
                        row.text(13),
                        Disclosure.valueOf(row.text(14)),
                        row.text(15),
                        row.text(16)),
                row.moment(17));
    }

    /**
     * How much of a donation, or of what it became, is being packed and has not left; for those only who agreed to be named.
     * Of others it is told when it has arrived: from the day on which something is packed the day of its departure could be
     * guessed.
     */
    record Staged(Long conversion, Long lot, String goods, long quantity) {}

    List<Staged> stagedOfDonation(Long donation) {
        return database.createNativeQuery(
                        """
                        select l.conversion_id as made, l.shared, cast(l.item_id as varchar(20)) as goods,
                          sum(line.quantity) as quantity
                        from (%s) l
                        left join dispatch_line line on line.lot_id = l.id
                        left join dispatch d on d.id = line.dispatch_id
                        left join recipient r on r.id = d.recipient_id
                        where d.state in ('STAGED', 'LOADED') and r.disclosure = 'NAMED'
                        group by l.conversion_id, l.shared, l.item_id"""
                                .formatted(Own.OF_DONATION),
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("made", Long.class)
                .addScalar("shared", Long.class)
                .addScalar("goods", String.class)
                .addScalar("quantity", Long.class)
                .setParameter("of", donation)
                .getResultList()
                .stream()
                .map(row -> staged((Object[]) row))
                .toList();
    }

    private static Staged staged(Object[] row) {
        return new Staged((Long) row[0], (Long) row[1], (String) row[2], (Long) row[3]);
    }
}
