package org.kindtrail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Organisations;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Money;
import org.kindtrail.recipient.TellableRegions;
import org.kindtrail.recipient.TellableRegions.Region;

/** Makes the figures of a report of what the ledger, the needs and the people who were helped say. */
@ApplicationScoped
class ReportMaking {
    private final LedgerFigures ledger;
    private final NeedFigures needs;
    private final HelpedFigures helped;
    private final TellableRegions regions;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Clock clock;

    ReportMaking(
            LedgerFigures ledger,
            NeedFigures needs,
            HelpedFigures helped,
            TellableRegions regions,
            Organisations organisations,
            Catalogue catalogue,
            Scope scope,
            Clock clock) {
        this.ledger = ledger;
        this.needs = needs;
        this.helped = helped;
        this.regions = regions;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.scope = scope;
        this.clock = clock;
    }

    /** What is counted together: pieces, pairs and sets as one, all else in its own unit. */
    static String measure(Item item) {
        return switch (item.getUnit()) {
            case "piece", "pair", "set" -> "piece";
            default -> item.getUnit();
        };
    }

    ReportData make(Question question) {
        Organisation organisation = organisations.findById(scope.organisation());
        boolean whole = question.region() == null;
        Adding all = new Adding(question);
        if (whole) {
            ledger.held(question).forEach(all::held);
            ledger.moved(question).forEach(all::moved);
            ledger.handed(question).forEach(all::handed);
        }
        boolean now = clock.instant().isBefore(question.end());
        return new ReportData(
                question.from(),
                question.to(),
                organisation.getName(),
                organisation.getCountry(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                about(question),
                whole ? all.goods() : null,
                all.values(),
                all.unvaluedView(),
                all.money(),
                whole ? all.monthsView() : List.of(),
                given(question),
                all.lossesView(),
                whole && now ? all.whereView() : null,
                needs.of(question),
                helped.of(question),
                needs.charged(question));
    }

    private static ReportData.About about(Question question) {
        return new ReportData.About(
                question.programme() == null ? null : question.programme().getCode(),
                question.programme() == null ? null : question.programme().getName(),
                question.programme() == null ? null : question.programme().getFunder(),
                question.drive() == null ? null : question.drive().getCode(),
                question.drive() == null ? null : question.drive().getTitle(),
                question.region() == null ? null : question.region().country(),
                question.regionName(),
                question.category());
    }

    private boolean isAbout(Question question, Item item) {
        return question.category() == null || question.category().equals(item.getCategory());
    }

    private List<ReportData.Given> given(Question question) {
        Map<Region, String> told = regions.all();
        record Line(Region region, String category, String measure) {}
        Map<Line, Long> sums = new HashMap<>();
        for (LedgerFigures.Given each : ledger.given(question)) {
            Item item = catalogue.of(each.item());
            Region region = each.country() == null ? null : Region.of(each.country(), each.region());
            if (region != null && !told.containsKey(region)) {
                region = region.elsewhere();
            }
            if (isAbout(question, item) && (question.region() == null || question.region().equals(region))) {
                sums.merge(new Line(region, item.getCategory(), measure(item)), each.quantity(), Long::sum);
            }
        }
        List<String> shelves = catalogue.categories();
        return sums.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> new ReportData.Given(
                        each.getKey().region() == null ? null : each.getKey().region().country(),
                        told.get(each.getKey().region()),
                        each.getKey().category(),
                        each.getKey().measure(),
                        each.getValue()))
                .sorted(Comparator.comparing((ReportData.Given line) -> line.country() == null ? "~" : line.country())
                        .thenComparing(line -> line.region() == null ? "\uffff" : line.region())
                        .thenComparingInt(line -> shelves.indexOf(line.category()))
                        .thenComparing(ReportData.Given::measure))
                .toList();
    }

    /** Of one item, or of one currency: what is held now, what came and went in the period, and since. */
    private static final class Sum {
        private BigDecimal held = BigDecimal.ZERO;
        private BigDecimal since = BigDecimal.ZERO;
        private final EnumMap<Flow, BigDecimal> flows = new EnumMap<>(Flow.class);

