package org.kindtrail.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.database.Watching;

/**
 * Counts what goes to the database, from whichever thread, so that a test can hold a request to a number of round trips.
 * A batch is one. Work that others do at the same time is counted too; tests run one after the other.
 */
public final class RoundTrips {
    private static int commits;
    private static final List<String> SQL = new ArrayList<>();

    static {
        Watching.listen(RoundTrips::executed, RoundTrips::committed);
    }

    /**
     * What went to the database; a batch shows up as the one statement that was batched. Numbers come from a sequence in blocks: who
     * happens to need the next block asks once more than others, so the first question to each sequence is not among the statements.
     */
    public record Count(int statements, int commits, List<String> sql) {}

    /** Something to do that may fail in its own way. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    private RoundTrips() {}

    public static <E extends Exception> Count during(Work<E> work) throws E {
        reset();
        work.run();
        return sinceReset();
    }

    public static synchronized void reset() {
        commits = 0;
        SQL.clear();
    }

    public static synchronized Count sinceReset() {
        Set<String> sequences = new HashSet<>();
        List<String> sql = SQL.stream().filter(each -> !isForNumbers(each) || !sequences.add(each)).toList();
        return new Count(sql.size(), commits, sql);
    }

    private static boolean isForNumbers(String sql) {
        return sql.startsWith("select nextval(") || sql.startsWith("select next value for ");
    }

    private static synchronized void executed(String sql) {
        SQL.add(sql);
    }

    private static synchronized void committed() {
        commits++;
    }
}
