package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.Sex;
import org.kindtrail.web.Frame;

/**
 * A report as one table for programs: a row for each figure, with what it is about beside it; nothing finer than a region.
 * With a second row of hashtags it follows HXL 1.1 (hxlstandard.org).
 */
@ApplicationScoped
class TidyRows {
    /** Columns before those of people: word of the head, hashtag. */
    private static final String[][] COLUMNS = {
        {"report_csv_start", "#date+start"},
        {"report_csv_end", "#date+end"},
        {"report_csv_organisation", "#org+reporting"},
        {"report_csv_funder", "#org+funding"},
        {"report_csv_programme", "#activity+project"},
        {"report_csv_country", "#country+code"},
        {"report_region", "#adm1+name"},
        {"report_category", "#sector"},
        {"report_item", "#item+name"},
        {"report_csv_item", "#item+code"},
        {"report_csv_indicator", "#indicator+name"},
        {"report_csv_indicator_code", "#indicator+code"},
        {"report_number", "#indicator+value+num"},
        {"report_counted_in", "#item+unit"},
        {"report_csv_value", "#value"},
        {"report_csv_currency", "#currency+code"},
        {"report_target_number", "#targeted+num"},
        {"report_target_percent", "#indicator+value+pct"},
    };

    private static final Map<AgeBand, String> AGES = Map.of(
            AgeBand.INFANT, "+infants",
            AgeBand.CHILD, "+children",
            AgeBand.ADOLESCENT, "+adolescents",
            AgeBand.ADULT, "+adults",
            AgeBand.ELDERLY, "+elderly",
            AgeBand.UNKNOWN, "+age_unknown");

    private static final Map<Sex, String> SEXES = Map.of(Sex.FEMALE, "+f", Sex.MALE, "+m", Sex.UNKNOWN, "+sex_unknown");

    private final Catalogue catalogue;
    private final Frame frame;

