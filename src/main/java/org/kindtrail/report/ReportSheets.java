package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.report.ReportData.Amounts;
import org.kindtrail.report.ReportData.Goods;
import org.kindtrail.report.Sheet.Head;
import org.kindtrail.web.Frame;

/** Lays out the figures of a report as tables in the reader's words; one that would be empty is left out. */
@ApplicationScoped
class ReportSheets {
    private static final String PIECE = "piece";
    /** So many bars of categories are drawn; the table beside them has all. */
    private static final int MOST_BARS = 12;

    private final Catalogue catalogue;
    private final PeopleSheets people;
    private final Frame frame;

    ReportSheets(Catalogue catalogue, PeopleSheets people, Frame frame) {
        this.catalogue = catalogue;
        this.people = people;
        this.frame = frame;
    }

    /** All tables of the report, in the order in which they are read. */
    List<Sheet> of(ReportData data) {
        List<Sheet> sheets = new ArrayList<>();
        if (data.goods() != null) {
            statement(data, sheets);
            if (!data.goods().isEmpty()) {
                months(data, sheets);
                categories(data, sheets);
            }
        }
        regions(data, sheets);
        sheets.addAll(people.people(data));
        sheets.addAll(people.needs(data.needs()));
        losses(data, sheets);
        amounts("values", data.values(), sheets);
        unvalued(data, sheets);
        amounts("money", data.money(), sheets);
        charged(data, sheets);
        targets(data, sheets);
        if (data.goods() != null) {
            items(data, sheets);
        }
        return sheets;
    }

    private String say(String key) {
        return frame.say(key, Map.of());
    }

    private String measure(String measure) {
        return measure.equals(PIECE) ? say("report_pieces") : say("catalogue_unit_" + measure);
    }

    String category(String code) {
        return catalogue.categoryName(code);
    }

    private String country(String code) {
        return new Locale("", code).getDisplayCountry(frame.getLocale());
    }

    /** "Almaty region", "elsewhere in Kazakhstan", "where it is not known". */
    private String region(String country, String region) {
        if (country == null) {
            return say("report_region_unknown");
        }
        return region == null ? frame.say("report_elsewhere", Map.of("0", country(country))) : region;
    }

    private static long sum(List<Goods> goods, Flow flow) {
        return goods.stream().mapToLong(line -> line.flow(flow)).sum();
    }

    private static List<Flow> flows(boolean in, Predicate<Flow> any) {
        return Arrays.stream(Flow.values()).filter(flow -> flow.isIn() == in).filter(any).toList();
    }

