package org.kindtrail.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindtrail.web.Form;

/**
 * A form on its way through a sign-in: its fields in the order they came, repeated ones repeated, with its own one-time key,
 * so that it can be sent again as it was.
 *
 * @param fields empty when there is nothing to carry
 * @param lost whether it was more than can be carried, or holds what no page shows again
 */
record CarriedForm(List<Field> fields, boolean lost) {
    /** What a page can hold without becoming a burden; the longest form of the house stays far below. */
    private static final int MOST_FIELDS = 2000;

    private static final int MOST_CHARACTERS = 300_000;

    /** A hidden field. */
    record Field(String name, String value) {}

    /** A form with a file: a page cannot hold that. */
    static CarriedForm tooMuch() {
        return new CarriedForm(List.of(), true);
    }

    static CarriedForm of(Form form) {
        List<Field> fields = new ArrayList<>();
        if (form.typed().keySet().stream().filter(form::has).anyMatch(CarriedForm::isNobodyElses)) {
            return new CarriedForm(List.of(), true);
        }
        form.typed().forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
        if (form.has(Form.KEY)) {
            fields.add(new Field(Form.KEY, form.key()));
        }
        long characters =
                fields.stream().mapToLong(field -> field.name().length() + field.value().length()).sum();
        boolean lost = fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS;
        return new CarriedForm(lost ? List.of() : fields, lost);
    }

    /** What no page shows again: somebody else may be the next to sign in here. */
    private static boolean isNobodyElses(String field) {
        return field.startsWith(Form.SEALED) || field.toLowerCase(Locale.ROOT).contains("password");
    }
}
