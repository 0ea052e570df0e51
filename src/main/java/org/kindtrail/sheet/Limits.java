package org.kindtrail.sheet;

/** What is taken; whatever is larger is refused before it takes memory. */
public final class Limits {
    /** The rows of one sheet, the header among them: what spreadsheet programs open at all. */
    public static final int MOST_ROWS = 1_048_576;

    public static final int MOST_COLUMNS = 100;

    /** Where another program has a column for each of its items. */
    static final int MOST_COLUMNS_OF_ITEMS = 1_000;

    /** The characters of one cell (UTF-16 units). */
    public static final int LONGEST_CELL = 4_000;

    /** What a workbook may hold when it is unpacked. */
    static final long MOST_INFLATED = 300L * 1024 * 1024;

    /** How many times its size a workbook may unpack to. */
    static final int MOST_RATIO = 100;

    /** Up to here the ratio is not looked at: a small workbook of blank cells is no bomb. */
    static final long RATIO_FROM = 8L * 1024 * 1024;

    /** The texts that a workbook shares between its cells are held in memory. */
    static final long MOST_SHARED = 48L * 1024 * 1024;

    static final int MOST_PARTS = 2_000;

    static final int MOST_SHEETS = 1_000;

    /** What a number of a workbook may take; programs write 17 digits, and reading a longer one takes the square of its length. */
    static final int LONGEST_NUMBER = 1_000;

    /** The places of a workbook up to the last cell of each row: its reader makes one for each, whatever stands there. */
    static final int MOST_SPOTS = 60_000_000;

    /** The records of a CSV file that are looked at to find out what parts its cells, blank ones among them. */
    static final int LOOKED_AT = 5_000;

    /** What one cell of a workbook, or one record of a CSV file, may take before anybody looks at it. */
    static final int LONGEST_PART = 512 * 1024;

    private Limits() {}
}
