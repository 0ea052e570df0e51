package org.kindtrail.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;

/** A form names its fields otherwise than the command that is read from it: faults go to the form's own. */
public final class FieldNames {
    private FieldNames() {}

    /** @param inForm gives for a path of the command the name of the field */
    public static <T> T as(UnaryOperator<String> inForm, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid refused) {
            throw new Invalid(refused.fields().stream()
                    .map(fault -> new FieldError(inForm.apply(fault.path()), fault.key(), fault.facts()))
                    .toList());
        }
    }

    /**
     * The field from which the n-th of a group was read, all of it; any other path as it is.
     *
     * @param names of the fields, in the order of the command
     */
    public static String nth(String path, String group, List<String> names) {
        if (!path.matches(group + "\\[\\d{1,4}\\].*")) {
            return path;
        }
        return names.get(Integer.parseInt(path.substring(group.length() + 1, path.indexOf(']'))));
    }
}
