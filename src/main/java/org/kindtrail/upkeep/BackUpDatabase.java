package org.kindtrail.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kindtrail.database.CopyRequest;
import org.kindtrail.database.EmbeddedCopy;
import org.kindtrail.kernel.OwnersOnly;
import org.kindtrail.web.OfflineCommand;

/**
 * Backs an embedded database up; {@code scripts/backup} runs it. Of a service that runs it asks for a copy and fetches that, of
 * one that is stopped it makes the copy itself. The file that it was told has its name only when it is whole. It ends with 0
 * then, else with 2.
 */
public final class BackUpDatabase extends OfflineCommand {
    /** How long a service that runs may take until it begins. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    BackUpDatabase(PrintStream out, PrintStream err, Map<String, String> environment) {
        this(out, err, environment, PATIENCE);
    }

    BackUpDatabase(PrintStream out, PrintStream err, Map<String, String> environment, Duration patience) {
        super(out, err, environment);
        this.patience = patience;
    }

    public static void main(String[] arguments) {
        end(BackUpDatabase::new, arguments);
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length != 4 || !arguments[0].equals("--data") || !arguments[2].equals("--to")) {
            return tell("upkeep_backup_usage", Map.of());
        }
        Path file = Path.of(arguments[3]).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            return tell("upkeep_backup_exists", Map.of("file", file.toString()));
        }
        Where from = inFolder(arguments[1]);
        if (from == null) {
            return NOT_DONE;
        }
        CopyRequest request = new CopyRequest(Path.of(from.told()), UUID.randomUUID().toString());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        // Ctrl-C leaves neither a request nor a piece
        Thread interrupted = new Thread(() -> clear(request, part));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return copied(from, request) ? fetched(request, part, file) : NOT_DONE;
        } catch (IOException failed) {
            return tell("upkeep_backup_failed", Map.of("where", from.told(), "reason", String.valueOf(failed.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return NOT_DONE;
        } finally {
            clear(request, part);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private static void clear(CopyRequest request, Path part) {
        try {
            request.forget();
            Files.deleteIfExists(part);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /** The service may stop or start at any moment meanwhile. */
    private boolean copied(Where from, CopyRequest request) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        while (!Files.exists(request.copy())) {
            Optional<String> reason = request.reason();
            if (reason.isPresent()) {
                tell("upkeep_backup_failed", Map.of("where", from.told(), "reason", reason.get()));
                return false;
            }
            if (request.waits() && System.nanoTime() - asked > patience.toNanos()) {
                tell("upkeep_backup_unanswered", Map.of("where", from.told()));
                return false;
            }
            try (Connection stopped = DriverManager.getConnection(from.url(), EMBEDDED, EMBEDDED)) {
                request.forget();
                request.begin();
                EmbeddedCopy.write(stopped, request.unfinished());
                request.finish();
            } catch (SQLException refused) {
                if (!isInUse(refused)) {
                    tell("upkeep_backup_failed", Map.of("where", from.told(), "reason", oneLine(refused)));
                    return false;
                }
                if (!request.waits() && !request.isBegun()) {
                    asked = System.nanoTime();
                    request.ask();
                }
                Thread.sleep(500);
            }
        }
        return true;
    }

    private int fetched(CopyRequest request, Path part, Path file) throws IOException {
        Files.deleteIfExists(part);
        OwnersOnly.makeFile(part);
        try (FileChannel in = FileChannel.open(request.copy());
                FileChannel to = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (long done = 0; done < in.size(); ) {
                done += in.transferTo(done, in.size() - done, to);
            }
            to.force(true);
        }
        Map<String, Long> rows = EmbeddedCopy.check(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        out.println(rows.size() + " tables, " + rows.values().stream().mapToLong(Long::longValue).sum() + " rows");
        tell("upkeep_backup_done", Map.of("file", file.toString()));
        return 0;
    }
}
