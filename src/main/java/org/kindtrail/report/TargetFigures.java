package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.place.Place;
import org.kindtrail.programme.Programme;
import org.kindtrail.programme.Reaching;
import org.kindtrail.programme.Target;
import org.kindtrail.programme.TargetKind;

/**
 * Counts what was reached of the targets of a programme: all that was charged to it, from the beginning until the day by which it is to
 * be reached, or until an earlier day that is asked for. Items are pieces, pairs and sets that arrived; a need is met on the day of
 * its last delivery; people are those whom reports may tell, so there may be more of them. A statement for each kind
 * of target (two for people), however many targets there are.
 */
@ApplicationScoped
class TargetFigures implements Reaching {
    private static final String DELIVERIES =
            """
            from dispatch d join delivery v on v.standing_dispatch_id = d.id %s
            where d.organisation_id = :organisation and d.programme_id = :programme and v.occurred_at < :last""";

    private static final String ITEMS =
            """
            select x.bucket, x.item_id, sum(x.quantity) from (select %s as bucket, m.item_id as item_id,
                case when m.to_place_id = %d then m.quantity else -m.quantity end as quantity
              """
                    + DELIVERIES.formatted("join movement m on m.document = v.code")
                    + " and (m.to_place_id = %<d or m.from_place_id = %<d)) x group by x.bucket, x.item_id";

    private static final String DISPATCHES =
            "select x.bucket, 0, count(*) from (select %s as bucket " + DELIVERIES.formatted("") + ") x group by x.bucket";

    private static final String NEEDS =
            """
            select x.bucket, 0, count(*) from (select %s as bucket from (
              select (select max(e.occurred_at) from dispatch d join delivery e on e.standing_dispatch_id = d.id
                where d.need_id = n.id) as occurred_at
              from need n where n.organisation_id = :organisation and n.programme_id = :programme
                and not exists (select 1 from need_line l where l.need_id = n.id and l.arrived < l.quantity)
            ) v where v.occurred_at < :last) x group by x.bucket""";

    private final EntityManager database;
    private final HelpedFigures helped;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Clock clock;

    TargetFigures(
            EntityManager database,
            HelpedFigures helped,
            Organisations organisations,
            Catalogue catalogue,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.helped = helped;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public List<Long> of(Programme programme) {
        ZoneId zone = ZoneId.of(organisations.findById(scope.organisation()).getTimeZone());
        return until(LocalDate.ofInstant(clock.instant(), zone), zone, programme);
    }

    /** As a report tells it whose last day this is. */
    List<ReportData.Target> told(Question question) {
        Programme programme = question.programme();
        List<Long> reached = until(question.to(), question.zone(), programme);
        List<ReportData.Target> told = new ArrayList<>();
        for (Target target : programme.getTargets()) {
            told.add(new ReportData.Target(
                    target.getKind(),
                    target.getCategory(),
                    target.getNumber(),
                    target.getByDay(),
                    reached.get(told.size()),
                    target.percent(reached.get(told.size()))));
        }
        return told;
    }

    private List<Long> until(LocalDate day, ZoneId zone, Programme programme) {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        TreeSet<LocalDate> lasts = new TreeSet<>();
        programme.getTargets().forEach(target -> {
            kinds.add(target.getKind());
            lasts.add(last(target, day));
        });
        Days days = new Days(List.copyOf(lasts), zone, programme);
        List<Counted> counted = new ArrayList<>();
        if (kinds.contains(TargetKind.ITEMS_DISTRIBUTED)) {
            counted.addAll(days.counted(TargetKind.ITEMS_DISTRIBUTED, ITEMS.formatted(days.bucket(), Place.DELIVERED)));
        }
        if (kinds.contains(TargetKind.DISPATCHES)) {
            counted.addAll(days.counted(TargetKind.DISPATCHES, DISPATCHES.formatted(days.bucket())));
        }
        if (kinds.contains(TargetKind.NEEDS_MET)) {
            counted.addAll(days.counted(TargetKind.NEEDS_MET, NEEDS.formatted(days.bucket())));
        }
        List<Long> people = kinds.contains(TargetKind.PEOPLE_HELPED) ? helped.until(days.lasts(), programme) : List.of();
        return programme.getTargets().stream()
                .map(target -> {
                    int until = days.lasts().indexOf(last(target, day));
                    return target.getKind() == TargetKind.PEOPLE_HELPED
                            ? people.get(until)
                            : counted.stream()
                                    .filter(each -> each.kind() == target.getKind() && each.bucket() <= until)
                                    .filter(each -> isOf(target, each))
                                    .mapToLong(Counted::number)
                                    .sum();
                })
                .toList();
    }

    private static LocalDate last(Target target, LocalDate day) {
        return target.getByDay().isBefore(day) ? target.getByDay() : day;
    }

    private boolean isOf(Target target, Counted counted) {
        if (target.getKind() != TargetKind.ITEMS_DISTRIBUTED) {
            return true;
        }
        Item item = catalogue.of(counted.item());
        return ReportMaking.measure(item).equals("piece")
                && (target.getCategory() == null || target.getCategory().equals(item.getCategory()));
    }

    /** So many of a kind after one of the days and until the next. @param item 0: of none */
    private record Counted(TargetKind kind, int bucket, long item, long number) {}

    /** The days until which it is counted, sorted. */
    private final class Days {
        private final List<LocalDate> lasts;
        private final ZoneId zone;
        private final Programme programme;

        Days(List<LocalDate> lasts, ZoneId zone, Programme programme) {
            this.lasts = lasts;
            this.zone = zone;
            this.programme = programme;
        }

        List<LocalDate> lasts() {
            return lasts;
        }

        /** The number of the first day at whose end it had happened. */
        String bucket() {
            StringBuilder sql = new StringBuilder("case");
            for (int i = 0; i < lasts.size() - 1; i++) {
                sql.append(" when v.occurred_at < :end").append(i).append(" then ").append(i);
            }
            return lasts.size() == 1 ? "0" : sql + " else " + (lasts.size() - 1) + " end";
        }

        List<Counted> counted(TargetKind kind, String sql) {
            Query query = database.createNativeQuery(sql, Object[].class)
                    .setParameter("organisation", scope.organisation())
                    .setParameter("programme", programme.getId())
                    .setParameter("last", end(lasts.size() - 1));
            for (int i = 0; i < lasts.size() - 1; i++) {
                query.setParameter("end" + i, end(i));
            }
            List<Counted> counted = new ArrayList<>();
            for (Object each : query.getResultList()) {
                Object[] row = (Object[]) each;
                counted.add(new Counted(
                        kind, ((Number) row[0]).intValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue()));
            }
            return counted;
        }

        private java.time.OffsetDateTime end(int day) {
            return lasts.get(day).plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
        }
    }
}
