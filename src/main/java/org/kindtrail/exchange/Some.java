package org.kindtrail.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks about many things some at a time. */
final class Some {
    private static final int AT_A_TIME = 500;
    private static final int NAMED = 10;

    private Some() {}

    /** What was found about all of them. */
    static <T, R> List<R> of(List<T> all, Function<List<T>, List<R>> ask) {
        List<R> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            found.addAll(ask.apply(all.subList(from, Math.min(from + AT_A_TIME, all.size()))));
        }
        return found;
    }

    /** The first of them, for a sentence. */
    static String named(List<String> codes) {
        return String.join(", ", codes.subList(0, Math.min(NAMED, codes.size()))) + (codes.size() > NAMED ? ", ..." : "");
    }
}
