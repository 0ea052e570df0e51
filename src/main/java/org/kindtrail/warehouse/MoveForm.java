package org.kindtrail.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.stock.MoveGoods;
import org.kindtrail.web.Form;

/** The lines of the form for a move: how many are shown, what their fields are called, and which of them are filled in. */
final class MoveForm {
    private static final int LEAST = 3;
    private static final List<String> FIELDS = List.of("item", "size", "grade", "quantity", "to");
    private static final List<String> TELLING = List.of("item", "size", "quantity");

    private MoveForm() {}

    /** The names of one line's fields. */
    record Names(int number, String item, String size, String grade, String quantity, String to) {}

    static String head(int index) {
        return "lines[" + index + "].";
    }

    static List<Names> shown(Form form, boolean more) {
        int count = Math.min(
                MoveGoods.MOST_LINES,
                Math.max(LEAST, form.lines("lines", MoveGoods.MOST_LINES) + (more ? LEAST : 0)));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String head = head(i);
            names.add(new Names(i + 1, head + "item", head + "size", head + "grade", head + "quantity", head + "to"));
        }
        return names;
    }

    /** How many lines hold something; in a form that was closed up they come first. */
    static int filled(Form form) {
        int count = 0;
        while (count < MoveGoods.MOST_LINES && isFilled(form, count)) {
            count++;
        }
        return count;
    }

    private static boolean isFilled(Form form, int index) {
        return TELLING.stream().anyMatch(field -> form.has(head(index) + field));
    }

    /** The form with its empty lines at the end, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return form.closedUp("lines", FIELDS, i -> isFilled(form, i), MoveGoods.MOST_LINES);
    }
}
