package org.kindtrail.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list as CSV, in which no text becomes a formula: what begins like one gets an apostrophe before it, and a sign that some
 * spreadsheet programs part cells at is put in quotes, so that no formula begins behind it.
 */
public final class CsvFile implements ListFile {
    /** What formulas begin with; the last four are the wide forms that East Asian editions read alike. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    /** What parts cells where the comma is the decimal sign. */
    private static final String PARTS_CELLS = ";\t|";

    private final CsvWriter csv;
    private final OutputStreamWriter letters;

    public CsvFile(OutputStream out) {
        letters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new QuoteStrategy() {
                    @Override
                    public boolean quoteValue(int line, int field, String value) {
                        return value.chars().anyMatch(letter -> PARTS_CELLS.indexOf(letter) >= 0);
                    }
                })
                .build(letters);
    }

    @Override
    public void head(List<String> words) {
        csv.writeRecord(words);
    }

    @Override
    public void row(List<?> values) {
        csv.writeRecord(values.stream().map(CsvFile::cell).toList());
    }

    static String cell(Object value) {
        String plain = ListFile.plain(value);
        return ListFile.isText(value) && beginsFormula(plain) ? "'" + plain : plain;
    }

    /** So does what has such an apostrophe already: whoever takes one away has the text as it was. */
    private static boolean beginsFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    /** Whether the text begins with an apostrophe that keeps it from being a formula; what stands behind it is the text. */
    public static boolean keepsFromFormula(String text) {
        return text.startsWith("'") && beginsFormula(text);
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void end() throws IOException {
        csv.flush();
        letters.flush();
    }
}
