package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.kindtrail.stock.Reason;

/** Reads a fund's statement from the movements into its place and out of it: two statements, however long it is. */
@ApplicationScoped
class Statements {
    /** Every movement at the place, seen from the fund. */
    private static final String BOTH_SIDES =
            """
            (select lot_id, document, reason, occurred_at, id, quantity as came, cast(0 as bigint) as went
               from movement where to_place_id = :place
             union all
             select lot_id, document, reason, occurred_at, id, cast(0 as bigint), quantity
               from movement where from_place_id = :place) m join lot l on l.id = m.lot_id join item i on i.id = l.item_id""";

    private static final String TOTALS =
            """
            select i.unit as currency,
              sum(case when m.occurred_at < cast(:begin as timestamp with time zone) then m.came - m.went else 0 end) as opening,
              sum(case when m.occurred_at >= cast(:begin as timestamp with time zone) then m.came else 0 end) as came,
              sum(case when m.occurred_at >= cast(:begin as timestamp with time zone) then m.went else 0 end) as went
            from """ + " " + BOTH_SIDES + "\n"
                    + """
            where m.occurred_at < cast(:finish as timestamp with time zone) group by i.unit order by i.unit""";

    private static final String LINES =
            """
            select g.currency, g.document, g.reason, g.occurred_at, g.came, g.went,
              sum(g.came - g.went) over (partition by g.currency order by g.occurred_at, g.first_id) as so_far,
              coalesce(pc.supplier, py.for_what, v.title, rp.supplier,
                case when tr.from_fund_id = :fund then other.name else one.name end) as about
            from (select i.unit as currency, m.document, m.reason, m.occurred_at, min(m.id) as first_id,
                    sum(m.came) as came, sum(m.went) as went
                  from """ + " " + BOTH_SIDES + "\n"
                    + """
                  where m.occurred_at >= cast(:begin as timestamp with time zone)
                    and m.occurred_at < cast(:finish as timestamp with time zone)
                  group by i.unit, m.document, m.reason, m.occurred_at) g
              left join purchase pc on pc.code = g.document
              left join pay_out py on py.code = g.document
              left join donation d on d.code = g.document left join drive v on v.id = d.drive_id
              left join refund rf on rf.code = g.document left join purchase rp on rp.id = rf.purchase_id
              left join money_transfer tr on tr.code = g.document
              left join fund one on one.id = tr.from_fund_id left join fund other on other.id = tr.to_fund_id
            order by g.currency, g.occurred_at, g.first_id
            offset :skipped rows fetch next :count rows only""";

    /** Of one currency, in minor units. */
    record Total(String currency, long opening, long came, long went) {}

    /** @param soFar what came less what went in the period up to this line, in minor units */
    record Line(
            String currency, String document, Reason reason, Instant at, long came, long went, long soFar, String about) {}

    private final EntityManager database;

    Statements(EntityManager database) {
        this.database = database;
    }

    /** @param finish the moment after the last one of the period */
    List<Total> totals(Fund fund, Instant begin, Instant finish) {
        return query(TOTALS, fund, begin, finish)
                .addScalar("currency", String.class)
                .addScalar("opening", Long.class)
                .addScalar("came", Long.class)
                .addScalar("went", Long.class)
                .getResultList()
                .stream()
                .map(row -> new Total((String) row[0], (Long) row[1], (Long) row[2], (Long) row[3]))
                .toList();
    }

    List<Line> lines(Fund fund, Instant begin, Instant finish, long skipped, int count) {
        return query(LINES, fund, begin, finish)
                .setParameter("fund", fund.getId())
                .setParameter("skipped", skipped)
                .setParameter("count", count)
                .addScalar("currency", String.class)
                .addScalar("document", String.class)
                .addScalar("reason", String.class)
                .addScalar("occurred_at", Instant.class)
                .addScalar("came", Long.class)
                .addScalar("went", Long.class)
                .addScalar("so_far", Long.class)
                .addScalar("about", String.class)
                .getResultList()
                .stream()
                .map(row -> new Line(
                        (String) row[0],
                        (String) row[1],
                        Reason.valueOf((String) row[2]),
                        (Instant) row[3],
                        (Long) row[4],
                        (Long) row[5],
                        (Long) row[6],
                        (String) row[7]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Object[]> query(String sql, Fund fund, Instant begin, Instant finish) {
        return database.createNativeQuery(sql, Object[].class)
                .unwrap(NativeQuery.class)
                .setParameter("place", fund.getPlace().getId())
                .setParameter("begin", OffsetDateTime.ofInstant(begin, ZoneOffset.UTC))
                .setParameter("finish", OffsetDateTime.ofInstant(finish, ZoneOffset.UTC));
    }
}
