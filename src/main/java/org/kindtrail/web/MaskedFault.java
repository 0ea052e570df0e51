package org.kindtrail.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stands in a log for an exception whose message, or whose cause's, says too much: the same kind, place and words, without
 * what {@link Masks} take out. What a database says of a refused statement bears the values of the row, so of that only the
 * state is told.
 */
final class MaskedFault extends Throwable {
    private static final long serialVersionUID = 1;
    private final String kind;

    private MaskedFault(Throwable original, String words) {
        super(words);
        kind = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    @Override
    public String toString() {
        return getMessage() == null ? kind : kind + ": " + getMessage();
    }

    /** The exception itself when there is nothing in it to hide. */
    static Throwable of(Throwable original) {
        if (original == null) {
            return null;
        }
        List<Throwable> all = new ArrayList<>();
        collect(original, all, nothing());
        List<String> said = all.stream()
                .filter(SQLException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(words -> words != null && !words.isBlank())
                .toList();
        boolean clean = said.isEmpty()
                && all.stream().allMatch(each -> each instanceof MaskedFault
                        || String.valueOf(each.getMessage()).equals(LogFilter.told(String.valueOf(each.getMessage()))));
        return clean ? original : copy(original, said, nothing());
    }

    private static void collect(Throwable each, List<Throwable> all, Set<Throwable> seen) {
        if (each != null && seen.add(each)) {
            all.add(each);
            collect(each.getCause(), all, seen);
            if (each instanceof SQLException sql) {
                collect(sql.getNextException(), all, seen);
            }
            for (Throwable suppressed : each.getSuppressed()) {
                collect(suppressed, all, seen);
            }
        }
    }

    /** @param copied those that are told already: an exception may lead back to itself */
    private static MaskedFault copy(Throwable original, List<String> said, Set<Throwable> copied) {
        copied.add(original);
        MaskedFault copy = new MaskedFault(original, words(original, said));
        if (original.getCause() != null && !copied.contains(original.getCause())) {
            copy.initCause(copy(original.getCause(), said, copied));
        }
        for (Throwable suppressed : original.getSuppressed()) {
            if (!copied.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, said, copied));
            }
        }
        return copy;
    }

    private static Set<Throwable> nothing() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static String words(Throwable original, List<String> said) {
        if (original instanceof SQLException sql) {
            return "SQL state " + sql.getSQLState() + ", code " + sql.getErrorCode();
        }
        String words = original.getMessage();
        if (words == null) {
            return null;
        }
        for (String each : said) {
            words = words.replace(each, "(what the database said)");
        }
        return LogFilter.told(words);
    }
}
