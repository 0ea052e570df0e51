package org.kindtrail.sheet;

import java.util.Map;

/**
 * Measures the XML of a workbook byte by byte: how long a piece without a tag is, how much stands in one cell or shared text,
 * how many cells stand in one row, how far to the right a cell says it is, and how long a number is.
 */
final class XmlMeasure {
    private static final int LONGEST_TAG = 1_000;
    private static final int MOST_CELLS = 16_384;
    private static final int MOST_LETTERS = 3;

    private final StringBuilder tag = new StringBuilder();
    private boolean inTag;
    private char quote;
    private boolean inCell;
    private boolean holdsCells;
    private boolean odd;
    private boolean inValue;
    private boolean longValue;
    private String place;
    private String type;
    private long spots;
    private int widest;
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
            quote = 0;
            piece = 0;
            tag.setLength(0);
            return;
        }
        if (++piece > Limits.LONGEST_PART || (inCell && ++cell > Limits.LONGEST_PART)) {
            throw Refusal.of("error_sheet_cell_somewhere", Map.of("most", Limits.LONGEST_CELL));
        }
        if (!inTag) {
            if (inValue && !longValue && piece > Limits.LONGEST_NUMBER) {
                throw Refusal.of("error_sheet_broken");
            }
            return;
        }
        if (sign == '>' && quote == 0) {
            inTag = false;
            ended();
            return;
        }
        quoted(sign);
        if (tag.length() <= LONGEST_TAG) {
            tag.append(sign);
        }
    }

    /** In quotation marks a sign that ends a tag ends nothing. */
    private void quoted(char sign) {
        boolean plain = tag.isEmpty() || (tag.charAt(0) != '!' && tag.charAt(0) != '?');
        if (plain && quote == 0 && (sign == '"' || sign == '\'')) {
            quote = sign;
        } else if (sign == quote) {
            quote = 0;
        }
    }

    private void ended() {
        String name = name();
        boolean whole = !tag.isEmpty() && tag.charAt(tag.length() - 1) == '/';
        switch (name) {
            case "row" -> {
                cells = 0;
                widest = 0;
                holdsCells = true;
            }
            case "c", "si" -> {
                inCell = !whole;
                holdsCells = true;
                cell = 0;
                if (name.equals("c")) {
                    beginsCell();
                }
            }
            case "v" -> inValue = !whole;
            case "/v" -> inValue = false;
            case "/c", "/si" -> {
                inCell = false;
                inValue = false;
            }
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

    /** Of {@code <c r="AB12" t="str"}: it stands in the 28th column, and holds a text, which may be long. */
    private void beginsCell() {
        int column = ++cells;
        place = null;
        type = null;
        if (tag.length() <= LONGEST_TAG) {
            attributes();
            column = place == null ? column : Math.max(column, column(place));
        }
        inValue = false;
        longValue = "str".equals(type) || "inlineStr".equals(type);
        spots += Math.max(0, column - widest);
        widest = Math.max(widest, column);
        if (tag.length() > LONGEST_TAG || widest > MOST_CELLS || spots > Limits.MOST_SPOTS) {
            throw Refusal.of("error_sheet_columns", Map.of("most", Limits.MOST_COLUMNS));
        }
    }

    /** Goes through what a tag says of itself, one after the other, so that no value is taken for another's name. */
    private void attributes() {
        int is = tag.indexOf("=");
        int from = 1;
        while (is > 0) {
            int open = is + 1;
            while (open < tag.length() && Character.isWhitespace(tag.charAt(open))) {
                open++;
            }
            int close = open < tag.length() ? tag.indexOf(tag.charAt(open) == '"' ? "\"" : "'", open + 1) : -1;
            if (close < 0) {
                return;
            }
            String before = tag.substring(from, is).stripTrailing();
            if (before.endsWith("r") || before.endsWith("t")) {
                says(before, tag.substring(open + 1, close));
            }
            from = close + 1;
            is = tag.indexOf("=", from);
        }
    }

    private void says(String before, String value) {
        char sign = before.length() < 2 ? ' ' : before.charAt(before.length() - 2);
        if (!Character.isWhitespace(sign) && sign != ':') {
            return;
        }
        if (before.endsWith("r")) {
            place = place == null ? value : "";
        } else {
            type = type == null ? value : "";
        }
    }

    /** Whatever is no place as programs write it is too far away. */
    private static int column(String place) {
        int column = 0;
        int at = 0;
        while (at < place.length() && at < MOST_LETTERS && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z') {
            column = column * 26 + place.charAt(at++) - 'A' + 1;
        }
        boolean row = at > 0 && at < place.length();
        for (; at < place.length(); at++) {
            row &= place.charAt(at) >= '0' && place.charAt(at) <= '9';
        }
        return row ? column : Integer.MAX_VALUE;
    }
}
