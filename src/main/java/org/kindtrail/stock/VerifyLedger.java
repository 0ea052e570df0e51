package org.kindtrail.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.kindtrail.web.Words;

/**
 * Verifies the ledger of an installation that is stopped, or of one on PostgreSQL; {@code scripts/verify} runs it. The
 * line with the numbers goes to the standard output, everything else to the standard error. It ends with 0 when nothing
 * differs, 1 when something does, 2 when it could not look.
 */
public final class VerifyLedger {
    private static final int WHOLE = 0;
    private static final int DIFFERENT = 1;
    private static final int NOT_SEEN = 2;
    /** H2: another process has the file open. */
    private static final int IN_USE = 90020;

    private final PrintStream out;
    private final PrintStream err;
    private final Words words = new Words();
    private final Properties shipped = new Properties();
    private final Map<String, String> environment;

    VerifyLedger(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        try (InputStream settings = VerifyLedger.class.getResourceAsStream("/application.properties")) {
            shipped.load(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new VerifyLedger(out, err, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
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
        return options.containsKey("--data") ? inFolder(options) : at(options.get("--url"), options);
    }

    private int inFolder(Map<String, String> options) {
        Path folder = Path.of(options.get("--data")).toAbsolutePath().normalize();
        Path file = folder.resolve("kindtrail.mv.db");
        if (!Files.isRegularFile(file)) {
            return tell("ledger_cli_missing", Map.of("where", folder.toString(), "file", file.toString()));
        }
        String url = shipped.getProperty("kindtrail.database.url").replace("${kindtrail.data}", folder.toString());
        return look(url + ";IFEXISTS=TRUE", folder.toString(), options);
    }

    private int at(String url, Map<String, String> options) {
        // What follows the question mark may hold a password.
        return look(url, url.replaceFirst("[?;].*$", ""), options);
    }

    private int look(String url, String where, Map<String, String> options) {
        String user = options.getOrDefault("--user", setting("kindtrail.database.user"));
        try (Connection database = DriverManager.getConnection(url, user, setting("kindtrail.database.password"))) {
            return isOurs(database) ? verify(database, options.containsKey("--rebuild")) : tell("ledger_cli_not_ours", Map.of("where", where));
        } catch (SQLException refused) {
            return refused.getErrorCode() == IN_USE
                    ? tell("ledger_cli_running", Map.of("where", where))
                    : tell("ledger_cli_refused", Map.of("where", where, "reason", oneLine(refused)));
        }
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

    /** As the service has it: the environment before what is shipped. */
    private String setting(String name) {
        String given = environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return given != null ? given : shipped.getProperty(name);
    }

    private static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    private int tell(String key, Map<String, Object> facts) {
        err.println(words.say(Locale.ENGLISH, key, facts));
        return NOT_SEEN;
    }
}
