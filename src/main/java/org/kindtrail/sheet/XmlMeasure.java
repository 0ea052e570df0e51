package org.kindtrail.sheet;

import java.util.Map;

/**
 * Measures the XML of a workbook byte by byte: how long a piece without a tag is, how much stands in one cell or shared text,
 * how many cells stand in one row, and how far to the right a cell says it is.
 */
final class XmlMeasure {
    private static final int LONGEST_TAG = 1_000;
    private static final int MOST_CELLS = 16_384;
    private static final int MOST_LETTERS = 3;

    private final StringBuilder tag = new StringBuilder();
    private boolean inTag;
    private boolean inCell;
    private boolean holdsCells;
    private boolean odd;
    private int piece;
    private int cell;
    private int cells;

    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            take((char) (bytes[i] & 0xFF));
        }
    }

    private void take(char sign) {
        if (sign == '<') {
            inTag = true;
            piece = 0;
            tag.setLength(0);
            return;
        }
        if (++piece > Limits.LONGEST_PART || (inCell && ++cell > Limits.LONGEST_PART)) {
            throw Refusal.of("error_sheet_cell_somewhere", Map.of("most", Limits.LONGEST_CELL));
        }
        if (!inTag) {
            return;
        }
        if (sign == '>') {
            inTag = false;
            ended();
        } else if (tag.length() <= LONGEST_TAG) {
            tag.append(sign);
        }
    }

    private void ended() {
        String name = name();
        switch (name) {
            case "row" -> {
                cells = 0;
                holdsCells = true;
            }
            case "c", "si" -> {
                inCell = true;
                holdsCells = true;
                cell = 0;
                if (name.equals("c") && (++cells > MOST_CELLS || tag.length() > LONGEST_TAG || lettersOfPlace() > MOST_LETTERS)) {
                    throw Refusal.of("error_sheet_columns", Map.of("most", Limits.MOST_COLUMNS));
                }
            }
            case "/c", "/si" -> inCell = false;
            default -> odd |= name.startsWith("!");
        }
        if (odd && holdsCells) {
            // Where cells are, no spreadsheet program writes a document type, a comment or raw text: that hides something.
            throw Refusal.of("error_sheet_broken");
        }
    }

    /** The name of the tag without its prefix. */
    private String name() {
        int end = 0;
        while (end < tag.length() && !Character.isWhitespace(tag.charAt(end)) && (tag.charAt(end) != '/' || end == 0)) {
            end++;
        }
        String whole = tag.substring(0, end);
        int colon = whole.indexOf(':');
        return colon < 0 ? whole : (whole.startsWith("/") ? "/" : "") + whole.substring(colon + 1);
    }

    /** Of {@code <c r="AB12"}: two. */
    private int lettersOfPlace() {
        int at = Math.max(tag.indexOf(" r=\""), tag.indexOf(" r='"));
        int letters = 0;
        for (int i = at + 4; at >= 0 && i < tag.length() && Character.isLetter(tag.charAt(i)); i++) {
            letters++;
        }
        return letters;
    }
}
