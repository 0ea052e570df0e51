package org.kindtrail.shipment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.web.Form;

/** Reads codes that were scanned or typed into one field, one after another, or ticked in a list. */
final class TypedCodes {
    private TypedCodes() {}

    /** Separated by line breaks, commas or semicolons; by spaces where what stands between is no code as a whole. */
    static List<String> read(Form form, String field) {
        List<String> codes = new ArrayList<>();
        for (String value : form.values(field)) {
            for (String part : value.split("[\\n\\r,;]+")) {
                String piece = part.strip();
                if (piece.isEmpty()) {
                    continue;
                }
                if (Code.read(piece).isPresent()) {
                    codes.add(piece);
                } else {
                    Arrays.stream(piece.split("\\s+")).forEach(codes::add);
                }
            }
        }
        return codes;
    }

    /** Whatever is wrong with one of the codes is said at the field in which all stand. */
    static <C, T> T under(String field, Supplier<C> command, Function<C, T> act) {
        try {
            return act.apply(command.get());
        } catch (Invalid invalid) {
            List<FieldError> faults = invalid.fields().stream()
                    .map(each -> each.path().startsWith(field + "[") ? new FieldError(field, each.key(), each.facts()) : each)
                    .toList();
            throw new Invalid(faults);
        }
    }
}
