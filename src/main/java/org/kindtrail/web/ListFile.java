package org.kindtrail.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The form of a file that holds a list. What is written goes out as it comes: a file of a million rows takes no more memory
 * than one of a thousand.
 */
interface ListFile {
    /** What a spreadsheet program can open at all (rows of one XLSX sheet, less the head). */
    int MOST_ROWS = 1_048_575;

    void head(List<String> words) throws IOException;

    void row(List<?> values) throws IOException;

    /** So many rows were written that they can go out. */
    void flush() throws IOException;

    /** All rows are there. Without this call the file is not whole, and can be seen not to be. */
    void end() throws IOException;

    /** Writes all rows; whatever fails on the way comes up, and then the end is not written. */
    static void write(ListFile file, List<String> head, List<List<Object>> first, Rows<?> rest) throws IOException {
        file.head(head);
        for (List<List<Object>> rows = first; !rows.isEmpty(); rows = rest.next()) {
            for (List<Object> row : rows) {
                file.row(row);
            }
            file.flush();
        }
        file.end();
    }

    /** The value as files have it: ISO dates in UTC, plain digits, text as it is. */
    static String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC).withNano(0).toString();
        }
        return value.toString();
    }

    /** Whether it is text that somebody may have typed, and no number or date. */
    static boolean isText(Object value) {
        return !(value == null || value instanceof Number || value instanceof LocalDate || value instanceof Instant);
    }

    /** Makes the file of the format; null when there is no such format. */
    static ListFile of(String format, OutputStream out) {
        return switch (format) {
            case "csv" -> new CsvFile(out);
            case "xlsx" -> new XlsxFile(out);
            default -> null;
        };
    }
}
