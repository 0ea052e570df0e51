package org.kindtrail.sheet;

import java.util.List;

/**
 * What a file was taken for.
 *
 * @param encoding of a CSV file; null for a workbook
 * @param separator of a CSV file; null for a workbook
 * @param sheet the sheet that is read; null for a CSV file
 * @param sheets the names of all sheets of a workbook
 */
public record Shape(Format format, Encoding encoding, Separator separator, String sheet, List<String> sheets) {
    /** The same, said so that the file is read again as it was. */
    public Wish wish() {
        return new Wish(encoding, separator, sheet);
    }
}
