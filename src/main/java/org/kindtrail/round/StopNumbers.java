package org.kindtrail.round;

import java.util.List;
import java.util.TreeMap;
import org.kindtrail.web.FieldNames;
import org.kindtrail.web.Form;
import org.kindtrail.web.Reading;

/** The numbers that the form of a round has beside its dispatches: which go along, and in which order. */
final class StopNumbers {
    private static final String HEAD = "stop.";
    private static final int MOST = 999;

    private StopNumbers() {}

    static String field(String dispatch) {
        return HEAD + dispatch;
    }

    /** Codes of the dispatches that have a number, by their numbers; what is no number is a fault of the reading. */
    static List<String> inOrder(Form form, Reading typed) {
        TreeMap<Long, String> numbered = new TreeMap<>();
        for (String name : form.typed().keySet()) {
            if (name.startsWith(HEAD) && form.has(name)) {
                int faults = typed.faults().size();
                Long number = typed.wholeNumber(name);
                if (typed.faults().size() > faults) {
                    continue;
                }
                if (number < 1 || number > MOST) {
                    typed.refuse(name, "error_round_stop_number", form.value(name));
                } else if (numbered.putIfAbsent(number, name.substring(HEAD.length())) != null) {
                    typed.refuse(name, "error_round_stop_twice", form.value(name));
                }
            }
        }
        return List.copyOf(numbered.values());
    }

    /** The name that a field of the command has in the form. */
    static String inForm(String path, List<String> inOrder) {
        return path.equals("dispatches")
                ? "stops"
                : FieldNames.nth(path, "dispatches", inOrder.stream().map(StopNumbers::field).toList());
    }
}
