package org.kindtrail.seal;

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
import java.util.Set;
import org.kindtrail.web.Words;

/**
 * Changes the keys that seal; {@code scripts/rotate} runs it. Of an installation that is stopped one command does it; while
 * nodes run on PostgreSQL it goes in steps, between which they are started anew. The new keys are in the file before
 * anything is sealed with them, and old ones stay there until nothing is sealed with them, so that it can be interrupted
 * anywhere: everything opens, and running it again finishes. It ends with 0 when all is sealed with the newest keys, 1 when
 * something is not, 2 when it could not work.
 */
public final class RotateKeys {
    private static final int DONE = 0;
    private static final int NOT_ALL = 1;
    private static final int NOT_DONE = 2;
    /** H2: another process has the file open. */
    private static final int IN_USE = 90020;

    private static final Set<String> STEPS = Set.of("--add", "--use", "--drop");
    private static final Set<String> VALUES = Set.of("--data", "--url", "--user", "--keys");

    private final PrintStream out;
    private final PrintStream err;
    private final Words words = new Words();
    private final Properties shipped = new Properties();
    private final Map<String, String> environment;

    RotateKeys(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        try (InputStream settings = RotateKeys.class.getResourceAsStream("/application.properties")) {
            shipped.load(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new RotateKeys(out, err, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (STEPS.contains(arguments[i])) {
                options.put("step", options.containsKey("step") ? "" : arguments[i]);
            } else if (VALUES.contains(arguments[i]) && i + 1 < arguments.length) {
                options.put(arguments[i], arguments[++i]);
            } else {
                tell("seal_cli_unknown", Map.of("given", arguments[i]));
                return tell("seal_cli_usage", Map.of());
            }
        }
        // Nodes that run may know the old keys only, so that there it goes step by step.
        boolean fits = options.containsKey("--data")
                ? !options.containsKey("--url")
                : options.containsKey("--url") && options.containsKey("step");
        if (!fits || "".equals(options.get("step"))) {
            return tell("seal_cli_usage", Map.of());
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
        options.putIfAbsent("--keys", environment.getOrDefault("KINDTRAIL_KEYS_FILE", folder.resolve(KeysFile.NAME).toString()));
        return withKeys(url + ";IFEXISTS=TRUE", folder.toString(), options);
    }

    private int at(String url, Map<String, String> options) {
        String named = environment.get("KINDTRAIL_KEYS_FILE");
        if (!options.containsKey("--keys") && named == null) {
            return tell("seal_cli_which_keys", Map.of());
        }
        options.putIfAbsent("--keys", named);
        // What follows the question mark may hold a password.
        return withKeys(url, url.replaceFirst("[?;].*$", ""), options);
    }

    private int withKeys(String url, String where, Map<String, String> options) {
        Path file = Path.of(options.get("--keys"));
        KeysFile keys;
        try {
            keys = KeysFile.parse(Files.readString(file));
        } catch (IOException | IllegalStateException unreadable) {
            return tell("seal_cli_no_keys", Map.of("file", file.toString()));
        }
        String user = options.getOrDefault("--user", setting("kindtrail.database.user"));
        try (Connection database = DriverManager.getConnection(url, user, setting("kindtrail.database.password"))) {
            return work(new SealedRows(database), keys, file, options.getOrDefault("step", ""), where);
        } catch (SQLException refused) {
            return refused.getErrorCode() == IN_USE
                    ? tell("ledger_cli_running", Map.of("where", where))
                    : tell("seal_cli_refused", Map.of("where", where, "reason", oneLine(refused)));
        } catch (IOException unwritable) {
            return tell("seal_cli_unwritable", Map.of("file", file.toString()));
        }
    }

    private int work(SealedRows rows, KeysFile keys, Path file, String step, String where) throws SQLException, IOException {
        if (!rows.areThere()) {
            return tell("ledger_cli_not_ours", Map.of("where", where));
        }
        Keyring known = new Keyring(keys);
        if (!known.known().containsAll(rows.keys())) {
            return tell("seal_cli_other_keys", Map.of("file", file.toString(), "where", where));
        }
        return switch (step) {
            case "--add" -> add(keys, file);
            case "--drop" -> drop(rows, keys, file);
            case "--use" -> sealAnew(rows, inUse(keys.hasNewOnes() ? keys.withNewestInUse() : keys, file));
            default -> sealAnew(rows, rows.countNotUnder(known.primary()) > 0 && !keys.hasNewOnes()
                    ? goingOn(keys)
                    : inUse((keys.hasNewOnes() ? keys : keys.withNewOnes()).withNewestInUse(), file));
        };
    }

    private int add(KeysFile keys, Path file) throws IOException {
        if (!keys.hasNewOnes()) {
            keys.withNewOnes().replace(file);
        }
        tell("seal_cli_added", Map.of("file", file.toString()));
        return DONE;
    }

    /** An earlier run was interrupted: its keys are the new ones. */
    private KeysFile goingOn(KeysFile keys) {
        tell("seal_cli_going_on", Map.of());
        return keys;
    }

    private KeysFile inUse(KeysFile keys, Path file) throws IOException {
        keys.replace(file);
        tell("seal_cli_written", Map.of("file", file.toString()));
        return keys;
    }

    private int sealAnew(SealedRows rows, KeysFile keys) throws SQLException {
        Keyring keyring = new Keyring(keys);
        rows.know(keyring.primary());
        long[] done = {0, 0};
        for (int old : rows.keysInUse()) {
            if (old == keyring.primary()) {
                continue;
            }
            SealedRows.Place after = SealedRows.Place.FIRST;
            while (after != null) {
                SealedRows.Batch batch = rows.sealAnew(keyring, old, after);
                batch.broken().forEach(row -> tell("seal_cli_broken", Map.of(
                        "owner", row.owner(), "id", String.valueOf(row.id()), "field", row.field())));
                done[0] += batch.sealed();
                done[1] += batch.broken().size();
                after = batch.last();
                tell("seal_cli_progress", Map.of("count", done[0]));
            }
        }
        long left = rows.countNotUnder(keyring.primary());
        out.println(done[0] + " sealed anew, " + left + " not");
        if (left > done[1]) {
            tell("seal_cli_others", Map.of("count", left - done[1]));
        }
        return left == 0 ? DONE : NOT_ALL;
    }

    private int drop(SealedRows rows, KeysFile keys, Path file) throws SQLException, IOException {
        KeysFile rest = keys.withoutOldOnes();
        long left = rows.countNotUnder(new Keyring(keys).primary());
        if (left > 0) {
            tell("seal_cli_still_used", Map.of("count", left));
            return NOT_ALL;
        }
        // First here: what the database still knows of must be in the file.
        rows.forgetAllBut(new Keyring(rest).known());
        rest.replace(file);
        tell("seal_cli_dropped", Map.of("file", file.toString()));
        return DONE;
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
        return NOT_DONE;
    }
}
