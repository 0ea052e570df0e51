package org.kindtrail.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.DomainException;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Frame;

/** Takes the good rows of an import, some at a time and each once, and takes all of it back. */
@ApplicationScoped
class ImportTaking {
    private static final Logger LOG = Logger.getLogger(ImportTaking.class);
    /** Large, because an embedded database writes its random indexes anew with every commit. */
    static final int BATCH = 2_000;

    private static final int PART = 100;
    private static final int TRIES = 3;
    /** Very many movements are reversed in one transaction. */
    private static final int SECONDS = 1800;

    private final EntityManager database;
    private final ImportFiles files;
    private final ImportRows rows;
    private final Kinds kinds;
    private final Json json;
    private final Frame frame;
    private final Clock clock;

    ImportTaking(
            EntityManager database, ImportFiles files, ImportRows rows, Kinds kinds, Json json, Frame frame, Clock clock) {
        this.database = database;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.json = json;
        this.frame = frame;
        this.clock = clock;
    }

    /** From where it stands to the end. */
    void all(Long id) {
        while (batch(id)) {
            // The next one, in a transaction of its own.
        }
    }

    /**
     * One batch, done whole or not at all; where something in it cannot be taken, in smaller parts.
     *
     * @return whether there may be more
     */
    boolean batch(Long id) {
        return batch(id, BATCH);
    }

