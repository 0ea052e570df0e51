package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;
import org.kindtrail.recipient.TellableRegions.Region;

/** What became of the needs that were posted in a period, how long they waited, and what was charged to a programme. */
@ApplicationScoped
class NeedFigures {
    /** The last days of the bands of waiting; the last band has none. */
    private static final int[] BANDS = {7, 14, 30, 60};

    /** {@code days}: until the first delivery that stands, else until now. */
    private static final String NEEDS =
            """
            select x.state, x.short_lines, x.came, x.days, x.country, x.region, count(*) from (
              select n.state as state, r.country as country, r.region as region,
                (select count(*) from need_line l where l.need_id = n.id and l.arrived < l.quantity) as short_lines,
                (select case when sum(l.arrived) > 0 then 1 else 0 end from need_line l where l.need_id = n.id) as came,
                cast(floor((extract(epoch from coalesce((select min(v.occurred_at) from dispatch d
                  join delivery v on v.standing_dispatch_id = d.id where d.need_id = n.id), cast(:now as timestamp(6) with time zone)))
                  - extract(epoch from n.created_at)) / 86400) as integer) as days
              from need n join recipient r on r.id = n.recipient_id
              where n.organisation_id = :organisation and n.created_at >= :begin and n.created_at < :end %s
            ) x group by x.state, x.short_lines, x.came, x.days, x.country, x.region""";

    private final EntityManager database;
    private final TargetFigures targets;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Clock clock;

    NeedFigures(EntityManager database, TargetFigures targets, Catalogue catalogue, Scope scope, Clock clock) {
        this.database = database;
        this.targets = targets;
        this.catalogue = catalogue;
        this.scope = scope;
        this.clock = clock;
    }

