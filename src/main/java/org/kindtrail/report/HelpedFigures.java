package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.programme.Programme;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.recipient.TellableRegions.Region;

/**
 * The people who were helped, as reports may tell them: only whole months inside the period, each only from its moment on (the
 * eighth day of the next month), and as it stood at that moment. So a month that was told once never changes: what is written down
 * later belongs to a later month, and what was taken back later is told all the same.
 */
@ApplicationScoped
class HelpedFigures {
    private final EntityManager database;
    private final Scope scope;
    private final Clock clock;

    HelpedFigures(EntityManager database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    /** The first month that begins inside the period. */
    static LocalDate firstMonth(LocalDate from) {
        return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    }

    /** The last month that ends inside the period; before the first when there is none. */
    static LocalDate lastMonth(LocalDate to) {
        return to.plusDays(1).withDayOfMonth(1).minusMonths(1);
    }

    ReportData.People of(Question question) {
        if (question.drive() != null || question.category() != null) {
            String why = question.drive() == null ? "report_people_not_by_category" : "report_people_not_by_drive";
            return new ReportData.People(why, null, null, false, null, List.of());
        }
        LocalDate first = firstMonth(question.from());
        LocalDate last = lastMonth(question.to());
        boolean cut = question.from().getDayOfMonth() != 1 || question.to().plusDays(1).getDayOfMonth() != 1;
        if (last.isBefore(first)) {
            return new ReportData.People("report_people_no_whole_month", null, null, true, null, List.of());
        }
        Map<Region, String> spelled = new HashMap<>();
        List<PeopleCounted.People> counted = counted(first, last, spelled);
        PeopleCounted.Charged programme =
                question.programme() == null ? null : new PeopleCounted.Charged(question.programme().getId());
        List<PeopleCounted.People> told = PeopleCounted.of(PeopleCounted.groups(counted), programme, question.region());
        return new ReportData.People(null, month(first), month(last), cut, untold(first, last, question), summed(told, spelled));
    }

    /**
     * How many people helped for a programme may be told, of all months until some days.
     *
     * @param lasts days that are sorted; a month counts when it ends on one of them or before
     * @return a number for each day
     */
    List<Long> until(List<LocalDate> lasts, Programme programme) {
        Object first = database.createNativeQuery(
                        "select min(h.in_month) from helped h where h.organisation_id = :organisation and h.programme_id = :programme",
                        Object.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("programme", programme.getId())
                .getSingleResult();
        LocalDate end = lastMonth(lasts.get(lasts.size() - 1));
        List<PeopleCounted.People> told = first == null
                ? List.of()
                : PeopleCounted.of(
                        PeopleCounted.groups(counted(LedgerFigures.day(first), end, new HashMap<>())),
                        new PeopleCounted.Charged(programme.getId()),
                        null);
        return lasts.stream()
                .map(last -> told.stream()
                        .filter(group -> !group.kind().month().isAfter(lastMonth(last)))
                        .mapToLong(PeopleCounted.People::number)
                        .sum())
                .toList();
    }

    /** The first month of the period that is not told yet; null: all are. */
    private String untold(LocalDate first, LocalDate last, Question question) {
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            if (clock.instant().isBefore(month.plusMonths(1).withDayOfMonth(8).atStartOfDay(question.zone()).toInstant())) {
                return month(month);
            }
        }
        return null;
    }

    static String month(LocalDate firstDay) {
        return firstDay.toString().substring(0, 7);
    }

    private List<PeopleCounted.People> counted(LocalDate first, LocalDate last, Map<Region, String> spelled) {
        List<Object[]> rows = database.createNativeQuery(
                        """
                        select h.in_month, h.programme_id, h.country, h.region, h.sex, h.age_band, h.household_id, sum(h.number)
                        from helped h
                        where h.organisation_id = :organisation and h.in_month between :first and :last
                          and (h.withdrawn_at is null or h.withdrawn_at >= h.told_from)
                          and h.in_month in (select o.in_month from helped o where o.organisation_id = :organisation
                            and o.in_month between :first and :last group by o.in_month having max(o.told_from) <= :now)
                        group by h.in_month, h.programme_id, h.country, h.region, h.sex, h.age_band, h.household_id""",
                        Object[].class)
                .setParameter("organisation", scope.organisation())
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        List<PeopleCounted.People> counted = new ArrayList<>();
        for (Object[] row : rows) {
            Region region = Region.of((String) row[2], (String) row[3]);
            if (row[3] != null) {
                spelled.merge(region, (String) row[3], (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
            counted.add(new PeopleCounted.People(
                    new PeopleCounted.Kind(
                            LedgerFigures.day(row[0]),
                            new PeopleCounted.Charged(row[1] == null ? null : ((Number) row[1]).longValue()),
                            region,
                            Sex.valueOf((String) row[4]),
                            AgeBand.valueOf((String) row[5])),
                    ((Number) row[7]).longValue(),
                    row[6] == null ? null : ((Number) row[6]).longValue()));
        }
        return counted;
    }

    /** One line for a month, region, sex and age, of whatever programmes the groups are. */
    private static List<ReportData.Told> summed(List<PeopleCounted.People> groups, Map<Region, String> spelled) {
        Map<PeopleCounted.Kind, Long> sums = new HashMap<>();
        groups.forEach(group -> sums.merge(
                new PeopleCounted.Kind(
                        group.kind().month(), null, group.kind().region(), group.kind().sex(), group.kind().age()),
                group.number(),
                Long::sum));
        return sums.entrySet().stream()
                .map(each -> told(each.getKey(), each.getValue(), spelled))
                .sorted(Comparator.comparing(ReportData.Told::month)
                        .thenComparing(told -> told.country() == null ? "" : told.country())
                        .thenComparing(told -> told.region() == null ? "" : told.region())
                        .thenComparing(told -> told.sex() == null ? Sex.UNKNOWN : told.sex())
                        .thenComparing(told -> told.age() == null ? AgeBand.UNKNOWN : told.age())
                        .thenComparing(told -> told.sex() == null))
                .toList();
    }

    private static ReportData.Told told(PeopleCounted.Kind kind, long number, Map<Region, String> spelled) {
        return new ReportData.Told(
                month(kind.month()),
                kind.region() == null ? null : kind.region().country(),
                kind.region() == null ? null : spelled.get(kind.region()),
                kind.sex(),
                kind.age(),
                number);
    }
}
