package org.kindtrail.paper;

import java.util.List;
import java.util.function.Function;
import org.kindtrail.web.Listing;

/**
 * A table of a document.
 *
 * @param heading above it; null: none
 * @param rows read once, while the document is written; a row has a text for each column, null for an empty cell
 * @param foot the last row, set off from the others; null: none
 */
public record Table(String heading, List<Column> columns, Iterable<List<String>> rows, List<String> foot) {
    public static Table of(List<Column> columns, Iterable<List<String>> rows) {
        return new Table(null, List.copyOf(columns), rows, null);
    }

    /**
     * A table of any length, which is read from the database page by page, each in a transaction of its own.
     *
     * @param row a row's texts
     */
    public static <T> Table paged(List<Column> columns, Listing.Source<T> source, Function<T, List<String>> row) {
        return of(columns, new PagedRows<>(source, row));
    }

    public Table headed(String words) {
        return new Table(words, columns, rows, foot);
    }

    public Table withFoot(List<String> lastRow) {
        return new Table(heading, columns, rows, lastRow);
    }
}
