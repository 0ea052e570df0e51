package org.kindtrail.stocktake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.place.Places;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The form that people count with: one field says what, by the code of a label or by a name from the list. */
@ApplicationScoped
class CountForm {
    /** The most lines that the form takes. */
    static final int MOST = 50;

    /** How many more a form that takes several at once has. */
    static final int STEP = 10;

    private static final String GROUP = "lines";
    private static final List<String> FIELDS = List.of("what", "size", "grade", "quantity");

    private final Catalogue catalogue;

    CountForm(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The names of a line's fields. */
    record Names(int number, String what, String size, String grade, String quantity) {
        private static Names of(int index) {
            String head = head(index);
            return new Names(index + 1, head + "what", head + "size", head + "grade", head + "quantity");
        }
    }

    private static String head(int index) {
        return GROUP + "[" + index + "].";
    }

    /** One line, or those that were sent, or more of them. */
    static List<Names> shown(Form form, int least) {
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, Math.max(least, form.lines(GROUP, MOST))); i++) {
            names.add(Names.of(i));
        }
        return names;
    }

    /** The form with its empty lines at the end, so that a line has the same number in the form and in what is read. */
    static Form closedUp(Form form) {
        return form.closedUp(GROUP, FIELDS, i -> isFilled(form, i), MOST);
    }

    private static boolean isFilled(Form form, int index) {
        return FIELDS.stream().anyMatch(field -> !field.equals("grade") && form.has(head(index) + field));
    }

    /** How many lines hold something; one more than the most is refused by the command. */
    static int filled(Form form) {
        int count = 0;
        while (count < MOST && isFilled(form, count)) {
            count++;
        }
        return count;
    }

    /** The code of a place that was read in where things are named, with no number: one goes on counting there. */
    static String scannedPlace(Form form) {
        return form.has(head(0) + "quantity")
                ? null
                : Places.read(form.value(head(0) + "what")).orElse(null);
    }

    /** The place of a form: a container that was typed outranks what was chosen. */
    static String place(Form form) {
        return form.value(form.has("box") ? "box" : "place").strip();
    }

    CountStock read(Form form, Reading typed) {
        String place = place(form);
        List<CountStock.Counted> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(1, filled(form)); i++) {
            lines.add(line(typed, head(i), place));
        }
        return new CountStock(lines);
    }

    private CountStock.Counted line(Reading typed, String head, String place) {
        String what = typed.text(head + "what");
        Long quantity = typed.wholeNumber(head + "quantity");
        String size = typed.text(head + "size");
        Grade grade = typed.oneOf(head + "grade", Grade.class);
        Item item = what == null ? null : catalogue.labelled(what);
        if (item != null) {
            return new CountStock.Counted(place, null, item.getCode(), size, grade, quantity);
        }
        if (what != null && Code.read(CodeKind.BAG, what).isEmpty()) {
            typed.refuse(head + "what", "error_stocktake_what_unknown", what);
        }
        return new CountStock.Counted(place, what, null, null, null, quantity);
    }

    /** Does what the form asks for; what is refused is found at the fields that the form has. */
    static <T> T inForm(Form form, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(each -> new FieldError(inForm(form, each.path()), each.key(), each.facts()))
                    .distinct()
                    .toList());
        }
    }

    private static String inForm(Form form, String path) {
        if (path.endsWith("].place") || path.equals("place")) {
            return form.has("box") ? "box" : "place";
        }
        return path.replaceFirst("^counts\\[", GROUP + "[").replaceFirst("\\.(lot|item)$", ".what");
    }
}
