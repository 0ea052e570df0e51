package org.kindtrail.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.Quantity;

/** What was counted, line by line, held against what was sent. */
final class Count {
    /** More than this many times what was sent is a slip of the finger. */
    private static final long MOST_TIMES = 10;

    /** What was counted of one line. */
    record Of(DispatchLine line, long received, long damaged) {}

    private Count() {}

    /**
     * What was counted of every line.
     *
     * @throws Invalid naming each line that is counted twice, not at all, or in a way that cannot be
     */
    static List<Of> of(Dispatch dispatch, ConfirmArrival told) {
        if (told.all()) {
            if (!told.counted().isEmpty()) {
                throw Invalid.field("lines", "error_delivery_all_or_lines");
            }
            return dispatch.getLines().stream().map(line -> new Of(line, line.getQuantity(), 0)).toList();
        }
        if (told.counted().isEmpty()) {
            throw Invalid.field("lines", "error_delivery_what");
        }
        Map<Integer, DispatchLine> open = new HashMap<>();
        dispatch.getLines().forEach(line -> open.put(line.getLine(), line));
        List<FieldError> faults = new ArrayList<>();
        List<Of> all = new ArrayList<>();
        for (int i = 0; i < told.counted().size(); i++) {
            ConfirmArrival.Counted counted = told.counted().get(i);
            String path = "lines[" + i + "].";
            DispatchLine line = open.remove(counted.line());
            if (line == null) {
                faults.add(new FieldError(path + "line", "error_delivery_line", Map.of("given", counted.line())));
            } else if (fits(path, line, counted, faults)) {
                all.add(new Of(line, counted.received(), counted.broken()));
            }
        }
        if (!open.isEmpty()) {
            String missing = open.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            faults.add(new FieldError("lines", "error_delivery_lines_missing", Map.of("lines", missing)));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return all;
    }

    private static boolean fits(
            String path, DispatchLine line, ConfirmArrival.Counted counted, List<FieldError> faults) {
        long most = Math.min(Quantity.MOST, line.getQuantity() * MOST_TIMES);
        if (counted.received() > most) {
            faults.add(new FieldError(
                    path + "received",
                    "error_delivery_surplus",
                    Map.of("given", counted.received(), "sent", line.getQuantity(), "most", most)));
            return false;
        }
        if (counted.broken() > counted.received()) {
            faults.add(new FieldError(
                    path + "damaged",
                    "error_delivery_damaged",
                    Map.of("damaged", counted.broken(), "received", counted.received())));
            return false;
        }
        return true;
    }
}
