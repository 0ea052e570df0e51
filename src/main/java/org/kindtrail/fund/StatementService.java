package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.fund.StatementView.StatementLine;
import org.kindtrail.fund.StatementView.StatementTotal;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.web.Frame;

/** Statements of funds: what was held, what came and went, and what is held after it. */
@ApplicationScoped
public class StatementService {
    private final Funds funds;
    private final Statements statements;
    private final Frame frame;
    private final Clock clock;

    StatementService(Funds funds, Statements statements, Frame frame, Clock clock) {
        this.funds = funds;
        this.statements = statements;
        this.frame = frame;
        this.clock = clock;
    }

    /** The days of a statement, both included, in the organisation's time zone. */
    record Period(LocalDate from, LocalDate to) {}

    /** @throws Unreadable when a day is none, or the last is before the first */
    Period period(String from, String to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.getZone());
        LocalDate last = Cursor.day("to", to, today);
        LocalDate first = Cursor.day("from", from, last.withDayOfMonth(1));
        if (last.isBefore(first)) {
            throw new Unreadable("to", "error_fund_period", Map.of("from", first.toString(), "to", last.toString()));
        }
        return new Period(first, last);
    }

    /**
     * @param after how far the lines were read; null: from the first
     * @throws Unreadable when a day or the cursor makes no sense
     */
    @Transactional
    public StatementView of(String code, String from, String to, String after, int size) {
        return of(code, period(from, to), after, size);
    }

    @Transactional
    StatementView of(String code, Period period, String after, int size) {
        Fund fund = funds.get(code);
        Instant begin = period.from().atStartOfDay(frame.getZone()).toInstant();
        Instant finish = period.to().plusDays(1).atStartOfDay(frame.getZone()).toInstant();
        Map<String, Long> opening = new HashMap<>();
        List<StatementTotal> totals = statements.totals(fund, begin, finish).stream()
                .map(total -> {
                    opening.put(total.currency(), total.opening());
                    return total(total);
                })
                .toList();
        Long skipped = Cursor.id(after);
        long first = skipped == null ? 0 : skipped;
        List<Statements.Line> found = statements.lines(fund, begin, finish, first, size + 1);
        Page<Statements.Line> page = Page.of(found, size, line -> first + size);
        return new StatementView(
                fund.getCode(),
                fund.getName(),
                period.from(),
                period.to(),
                totals,
                page.rows().stream().map(line -> line(line, opening.get(line.currency()))).toList(),
                page.next());
    }

    private static StatementTotal total(Statements.Total total) {
        return new StatementTotal(
                total.currency(),
                plain(total.opening(), total.currency()),
                plain(total.came(), total.currency()),
                plain(total.went(), total.currency()),
                plain(total.opening() + total.came() - total.went(), total.currency()));
    }

    private static StatementLine line(Statements.Line line, long opening) {
        return new StatementLine(
                line.currency(),
                line.at(),
                line.document(),
                line.reason(),
                line.about(),
                plain(line.came(), line.currency()),
                plain(line.went(), line.currency()),
                plain(opening + line.soFar(), line.currency()));
    }

    private static String plain(long minor, String currency) {
        return new Money(minor, currency).plain();
    }
}
