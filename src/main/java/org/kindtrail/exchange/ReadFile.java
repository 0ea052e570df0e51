package org.kindtrail.exchange;

import java.util.List;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.sheet.Column;
import org.kindtrail.sheet.Line;
import org.kindtrail.sheet.Shape;
import org.kindtrail.sheet.Spreadsheet;

/**
 * A file that was read through once, from the first row to the last: whatever is wrong with it as a whole is known.
 *
 * @param header by what files with the same header are told
 * @param rows how many rows stand under the header
 * @param lastRow the number of the last
 */
record ReadFile(Shape shape, List<Column> columns, String header, int rows, int lastRow) {
    /** @throws Invalid when it is no spreadsheet, or too large, or has no rows */
    static ReadFile of(Spreadsheet spreadsheet, int mostRows, Source source) {
        try (FileRows lines = new FileRows(spreadsheet, mostRows, source)) {
            int rows = 0;
            int last = 0;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                rows++;
                last = line.number();
            }
            if (rows == 0) {
                throw Invalid.field("file", "error_sheet_no_rows");
            }
            return new ReadFile(
                    spreadsheet.shape(), lines.columns(), Spreadsheet.headerDigest(lines.columns()), rows, last);
        }
    }
}
