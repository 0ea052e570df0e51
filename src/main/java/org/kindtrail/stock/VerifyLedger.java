package org.kindtrail.stock;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kindtrail.database.FileSum;
import org.kindtrail.web.OfflineCommand;

/**
 * Verifies the ledger of an installation that is stopped, or of one on PostgreSQL; {@code scripts/verify} runs it. The
 * line with the numbers goes to the standard output, everything else to the standard error. It ends with 0 when nothing
 * differs, 1 when something does, 2 when it could not look.
 */
public final class VerifyLedger extends OfflineCommand {
    private static final int WHOLE = 0;
    private static final int DIFFERENT = 1;

    VerifyLedger(PrintStream out, PrintStream err, Map<String, String> environment) {
        super(out, err, environment);
    }

    public static void main(String[] arguments) {
        end(VerifyLedger::new, arguments);
    }

    @Override
    public int run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rebuild" -> options.put("--rebuild", "");
                case "--data", "--url", "--user" -> {
                    if (i + 1 == arguments.length) {
                        return tell("ledger_cli_usage", Map.of());
                    }
                    options.put(arguments[i], arguments[++i]);
                }
                default -> {
                    tell("ledger_cli_unknown", Map.of("given", arguments[i]));
                    return tell("ledger_cli_usage", Map.of());
                }
            }
        }
        if (options.containsKey("--data") == options.containsKey("--url")) {
            return tell("ledger_cli_usage", Map.of());
        }
        Where where = options.containsKey("--data") ? inFolder(options.get("--data")) : at(options.get("--url"));
        if (where == null) {
            return NOT_DONE;
        }
        return options.containsKey("--data") ? lookInFile(where, options) : look(where, options);
    }

    /** A file that is not what was written last is not opened; one that is whole has its sum again afterwards. */
    private int lookInFile(Where where, Map<String, String> options) {
        Path file = Path.of(options.get("--data")).resolve("kindtrail.mv.db");
        FileSum sum = FileSum.of(file);
        if (!sum.isWhole()) {
            return tell("ledger_cli_damaged", Map.of("file", file.toString()));
        }
        int found = look(where, options);
        if (found != NOT_DONE) {
            sum.write();
        }
        return found;
    }

    private int look(Where where, Map<String, String> options) {
        return connected(
                where,
                options.get("--user"),
                "ledger_cli_refused",
                database -> isOurs(database) ? verify(database, options.containsKey("--rebuild")) : notOurs(where));
    }

    private static boolean isOurs(Connection database) throws SQLException {
        boolean upperCase = database.getMetaData().storesUpperCaseIdentifiers();
        for (String table : new String[] {"movement", "balance", "allocation", "lot", "place"}) {
            String name = upperCase ? table.toUpperCase(Locale.ROOT) : table;
            try (var found = database.getMetaData().getTables(null, database.getSchema(), name, null)) {
                if (!found.next()) {
                    return false;
                }
            }
        }
        return true;
    }

    private int verify(Connection database, boolean rebuild) {
        try {
            if (rebuild) {
                int count = Verification.rebuild(database);
                tell("ledger_cli_rebuilt", Map.of("count", count));
            }
        } catch (SQLException refused) {
            return tell("ledger_cli_not_rebuilt", Map.of("reason", oneLine(refused)));
        }
        try {
            Verification.Result found = Verification.of(database);
            found.first().forEach(difference -> tell(difference.wordsKey(), difference.facts()));
            out.println(found.line());
            return found.differences() == 0 ? WHOLE : DIFFERENT;
        } catch (SQLException broken) {
            return tell("ledger_cli_broken", Map.of("reason", oneLine(broken)));
        }
    }
}