        void hold(BigDecimal more) {
            held = held.add(more);
        }

        /** @param flow null: none, it stayed */
        void flow(Flow flow, BigDecimal quantity, boolean later) {
            if (flow == null) {
                return;
            }
            if (later) {
                since = flow.isIn() ? since.add(quantity) : since.subtract(quantity);
            } else {
                flows.merge(flow, quantity, BigDecimal::add);
            }
        }

        BigDecimal closing() {
            return whole(held.subtract(since));
        }

        BigDecimal opening() {
            BigDecimal opening = closing();
            for (Map.Entry<Flow, BigDecimal> each : flows.entrySet()) {
                BigDecimal quantity = whole(each.getValue());
                opening = each.getKey().isIn() ? opening.subtract(quantity) : opening.add(quantity);
            }
            return opening;
        }

        private static BigDecimal whole(BigDecimal exact) {
            return exact.setScale(0, RoundingMode.HALF_UP);
        }

        Map<String, Long> words() {
            Map<String, Long> words = new LinkedHashMap<>();
            flows.forEach((flow, quantity) -> {
                long rounded = whole(quantity).longValueExact();
                if (rounded != 0) {
                    words.put(flow.word(), rounded);
                }
            });
            return words;
        }

        boolean isNothing() {
            return words().isEmpty() && closing().signum() == 0;
        }
    }

    private record Of(String a, String b, String c) {}

    /** Adds the rows of the ledger up. */
    private final class Adding {
        private final Question question;
        private final Map<Long, Sum> items = new HashMap<>();
        private final Map<String, Sum> values = new TreeMap<>();
        private final Map<LocalDate, Sum> months = new TreeMap<>();
        private final Map<Of, Long> unvalued = new LinkedHashMap<>();
        private final Map<Of, Long> losses = new LinkedHashMap<>();
        private final Map<Of, Long> where = new LinkedHashMap<>();

        Adding(Question question) {
            this.question = question;
            LocalDate first = question.from().withDayOfMonth(1);
            for (LocalDate month = first; !month.isAfter(question.to()); month = month.plusMonths(1)) {
                months.put(month, new Sum());
            }
        }

        void held(LedgerFigures.Held held) {
            Item item = catalogue.of(held.item());
            if (!isAbout(question, item)) {
                return;
            }
            items.computeIfAbsent(held.item(), none -> new Sum()).hold(BigDecimal.valueOf(held.quantity()));
            if (!Catalogue.isMoney(item)) {
                where.merge(new Of(held.where(), measure(item), ""), held.quantity(), Long::sum);
                if (held.currency() != null) {
                    values.computeIfAbsent(held.currency(), none -> new Sum()).hold(held.worth());
                }
            }
        }

        void moved(LedgerFigures.Moved moved) {
            Item item = catalogue.of(moved.item());
            if (!isAbout(question, item)) {
                return;
            }
            Flow in = moved.from() == 0 ? null : Flow.from(moved.from(), moved.reason());
            Flow out = moved.to() == 0 ? null : Flow.to(moved.to(), moved.reason());
            add(in, item, moved.month(), moved.currency(), moved.quantity(), moved.worth());
            add(out, item, moved.month(), moved.currency(), moved.quantity(), moved.worth());
            boolean lost = out == Flow.LET_GO || out == Flow.LOST;
            if (lost && moved.month() != null && !Catalogue.isMoney(item)) {
                losses.merge(new Of(out.word(), moved.reason().word(), measure(item)), moved.quantity(), Long::sum);
            }
        }

        void handed(LedgerFigures.Handed handed) {
            Item item = catalogue.of(handed.item());
            if (isAbout(question, item)) {
                Flow flow = handed.in() ? Flow.TAKEN_OVER : Flow.HANDED_ON;
                add(flow, item, handed.month(), handed.currency(), handed.quantity(), handed.worth());
            }
        }

