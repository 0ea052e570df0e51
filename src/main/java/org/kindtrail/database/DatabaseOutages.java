package org.kindtrail.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Outages;

/**
 * Reads outages from what the two databases answer. One that an operator must know is in the log at most once a minute, however
 * many requests meet it.
 */
@ApplicationScoped
class DatabaseOutages implements Outages {
    private static final Logger LOG = Logger.getLogger(DatabaseOutages.class);
    private static final long QUIET = 60_000_000_000L;
    /** A cause has causes; longer chains do not come. */
    private static final int DEEPEST = 25;

    /** H2's numbers for its file: it could not be written, or read, or was closed because of that. */
    private static final Set<Integer> FILE_TROUBLE = Set.of(50000, 90028, 90031, 90098, 90007, 90067, 90121);

    private static final int FILE_CORRUPTED = 90030;
    private static final String POOL_EMPTY = "acquisition timeout";

    private final AgroalDataSource pool;
    private final Vendor vendor;
    private final StoreRoom room;
    private volatile boolean damaged;
    private final Map<Outage, AtomicLong> toldAt = new EnumMap<>(Outage.class);

    DatabaseOutages(AgroalDataSource pool, Vendor vendor, StoreRoom room) {
        this.pool = pool;
        this.vendor = vendor;
        this.room = room;
        for (Outage each : Outage.values()) {
            toldAt.put(each, new AtomicLong(System.nanoTime() - QUIET));
        }
    }

    @Override
    public Optional<Outage> now() {
        if (damaged) {
            return Optional.of(Outage.DAMAGED);
        }
        return room.isShort() ? Optional.of(Outage.FULL) : Optional.empty();
    }

    @Override
    public Optional<Outage> of(Throwable failure) {
        Optional<Outage> found = found(failure, 0);
        found.ifPresent(outage -> {
            // Nobody knows what else is; what is read from here on may be wrong, and what is written may make it worse.
            damaged = damaged || outage == Outage.DAMAGED;
            if (vendor == Vendor.H2 && outage != Outage.TOO_MUCH) {
                // The file was closed under all connections; they would say so for ever. New ones open it again.
                pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
            }
            tell(outage, failure);
        });
        return found;
    }

    private Optional<Outage> found(Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<Outage> found = failure instanceof SQLException sql ? read(sql) : Optional.empty();
        for (Throwable each : failure.getSuppressed()) {
            found = found.isPresent() ? found : found(each, depth + 1);
        }
        return found.isPresent() ? found : found(failure.getCause(), depth + 1);
    }

    private Optional<Outage> read(SQLException sql) {
        String message = String.valueOf(sql.getMessage());
        if (sql.getSQLState() == null && message.contains(POOL_EMPTY)) {
            return Optional.of(Outage.TOO_MUCH);
        }
        return Optional.ofNullable(vendor == Vendor.H2 ? readH2(sql, message) : readPostgresql(sql));
    }

    private Outage readH2(SQLException sql, String message) {
        int code = sql.getErrorCode();
        if (isOfADamagedFile(sql)) {
            return Outage.DAMAGED;
        }
        boolean inFile = code != 50000 || message.contains("MVStoreException") || message.contains("IOException");
        if (!FILE_TROUBLE.contains(code) || !inFile) {
            return null;
        }
        return room.isShort() || message.contains("No space left") || message.contains("Writing to ") ? Outage.FULL : Outage.UNREACHABLE;
    }

    /** What the embedded engine says when it reads what it cannot have written; in the middle of a page it has no code of its own for that. */
    static boolean isOfADamagedFile(SQLException sql) {
        return sql.getErrorCode() == FILE_CORRUPTED || String.valueOf(sql.getMessage()).contains("File corrupted");
    }

    /** By the classes of SQL states that PostgreSQL documents. */
    private static Outage readPostgresql(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return switch (state) {
            case "53100" -> Outage.FULL;
            case "53300", "53400" -> Outage.TOO_MUCH;
            case "XX001", "XX002" -> Outage.DAMAGED;
            // a standby that was not promoted yet takes no writes
            case "25006" -> Outage.UNREACHABLE;
            default -> state.startsWith("08") || state.startsWith("57P0") || state.equals("53200") || state.equals("58030")
                    ? Outage.UNREACHABLE
                    : null;
        };
    }

    private void tell(Outage outage, Throwable failure) {
        AtomicLong last = toldAt.get(outage);
        long before = last.get();
        long now = System.nanoTime();
        if (outage == Outage.TOO_MUCH || now - before < QUIET || !last.compareAndSet(before, now)) {
            return;
        }
        switch (outage) {
            case UNREACHABLE -> LOG.errorf(
                    "The database does not answer (%s). Requests get 503 until it does; nothing is to be done here then. Look whether"
                            + " it runs, and whether KINDTRAIL_DATABASE_URL still names it.",
                    reason(failure));
            case FULL -> LOG.errorf(
                    "There is no room left on the disk of the database (%s). What writes gets 503, and nothing of it is kept. Free room"
                            + " there; the service goes on by itself.",
                    reason(failure));
            default -> LOG.errorf(
                    "The database is damaged (%s). Stop the service, keep its files as they are, and restore the last backup"
                            + " (scripts/restore); scripts/verify says whether the ledger of what you have is whole.",
                    reason(failure));
        }
    }

    /** What a database says of itself, on one line; values stand in what it says of statements, and those are not outages. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < DEEPEST; depth++) {
            deepest = deepest.getCause();
        }
        String said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("").strip();
        return deepest.getClass().getSimpleName() + ": " + (said.length() > 300 ? said.substring(0, 300) : said);
    }
}
