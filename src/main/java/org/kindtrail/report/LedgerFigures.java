package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.stock.Reason;

/**
 * Asks the ledger for what a report adds up: movements over a boundary from the beginning of the period until now, containers that
 * changed hands, and what is held now. The database makes the sums. What lies before the period is not looked at: what was
 * held at a moment is what is held now, less what came since, and more what went. What was taken back counts in the other
 * direction, when it was taken back.
 */
@ApplicationScoped
class LedgerFigures {
    /** Boundaries have the numbers below this one; see V1 and V3. */
    private static final long FIRST_PLACE = 1000;

    /**
     * A sum of movements of an item.
     *
     * @param month first day of the month; null: after the period
     * @param from number of the boundary that it came out of; 0: none
     * @param to number of the boundary that it went into; 0: none
     * @param currency of its worth; null: not known
     * @param quantity below 0 where more was taken back
     * @param worth in the currency's minor unit, not rounded
     */
    record Moved(
            LocalDate month, Long item, long from, long to, Reason reason, String currency, long quantity, BigDecimal worth) {}

    /** What is held now. @param where house, road or partner */
    record Held(Long item, String where, String currency, long quantity, BigDecimal worth) {}

    /** What changed hands in containers. @param in whether to us */
    record Handed(LocalDate month, boolean in, Long item, String currency, long quantity, BigDecimal worth) {}

    /** What deliveries brought. */
    record Given(String country, String region, Long item, long quantity) {}

    /** So many months are told apart by comparing; of more the calendar is asked, which takes longer for each movement. */
    private static final int FEW_MONTHS = 60;

    private static final String MONTH =
            """
            case when %1$s < :end then cast(extract(year from (%1$s at time zone :zone)) * 12
              + extract(month from (%1$s at time zone :zone)) as integer) end as in_month""";

    /** Only where lots are narrowed are they looked at; a movement tells the rest itself. */
    private static final String LOT = "join lot l on l.id = m.lot_id";

    /** {@code %s}: what narrows the lots {@code l}. A reversal stands for what it reverses, taken away. */
    private static final String MOVED =
            """
            select x.in_month, x.item_id, x.from_id, x.to_id, x.reason, x.currency, sum(x.quantity), sum(x.worth)
            from (
              select %2$s, m.item_id as item_id, case when m.from_place_id < %4$d then m.from_place_id else 0 end as from_id,
                case when m.to_place_id < %4$d then m.to_place_id else 0 end as to_id, m.reason as reason, m.currency as currency,
                m.quantity as quantity, m.worth as worth
              from movement m %3$s
              where m.organisation_id = :organisation and m.occurred_at >= :begin and m.reverses is null
                and (m.from_place_id < %4$d or m.to_place_id < %4$d) %1$s
              union all
              select %2$s, m.item_id, case when m.to_place_id < %4$d then m.to_place_id else 0 end,
                case when m.from_place_id < %4$d then m.from_place_id else 0 end, o.reason, m.currency,
                -m.quantity, -m.worth
              from movement m join movement o on o.id = m.reverses %3$s
              where m.organisation_id = :organisation and m.occurred_at >= :begin and m.reverses is not null
                and (m.from_place_id < %4$d or m.to_place_id < %4$d) %1$s
            ) x group by x.in_month, x.item_id, x.from_id, x.to_id, x.reason, x.currency""";

    private static final String HELD =
            """
            select x.item_id, x.place, x.currency, sum(x.quantity), sum(x.worth)
            from (
              select b.item_id as item_id, case coalesce(t.kind, p.kind) when 'CONSIGNMENT' then 'road'
                  when 'PARTNER' then 'partner' else 'house' end as place, l.currency as currency, b.on_hand as quantity,
                cast(b.on_hand as decimal(38, 6)) * l.worth / l.quantity as worth
              from balance b join place p on p.id = b.place_id left join place t on t.id = p.top_id join lot l on l.id = b.lot_id
              where p.organisation_id = :organisation %1$s
            ) x group by x.item_id, x.place, x.currency""";

    /** What was in a container when it was received: its movements until that was written down. */
    private static final String HANDED =
            """
            select x.in_month, x.side, x.item_id, x.currency, sum(x.quantity), sum(x.worth)
            from (
              select %2$s, case when s.receiver_id = :organisation then 1 else 0 end as side, m.item_id as item_id,
                m.currency as currency, m.quantity as quantity, m.worth as worth
              from shipment_line k join shipment s on s.id = k.shipment_id
                join movement m on m.to_place_id = k.container_id and m.recorded_at <= k.received_at
                %3$s
              where k.received_at >= :begin and s.receiver_id is not null
                and (s.organisation_id = :organisation or s.receiver_id = :organisation) %1$s
              union all
              select %2$s, case when s.receiver_id = :organisation then 1 else 0 end, m.item_id, m.currency, -m.quantity, -m.worth
              from shipment_line k join shipment s on s.id = k.shipment_id
                join movement m on m.from_place_id = k.container_id and m.recorded_at <= k.received_at
                %3$s
              where k.received_at >= :begin and s.receiver_id is not null
                and (s.organisation_id = :organisation or s.receiver_id = :organisation) %1$s
            ) x group by x.in_month, x.side, x.item_id, x.currency having sum(x.quantity) <> 0""";

