package org.kindtrail.sheet;

import java.io.IOException;
import java.util.List;

/** The rows of a file one after the other, empty ones perhaps among them. */
interface RawRows extends AutoCloseable {
    /** The next row; null after the last. */
    Line next();

    @Override
    void close() throws IOException;

    /** Whether anything but spaces stands in it. */
    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(cell -> cell.isBlank());
    }
}