    /** Opening, what came, what went, closing; a column for each measure. */
    private void statement(ReportData data, List<Sheet> sheets) {
        Map<String, List<Goods>> byMeasure =
                data.goods().stream().collect(Collectors.groupingBy(Goods::measure, TreeMap::new, Collectors.toList()));
        List<String> measures = new ArrayList<>(byMeasure.keySet());
        if (measures.isEmpty()) {
            measures.add(PIECE);
            byMeasure.put(PIECE, List.of());
        }
        measures.sort((one, other) -> one.equals(PIECE) ? -1 : other.equals(PIECE) ? 1 : one.compareTo(other));
        List<Head> heads = new ArrayList<>();
        heads.add(Head.text(say("report_what")));
        measures.forEach(measure -> heads.add(Head.number(measure(measure))));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row(say("report_opening"), measures, each -> byMeasure.get(each).stream().mapToLong(Goods::opening).sum()));
        for (boolean in : new boolean[] {true, false}) {
            for (Flow flow : flows(in, each -> sum(data.goods(), each) != 0 || each == Flow.RECEIVED || each == Flow.DISTRIBUTED)) {
                rows.add(row((in ? "+ " : "- ") + say(flow.wordsKey()), measures, each -> sum(byMeasure.get(each), flow)));
            }
        }
        List<Object> foot =
                row(say("report_closing"), measures, each -> byMeasure.get(each).stream().mapToLong(Goods::closing).sum());
        sheets.add(new Sheet("statement", say("report_statement"), say("report_statement_lead"), heads, rows, foot, null));
        if (data.where() != null && !data.where().isEmpty()) {
            sheets.add(new Sheet(
                    "where",
                    say("report_where"),
                    say("report_where_lead"),
                    List.of(Head.text(say("report_where_it_is")), Head.text(say("report_counted_in")), Head.number(say("report_number"))),
                    data.where().stream()
                            .map(line -> List.<Object>of(
                                    say("report_where_" + line.where()), measure(line.measure()), line.quantity()))
                            .toList(),
                    null,
                    null));
        }
    }

    private interface Figure {
        long of(String measure);
    }

    private static List<Object> row(String words, List<String> measures, Figure figure) {
        List<Object> row = new ArrayList<>();
        row.add(words);
        measures.forEach(measure -> row.add(figure.of(measure)));
        return row;
    }

    private static long sum(ReportData.Month month, boolean in, Flow besides) {
        return Arrays.stream(Flow.values())
                .filter(flow -> flow.isIn() == in && flow != besides)
                .mapToLong(month::flow)
                .sum();
    }

    private void months(ReportData data, List<Sheet> sheets) {
        List<List<Object>> rows = new ArrayList<>();
        List<Charts.Column> columns = new ArrayList<>();
        String otherIn = say("report_other_in");
        String otherOut = say("report_other_out");
        for (ReportData.Month month : data.months()) {
            long in = sum(month, true, Flow.RECEIVED);
            long out = sum(month, false, Flow.DISTRIBUTED);
            rows.add(List.of(monthName(month.month()), month.flow(Flow.RECEIVED), in, month.flow(Flow.DISTRIBUTED), out));
            columns.add(new Charts.Column(
                    month.month(),
                    List.of(
                            new Charts.Part("in", say("report_flow_received"), month.flow(Flow.RECEIVED)),
                            new Charts.Part("in-other", otherIn, in)),
                    List.of(
                            new Charts.Part("out", say("report_flow_distributed"), month.flow(Flow.DISTRIBUTED)),
                            new Charts.Part("out-other", otherOut, out))));
        }
        List<Chart.Key> legend = List.of(
                new Chart.Key("in", say("report_flow_received")),
                new Chart.Key("in-other", otherIn),
                new Chart.Key("out", say("report_flow_distributed")),
                new Chart.Key("out-other", otherOut));
        Sheet sheet = new Sheet(
                "months",
                say("report_months"),
                say("report_months_lead"),
                List.of(
                        Head.text(say("report_month")),
                        Head.number(say("report_flow_received")),
                        Head.number(otherIn),
                        Head.number(say("report_flow_distributed")),
                        Head.number(otherOut)),
                rows,
                total(rows),
                null);
        sheets.add(sheet.with(Charts.standing(
                "chart-months", say("report_months"), say("report_months_described"), columns, legend, frame::number)));
    }

    private String monthName(String month) {
        return frame.month(java.time.LocalDate.parse(month + "-01"));
    }

    /** The sums of the columns of whole numbers. */
    private List<Object> total(List<List<Object>> rows) {
        List<Object> total = new ArrayList<>();
        total.add(say("report_total"));
        for (int i = 1; i < rows.get(0).size(); i++) {
            int column = i;
            total.add(rows.get(0).get(i) instanceof Long
                    ? rows.stream().mapToLong(row -> (Long) row.get(column)).sum()
                    : (Object) "");
        }
        return total;
    }

    private record Kind(String category, String measure) {}

    private void categories(ReportData data, List<Sheet> sheets) {
        Map<Kind, List<Goods>> byKind = data.goods().stream()
                .collect(Collectors.groupingBy(
                        line -> new Kind(line.category(), line.measure()), LinkedHashMap::new, Collectors.toList()));
        boolean units = byKind.keySet().stream().anyMatch(kind -> !kind.measure().equals(PIECE));
        sheets.add(halves("came", byKind, units, true, data));
        Sheet went = halves("went", byKind, units, false, data);
        List<Charts.Row> bars = new ArrayList<>();
        byKind.forEach((kind, lines) -> {
            long given = sum(lines, Flow.DISTRIBUTED);
            if (kind.measure().equals(PIECE) && given > 0) {
                bars.add(new Charts.Row(catalogue.categoryName(kind.category()), given));
            }
        });
        bars.sort((one, other) -> Long.compare(other.number(), one.number()));
        sheets.add(bars.isEmpty()
                ? went
                : went.with(Charts.lying(
                        "chart-categories",
                        say("report_given_by_category"),
                        say("report_given_by_category_described"),
                        "out",
                        bars.subList(0, Math.min(bars.size(), MOST_BARS)),
                        frame::number)));
    }

    /** By category: held before and what came in; or what went out and is held after. */
    private Sheet halves(String id, Map<Kind, List<Goods>> byKind, boolean units, boolean in, ReportData data) {
        List<Flow> flows = flows(in, flow -> sum(data.goods(), flow) != 0);
        List<Head> heads = new ArrayList<>();
        heads.add(Head.text(say("report_category")));
        if (units) {
            heads.add(Head.text(say("report_counted_in")));
        }
        if (in) {
            heads.add(Head.number(say("report_opening_short")));
        }
        flows.forEach(flow -> heads.add(Head.number(say(flow.headKey()))));
        if (!in) {
            heads.add(Head.number(say("report_closing_short")));
        }
        List<List<Object>> rows = new ArrayList<>();
        byKind.forEach((kind, lines) -> {
            List<Object> row = new ArrayList<>();
            row.add(catalogue.categoryName(kind.category()));
            if (units) {
                row.add(measure(kind.measure()));
            }
            if (in) {
                row.add(lines.stream().mapToLong(Goods::opening).sum());
            }
            flows.forEach(flow -> row.add(sum(lines, flow)));
            if (!in) {
                row.add(lines.stream().mapToLong(Goods::closing).sum());
            }
            rows.add(row);
        });
        return new Sheet(id, say("report_table_" + id), null, heads, rows, units ? null : total(rows), null);
    }

    private void items(ReportData data, List<Sheet> sheets) {
        if (data.goods().isEmpty()) {
            return;
        }
        List<List<Object>> rows = data.goods().stream()
                .map(line -> {
                    long in = flows(true, flow -> true).stream().mapToLong(line::flow).sum();
                    long out = flows(false, flow -> true).stream().mapToLong(line::flow).sum();
                    return List.<Object>of(
                            line.name(), measure(line.measure()), line.opening(), in, line.flow(Flow.DISTRIBUTED),
                            out - line.flow(Flow.DISTRIBUTED), line.closing());
                })
                .toList();
        sheets.add(new Sheet(
                "items",
                say("report_items"),
                null,
                List.of(
                        Head.text(say("report_item")),
                        Head.text(say("report_counted_in")),
                        Head.number(say("report_opening_short")),
                        Head.number(say("report_came_in")),
                        Head.number(say("report_flow_distributed")),
                        Head.number(say("report_other_out")),
                        Head.number(say("report_closing_short"))),
                rows,
                null,
                null));
    }

    private void regions(ReportData data, List<Sheet> sheets) {
        if (data.regions().isEmpty()) {
            return;
        }
        List<List<Object>> rows = data.regions().stream()
                .map(line -> List.<Object>of(
                        region(line.country(), line.region()),
                        catalogue.categoryName(line.category()),
                        measure(line.measure()),
                        line.quantity()))
                .toList();
        sheets.add(new Sheet(
                "regions",
                say("report_regions"),
                say("report_regions_lead"),
                List.of(
                        Head.text(say("report_region")),
                        Head.text(say("report_category")),
                        Head.text(say("report_counted_in")),
                        Head.number(say("report_flow_distributed"))),
                rows,
                null,
                null));
    }

    private void losses(ReportData data, List<Sheet> sheets) {
        if (data.losses().isEmpty()) {
            return;
        }
        sheets.add(new Sheet(
                "losses",
                say("report_losses"),
                null,
                List.of(
                        Head.text(say("report_what")),
                        Head.text(say("report_why")),
                        Head.text(say("report_counted_in")),
                        Head.number(say("report_number"))),
                data.losses().stream()
                        .map(line -> List.<Object>of(
                                say("report_flow_" + line.flow()),
                                say("stock_reason_" + line.reason()),
                                measure(line.measure()),
                                line.quantity()))
                        .toList(),
                null,
                null));
    }

    /** Opening, what came, what went, closing; a column for each currency. */
    private void amounts(String id, List<Amounts> amounts, List<Sheet> sheets) {
        if (amounts.isEmpty()) {
            return;
        }
        List<Head> heads = new ArrayList<>();
        heads.add(Head.text(say("report_what")));
        amounts.forEach(each -> heads.add(Head.number(each.currency())));
        Set<String> present = new LinkedHashSet<>();
        amounts.forEach(each -> present.addAll(each.flows().keySet()));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(amountRow(say("report_opening"), amounts, Amounts::opening));
        for (boolean in : new boolean[] {true, false}) {
            for (Flow flow : flows(in, each -> present.contains(each.word()))) {
                rows.add(amountRow((in ? "+ " : "- ") + say(flow.wordsKey()), amounts, each -> each.flows().get(flow.word())));
            }
        }
        List<Object> foot = amountRow(say("report_closing"), amounts, Amounts::closing);
        sheets.add(new Sheet(id, say("report_table_" + id), say("report_table_" + id + "_lead"), heads, rows, foot, null));
    }

    private static List<Object> amountRow(
            String words, List<Amounts> amounts, java.util.function.Function<Amounts, String> figure) {
        List<Object> row = new ArrayList<>();
        row.add(words);
        amounts.forEach(each -> {
            String amount = figure.apply(each);
            row.add(new BigDecimal(amount == null ? "0" : amount)
                    .setScale(org.kindtrail.kernel.Money.digits(each.currency())));
        });
        return row;
    }

    private void unvalued(ReportData data, List<Sheet> sheets) {
        if (data.unvalued().isEmpty()) {
            return;
        }
        sheets.add(new Sheet(
                "unvalued",
                say("report_unvalued"),
                say("report_unvalued_lead"),
                List.of(Head.text(say("report_what")), Head.text(say("report_counted_in")), Head.number(say("report_number"))),
                data.unvalued().stream()
                        .map(line -> List.<Object>of(say("report_flow_" + line.flow()), measure(line.measure()), line.quantity()))
                        .toList(),
                null,
                null));
    }

    private void charged(ReportData data, List<Sheet> sheets) {
        ReportData.Charged charged = data.charged();
        if (charged == null) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(say("report_charged_needs"), "", data.needs().posted()));
        rows.add(List.of(say("report_charged_deliveries"), "", charged.deliveries()));
        charged.goods().forEach(line -> rows.add(List.of(
                frame.say("report_charged_brought", Map.of("0", catalogue.categoryName(line.category()))),
                measure(line.measure()),
                line.quantity())));
        rows.add(List.of(say("report_charged_purchases"), "", charged.purchases()));
        money(rows, "report_charged_spent", charged.spent());
        money(rows, "report_charged_refunded", charged.refunded());
        money(rows, "report_charged_paid_out", charged.paidOut());
        sheets.add(new Sheet(
                "charged",
                say("report_charged"),
                say("report_charged_lead"),
                List.of(Head.text(say("report_what")), Head.text(say("report_counted_in")), Head.number(say("report_number"))),
                rows,
                null,
                null));
    }

    private void money(List<List<Object>> rows, String key, Map<String, String> byCurrency) {
        byCurrency.forEach((currency, amount) -> rows.add(List.of(say(key), currency, new BigDecimal(amount))));
    }

    /** What the programme is to reach, and how far it came. */
    private void targets(ReportData data, List<Sheet> sheets) {
        if (data.charged() == null || data.charged().targets().isEmpty()) {
            return;
        }
        sheets.add(new Sheet(
                "targets",
                say("report_targets"),
                frame.say("report_targets_lead", Map.of("0", frame.day(data.to()), "1", PeopleCounted.FEWEST)),
                List.of(
                        Head.text(say("report_target")),
                        Head.text(say("report_target_by")),
                        Head.number(say("report_target_number")),
                        Head.number(say("report_target_reached")),
                        Head.number(say("report_target_percent"))),
                data.charged().targets().stream()
                        .map(target -> List.<Object>of(
                                target(target), frame.day(target.by()), target.number(), target.reached(), target.percent()))
                        .toList(),
                null,
                null));
    }

    private String target(ReportData.Target target) {
        String words = say(target.kind().wordsKey());
        return target.category() == null ? words : words + ": " + catalogue.categoryName(target.category());
    }
}
