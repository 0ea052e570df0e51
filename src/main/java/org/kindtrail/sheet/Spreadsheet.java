package org.kindtrail.sheet;

import java.util.List;
import java.util.Locale;

/** A file that somebody's spreadsheet program made, and what it was taken for. Reading it never holds more than a row. */
public final class Spreadsheet {
    private final byte[] file;
    private final Shape shape;
    /** The bytes of the texts that a workbook shares between its cells. */
    private final long shared;

    private Spreadsheet(byte[] file, Shape shape, long shared) {
        this.file = file;
        this.shape = shape;
        this.shared = shared;
    }

    /**
     * Finds out what a file is.
     *
     * @param wish what somebody says of it
     * @throws org.kindtrail.kernel.Invalid when it is no spreadsheet, or one that would not fit into memory
     */
    public static Spreadsheet of(byte[] file, Wish wish) {
        if (file == null || file.length == 0) {
            throw Refusal.of("error_sheet_missing");
        }
        if (Letters.marked(file, 'P', 'K', 3, 4)) {
            return workbook(file, wish.sheet());
        }
        refuseOthers(file);
        Encoding encoding = wish.encoding() == null ? Letters.of(file) : wish.encoding();
        if (encoding == null) {
            throw Refusal.of("error_sheet_not");
        }
        refuseMarkup(file, encoding);
        Separator separator = wish.separator() == null ? CsvRows.separator(file, encoding) : wish.separator();
        return new Spreadsheet(file, new Shape(Format.CSV, encoding, separator, null, List.of()), 0);
    }

    private static Spreadsheet workbook(byte[] file, String wanted) {
        long shared = XlsxGuard.look(file);
        List<String> sheets = XlsxRows.sheets(file, shared);
        if (wanted != null && !sheets.contains(wanted)) {
            throw Refusal.of("error_sheet_unknown", java.util.Map.of("given", wanted.length() > 60 ? "..." : wanted));
        }
        String sheet = wanted == null ? sheets.get(0) : wanted;
        return new Spreadsheet(file, new Shape(Format.XLSX, null, null, sheet, sheets), shared);
    }

    private static void refuseOthers(byte[] file) {
        if (Letters.marked(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Refusal.of("error_sheet_xls");
        }
        if (Letters.marked(file, 'P', 'K') || Letters.marked(file, '%', 'P', 'D', 'F') || Letters.marked(file, 0x1F, 0x8B)) {
            throw Refusal.of("error_sheet_not");
        }
    }

    /** A page of the web, or XML, is text too. */
    private static void refuseMarkup(byte[] file, Encoding encoding) {
        int mark = Letters.mark(file, encoding);
        String head = new String(file, mark, Math.min(200, file.length - mark), encoding.charset())
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml") || head.startsWith("{\"")) {
            throw Refusal.of("error_sheet_not");
        }
    }

    public Shape shape() {
        return shape;
    }

    /** By what files with the same header are told: whatever the case, spaces and punctuation of its names. */
    public static String headerDigest(List<Column> columns) {
        StringBuilder all = new StringBuilder();
        columns.forEach(column -> all.append(ColumnGuess.plain(column.name())).append('\n'));
        return org.kindtrail.kernel.Code.hash(all.toString());
    }

    /**
     * Begins to read the rows; to be closed.
     *
     * @param mostRows the highest number of a row that is taken, the header's among them
     * @throws org.kindtrail.kernel.Invalid when there is no header, or one with two columns of one name
     */
    public SheetRows rows(int mostRows) {
        return rows(mostRows, Limits.MOST_COLUMNS);
    }

    /** The same where there may be a column for each item. */
    public SheetRows wideRows(int mostRows) {
        return rows(mostRows, Limits.MOST_COLUMNS_OF_ITEMS);
    }

    private SheetRows rows(int mostRows, int mostColumns) {
        RawRows raw = shape.format() == Format.XLSX
                ? new XlsxRows(file, shape.sheet(), shared)
                : new CsvRows(file, shape.encoding(), shape.separator());
        return new SheetRows(raw, Math.min(mostRows, Limits.MOST_ROWS), mostColumns);
    }
}
