package org.kindtrail.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/**
 * The forms that pack and unpack: lines into which a lot's code is typed or scanned, and a list of what is there, each with a
 * tick and a quantity. A field of the list is named by the codes of lot and place, so that it means the same when the list has
 * changed meanwhile.
 */
final class PackForm {
    static final String TAKE = "take";
    private static final String GROUP = "lines";
    private static final int FIRST = 3;
    private static final int MOST = 50;

    /** A line as it was read, and the fields that it stands in. */
    record Line(String lot, String from, Long quantity, String lotField, String quantityField) {}

    /** The names of a typed line's fields. */
    record Names(int number, String lot, String quantity) {}

    private final List<Line> lines = new ArrayList<>();

    private PackForm() {}

    static PackForm read(Form form, Reading typed) {
        PackForm read = new PackForm();
        for (int i = 0; i < form.lines(GROUP, MOST); i++) {
            Names names = names(i);
            if (form.has(names.lot()) || form.has(names.quantity())) {
                read.lines.add(new Line(
                        scanned(typed, names.lot()), null, typed.wholeNumber(names.quantity()), names.lot(), names.quantity()));
            }
        }
        for (String spot : ticked(form)) {
            String[] codes = spot.split("\\.");
            String field = quantity(spot);
            if (codes.length == 2 && Code.read(codes[0]).isPresent() && Code.read(codes[1]).isPresent()) {
                read.lines.add(new Line(codes[0], codes[1], typed.wholeNumber(field), field, field));
            } else {
                typed.refuse(TAKE, "error_choice", spot);
            }
        }
        return read;
    }

    private static Set<String> ticked(Form form) {
        Set<String> spots = new LinkedHashSet<>(form.values(TAKE));
        form.typed().keySet().stream()
                .filter(name -> name.startsWith("q.") && form.has(name))
                .forEach(name -> spots.add(name.substring(2)));
        return spots;
    }

    /** The name of the field that says how much. */
    static String quantity(String spot) {
        return "q." + spot;
    }

    /** A code as it was typed, or the address that a label says to a scanner: its end is the code. */
    private static String scanned(Reading typed, String field) {
        String text = typed.text(field);
        if (text == null) {
            return typed.refuse(field, "error_text_missing", "");
        }
        String code = text.substring(text.lastIndexOf('/') + 1);
        return Code.read(code).orElseGet(() -> typed.refuse(field, "error_code", text));
    }

    private static Names names(int index) {
        String head = GROUP + "[" + index + "].";
        return new Names(index + 1, head + "lot", head + "quantity");
    }

    /** The typed lines that a page shows: those that hold something, at least three, and more when asked for. */
    static List<Names> shown(Form form) {
        int count = Math.max(FIRST, form.lines(GROUP, MOST) + (form.has("more") ? FIRST : 0));
        List<Names> names = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            names.add(names(i));
        }
        return names;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<Pack.Line> toPack() {
        return lines.stream().map(line -> new Pack.Line(line.lot(), line.from(), line.quantity())).toList();
    }

    List<Unpack.Line> toUnpack() {
        return lines.stream().map(line -> new Unpack.Line(line.lot(), line.quantity())).toList();
    }

    /** Does what the form asks for; what is wrong with a line is found at the fields that the form has. */
    <T> T ofForm(Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid refused) {
            throw new Invalid(refused.fields().stream()
                    .map(each -> new FieldError(field(each.path()), each.key(), each.facts()))
                    .toList());
        }
    }

    private String field(String path) {
        if (path.equals(GROUP)) {
            return names(0).lot();
        }
        for (int i = 0; i < lines.size(); i++) {
            String head = GROUP + "[" + i + "].";
            if (path.startsWith(head)) {
                return path.endsWith(".quantity") ? lines.get(i).quantityField() : lines.get(i).lotField();
            }
        }
        return path;
    }

    /** Something that can be ticked, in words. */
    record Spot(String key, String lot, String words, String hint) {
        public String quantityField() {
            return PackForm.quantity(key);
        }
    }
}
