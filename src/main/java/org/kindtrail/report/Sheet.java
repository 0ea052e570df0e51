package org.kindtrail.report;

import java.util.List;

/**
 * A table of a report, for the page, the PDF and the workbook alike.
 *
 * @param id names it in the page and is its sheet's name
 * @param heading what it is, in words
 * @param lead what has to be read with it; null: nothing
 * @param foot the last row, of sums; null: none
 * @param chart the same as a picture; null: none
 */
record Sheet(String id, String heading, String lead, List<Head> heads, List<List<Object>> rows, List<Object> foot, Chart chart) {
    /** The head of a column. */
    record Head(String words, boolean number) {
        static Head text(String words) {
            return new Head(words, false);
        }

        static Head number(String words) {
            return new Head(words, true);
        }
    }

    Sheet with(Chart picture) {
        return new Sheet(id, heading, lead, heads, rows, foot, picture);
    }
}
