package org.kindtrail.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once to nowhere, by the same library that its reader uses, and refuses what would not fit into memory
 * when it is read: too much of it, or too much of it in one cell or one row.
 */
final class XlsxGuard {
    private final byte[] file;
    private long inflated;
    private long shared;

    private XlsxGuard(byte[] file) {
        this.file = file;
    }

    /**
     * @return the bytes of the texts that it shares between its cells
     * @throws org.kindtrail.kernel.Invalid when it is no workbook, or too large a one
     */
    static long look(byte[] file) {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw Refusal.of(zip.getEntry("mimetype") != null ? "error_sheet_ods" : "error_sheet_not");
            }
            XlsxGuard guard = new XlsxGuard(file);
            int parts = 0;
            for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
                if (++parts > Limits.MOST_PARTS) {
                    throw guard.bomb();
                }
                try (InputStream in = zip.getInputStream(each)) {
                    guard.part(each.getName().toLowerCase(Locale.ROOT), in);
                }
            }
            return guard.shared;
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.of("error_sheet_broken");
        }
    }

    private void part(String name, InputStream in) throws IOException {
        boolean isShared = name.endsWith("sharedstrings.xml");
        XmlMeasure measure = null;
        byte[] buffer = new byte[16 * 1024];
        long own = 0;
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            if (own == 0) {
                measure = isXml(buffer, length) ? new XmlMeasure() : null;
            }
            inflated += length;
            own += length;
            shared += isShared ? length : 0;
            boolean tooMuch = inflated > Limits.MOST_INFLATED
                    || inflated > Math.max(Limits.RATIO_FROM, (long) file.length * Limits.MOST_RATIO)
                    || (isShared && own > Limits.MOST_SHARED);
            if (tooMuch) {
                throw bomb();
            }
            if (measure != null) {
                measure.take(buffer, length);
            }
        }
    }

    /** Whatever the part is called: which one holds the cells is said elsewhere in the file. */
    private static boolean isXml(byte[] begin, int length) {
        boolean wide = length > 1 && (begin[0] == 0 || begin[1] == 0 || Letters.marked(begin, 0xFF, 0xFE) || Letters.marked(begin, 0xFE, 0xFF));
        if (wide) {
            throw Refusal.of("error_sheet_broken");
        }
        int at = Letters.mark(begin, Encoding.UTF_8);
        while (at < length && begin[at] <= ' ' && begin[at] > 0) {
            at++;
        }
        return at < length && begin[at] == '<';
    }

    private RuntimeException bomb() {
        return Refusal.of(
                "error_sheet_bomb",
                Map.of("most", Limits.MOST_INFLATED / 1024 / 1024, "ratio", Limits.MOST_RATIO));
    }
}
