package org.kindtrail.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a CSV file; FastCSV reads it, holding one record at a time. */
final class CsvRows implements RawRows {
    /** What a spreadsheet program writes so that digits stay a text: ="0012". */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"=]*)\"");
    /** How some programs say what parts their cells, in a row that they do not show. */
    private static final Pattern SAYS_SEPARATOR = Pattern.compile("^sep=(.)\\r?\\n", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 16 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    CsvRows(byte[] file, Encoding encoding, Separator separator) {
        reader = open(file, skipped(file, encoding), encoding, separator.sign());
        records = reader.iterator();
    }

    private static CsvReader<CsvRecord> open(byte[] file, int from, Encoding encoding, char separator) {
        Reader letters =
                new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from), encoding.charset());
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(Limits.LONGEST_PART)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(2 * Limits.MOST_COLUMNS_OF_ITEMS)
                                .maxFieldSize(Limits.LONGEST_PART)
                                .maxRecordSize(Limits.LONGEST_PART)
                                .build(),
                        letters);
    }

    private static int skipped(byte[] file, Encoding encoding) {
        int mark = Letters.mark(file, encoding);
        Matcher says = SAYS_SEPARATOR.matcher(head(file, encoding));
        return says.find() ? mark + says.group().getBytes(encoding.charset()).length : mark;
    }

    private static String head(byte[] file, Encoding encoding) {
        int mark = Letters.mark(file, encoding);
        return new String(file, mark, Math.min(file.length - mark, HEAD), encoding.charset());
    }

    /** What parts the cells: what the file says, else what makes the most columns of its first lines alike. */
    static Separator separator(byte[] file, Encoding encoding) {
        Matcher says = SAYS_SEPARATOR.matcher(head(file, encoding));
        if (says.find()) {
            for (Separator each : Separator.values()) {
                if (each.sign() == says.group(1).charAt(0)) {
                    return each;
                }
            }
        }
        Separator best = Separator.COMMA;
        int most = 0;
        for (Separator each : Separator.values()) {
            int worth = worth(file, encoding, each);
            if (worth > most) {
                most = worth;
                best = each;
            }
        }
        return best;
    }

    /** The columns of the first row, counted more when the rows behind it have as many. */
    private static int worth(byte[] file, Encoding encoding, Separator separator) {
        int columns = 0;
        int alike = 0;
        try (CsvReader<CsvRecord> reader = open(file, skipped(file, encoding), encoding, separator.sign())) {
            int seen = 0;
            int looked = 0;
            for (CsvRecord each : reader) {
                if (++looked > Limits.LOOKED_AT) {
                    break;
                }
                if (RawRows.isBlank(each.getFields())) {
                    continue;
                }
                if (seen++ == 0) {
                    columns = each.getFieldCount();
                } else if (each.getFieldCount() == columns) {
                    alike++;
                }
                if (seen == 20) {
                    break;
                }
            }
        } catch (IOException | CsvParseException unreadable) {
            // Whoever reads the rows says what is wrong.
            alike = 0;
        }
        return columns < 2 ? 0 : columns * (1 + alike);
    }

    @Override
    public Line next() {
        number++;
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord found = records.next();
            List<String> cells = new ArrayList<>(found.getFieldCount());
            for (String each : found.getFields()) {
                cells.add(cell(each));
            }
            return new Line(number, cells);
        } catch (CsvParseException unreadable) {
            throw Refusal.of("error_sheet_line", Map.of("row", number, "most", Limits.LONGEST_CELL));
        }
    }

    /** A text that was kept from becoming a formula, as our own files do, is what it was. */
    private static String cell(String text) {
        if (text.length() > 1 && text.charAt(0) == '\'' && org.kindtrail.web.CsvFile.keepsFromFormula(text)) {
            return text.substring(1);
        }
        if (text.startsWith("=\"")) {
            Matcher formula = TEXT_FORMULA.matcher(text);
            return formula.matches() ? formula.group(1) : text;
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
