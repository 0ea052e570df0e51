package org.kindtrail.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Given;

/** The rows of a sheet under its header, one after the other, within the limits; rows with nothing in them are left out. */
public final class SheetRows implements AutoCloseable {
    private final RawRows raw;
    private final int mostRows;
    private final int mostColumns;
    private final List<Column> columns;
    private final int width;

    SheetRows(RawRows raw, int mostRows, int mostColumns) {
        this.raw = raw;
        this.mostRows = mostRows;
        this.mostColumns = mostColumns;
        try {
            columns = header();
            width = columns.get(columns.size() - 1).index() + 1;
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** The columns that have a name, in their order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The next row with something in it; null after the last.
     *
     * @throws org.kindtrail.kernel.Invalid naming the row that is too large, or too much
     */
    public Line next() {
        Line line = read();
        return line == null ? null : new Line(line.number(), wide(line));
    }

    private Line read() {
        for (Line line = raw.next(); line != null; line = raw.next()) {
            if (line.number() > mostRows) {
                throw Refusal.of("error_sheet_rows", Map.of("most", mostRows));
            }
            check(line);
            if (!RawRows.isBlank(line.cells())) {
                return line;
            }
        }
        return null;
    }

    private void check(Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i);
            if (cell.indexOf('\0') >= 0) {
                // No program writes it into a text; not every database keeps it.
                throw Refusal.of("error_sheet_not");
            }
            if (i >= mostColumns && !cell.isBlank()) {
                throw Refusal.of("error_sheet_columns", Map.of("most", mostColumns));
            }
            if (cell.length() > Limits.LONGEST_CELL) {
                throw Refusal.of(
                        "error_sheet_cell",
                        Map.of(
                                "row", line.number(),
                                "column", Column.letters(i),
                                "length", cell.length(),
                                "most", Limits.LONGEST_CELL));
            }
        }
    }

    private List<String> wide(Line line) {
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            cells.add(i < line.cells().size() ? line.cells().get(i) : "");
        }
        return cells;
    }

    /** The first row with something in it. */
    private List<Column> header() {
        Line first = read();
        if (first == null) {
            throw Refusal.of("error_sheet_no_header");
        }
        List<Column> found = new ArrayList<>();
        Map<String, Column> seen = new HashMap<>();
        for (int i = 0; i < first.cells().size(); i++) {
            String name = first.cells().get(i).strip();
            if (name.isEmpty()) {
                continue;
            }
            Column column = new Column(i, name);
            Column twin = seen.put(ColumnGuess.plain(name), column);
            if (twin != null) {
                throw Refusal.of(
                        "error_sheet_header_twice",
                        Map.of("name", Given.shortened(name), "first", twin.letters(), "second", column.letters()));
            }
            found.add(column);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
