package org.kindtrail.archive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindtrail.kernel.Money;

/** Reads a table of the archive, some thousand rows at a time, each where the last one ended. */
final class TableRows {
    /** More digits than these are of no currency; fewer letters of a number than with its exponent. */
    private static final int DIGITS = 6;

    private final Connection database;
    private final Numbers numbers;
    private final Table table;
    private final Long organisation;
    private List<Object> last;
    private boolean over;

    TableRows(Connection database, Numbers numbers, Table table, Long organisation) {
        this.database = database;
        this.numbers = numbers;
        this.table = table;
        this.organisation = organisation;
    }

    /** The next rows; empty when there are no more. */
    List<List<Object>> next() throws SQLException {
        if (over) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(table.sql(last == null, organisation))) {
            if (last != null) {
                begin(select);
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        }
        over = rows.size() < table.batch();
        return rows;
    }

    /** Of three columns a, b, c the values are a, a, b, b, c. */
    private void begin(PreparedStatement select) throws SQLException {
        int at = 1;
        for (int i = 0; i < last.size(); i++) {
            select.setObject(at++, last.get(i));
            if (i < last.size() - 1) {
                select.setObject(at++, last.get(i));
            }
        }
    }

    private List<Object> row(ResultSet found) throws SQLException {
        List<Object> row = new ArrayList<>();
        int currency = table.fields().size() + 1;
        int at = 1;
        for (Field field : table.fields()) {
            row.add(field.kind() == Kind.AMOUNT ? amount(found, at, currency++) : value(found, at, field));
            at++;
        }
        List<Object> here = new ArrayList<>();
        for (int i = 0; i < table.order(); i++) {
            here.add(found.getObject(currency + i));
        }
        last = here;
        return row;
    }

    private static BigDecimal amount(ResultSet found, int at, int currency) throws SQLException {
        BigDecimal minor = found.getBigDecimal(at);
        String code = found.getString(currency);
        if (minor == null || !Money.isCurrency(code)) {
            return null;
        }
        BigDecimal amount = minor.movePointLeft(Money.digits(code));
        return amount.scale() <= DIGITS ? amount : amount.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private Object value(ResultSet found, int at, Field field) throws SQLException {
        return switch (field.kind()) {
            case TEXT -> found.getString(at);
            case WORD -> word(found.getString(at));
            case NUMBERED -> numbered(found, at, field.more());
            case INTEGER -> number(found, at);
            case TRUTH -> truth(found, at);
            case DAY -> found.getObject(at, LocalDate.class);
            case MOMENT -> moment(found.getObject(at, OffsetDateTime.class));
            case AMOUNT -> throw new IllegalArgumentException(field.name());
        };
    }

    private static String word(String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private String numbered(ResultSet found, int at, String of) throws SQLException {
        long id = found.getLong(at);
        return found.wasNull() ? null : numbers.of(of, id);
    }

    private static Long number(ResultSet found, int at) throws SQLException {
        long number = found.getLong(at);
        return found.wasNull() ? null : number;
    }

    private static Boolean truth(ResultSet found, int at) throws SQLException {
        boolean truth = found.getBoolean(at);
        return found.wasNull() ? null : truth;
    }

    /** In UTC, to the second: always with seconds, as the description says. */
    static String moment(OffsetDateTime moment) {
        return moment == null ? null : moment(moment.toInstant());
    }

    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
