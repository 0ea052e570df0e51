package org.kindtrail.seal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kindtrail.web.OfflineCommand;

/**
 * Changes the keys that seal; {@code scripts/rotate} runs it. Of an installation that is stopped one command does it; while
 * nodes run on PostgreSQL it goes in steps, between which they are started anew. The new keys are in the file before
 * anything is sealed with them, and old ones stay there until nothing is sealed with them, so that it can be interrupted
 * anywhere: everything opens, and running it again finishes. It ends with 0 when all is sealed with the newest keys, 1 when
 * something is not, 2 when it could not work.
 */
public final class RotateKeys extends OfflineCommand {
    private static final int DONE = 0;
    private static final int NOT_ALL = 1;

    private static final Set<String> STEPS = Set.of("--add", "--use", "--drop");
    private static final Set<String> VALUES = Set.of("--data", "--url", "--user", "--keys");

    RotateKeys(PrintStream out, PrintStream err, Map<String, String> environment) {
        super(out, err, environment);
    }

    public static void main(String[] arguments) {
        end(RotateKeys::new, arguments);
    }

    @Override
    public int run(String... arguments) {
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
        Where where = options.containsKey("--data") ? inFolder(options.get("--data")) : at(options.get("--url"));
        return where == null ? NOT_DONE : withKeys(where, options);
    }

    private int withKeys(Where where, Map<String, String> options) {
        String named = options.getOrDefault("--keys", environment("KINDTRAIL_KEYS_FILE"));
        if (named == null && !options.containsKey("--data")) {
            return tell("seal_cli_which_keys", Map.of());
        }
        Path file = named == null ? Path.of(where.told()).resolve(KeysFile.NAME) : Path.of(named);
        KeysFile keys;
        try {
            keys = KeysFile.parse(Files.readString(file));
        } catch (IOException | IllegalStateException unreadable) {
            return tell("seal_cli_no_keys", Map.of("file", file.toString()));
        }
        try {
            String step = options.getOrDefault("step", "");
            return connected(where, options.get("--user"), "seal_cli_refused", database ->
                    work(new SealedRows(database), keys, file, step, where));
        } catch (IOException unwritable) {
            return tell("seal_cli_unwritable", Map.of("file", file.toString()));
        }
    }

    private int work(SealedRows rows, KeysFile keys, Path file, String step, Where where)
            throws SQLException, IOException {
        if (!rows.areThere()) {
            return notOurs(where);
        }
        Keyring known = new Keyring(keys);
        if (!known.known().containsAll(rows.keys())) {
            return tell("seal_cli_other_keys", Map.of("file", file.toString(), "where", where.told()));
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
}
