package org.kindtrail.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as XLSX. A text is a text there whatever it begins with: nothing becomes a formula. Texts stand in their cells and
 * not in the table that cells may share, because that table would have to be held until the end.
 */
public final class XlsxFile implements ListFile {
    private final Workbook book;
    private Worksheet sheet;
    private int row;

    XlsxFile(OutputStream out) {
        this(out, "list");
    }

    /** @param first the name of its first sheet */
    public XlsxFile(OutputStream out, String first) {
        book = new Workbook(new Kept(out), "Kindtrail", "1.0");
        sheet = book.newWorksheet(first);
    }

    /** What follows stands on another sheet of that name. */
    public void sheet(String name) throws IOException {
        sheet.finish();
        sheet = book.newWorksheet(name);
        row = 0;
    }

    /** Whoever gave the stream closes it. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void head(List<String> words) {
        row(List.copyOf(words));
    }

    @Override
    public void row(List<?> values) {
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.inlineString(row, column, ListFile.plain(values.get(column)));
            }
        }
        row++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