    private static final String GIVEN =
            """
            select d.country, d.region, m.item_id, sum(case when m.to_place_id = 2 then m.quantity else -m.quantity end)
            from movement m %2$s left join delivery d on d.code = m.document
            where m.organisation_id = :organisation and m.occurred_at >= :begin and m.occurred_at < :end
              and (m.to_place_id = 2 or m.from_place_id = 2) %1$s
            group by d.country, d.region, m.item_id""";

    private final EntityManager database;
    private final Scope scope;

    LedgerFigures(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** What narrows the lots {@code l} to those of the question. */
    private static String narrowed(Question question) {
        String narrowed = question.programme() == null ? "" : " and l.programme_id = :programme";
        // What came of several gifts is a drive's only where all of them were.
        return question.drive() == null
                ? narrowed
                : narrowed
                        + " and (l.origin in (select n.id from donation n where n.drive_id = :drive) or l.origin is null"
                        + " and exists (select 1 from lot_share a where a.lot_id = l.id)"
                        + " and not exists (select 1 from lot_share a where a.lot_id = l.id"
                        + " and a.origin not in (select n.id from donation n where n.drive_id = :drive)))";
    }

    /** The months as {@link #month} reads them; null after the period. */
    private static String inMonth(String moment, Question question) {
        List<Instant> ends = ends(question);
        if (ends.size() > FEW_MONTHS) {
            return MONTH.formatted(moment);
        }
        StringBuilder sql = new StringBuilder("case when ").append(moment).append(" >= :end then null");
        YearMonth month = YearMonth.from(question.begin().atZone(question.zone()));
        for (int i = 0; i < ends.size(); i++, month = month.plusMonths(1)) {
            sql.append(" when ").append(moment).append(" < :end").append(i).append(" then ").append(counted(month));
        }
        return sql + " else " + counted(month) + " end as in_month";
    }

    private static int counted(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue();
    }

    /** Where the months of the period end, but for the last. */
    private static List<Instant> ends(Question question) {
        List<Instant> ends = new ArrayList<>();
        YearMonth month = YearMonth.from(question.begin().atZone(question.zone())).plusMonths(1);
        for (Instant end = start(month, question); end.isBefore(question.end()); end = start(month, question)) {
            ends.add(end);
            month = month.plusMonths(1);
        }
        return ends;
    }

    private static Instant start(YearMonth month, Question question) {
        return month.atDay(1).atStartOfDay(question.zone()).toInstant();
    }

    private static String lot(Question question) {
        return narrowed(question).isEmpty() ? "" : LOT;
    }

    private List<Object[]> rows(String sql, Question question) {
        Query query = database.createNativeQuery(sql, Object[].class).setParameter("organisation", scope.organisation());
        if (question.programme() != null) {
            query.setParameter("programme", question.programme().getId());
        }
        if (question.drive() != null) {
            query.setParameter("drive", question.drive().getId());
        }
        for (var parameter : query.getParameters()) {
            switch (parameter.getName()) {
                case "begin" -> query.setParameter("begin", utc(question.begin()));
                case "end" -> query.setParameter("end", utc(question.end()));
                case "zone" -> query.setParameter("zone", question.zone().getId());
                default -> {
                    if (parameter.getName().matches("end[0-9]+")) {
                        int month = Integer.parseInt(parameter.getName().substring("end".length()));
                        query.setParameter(parameter.getName(), utc(ends(question).get(month)));
                    }
                }
            }
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }

    private static java.time.OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    List<Moved> moved(Question question) {
        return rows(MOVED.formatted(narrowed(question), inMonth("m.occurred_at", question), lot(question), FIRST_PLACE), question).stream()
                .map(row -> new Moved(
                        month(row[0]),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        Reason.valueOf((String) row[4]),
                        (String) row[5],
                        number(row[6]),
                        (BigDecimal) row[7]))
                .toList();
    }

    List<Held> held(Question question) {
        return rows(HELD.formatted(narrowed(question)), question).stream()
                .map(row -> new Held(number(row[0]), (String) row[1], (String) row[2], number(row[3]), (BigDecimal) row[4]))
                .toList();
    }

    List<Handed> handed(Question question) {
        return rows(HANDED.formatted(narrowed(question), inMonth("k.received_at", question), lot(question)), question).stream()
                .map(row -> new Handed(
                        month(row[0]), number(row[1]) == 1, number(row[2]), (String) row[3], number(row[4]), (BigDecimal) row[5]))
                .toList();
    }

    List<Given> given(Question question) {
        return rows(GIVEN.formatted(narrowed(question), lot(question)), question).stream()
                .map(row -> new Given((String) row[0], (String) row[1], number(row[2]), number(row[3])))
                .toList();
    }

    private static LocalDate month(Object months) {
        if (months == null) {
            return null;
        }
        int count = ((Number) months).intValue() - 1;
        return LocalDate.of(count / 12, count % 12 + 1, 1);
    }

    static LocalDate day(Object value) {
        return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
