package org.kindtrail.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.kindtrail.kernel.Invalid;

/** The rows of one sheet of a workbook; fastexcel reads it, holding one row at a time and the texts that cells share. */
final class XlsxRows implements RawRows {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** The last day that spreadsheet programs know: 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    /** Spreadsheet programs show no more; what stands behind is noise of their arithmetic. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int MOST_DIGITS = 40;
    /** Spreadsheet programs have no longer format. */
    private static final int LONGEST_FORMAT = 255;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private enum Kind {
        NUMBER,
        DAY,
        TIME
    }

    private final int taken;
    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Map<String, Kind> kinds = new HashMap<>();
    private boolean isClosed;

    /** @param shared the bytes of its shared texts */
    XlsxRows(byte[] file, String sheet, long shared) {
        taken = SharedTexts.here().take(shared);
        ReadableWorkbook opened = null;
        try {
            opened = open(file);
            stream = sheet(opened, sheet).openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException broken) {
            if (opened != null) {
                close(opened);
            }
            SharedTexts.here().giveBack(taken);
            throw broken instanceof Invalid said ? said : Refusal.of("error_sheet_broken");
        }
        book = opened;
    }

    private static ReadableWorkbook open(byte[] file) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException noStyles) {
            // A workbook made by a program may lack the part that says which numbers are days.
            return openPlain(file);
        }
    }

    private static ReadableWorkbook openPlain(byte[] file) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
        } catch (IOException | RuntimeException broken) {
            throw Refusal.of("error_sheet_broken");
        }
    }

    private static void close(ReadableWorkbook book) {
        try {
            book.close();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    /** The names of its sheets, in their order. */
    static List<String> sheets(byte[] file, long shared) {
        int taken = SharedTexts.here().take(shared);
        try {
            return sheets(file);
        } finally {
            SharedTexts.here().giveBack(taken);
        }
    }

    private static List<String> sheets(byte[] file) {
        ReadableWorkbook book = open(file);
        try {
            List<String> names = book.getSheets().map(Sheet::getName).toList();
            if (names.isEmpty() || names.size() > Limits.MOST_SHEETS) {
                throw Refusal.of("error_sheet_broken");
            }
            return names;
        } finally {
            close(book);
        }
    }

    private static Sheet sheet(ReadableWorkbook book, String wanted) {
        return book.getSheets()
                .filter(each -> each.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.of("error_sheet_unknown", Map.of("given", wanted)));
    }

    @Override
    public Line next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            int last = row.getCellCount();
            while (last > 0 && row.getCell(last - 1) == null) {
                last--;
            }
            List<String> cells = new ArrayList<>(last);
            for (int i = 0; i < last; i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : text(cell));
            }
            return new Line(row.getRowNum(), cells);
        } catch (RuntimeException broken) {
            throw broken instanceof Invalid said ? said : Refusal.of("error_sheet_broken");
        }
    }

    /** What stands in it; of a formula, what came out when the file was kept. */
    private String text(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return number(number, kind(cell.getDataFormatString()));
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth.toString();
        }
        Object value = cell.getValue() == null ? cell.getRawValue() : cell.getValue();
        return value == null ? "" : value.toString();
    }

    private String number(BigDecimal number, Kind kind) {
        if (kind == Kind.NUMBER || number.signum() < 0 || number.compareTo(LAST_DAY) > 0 || number.scale() > MOST_DIGITS) {
            BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
            // 1E2147483647 is a number too, but written out it fills the memory.
            boolean tooLong = (long) shown.precision() - shown.scale() > MOST_DIGITS || shown.scale() > MOST_DIGITS;
            return tooLong ? number.toString() : shown.toPlainString();
        }
        LocalDate epoch = book.isDate1904() ? EPOCH_1904 : EPOCH;
        long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime moment = epoch.atStartOfDay().plusSeconds(seconds);
        if (kind == Kind.TIME) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
    }

    private Kind kind(String format) {
        return format == null || format.length() > LONGEST_FORMAT ? Kind.NUMBER : kinds.computeIfAbsent(format, XlsxRows::kindOf);
    }

    /** By what the cell's format shows: a year or a day, or only hours and minutes. */
    private static Kind kindOf(String format) {
        String plain = format.split(";", 2)[0]
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .replaceAll("\\[[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT);
        if (plain.contains("general") || plain.contains("0") || plain.contains("#") || plain.contains("@")) {
            return Kind.NUMBER;
        }
        boolean hours = plain.indexOf('h') >= 0 || plain.indexOf('s') >= 0;
        boolean days = plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0 || (plain.indexOf('m') >= 0 && !hours);
        return days ? Kind.DAY : hours ? Kind.TIME : Kind.NUMBER;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            stream.close();
            close(book);
            SharedTexts.here().giveBack(taken);
        }
    }
}
