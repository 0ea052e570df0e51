package org.kindtrail.stock;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.kindtrail.web.OfflineCommand;

/**
 * Copies an installation that is stopped from its embedded file to an empty PostgreSQL; {@code scripts/move} runs it. All of
 * it is one transaction of PostgreSQL, counted and verified before it is committed, so that an interrupted run leaves nothing
 * there and the next one begins anew. The file is only read. It ends with 0 when everything has moved, else with 2.
 */
public final class MoveDatabase extends OfflineCommand {
    /** What the file always has (docs/operations.md); the setting for the password is PostgreSQL's here. */
    private static final String EMBEDDED = "kindtrail";
    private static final int BATCH = 1000;
    /** Rows at a time where one row may be a picture. */
    private static final int LARGE_BATCH = 20;
    /** None of them is filled by a migration, and no installation in use is without all of them. */
    private static final List<String> FILLED_BY_WORK = List.of("organisation", "person", "donor", "lot", "movement", "sealed");
    private static final Set<String> VALUES = Set.of("--data", "--url", "--user");
    private static final String HISTORY = "flyway_schema_history";

    MoveDatabase(PrintStream out, PrintStream err, Map<String, String> environment) {
        super(out, err, environment);
    }

    public static void main(String[] arguments) {
        end(MoveDatabase::new, arguments);
    }

