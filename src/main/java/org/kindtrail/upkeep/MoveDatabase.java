package org.kindtrail.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.kindtrail.stock.Verification;
import org.kindtrail.web.OfflineCommand;

/**
 * Copies an installation that is stopped from its embedded file to an empty PostgreSQL; {@code scripts/move} runs it. All of
 * it is one transaction of PostgreSQL, counted and verified before it is committed, so that an interrupted run leaves nothing
 * there and the next one begins anew. The file is only read. It ends with 0 when everything has moved, else with 2.
 */
public final class MoveDatabase extends OfflineCommand {
    /** None of them is filled by a migration, and no installation in use is without all of them. */
    private static final List<String> FILLED_BY_WORK = List.of("organisation", "person", "donor", "lot", "movement", "sealed");

    private static final Set<String> VALUES = Set.of("--data", "--url", "--user");

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
                return tell("upkeep_move_usage", Map.of());
            }
            options.put(arguments[i], arguments[++i]);
        }
        if (!options.keySet().equals(VALUES) || !options.get("--url").startsWith("jdbc:postgresql:")) {
            return tell("upkeep_move_usage", Map.of());
        }
        Where from = inFolder(options.get("--data"));
        return from == null ? NOT_DONE : move(from, at(options.get("--url")), options.get("--user"));
    }

    private int move(Where from, Where to, String user) {
        try (Connection source = DriverManager.getConnection(from.url() + ";LAZY_QUERY_EXECUTION=TRUE", EMBEDDED, EMBEDDED)) {
            return connected(to, user, "upkeep_move_broken", target -> moved(source, target, to, user));
        } catch (SQLException refused) {
            return isInUse(refused)
                    ? tell("ledger_cli_running", Map.of("where", from.told()))
                    : tell("ledger_cli_refused", Map.of("where", from.told(), "reason", oneLine(refused)));
        } catch (FlywayException | IOException refused) {
            return tell("upkeep_move_broken", Map.of("where", to.told(), "reason",
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private int moved(Connection source, Connection target, Where to, String user) throws SQLException, IOException {
        // before the migrations, which would change what is there already
        String occupied = occupied(target);
        if (occupied != null) {
            return tell("upkeep_move_not_empty", Map.of("where", to.told(), "table", occupied));
        }
        migrate(to, user);
        target.setAutoCommit(false);
        boolean done = false;
        try {
            if (copied(source, target, to)) {
                target.commit();
                done = true;
                tell("upkeep_move_done", Map.of("where", to.told()));
            }
        } finally {
            if (!done && !target.isClosed()) {
                target.rollback();
            }
        }
        return done ? 0 : NOT_DONE;
    }

    private void migrate(Where to, String user) {
        Flyway.configure()
                .dataSource(to.url(), user, environment("KINDTRAIL_DATABASE_PASSWORD"))
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
    }

    /** @return the name of a table that somebody's work has filled; null when there is none */
    private static String occupied(Connection target) throws SQLException {
        Set<String> there = Tables.of(target);
        for (String table : FILLED_BY_WORK) {
            if (there.contains(table) && Tables.count(target, table) > 0) {
                return table;
            }
        }
        return null;
    }

    /** Whether the file has these tables. What it has besides holds no row: by them H2 refuses what PostgreSQL does by a trigger. */
    private static boolean isLike(Connection source, Set<String> tables) throws SQLException {
        Set<String> besides = Tables.of(source);
        if (!besides.containsAll(tables)) {
            return false;
        }
        besides.removeAll(tables);
        for (String table : besides) {
            if (Tables.count(source, table) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean copied(Connection source, Connection target, Where to) throws SQLException, IOException {
        Set<String> tables = Tables.of(target);
        if (!isLike(source, tables) || !Tables.versions(target).equals(Tables.versions(source))) {
            tell("upkeep_move_other_version", Map.of());
            return false;
        }
        IntoPostgresql into = new IntoPostgresql(source, target);
        into.lock(tables);
        // again, as a node may have been at work until now
        String occupied = occupied(target);
        if (occupied != null) {
            tell("upkeep_move_not_empty", Map.of("where", to.told(), "table", occupied));
            return false;
        }
        long rows = into.fill(tables);
        for (String table : tables) {
            long there = Tables.count(source, table);
            long here = Tables.count(target, table);
            if (there != here) {
                tell("upkeep_counted", Map.of("table", table, "there", there, "here", here));
                return false;
            }
        }
        Verification.Result found = Verification.of(target);
        found.first().forEach(difference -> tell(difference.wordsKey(), difference.facts()));
        out.println(tables.size() + " tables, " + rows + " rows; " + found.line());
        if (found.differences() > 0) {
            tell("upkeep_move_differs", Map.of());
        }
        return found.differences() == 0;
    }
}
