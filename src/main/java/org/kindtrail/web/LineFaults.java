package org.kindtrail.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;

/**
 * A form of many lines, of which those that hold nothing are left out of the command: what is wrong goes to the line in which
 * it was typed, and says its number.
 */
public final class LineFaults {
    private LineFaults() {}

    /**
     * @param group the name of the lines, in the form and in the command
     * @param typedAt for each line of the command the index of the form's
     */
    public static <T> T said(Frame frame, String group, List<Integer> typedAt, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw new Invalid(invalid.fields().stream()
                    .map(fault -> said(frame, group, typedAt, fault))
                    .toList());
        }
    }

    private static FieldError said(Frame frame, String group, List<Integer> typedAt, FieldError fault) {
        String path = fault.path();
        if (!path.matches(group + "\\[\\d{1,4}\\]\\..*")) {
            return fault;
        }
        int end = path.indexOf(']');
        int line = typedAt.get(Integer.parseInt(path.substring(group.length() + 1, end)));
        return new FieldError(
                group + "[" + line + path.substring(end),
                "web_in_line",
                Map.of("line", line + 1, "what", frame.say(fault.key(), fault.facts())));
    }
}
