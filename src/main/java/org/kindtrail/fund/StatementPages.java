package org.kindtrail.fund;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.OpenTo;
import org.kindtrail.account.Role;
import org.kindtrail.fund.StatementView.StatementLine;
import org.kindtrail.fund.StatementView.StatementTotal;
import org.kindtrail.kernel.Page;
import org.kindtrail.web.Form;
import org.kindtrail.web.Frame;
import org.kindtrail.web.Listing;
import org.kindtrail.web.Listings;

/** Statements of funds for people: a page to read and to print, and files. */
@Path("/funds/{code}/statement")
@Produces("text/html")
public class StatementPages {
    /** So many lines are read and printed at a time. */
    private static final int AT_A_TIME = 400;

    private final StatementService statements;
    private final Listings listings;
    private final Frame frame;

    StatementPages(StatementService statements, Listings listings, Frame frame) {
        this.statements = statements;
        this.listings = listings;
        this.frame = frame;
    }

    /** What of one currency a page shows, what was held before and after, and, when it is all of it, what moved. */
    public record Part(
            String currency,
            String beforeKey,
            String before,
            List<StatementLine> lines,
            String afterKey,
            String after,
            StatementTotal total) {}

    @CheckedTemplate(basePath = "fund", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance statement(
                StatementView statement, List<Part> parts, String path, Form form, boolean begins);
    }

    @GET
    @OpenTo(Role.DISTRIBUTOR)
    public Response statement(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("format") String format) {
        StatementService.Period period = statements.period(from, to);
        if (format != null && !format.isEmpty()) {
            return listings.answer(listing(code, period), null, format);
        }
        StatementView view = statements.of(code, period, after, AT_A_TIME);
        Form form = Form.empty().with("from", view.from()).with("to", view.to());
        boolean begins = after == null || after.isEmpty();
        return Response.ok(
                        Templates.statement(view, parts(view, begins), path(view.fund(), period), form, begins),
                        "text/html;charset=UTF-8")
                .build();
    }

    private static String path(String fund, StatementService.Period period) {
        return "/funds/" + fund + "/statement?from=" + period.from() + "&to=" + period.to();
    }

    private static List<Part> parts(StatementView view, boolean begins) {
        Map<String, List<StatementLine>> byCurrency = new LinkedHashMap<>();
        if (begins && view.next() == null) {
            view.totals().forEach(total -> byCurrency.put(total.currency(), new ArrayList<>()));
        }
        view.lines().forEach(line -> byCurrency.computeIfAbsent(line.currency(), none -> new ArrayList<>()).add(line));
        Map<String, StatementTotal> totals = new LinkedHashMap<>();
        view.totals().forEach(total -> totals.put(total.currency(), total));
        List<Part> parts = new ArrayList<>();
        byCurrency.forEach((currency, lines) -> {
            StatementTotal total = totals.get(currency);
            String before = lines.isEmpty() ? total.opening() : before(lines.get(0));
            boolean goesOn = view.next() != null && parts.size() == byCurrency.size() - 1;
            parts.add(new Part(
                    currency,
                    begins || !parts.isEmpty() ? "fund_line_opening" : "fund_line_brought",
                    before,
                    lines,
                    goesOn ? "fund_line_carried" : "fund_line_closing",
                    goesOn ? lines.get(lines.size() - 1).balance() : total.closing(),
                    begins && view.next() == null ? total : null));
        });
        return parts;
    }

    private static String before(StatementLine line) {
        return new BigDecimal(line.balance())
                .subtract(new BigDecimal(line.in()))
                .add(new BigDecimal(line.out()))
                .toPlainString();
    }

    private Listing<Row> listing(String code, StatementService.Period period) {
        return new Listing<>("fund_statement", path(code, period), new Rows(code, period))
                .column("fund_currency", Row::currency)
                .column("fund_at", Row::at)
                .column("fund_what", Row::words)
                .column("fund_document", Row::document)
                .column("fund_about", Row::about)
                .column("fund_in", Row::in)
                .column("fund_out", Row::out)
                .column("fund_balance", Row::balance);
    }

    /** A row of a file: a line, or what was held before the first or after the last of a currency. */
    private record Row(
            String currency,
            Instant at,
            String words,
            String document,
            String about,
            BigDecimal in,
            BigDecimal out,
            BigDecimal balance) {}

    /** All rows of a file, read in pages one after the other. */
    private final class Rows implements Listing.Source<Row> {
        private final String code;
        private final StatementService.Period period;
        private final Set<String> begun = new HashSet<>();
        private String current;

        Rows(String code, StatementService.Period period) {
            this.code = code;
            this.period = period;
        }

        @Override
        public Page<Row> read(String after, int size) {
            StatementView view = statements.of(code, period, after, size);
            List<Row> rows = new ArrayList<>();
            for (StatementLine line : view.lines()) {
                if (!line.currency().equals(current)) {
                    close(view, rows);
                    current = line.currency();
                    begun.add(current);
                    rows.add(held("fund_line_opening", total(view, current), true));
                }
                rows.add(row(line));
            }
            if (view.next() == null) {
                close(view, rows);
                current = null;
                view.totals().stream().filter(total -> begun.add(total.currency())).forEach(total -> {
                    rows.add(held("fund_line_opening", total, true));
                    rows.add(held("fund_line_closing", total, false));
                });
            }
            return new Page<>(rows, view.next());
        }

        private void close(StatementView view, List<Row> rows) {
            if (current != null) {
                rows.add(held("fund_line_closing", total(view, current), false));
            }
        }

        private StatementTotal total(StatementView view, String currency) {
            return view.totals().stream()
                    .filter(each -> each.currency().equals(currency))
                    .findFirst()
                    .orElseThrow();
        }

        private Row held(String wordsKey, StatementTotal total, boolean opening) {
            return new Row(
                    total.currency(),
                    (opening ? period.from() : period.to().plusDays(1)).atStartOfDay(frame.getZone()).toInstant(),
                    frame.say(wordsKey, Map.of()),
                    null,
                    null,
                    opening ? null : new BigDecimal(total.in()),
                    opening ? null : new BigDecimal(total.out()),
                    new BigDecimal(opening ? total.opening() : total.closing()));
        }

        private Row row(StatementLine line) {
            return new Row(
                    line.currency(),
                    line.at(),
                    frame.say(line.wordsKey(), Map.of()),
                    line.document(),
                    line.about(),
                    new BigDecimal(line.in()),
                    new BigDecimal(line.out()),
                    new BigDecimal(line.balance()));
        }
    }
}