    @Override
    public int run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!VALUES.contains(arguments[i]) || i + 1 == arguments.length) {
                tell("ledger_cli_unknown", Map.of("given", arguments[i]));
                return tell("ledger_move_usage", Map.of());
            }
            options.put(arguments[i], arguments[++i]);
        }
        if (!options.keySet().equals(VALUES) || !options.get("--url").startsWith("jdbc:postgresql:")) {
            return tell("ledger_move_usage", Map.of());
        }
        Where from = inFolder(options.get("--data"));
        return from == null ? NOT_DONE : move(from, at(options.get("--url")), options.get("--user"));
    }

    private int move(Where from, Where to, String user) {
        try (Connection source = DriverManager.getConnection(from.url(), EMBEDDED, EMBEDDED)) {
            return connected(to, user, "ledger_move_broken", target -> {
                migrate(to, user);
                target.setAutoCommit(false);
                try {
                    int end = copied(source, target, to);
                    if (end == 0) {
                        target.commit();
                        tell("ledger_move_done", Map.of("where", to.told()));
                    } else {
                        target.rollback();
                    }
                    return end;
                } catch (SQLException | RuntimeException broken) {
                    target.rollback();
                    throw broken;
                }
            });
        } catch (SQLException refused) {
            // H2 says by this number that the service has the file open
            return refused.getErrorCode() == 90020
                    ? tell("ledger_cli_running", Map.of("where", from.told()))
                    : tell("ledger_cli_refused", Map.of("where", from.told(), "reason", oneLine(refused)));
        } catch (FlywayException refused) {
            return tell("ledger_move_broken", Map.of("where", to.told(), "reason",
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private void migrate(Where to, String user) {
        Flyway.configure()
                .dataSource(to.url(), user, environment("KINDTRAIL_DATABASE_PASSWORD"))
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
    }

    private int copied(Connection source, Connection target, Where to) throws SQLException {
        Set<String> tables = tables(target);
        if (!tables.equals(tables(source)) || !versions(target).equals(versions(source))) {
            return tell("ledger_move_other_version", Map.of());
        }
        try (Statement statement = target.createStatement()) {
            statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
            for (String table : FILLED_BY_WORK) {
                if (count(target, table) > 0) {
                    return tell("ledger_move_not_empty", Map.of("where", to.told(), "table", table));
                }
            }
            List<String> references = letGoOfReferences(statement, tables);
            // what a migration filled is there already, and comes from the file as it is now
            statement.execute("truncate " + String.join(", ", tables));
            long rows = 0;
            for (String table : tables) {
                rows += copy(source, target, table);
            }
            for (String table : tables) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (String reference : references) {
                statement.execute(reference);
            }
            setSequences(source, target);
            return checked(source, target, tables, rows);
        }
    }

    /** Tables refer to one another in circles: references go, in this transaction only, and come back when all rows are there. */
    private static List<String> letGoOfReferences(Statement statement, Set<String> tables) throws SQLException {
        List<String> away = new ArrayList<>();
        List<String> back = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
                + " from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2")) {
            while (found.next()) {
                String named = "alter table " + found.getString(1);
                away.add(named + " drop constraint " + found.getString(2));
                back.add(named + " add constraint " + found.getString(2) + " " + found.getString(3));
            }
        }
        for (String each : away) {
            statement.execute(each);
        }
        for (String table : tables) {
            statement.execute("alter table " + table + " disable trigger user");
        }
        return back;
    }

    private static long copy(Connection source, Connection target, String table) throws SQLException {
        List<String> columns = columns(target, table);
        String named = String.join(", ", columns);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        long rows = 0;
        try (Statement reading = source.createStatement();
                ResultSet row = reading.executeQuery("select " + named + " from " + table);
                PreparedStatement writing = target.prepareStatement(
                        "insert into " + table + " (" + named + ") overriding system value values (" + marks + ")")) {
            int[] types = new int[columns.size()];
            int batch = BATCH;
            for (int i = 0; i < types.length; i++) {
                types[i] = row.getMetaData().getColumnType(i + 1);
                batch = isLarge(types[i]) ? LARGE_BATCH : batch;
            }
            while (row.next()) {
                for (int i = 0; i < types.length; i++) {
                    writing.setObject(i + 1, value(row, i + 1, types[i]));
                }
                writing.addBatch();
                if (++rows % batch == 0) {
                    writing.executeBatch();
                }
            }
            writing.executeBatch();
        }
        return rows;
    }

    private static boolean isLarge(int type) {
        return type == Types.BLOB || type == Types.VARBINARY || type == Types.BINARY || type == Types.LONGVARBINARY;
    }

    private static Object value(ResultSet row, int column, int type) throws SQLException {
        if (isLarge(type)) {
            return row.getBytes(column);
        }
        return switch (type) {
            case Types.CLOB, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> row.getString(column);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            default -> row.getObject(column);
        };
    }

    /** The next number of each sequence is that of the file. What a rolled-back run set here is set again by the next. */
    private static void setSequences(Connection source, Connection target) throws SQLException {
        Map<String, Long> next = new HashMap<>();
        try (Statement reading = source.createStatement();
                ResultSet found = reading.executeQuery("select lower(sequence_name), base_value from information_schema.sequences"
                        + " where sequence_schema = current_schema")) {
            while (found.next()) {
                next.put(found.getString(1), found.getLong(2));
            }
        }
        for (String sequence : texts(target, "select sequencename from pg_sequences where schemaname = current_schema order by 1")) {
            if (next.containsKey(sequence)) {
                one(target, "select setval('" + sequence + "', " + next.get(sequence) + ", false)");
            }
        }
        for (String set : texts(target, "select 'select setval(' || quote_literal(pg_get_serial_sequence(table_name, column_name))"
                + " || ', coalesce(max(' || column_name || '), 0) + 1, false) from ' || table_name from information_schema.columns"
                + " where table_schema = current_schema and is_identity = 'YES' order by 1")) {
            one(target, set);
        }
    }

    private int checked(Connection source, Connection target, Set<String> tables, long rows) throws SQLException {
        for (String table : tables) {
            long there = count(source, table);
            long here = count(target, table);
            if (there != here) {
                return tell("ledger_move_count", Map.of("table", table, "there", there, "here", here));
            }
        }
        Verification.Result found = Verification.of(target);
        found.first().forEach(difference -> tell(difference.wordsKey(), difference.facts()));
        out.println(tables.size() + " tables, " + rows + " rows; " + found.line());
        return found.differences() == 0 ? 0 : tell("ledger_move_differs", Map.of());
    }

    private static Set<String> tables(Connection database) throws SQLException {
        Set<String> all = new TreeSet<>(texts(database, "select lower(table_name) from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE'"));
        all.remove(HISTORY);
        return all;
    }

    private static Set<String> versions(Connection database) throws SQLException {
        return new TreeSet<>(texts(database, "select \"version\" from \"" + HISTORY + "\" where \"version\" is not null and \"success\""));
    }

    private static List<String> columns(Connection target, String table) throws SQLException {
        return texts(target, "select column_name from information_schema.columns where table_schema = current_schema"
                + " and is_generated = 'NEVER' and table_name = '" + table + "' order by ordinal_position");
    }

    private static long count(Connection database, String table) throws SQLException {
        return Long.parseLong(one(database, "select count(*) from " + table));
    }

    private static String one(Connection database, String query) throws SQLException {
        return texts(database, query).get(0);
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
