package org.kindtrail.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.kindtrail.database.EmbeddedCopy;
import org.kindtrail.kernel.OwnersOnly;
import org.kindtrail.stock.Verification;
import org.kindtrail.web.OfflineCommand;

/**
 * Makes the embedded database of a folder from what {@link BackUpDatabase} wrote; {@code scripts/restore} runs it. Every table
 * is counted and the ledger replayed; only then the file gets the name by which the service finds it. It ends with 0 when
 * everything is there and adds up, 1 when the ledger does not add up, 2 when nothing was restored.
 */
public final class RestoreDatabase extends OfflineCommand {
    private static final int WHOLE = 0;
    private static final int DIFFERENT = 1;
    private static final String UNFINISHED = "kindtrail.restoring";

    RestoreDatabase(PrintStream out, PrintStream err, Map<String, String> environment) {
        super(out, err, environment);
    }

    public static void main(String[] arguments) {
        end(RestoreDatabase::new, arguments);
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length != 4 || !arguments[0].equals("--data") || !arguments[2].equals("--from")) {
            return tell("upkeep_restore_usage", Map.of());
        }
        Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
        Path file = Path.of(arguments[3]).toAbsolutePath().normalize();
        if (Files.exists(folder.resolve("kindtrail.mv.db"))) {
            return tell("upkeep_restore_not_empty", Map.of("where", folder.toString()));
        }
        try {
            Map<String, Long> rows = EmbeddedCopy.check(file);
            OwnersOnly.makeFolder(folder);
            return restored(folder, file, rows);
        } catch (IOException | SQLException broken) {
            return tell("upkeep_restore_broken", Map.of("file", file.toString(), "reason",
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private int restored(Path folder, Path file, Map<String, Long> rows) throws SQLException, IOException {
        Path unfinished = folder.resolve(UNFINISHED + ".mv.db");
        // of a run that was interrupted
        Files.deleteIfExists(unfinished);
        OwnersOnly.makeFile(unfinished);
        String url = embedded(folder).replace("/kindtrail;", "/" + UNFINISHED + ";").replace("WRITE_DELAY=0;", "");
        int end;
        try (Connection made = DriverManager.getConnection(url, EMBEDDED, EMBEDDED);
                Statement statement = made.createStatement()) {
            EmbeddedCopy.read(file, made);
            Map<String, Long> there = EmbeddedCopy.count(made);
            for (Map.Entry<String, Long> each : rows.entrySet()) {
                if (!each.getValue().equals(there.get(each.getKey()))) {
                    return tell("upkeep_counted", Map.of("table", each.getKey(), "there", each.getValue(),
                            "here", there.getOrDefault(each.getKey(), 0L)));
                }
            }
            Verification.Result found = Verification.of(made);
            found.first().forEach(difference -> tell(difference.wordsKey(), difference.facts()));
            out.println(found.line());
            end = found.differences() == 0 ? WHOLE : DIFFERENT;
            statement.execute("shutdown");
        }
        Files.move(unfinished, folder.resolve("kindtrail.mv.db"), StandardCopyOption.ATOMIC_MOVE);
        tell(end == WHOLE ? "upkeep_restore_done" : "upkeep_restore_differs", Map.of("where", folder.toString()));
        return end;
    }
}
