package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.report.Sheet.Head;
import org.kindtrail.web.Frame;

/** Lays out the people who were helped, and the needs, as tables. Every number is a sum of groups that may be told. */
@ApplicationScoped
class PeopleSheets {
    private final Frame frame;

    PeopleSheets(Frame frame) {
        this.frame = frame;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    private String month(String month) {
        return frame.month(LocalDate.parse(month + "-01"));
    }

    /** What has to be read with the number of people: which months, and why not others. */
    String lead(ReportData.People people) {
        if (people.why() != null) {
            return say(people.why());
        }
        StringBuilder lead = new StringBuilder(frame.say(
                "report_people_lead",
                Map.of("0", month(people.firstMonth()), "1", month(people.lastMonth()), "2", PeopleCounted.FEWEST)));
        if (people.cut()) {
            lead.append(' ').append(say("report_people_cut"));
        }
        if (people.untoldFrom() != null) {
            lead.append(' ').append(frame.say("report_people_untold", Map.of("0", month(people.untoldFrom()))));
        }
        return lead.toString();
    }

    List<Sheet> people(ReportData data) {
        ReportData.People people = data.people();
        List<Sheet> sheets = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        if (people.why() == null && !people.groups().isEmpty()) {
            for (Sex sex : Sex.values()) {
                for (AgeBand age : AgeBand.values()) {
                    long number = sum(people, told -> told.sex() == sex && told.age() == age);
                    if (number > 0) {
                        rows.add(List.of(say(sex.wordsKey()), say(age.wordsKey()), number));
                    }
                }
            }
            long any = sum(people, told -> told.sex() == null);
            if (any > 0) {
                rows.add(List.of(say("report_people_any"), "", any));
            }
        }
        String lead = rows.isEmpty() && people.why() == null ? lead(people) + " " + say("report_people_few") : lead(people);
        List<Object> foot = rows.isEmpty() ? null : List.of(say("report_total"), "", people.total());
        sheets.add(new Sheet(
                "people",
                say("report_people"),
                lead,
                List.of(Head.text(say("report_sex")), Head.text(say("report_age")), Head.number(say("report_people_number"))),
                rows,
                foot,
                null));
        if (!rows.isEmpty()) {
            sheets.add(by("people-months", "report_month", people, told -> month(told.month()), ReportData.Told::month));
            sheets.add(by("people-regions", "report_region", people, this::region, this::region));
        }
        return sheets;
    }

    private String region(ReportData.Told told) {
        if (told.country() == null) {
            return say("report_anywhere");
        }
        return told.region() == null
                ? frame.say(
                        "report_elsewhere", Map.of("0", new Locale("", told.country()).getDisplayCountry(frame.getLocale())))
                : told.region();
    }

    private static long sum(ReportData.People people, java.util.function.Predicate<ReportData.Told> which) {
        return people.groups().stream().filter(which).mapToLong(ReportData.Told::number).sum();
    }

    private Sheet by(
            String id,
            String head,
            ReportData.People people,
            Function<ReportData.Told, String> words,
            Function<ReportData.Told, String> order) {
        Map<String, List<ReportData.Told>> parts = new TreeMap<>();
        people.groups().forEach(told -> parts.computeIfAbsent(order.apply(told), none -> new ArrayList<>()).add(told));
        List<List<Object>> rows = new ArrayList<>();
        parts.values().forEach(part -> rows.add(List.of(
                words.apply(part.get(0)), part.stream().mapToLong(ReportData.Told::number).sum())));
        return new Sheet(
                id,
                say("report_table_" + id.replace('-', '_')),
                null,
                List.of(Head.text(say(head)), Head.number(say("report_people_number"))),
                rows,
                null,
                null);
    }

    List<Sheet> needs(ReportData.Needs needs) {
        List<Sheet> sheets = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(say("report_needs_met"), needs.met()));
        rows.add(List.of(say("report_needs_partly"), needs.partly()));
        rows.add(List.of(say("report_needs_waiting"), needs.waiting()));
        rows.add(List.of(say("report_needs_ended"), needs.ended()));
        sheets.add(new Sheet(
                "needs",
                say("report_needs"),
                say("report_needs_lead"),
                List.of(Head.text(say("report_what_became")), Head.number(say("report_needs_number"))),
                rows,
                List.of(say("report_needs_posted"), needs.posted()),
                null));
        if (needs.posted() > 0) {
            sheets.add(waiting(needs));
        }
        return sheets;
    }

    private Sheet waiting(ReportData.Needs needs) {
        List<List<Object>> rows = new ArrayList<>();
        List<Charts.Row> bars = new ArrayList<>();
        for (int i = 0; i < needs.waited().size(); i++) {
            ReportData.Band band = needs.waited().get(i);
            String days = band.to() == null
                    ? frame.say("report_days_more", Map.of("0", band.from()))
                    : frame.say("report_days", Map.of("0", band.from(), "1", band.to()));
            rows.add(List.of(days, band.needs(), needs.stillWaiting().get(i).needs()));
            bars.add(new Charts.Row(days, band.needs()));
        }
        return new Sheet(
                "waiting",
                say("report_waiting"),
                needs.medianDays() == null
                        ? say("report_waiting_none")
                        : frame.say("report_waiting_median", Map.of("0", needs.medianDays())),
                List.of(
                        Head.text(say("report_waited")),
                        Head.number(say("report_waited_served")),
                        Head.number(say("report_waited_still"))),
                rows,
                null,
                Charts.lying("chart-waiting", say("report_waiting"), say("report_waiting_described"), "in", bars, frame::number));
    }
}