    /** A row that cannot be taken after all keeps none of the others from being taken. */
    boolean batch(Long id, int count) {
        RuntimeException last = null;
        for (int tries = 0; tries < TRIES && (last == null || isInTheWay(last)); tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> take(id, count, null));
            } catch (RuntimeException failed) {
                last = failed;
            }
        }
        if (isUnderWay(last)) {
            throw last;
        }
        if (count > 1) {
            return inParts(id, count, count > PART ? PART : 1);
        }
        if (isInTheWay(last)) {
            throw last;
        }
        List<RowFault> why = faults(last);
        return QuarkusTransaction.requiringNew().call(() -> take(id, 1, why));
    }

    private boolean inParts(Long id, int count, int part) {
        for (int done = 0; done < count; done += part) {
            if (!batch(id, part)) {
                return false;
            }
        }
        return true;
    }

    static List<RowFault> faults(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Invalid invalid) {
                return invalid.fields().stream()
                        .map(fault -> new RowFault(fault.path().replaceFirst("^.*\\.", ""), "", fault.key(), fault.facts()))
                        .toList();
            }
            if (cause instanceof DomainException refused) {
                return List.of(new RowFault("", "", refused.key(), refused.facts()));
            }
        }
        // Its message may hold what stands in a file.
        LOG.errorf("A row of an import failed by %s at %s", failed.getClass().getName(), where(failed));
        return List.of(new RowFault("", "", "error_exchange_row_failed", Map.of()));
    }

    private static String where(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        StackTraceElement[] at = cause.getStackTrace();
        return cause.getClass().getName() + (at.length == 0 ? "" : " in " + at[0]);
    }

    /**
     * Others are at the same things, or have taken the same row this moment; or the database is not there. Only what it says of
     * the data themselves (22, 23) says something of a row.
     */
    static boolean isInTheWay(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState() == null ? "" : sql.getSQLState();
                return state.equals("23505") || !state.startsWith("22") && !state.startsWith("23");
            }
        }
        return false;
    }

    /** Another node holds the import for longer than is waited, or the database is not there: smaller parts bring nothing. */
    private static boolean isUnderWay(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState() == null ? "" : sql.getSQLState();
                return state.equals("55P03") || state.startsWith("HYT") || state.startsWith("08") || state.startsWith("57");
            }
        }
        return false;
    }

    private SheetImport locked(Long id) {
        return database.find(SheetImport.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param why the next row cannot be taken; null: it is taken */
    private boolean take(Long id, int count, List<RowFault> why) {
        SheetImport brought = locked(id);
        if (brought.getState() != ImportState.TAKING) {
            return false;
        }
        ImportKind kind = kinds.of(brought.getKind());
        List<ImportRows.Kept> next = rows.after(brought, kind.isSealed(), RowState.GOOD, brought.getTakenTo(), count);
        if (next.isEmpty()) {
            end(brought);
            return brought.getState() == ImportState.TAKING;
        }
        List<ImportRows.Kept> became = why == null ? take(brought, kind, next) : List.of(left(next.get(0), RowState.WRONG, why));
        rows.change(brought, became);
        int taken = count(became, RowState.TAKEN);
        int known = count(became, RowState.KNOWN);
        brought.taken(next.get(next.size() - 1).number(), taken, became.size() - taken - known, known);
        return true;
    }

    private static int count(List<ImportRows.Kept> rows, RowState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    private static ImportRows.Kept left(ImportRows.Kept row, RowState state, List<RowFault> faults) {
        return new ImportRows.Kept(row.number(), state, row.cells(), row.fingerprint(), faults, null);
    }

    private List<ImportRows.Kept> take(SheetImport brought, ImportKind kind, List<ImportRows.Kept> next) {
        Set<String> before = rows.taken(
                brought, next.stream().map(ImportRows.Kept::fingerprint).toList());
        Map<Integer, Row> read = new HashMap<>();
        next.stream()
                .filter(row -> !before.contains(row.fingerprint()))
                .forEach(row -> read.put(row.number(), row.row(Locale.forLanguageTag(brought.getLanguage()))));
        ImportKind.Desk desk = kind.begin();
        List<Row> inOrder = next.stream().map(row -> read.get(row.number())).filter(row -> row != null).toList();
        desk.check(inOrder);
        List<Row> good = inOrder.stream().filter(Row::good).toList();
        if (!good.isEmpty()) {
            desk.take(brought, good);
        }
        List<ImportRows.Kept> became = new ArrayList<>();
        for (ImportRows.Kept row : next) {
            Row own = read.get(row.number());
            if (own == null) {
                became.add(left(row, RowState.KNOWN, List.of()));
            } else if (own.good()) {
                became.add(new ImportRows.Kept(
                        row.number(), RowState.TAKEN, row.cells(), row.fingerprint(), List.of(), own.document()));
            } else {
                own.conceal(kind.fields());
                became.add(left(row, RowState.WRONG, List.copyOf(own.faults())));
            }
        }
        rows.take(brought, became.stream().filter(row -> row.state() == RowState.TAKEN).toList());
        return became;
    }

    private void end(SheetImport brought) {
        if (brought.isOnlyAll() && brought.getWrong() > 0) {
            brought.takeBack(frame.say("exchange_not_whole", Map.of()));
        } else {
            brought.allTaken(clock.instant());
        }
    }

    /** All of it in one transaction; what stands in the way is kept in words. */
    void reverse(Long id) {
        try {
            QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> undo(id));
        } catch (RuntimeException failed) {
            if (isInTheWay(failed)) {
                throw failed;
            }
            RowFault why = faults(failed).get(0);
            QuarkusTransaction.requiringNew().run(() -> {
                SheetImport brought = locked(id);
                if (brought.getState() == ImportState.REVERSING) {
                    brought.notReversed(json.write(why));
                }
            });
        }
    }

    private void undo(Long id) {
        SheetImport brought = locked(id);
        if (brought.getState() != ImportState.REVERSING) {
            return;
        }
        kinds.of(brought.getKind()).undo(brought, rows.documents(brought), brought.getWhy());
        rows.reverse(id);
        // What was undone may have let go of everything that was in memory.
        database.find(SheetImport.class, id).reversed(clock.instant());
    }

    /** The file and the rows are deleted; what was taken stays. */
    void clear(Long id) {
        QuarkusTransaction.requiringNew().run(() -> {
            SheetImport brought = locked(id);
            if (!brought.getState().isMoving()) {
                files.erase(brought);
                rows.erase(brought);
                brought.clear(clock.instant());
            }
        });
    }
}
