package org.kindtrail.donor;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Rules;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The fields of a contact in a form. Their names begin so that no such form is carried over a sign-in. */
public final class ContactFields {
    public static final String EMAIL = Form.SEALED + "email";
    public static final String TELEPHONE = Form.SEALED + "telephone";
    private static final String WANTS = "wants";

    private ContactFields() {}

    /**
     * The contact as it is kept from now on: what is left empty stays, unless the form knows what is kept.
     *
     * @param all whether an empty field takes away what was kept
     */
    public static Contact read(Form form, Reading typed, boolean all) {
        Set<Wish> wants = EnumSet.noneOf(Wish.class);
        for (Wish wish : Wish.values()) {
            if (form.chosen(WANTS, wish.word())) {
                wants.add(wish);
            }
        }
        return new Contact(
                all || form.has(EMAIL) ? Confidential.of(form.value(EMAIL)) : null,
                all || form.has(TELEPHONE) ? Confidential.of(form.value(TELEPHONE)) : null,
                wants,
                typed.text("language"));
    }

    /** Checks the contact by itself, so that its faults are found at the fields of the form. */
    public static Contact checked(Contact contact, Rules rules, Reading typed) {
        try {
            return rules.check(contact);
        } catch (Invalid invalid) {
            invalid.fields().stream().map(ContactFields::inForm).forEach(typed.faults()::add);
            return null;
        }
    }

    /** The fault at the field of the form that it belongs to, wherever in a command it was found. */
    public static FieldError inForm(FieldError fault) {
        String path = fault.path().replaceFirst("^(?:.*\\.)?contact\\.", "");
        boolean sealed = path.equals("email") || path.equals("telephone");
        String name = path.startsWith(WANTS) ? EMAIL : sealed ? Form.SEALED + path : path;
        return new FieldError(name, fault.key(), fault.facts());
    }

    /** The same for all of a refusal. */
    public static <T> T inForm(Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream().map(ContactFields::inForm).toList());
        }
    }
}
