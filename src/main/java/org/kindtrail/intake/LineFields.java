package org.kindtrail.intake;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.web.Form;

/** The fields of the lines of a form: how many are shown, what they are called, and which of them are filled in. */
final class LineFields {
    /** The most lines that one form takes. */
    static final int MOST = 50;

    /** How many are added at a time. */
    static final int STEP = 3;

    private static final String GROUP = "lines";
    private static final List<String> TYPED = List.of("item", "size", "fits", "quantity", "expiresOn");
    private static final List<String> ALL = List.of("item", "size", "fits", "grade", "quantity", "place", "expiresOn");

    private LineFields() {}

    /** The names of one line's fields. */
    record Names(int number, String item, String size, String fits, String grade, String quantity, String place, String expires) {
        static Names of(int index) {
            String head = head(index);
            return new Names(
                    index + 1,
                    head + "item",
                    head + "size",
                    head + "fits",
                    head + "grade",
                    head + "quantity",
                    head + "place",
                    head + "expiresOn");
        }
    }

    static String head(int index) {
        return GROUP + "[" + index + "].";
    }

    /** The lines that a page shows: those sent, at least three, and some more when more are asked for. */
    static List<Names> shown(Form form, boolean more) {
        int count = Math.max(STEP, form.lines(GROUP, MOST) + (more ? STEP : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    /** How many lines hold something; in a form that was closed up they come first. */
    static int filled(Form form) {
        int count = 0;
        while (count < MOST && isFilled(form, count)) {
            count++;
        }
        return count;
    }

    private static boolean isFilled(Form form, int index) {
        return TYPED.stream().anyMatch(field -> form.has(head(index) + field));
    }

    /** The form with its empty lines left out, so that a line's number is the same in the form and in what is read. */
    static Form closedUp(Form form) {
        return form.closedUp(GROUP, ALL, i -> isFilled(form, i), MOST);
    }
}
