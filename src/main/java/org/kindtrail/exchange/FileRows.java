package org.kindtrail.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kindtrail.sheet.Cells;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.ColumnGuess;
import org.kindtrail.sheet.Line;
import org.kindtrail.sheet.SheetRows;
import org.kindtrail.sheet.Spreadsheet;

/**
 * The rows of a file as they are brought in. Where another program has a column for each item, each cell that holds something but
 * nought is a row of its own, counted anew.
 */
final class FileRows implements AutoCloseable {
    /** The header is the first row. */
    private static final int FIRST = 2;

    private final Source source;
    private final SheetRows rows;
    private final List<Column> columns;
    private final List<Column> kept = new ArrayList<>();
    private final List<Column> items = new ArrayList<>();
    private final Deque<Line> waiting = new ArrayDeque<>();
    private int count = FIRST;
    private String carried = "";

    /** @param source what the file is; null: a spreadsheet of somebody's own */
    FileRows(Spreadsheet spreadsheet, int mostRows, Source source) {
        this.source = source;
        rows = source == null ? spreadsheet.rows(mostRows) : spreadsheet.wideRows(mostRows);
        columns = source != null && source.isSpread() ? spread() : carrying();
    }

    /** The columns of a file, however many, to find out what it is. */
    static List<Column> header(Spreadsheet spreadsheet) {
        try (SheetRows rows = spreadsheet.wideRows(Integer.MAX_VALUE)) {
            return rows.columns();
        }
    }

    private List<Column> spread() {
        List<Column> found = new ArrayList<>();
        for (Column column : rows.columns()) {
            if (Source.find(List.of(column), source.keep()) != null) {
                kept.add(column);
                found.add(new Column(found.size(), column.name()));
            } else if (source.without() == null || !ends(column.name(), source.without())) {
                items.add(column);
            }
        }
        found.add(new Column(found.size(), Source.ITEM));
        found.add(new Column(found.size(), Source.QUANTITY));
        return found;
    }

    private static boolean ends(String name, String with) {
        return ColumnGuess.plain(name).endsWith(ColumnGuess.plain(with));
    }

    private List<Column> carrying() {
        List<Column> found = new ArrayList<>(rows.columns());
        if (source != null && source.carry() != null && Source.find(found, List.of(source.carry())) == null) {
            found.add(new Column(found.get(found.size() - 1).index() + 1, source.carry()));
        }
        return found;
    }

    List<Column> columns() {
        return columns;
    }

    /** The next row; null after the last. */
    Line next() {
        if (source == null || !source.isSpread() && source.carry() == null) {
            return rows.next();
        }
        return source.isSpread() ? nextOfSpread() : nextOfCarrying();
    }

    private Line nextOfSpread() {
        while (waiting.isEmpty()) {
            Line line = rows.next();
            if (line == null) {
                return null;
            }
            for (Column item : items) {
                String cell = Cells.text(line.cells().get(item.index()));
                if (!cell.isEmpty() && !isNought(cell)) {
                    List<String> cells = new ArrayList<>();
                    kept.forEach(column -> cells.add(line.cells().get(column.index())));
                    cells.add(item.name());
                    cells.add(cell);
                    waiting.add(new Line(count++, cells));
                }
            }
        }
        return waiting.poll();
    }

    private static boolean isNought(String cell) {
        return Cells.number(cell).filter(number -> number.signum() == 0).isPresent();
    }

    private Line nextOfCarrying() {
        for (Line line = rows.next(); line != null; line = rows.next()) {
            List<String> cells = line.cells();
            boolean head = !cells.get(0).isBlank() && cells.stream().skip(1).allMatch(String::isBlank);
            if (!head) {
                List<String> more = new ArrayList<>(cells);
                if (more.size() == columns.get(columns.size() - 1).index()) {
                    more.add(carried);
                }
                return new Line(line.number(), more);
            }
            carried = Cells.text(cells.get(0));
        }
        return null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
