package org.kindtrail.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindtrail.sheet.Cells;
import org.kindtrail.sheet.Column;

/**
 * Which columns of a file make one of ours: "A", "A | B" (whichever is there), "A + B" (beside each other, with a comma), "A * B"
 * and "A : B" (numbers; where the second says nothing, the first as it stands).
 *
 * @param sign what is done with the parts: + * or :
 * @param parts each by all that it may be called
 */
record Spec(char sign, List<List<String>> parts) {
    private static final int MOST_BEHIND_THE_POINT = 2;

    static Spec of(String text) {
        for (char sign : new char[] {'+', '*', ':'}) {
            String[] parts = text.split(" \\" + sign + " ");
            if (parts.length > 1) {
                return new Spec(sign, Arrays.stream(parts).map(Spec::names).toList());
            }
        }
        return new Spec('+', List.of(names(text)));
    }

    static List<String> names(String text) {
        return Arrays.stream(text.split("\\|")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    boolean isOne() {
        return parts.size() == 1;
    }

    /** The same with the names that a file has; null when it has none of what is needed. */
    Spec in(List<Column> columns) {
        List<List<String>> found = new ArrayList<>();
        for (List<String> names : parts) {
            Column column = Source.find(columns, names);
            if (column != null) {
                found.add(List.of(column.name()));
            } else if (sign != '+' && found.isEmpty()) {
                return null;
            }
        }
        return found.isEmpty() ? null : new Spec(sign, found);
    }

    /** As people read it, and as it is read again. */
    String text() {
        return String.join(" " + sign + " ", parts.stream().map(names -> names.get(0)).toList());
    }

    /** Where the parts stand in a file. */
    Bound bind(List<Column> columns) {
        List<Integer> places = new ArrayList<>();
        for (List<String> names : parts) {
            Column column = Source.find(columns, names);
            if (column != null) {
                places.add(column.index());
            }
        }
        return new Bound(sign, places);
    }

    /** The numbers of the file's columns that make one of ours. */
    record Bound(char sign, List<Integer> places) {
        /** What stands in a row. */
        String cell(List<String> row) {
            List<String> cells = new ArrayList<>();
            for (int place : places) {
                String cell = place < row.size() ? Cells.text(row.get(place)) : "";
                if (sign != '+' || !cell.isEmpty()) {
                    cells.add(cell);
                }
            }
            return sign == '+' || cells.isEmpty() ? String.join(", ", cells) : reckoned(sign, cells);
        }
    }

    private static String reckoned(char sign, List<String> cells) {
        BigDecimal first = Cells.number(cells.get(0)).orElse(null);
        BigDecimal second = cells.size() < 2 ? null : Cells.number(cells.get(1)).orElse(null);
        if (first == null || second == null || second.signum() <= 0) {
            return cells.get(0);
        }
        if (sign == '*') {
            return first.multiply(second).stripTrailingZeros().toPlainString();
        }
        BigDecimal each = first.divide(second, MOST_BEHIND_THE_POINT, RoundingMode.DOWN);
        return each.multiply(second).compareTo(first) == 0 ? each.toPlainString() : "";
    }
}
