package org.kindtrail.workshop;

import java.util.ArrayList;
import java.util.List;
import org.kindtrail.web.Form;

/**
 * The repeated lines of a form.
 *
 * @param group what they are called, as in {@code outputs[0].quantity}
 * @param fields of a line
 * @param counts the fields that make a line count: one in which none of them is filled in is as if it were not there
 * @param most the most lines that a form takes
 */
record FormLines(String group, List<String> fields, List<String> counts, int most) {
    /** What may come out of a work; the names are those that the templates of goods use. */
    record Names(int number, String item, String size, String fits, String grade, String quantity, String place, String expires) {}

    String head(int index) {
        return group + "[" + index + "].";
    }

    Names names(int index) {
        String head = head(index);
        return new Names(
                index + 1, head + "item", head + "size", head + "fits", head + "grade", head + "quantity", head + "place",
                head + "expiresOn");
    }

    /** The lines that a page shows: those that hold something, at least so many, and some more when asked for. */
    List<Names> shown(Form form, int least, int more) {
        int count = Math.min(most, Math.max(least, form.lines(group, most) + more));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(names(i));
        }
        return names;
    }

    /** How many lines count; in a form that was closed up they come first. */
    int filled(Form form) {
        int count = 0;
        while (count < most && isFilled(form, count)) {
            count++;
        }
        return count;
    }

    private boolean isFilled(Form form, int index) {
        return counts.stream().anyMatch(field -> form.has(head(index) + field));
    }

    /** The form with the lines that count at the head, so that a line's number is the same in the form and in what is read. */
    Form closedUp(Form form) {
        return form.closedUp(group, fields, i -> isFilled(form, i), most + 1);
    }
}
