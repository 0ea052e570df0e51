package org.kindtrail.round;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;

/** A form names its fields otherwise than the command that is read from it: faults go to the form's own. */
final class FieldNames {
    private FieldNames() {}

    /** @param inForm gives for a path of the command the name of the field */
    static <T> T as(UnaryOperator<String> inForm, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid refused) {
            throw new Invalid(refused.fields().stream()
                    .map(fault -> new FieldError(inForm.apply(fault.path()), fault.key(), fault.facts()))
                    .toList());
        }
    }
}
