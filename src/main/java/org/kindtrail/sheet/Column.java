package org.kindtrail.sheet;

/**
 * A column of a file.
 *
 * @param index from 0
 * @param name as it stands in the header
 */
public record Column(int index, String name) {
    /** As spreadsheet programs name it: A, B, ..., Z, AA. */
    public String letters() {
        return letters(index);
    }

    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