    ReportData.Needs of(Question question) {
        String narrowed = (question.programme() == null ? "" : " and n.programme_id = :programme")
                + (question.drive() == null ? "" : " and n.drive_id = :drive")
                + (question.category() == null
                        ? ""
                        : " and exists (select 1 from need_line l left join item i on i.id = l.item_id"
                                + " where l.need_id = n.id and coalesce(l.category, i.category) = :category)");
        Query query = database.createNativeQuery(NEEDS.formatted(narrowed), Object[].class);
        narrow(query, question);
        query.setParameter("now", clock.instant().atOffset(ZoneOffset.UTC));
        if (question.category() != null) {
            query.setParameter("category", question.category());
        }
        if (question.drive() != null) {
            query.setParameter("drive", question.drive().getId());
        }
        Counts counts = new Counts();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            if (question.region() == null || question.region().equals(Region.of((String) row[4], (String) row[5]))) {
                counts.add((String) row[0], number(row[1]) == 0, number(row[2]) > 0, (int) number(row[3]), number(row[6]));
            }
        }
        return counts.view();
    }

    private static final class Counts {
        private long met;
        private long partly;
        private long waiting;
        private long ended;
        private final Map<Integer, Long> waited = new TreeMap<>();
        private final Map<Integer, Long> stillWaiting = new TreeMap<>();

        void add(String state, boolean whole, boolean some, int days, long needs) {
            int waitedDays = Math.max(0, days);
            if (some) {
                waited.merge(waitedDays, needs, Long::sum);
                met += whole ? needs : 0;
                partly += whole ? 0 : needs;
            } else if (state.equals("OPEN")) {
                stillWaiting.merge(waitedDays, needs, Long::sum);
                waiting += needs;
            } else {
                ended += needs;
            }
        }

        ReportData.Needs view() {
            return new ReportData.Needs(
                    met + partly + waiting + ended, met, partly, waiting, ended, median(waited), bands(waited), bands(stillWaiting));
        }
    }

    /** The fewest days that at least half of them waited at most. */
    private static Integer median(Map<Integer, Long> byDays) {
        long all = byDays.values().stream().mapToLong(Long::longValue).sum();
        long so = 0;
        for (Map.Entry<Integer, Long> each : byDays.entrySet()) {
            so += each.getValue();
            if (2 * so >= all) {
                return each.getKey();
            }
        }
        return null;
    }

    private static List<ReportData.Band> bands(Map<Integer, Long> byDays) {
        List<ReportData.Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= BANDS.length; i++) {
            int first = from;
            Integer last = i < BANDS.length ? BANDS[i] : null;
            long needs = byDays.entrySet().stream()
                    .filter(each -> each.getKey() >= first && (last == null || each.getKey() <= last))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            bands.add(new ReportData.Band(first, last, needs));
            from = last == null ? from : last + 1;
        }
        return bands;
    }

    /** Null when the question is about no programme. */
    ReportData.Charged charged(Question question) {
        if (question.programme() == null) {
            return null;
        }
        Query deliveries = database.createNativeQuery(
                """
                select count(*) from delivery v join dispatch d on d.id = v.dispatch_id
                where v.organisation_id = :organisation and v.standing_dispatch_id is not null and d.programme_id = :programme
                  and v.occurred_at >= :begin and v.occurred_at < :end""",
                Long.class);
        narrow(deliveries, question);
        Sums purchases = sums(
                """
                select p.currency, count(*), sum(p.total) from purchase p
                where p.organisation_id = :organisation and p.programme_id = :programme and p.reversed_at is null
                  and p.occurred_at >= :begin and p.occurred_at < :end group by p.currency order by p.currency""",
                question);
        // On the day on which it came back, whenever it had been bought.
        Sums refunds = sums(
                """
                select r.currency, count(*), sum(r.amount) from refund r join purchase p on p.id = r.purchase_id
                where r.organisation_id = :organisation and p.programme_id = :programme and p.reversed_at is null
                  and r.reversed_at is null and r.occurred_at >= :begin and r.occurred_at < :end group by r.currency order by r.currency""",
                question);
        Sums paidOut = sums(
                """
                select o.currency, count(*), sum(o.amount) from pay_out o
                where o.organisation_id = :organisation and o.programme_id = :programme and o.reversed_at is null
                  and o.occurred_at >= :begin and o.occurred_at < :end group by o.currency order by o.currency""",
                question);
        return new ReportData.Charged(
                number(deliveries.getSingleResult()),
                brought(question),
                purchases.many(),
                purchases.less(refunds).plain(),
                refunds.plain(),
                paidOut.plain(),
                targets.told(question));
    }

    /** So many documents, and what they sum up to by currency, in its minor unit. */
    private record Sums(long many, SortedMap<String, Long> minor) {
        Sums less(Sums other) {
            SortedMap<String, Long> left = new TreeMap<>(minor);
            other.minor.forEach((currency, back) -> left.merge(currency, -back, Long::sum));
            return new Sums(many, left);
        }

        Map<String, String> plain() {
            Map<String, String> plain = new LinkedHashMap<>();
            minor.forEach((currency, amount) -> plain.put(currency, new Money(amount, currency).plain()));
            return plain;
        }
    }

    private Sums sums(String sql, Question question) {
        Query query = database.createNativeQuery(sql, Object[].class);
        narrow(query, question);
        long many = 0;
        SortedMap<String, Long> minor = new TreeMap<>();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            many += number(row[1]);
            minor.put((String) row[0], new BigDecimal(row[2].toString()).longValueExact());
        }
        return new Sums(many, minor);
    }

    private List<ReportData.Brought> brought(Question question) {
        Query query = database.createNativeQuery(
                """
                select l.item_id, sum(case when m.to_place_id = %d then m.quantity else -m.quantity end)
                from dispatch d join delivery v on v.dispatch_id = d.id join movement m on m.document = v.code
                  join lot l on l.id = m.lot_id
                where d.organisation_id = :organisation and d.programme_id = :programme
                  and m.occurred_at >= :begin and m.occurred_at < :end and (m.to_place_id = %<d or m.from_place_id = %<d)
                group by l.item_id"""
                        .formatted(Place.DELIVERED),
                Object[].class);
        narrow(query, question);
        Map<List<String>, Long> sums = new TreeMap<>(java.util.Comparator
                .comparingInt((List<String> key) -> catalogue.categories().indexOf(key.get(0)))
                .thenComparing(key -> key.get(1)));
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            var item = catalogue.of(number(row[0]));
            sums.merge(List.of(item.getCategory(), ReportMaking.measure(item)), number(row[1]), Long::sum);
        }
        return sums.entrySet().stream()
                .map(each -> new ReportData.Brought(each.getKey().get(0), each.getKey().get(1), each.getValue()))
                .toList();
    }

    private void narrow(Query query, Question question) {
        query.setParameter("organisation", scope.organisation())
                .setParameter("begin", utc(question.begin()))
                .setParameter("end", utc(question.end()));
        if (question.programme() != null) {
            query.setParameter("programme", question.programme().getId());
        }
    }

    private static java.time.OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