        private void add(Flow flow, Item item, LocalDate month, String currency, long quantity, BigDecimal worth) {
            if (flow == null) {
                return;
            }
            boolean later = month == null;
            BigDecimal exact = BigDecimal.valueOf(quantity);
            items.computeIfAbsent(item.getId(), none -> new Sum()).flow(flow, exact, later);
            if (Catalogue.isMoney(item)) {
                return;
            }
            if (!later && measure(item).equals("piece")) {
                months.get(month).flow(flow, exact, false);
            }
            if (currency != null) {
                values.computeIfAbsent(currency, none -> new Sum()).flow(flow, worth, later);
            } else if (!later) {
                unvalued.merge(new Of(flow.word(), measure(item), ""), quantity, Long::sum);
            }
        }

        List<ReportData.Goods> goods() {
            List<String> shelves = catalogue.categories();
            return items.entrySet().stream()
                    .filter(each -> !each.getValue().isNothing() && !Catalogue.isMoney(catalogue.of(each.getKey())))
                    .map(each -> goods(catalogue.of(each.getKey()), each.getValue()))
                    .sorted(Comparator.comparingInt((ReportData.Goods line) -> shelves.indexOf(line.category()))
                            .thenComparing(ReportData.Goods::name)
                            .thenComparing(ReportData.Goods::item))
                    .toList();
        }

        private ReportData.Goods goods(Item item, Sum sum) {
            return new ReportData.Goods(
                    item.getCategory(),
                    item.getCode(),
                    catalogue.label(item),
                    measure(item),
                    sum.opening().longValueExact(),
                    sum.words(),
                    sum.closing().longValueExact());
        }

        List<ReportData.Amounts> money() {
            Map<String, Sum> byCurrency = new TreeMap<>();
            items.forEach((id, sum) -> {
                Item item = catalogue.of(id);
                if (Catalogue.isMoney(item)) {
                    byCurrency.put(item.getUnit(), sum);
                }
            });
            return amounts(byCurrency);
        }

        List<ReportData.Amounts> values() {
            return amounts(values);
        }

        private List<ReportData.Amounts> amounts(Map<String, Sum> byCurrency) {
            List<ReportData.Amounts> amounts = new ArrayList<>();
            byCurrency.forEach((currency, sum) -> {
                if (!sum.isNothing()) {
                    Map<String, String> flows = new LinkedHashMap<>();
                    sum.words().forEach((flow, minor) -> flows.put(flow, new Money(minor, currency).plain()));
                    amounts.add(new ReportData.Amounts(
                            currency,
                            new Money(sum.opening().longValueExact(), currency).plain(),
                            flows,
                            new Money(sum.closing().longValueExact(), currency).plain()));
                }
            });
            return amounts;
        }

        List<ReportData.Month> monthsView() {
            return months.entrySet().stream()
                    .map(each -> new ReportData.Month(HelpedFigures.month(each.getKey()), each.getValue().words()))
                    .toList();
        }

        List<ReportData.Unvalued> unvaluedView() {
            return unvalued.entrySet().stream()
                    .filter(each -> each.getValue() != 0)
                    .map(each -> new ReportData.Unvalued(each.getKey().a(), each.getKey().b(), each.getValue()))
                    .sorted(Comparator.comparing(ReportData.Unvalued::flow).thenComparing(ReportData.Unvalued::measure))
                    .toList();
        }

        List<ReportData.Loss> lossesView() {
            return losses.entrySet().stream()
                    .filter(each -> each.getValue() != 0)
                    .map(each -> new ReportData.Loss(
                            each.getKey().a(), each.getKey().b(), each.getKey().c(), each.getValue()))
                    .sorted(Comparator.comparing(ReportData.Loss::flow)
                            .thenComparing(ReportData.Loss::reason)
                            .thenComparing(ReportData.Loss::measure))
                    .toList();
        }

        List<ReportData.Where> whereView() {
            return where.entrySet().stream()
                    .map(each -> new ReportData.Where(each.getKey().a(), each.getKey().b(), each.getValue()))
                    .sorted(Comparator.comparing(ReportData.Where::where).thenComparing(ReportData.Where::measure))
                    .toList();
        }
    }
}