    TidyRows(Catalogue catalogue, Frame frame) {
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** Words, hashtags and figures; every row has a cell for each head. */
    record Table(List<String> heads, List<String> tags, List<List<Object>> rows) {}

    Table of(ReportData data) {
        List<String> heads = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String[] column : COLUMNS) {
            heads.add(say(column[0]));
            tags.add(column[1]);
        }
        for (Sex sex : Sex.values()) {
            for (AgeBand age : AgeBand.values()) {
                heads.add(frame.say("report_csv_people", Map.of("0", say(sex.wordsKey()), "1", say(age.wordsKey()))));
                tags.add("#reached" + SEXES.get(sex) + AGES.get(age));
            }
        }
        heads.add(say("report_people_any"));
        tags.add("#reached+any");
        heads.add(say("report_people_total"));
        tags.add("#reached+total");
        return new Table(heads, tags, new Filling(data, tags).rows());
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    /** Fills the rows of one report. */
    private final class Filling {
        private final ReportData data;
        private final List<String> tags;
        private final List<List<Object>> rows = new ArrayList<>();

        Filling(ReportData data, List<String> tags) {
            this.data = data;
            this.tags = tags;
        }

        List<List<Object>> rows() {
            if (data.goods() != null) {
                data.goods().forEach(this::goods);
            }
            for (ReportData.Given line : data.regions()) {
                Map<String, Object> cells = new LinkedHashMap<>();
                cells.put("#country+code", line.country());
                cells.put("#adm1+name", line.region());
                cells.put("#sector", catalogue.categoryName(line.category()));
                figure(cells, "distributed_by_region", "report_regions", line.quantity(), line.measure());
            }
            data.values().forEach(each -> amounts(each, "value_", "report_csv_value_of"));
            data.money().forEach(each -> amounts(each, "money_", "report_csv_money_of"));
            needs();
            people();
            if (data.charged() != null) {
                charged(data.charged());
                data.charged().targets().forEach(this::target);
            }
            return rows;
        }

        private void goods(ReportData.Goods line) {
            goods(line, "held_at_start", "report_opening", line.opening());
            line.flows().forEach((flow, quantity) -> goods(line, flow, "report_flow_" + flow, quantity));
            goods(line, "held_at_end", "report_closing", line.closing());
        }

        private void goods(ReportData.Goods line, String code, String words, long quantity) {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("#sector", catalogue.categoryName(line.category()));
            cells.put("#item+name", line.name());
            cells.put("#item+code", line.item());
            figure(cells, code, words, quantity, line.measure());
        }

        private void amounts(ReportData.Amounts amounts, String head, String about) {
            amount(amounts, head + "at_start", frame.say(about, Map.of("0", say("report_opening"))), amounts.opening());
            amounts.flows().forEach((flow, amount) ->
                    amount(amounts, head + flow, frame.say(about, Map.of("0", say("report_flow_" + flow))), amount));
            amount(amounts, head + "at_end", frame.say(about, Map.of("0", say("report_closing"))), amounts.closing());
        }

        private void amount(ReportData.Amounts amounts, String code, String words, String amount) {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("#indicator+code", code);
            cells.put("#indicator+name", words);
            cells.put("#value", new BigDecimal(amount));
            cells.put("#currency+code", amounts.currency());
            add(cells);
        }

        private void needs() {
            ReportData.Needs needs = data.needs();
            figure(new LinkedHashMap<>(), "needs_posted", "report_needs_posted", needs.posted(), null);
            figure(new LinkedHashMap<>(), "needs_met", "report_needs_met", needs.met(), null);
            figure(new LinkedHashMap<>(), "needs_partly_met", "report_needs_partly", needs.partly(), null);
            figure(new LinkedHashMap<>(), "needs_waiting", "report_needs_waiting", needs.waiting(), null);
            figure(new LinkedHashMap<>(), "needs_ended", "report_needs_ended", needs.ended(), null);
            if (needs.medianDays() != null) {
                figure(new LinkedHashMap<>(), "needs_median_days", "report_csv_median", needs.medianDays().longValue(), null);
            }
        }

        /** One row for a month and a region. */
        private void people() {
            record Part(String month, String country, String region) {}
            Map<Part, List<ReportData.Told>> parts = new LinkedHashMap<>();
            data.people().groups().forEach(told -> parts.computeIfAbsent(
                            new Part(told.month(), told.country(), told.region()), none -> new ArrayList<>())
                    .add(told));
            parts.forEach((part, groups) -> {
                java.time.LocalDate first = java.time.LocalDate.parse(part.month() + "-01");
                Map<String, Object> cells = new LinkedHashMap<>();
                cells.put("#date+start", first);
                cells.put("#date+end", first.plusMonths(1).minusDays(1));
                cells.put("#country+code", part.country());
                cells.put("#adm1+name", part.region());
                cells.put("#indicator+code", "people_helped");
                cells.put("#indicator+name", say("report_people"));
                groups.forEach(told -> cells.put(
                        told.sex() == null ? "#reached+any" : "#reached" + SEXES.get(told.sex()) + AGES.get(told.age()),
                        told.number()));
                cells.put("#reached+total", groups.stream().mapToLong(ReportData.Told::number).sum());
                add(cells);
            });
        }

        private void charged(ReportData.Charged charged) {
            figure(new LinkedHashMap<>(), "charged_deliveries", "report_csv_charged_deliveries", charged.deliveries(), null);
            figure(new LinkedHashMap<>(), "charged_purchases", "report_csv_charged_purchases", charged.purchases(), null);
            money("charged_spent", "report_charged_spent", charged.spent());
            money("charged_refunded", "report_charged_refunded", charged.refunded());
            money("charged_paid_out", "report_charged_paid_out", charged.paidOut());
        }

        private void money(String code, String words, Map<String, String> byCurrency) {
            byCurrency.forEach((currency, amount) -> {
                Map<String, Object> cells = new LinkedHashMap<>();
                cells.put("#indicator+code", code);
                cells.put("#indicator+name", say(words));
                cells.put("#value", new BigDecimal(amount));
                cells.put("#currency+code", currency);
                add(cells);
            });
        }

        /** From the beginning until the day by which it is to be reached, or the last of the report. */
        private void target(ReportData.Target target) {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("#date+start", "");
            cells.put("#date+end", target.by().isBefore(data.to()) ? target.by() : data.to());
            if (target.category() != null) {
                cells.put("#sector", catalogue.categoryName(target.category()));
            }
            cells.put("#targeted+num", target.number());
            cells.put("#indicator+value+pct", target.percent());
            String word = target.kind().word();
            figure(cells, "target_" + word, "report_csv_target_" + word, target.reached(), null);
        }

        private void figure(Map<String, Object> cells, String code, String words, long number, String measure) {
            cells.put("#indicator+code", code);
            cells.put("#indicator+name", say(words));
            cells.put("#indicator+value+num", number);
            cells.put("#item+unit", measure);
            add(cells);
        }

        private void add(Map<String, Object> cells) {
            cells.putIfAbsent("#date+start", data.from());
            cells.putIfAbsent("#date+end", data.to());
            cells.put("#org+reporting", data.organisation());
            cells.put("#org+funding", data.about().funder());
            cells.put("#activity+project", data.about().programmeName());
            if (data.about().country() != null) {
                cells.putIfAbsent("#country+code", data.about().country());
                cells.putIfAbsent("#adm1+name", data.about().region());
            }
            List<Object> row = new ArrayList<>();
            tags.forEach(tag -> row.add(cells.get(tag)));
            rows.add(row);
        }
    }
}
