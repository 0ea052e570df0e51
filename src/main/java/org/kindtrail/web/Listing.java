package org.kindtrail.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kindtrail.kernel.Page;

/**
 * A list as a page, a CSV or an XLSX file: what its columns are, which filters it has, and how its next rows are read.
 *
 * @param <T> what a row shows
 */
public final class Listing<T> {
    /** Reads one page of rows after the key; null for the first page. */
    public interface Source<T> {
        Page<T> read(String after, int size);
    }

    /** A cell: what it shows, and where it leads (null: nowhere). */
    public record Cell(Object value, String href) {
        public boolean number() {
            return value instanceof Number;
        }

        public boolean moment() {
            return value instanceof Instant;
        }

        public boolean day() {
            return value instanceof LocalDate;
        }
    }

    record Column<T>(String wordsKey, Function<T, Cell> cell) {}

    /** A plain link that narrows the list. */
    public record Filter(String words, String href, boolean chosen) {}

    /** Filters of one kind, folded under their name and the chosen one: too many to stand open on a telephone. */
    public record Group(String wordsKey, List<Filter> filters) {
        public String chosen() {
            return filters.stream().filter(Filter::chosen).map(Filter::words).findFirst().orElse("");
        }
    }

    /** What one can do from here; the first is the biggest thing on the page. */
    public record Action(String wordsKey, String href) {}

    /** A search field of the list: the query parameter and what is in it. */
    public record Search(String name, String wordsKey, String value) {}

    private final String titleKey;
    private final String path;
    private final Source<T> source;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private Search search;
    private String emptyKey = "web_list_empty";

    /** @param path the list's own address with its filters in the query, without {@code after} and {@code format} */
    public Listing(String titleKey, String path, Source<T> source) {
        this.titleKey = titleKey;
        this.path = path;
        this.source = source;
    }

    public Listing<T> column(String wordsKey, Function<T, Object> value) {
        columns.add(new Column<>(wordsKey, row -> new Cell(value.apply(row), null)));
        return this;
    }

    public Listing<T> link(String wordsKey, Function<T, Object> value, Function<T, String> href) {
        columns.add(new Column<>(wordsKey, row -> new Cell(value.apply(row), href.apply(row))));
        return this;
    }

    public Listing<T> filter(String words, String href, boolean chosen) {
        filters.add(new Filter(words, href, chosen));
        return this;
    }

    public Listing<T> group(String wordsKey, List<Filter> ofOneKind) {
        groups.add(new Group(wordsKey, ofOneKind));
        return this;
    }

    public Listing<T> action(String wordsKey, String href) {
        actions.add(new Action(wordsKey, href));
        return this;
    }

    public Listing<T> search(String name, String wordsKey, String value) {
        search = new Search(name, wordsKey, value == null ? "" : value);
        return this;
    }

    /** What the page says when there is nothing; it tells what to do first. */
    public Listing<T> whenEmpty(String wordsKey) {
        emptyKey = wordsKey;
        return this;
    }

    String titleKey() {
        return titleKey;
    }

    String path() {
        return path;
    }

    Source<T> source() {
        return source;
    }

    List<Column<T>> columns() {
        return columns;
    }

    /** The list as its template reads it. */
    public record View(
            String titleKey,
            List<String> heads,
            List<List<Cell>> rows,
            List<Filter> filters,
            List<Group> groups,
            List<Action> actions,
            Search search,
            String emptyKey,
            String nextHref,
            String firstHref,
            String csvHref,
            String xlsxHref) {}

    View view(String after) {
        Page<T> page = source.read(after, Page.USUAL);
        List<List<Cell>> rows = page.rows().stream()
                .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
                .toList();
        return new View(
                titleKey,
                columns.stream().map(Column::wordsKey).toList(),
                rows,
                filters,
                groups,
                actions,
                search,
                emptyKey,
                page.next() == null ? null : with("after=" + page.next()),
                after == null ? null : path,
                with("format=csv"),
                with("format=xlsx"));
    }

    private String with(String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }
}
