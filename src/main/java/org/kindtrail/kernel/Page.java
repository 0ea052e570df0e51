package org.kindtrail.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is read by key: newest or first rows, and where the next page begins.
 *
 * @param rows at most the number asked for
 * @param next what to pass as {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> rows, String next) {
    /** What lists show at a time unless asked otherwise. */
    public static final int USUAL = 50;

    /** The most that one page holds. */
    public static final int MOST = 500;

    /**
     * Makes a page of rows that were read with one more than the size, which tells whether there is a next.
     *
     * @param key a row's id, which {@link Cursor} seals, or its code, which is public
     */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, ?> key) {
        if (oneMore.size() <= size) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        List<T> rows = List.copyOf(oneMore.subList(0, size));
        Object last = key.apply(rows.get(size - 1));
        return new Page<>(rows, last instanceof Long id ? Cursor.of(id) : String.valueOf(last));
    }

    public <R> Page<R> map(Function<? super T, R> each) {
        return new Page<>(rows.stream().<R>map(each).toList(), next);
    }
}
