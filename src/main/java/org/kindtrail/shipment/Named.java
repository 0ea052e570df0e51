package org.kindtrail.shipment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.FieldError;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;

/** Finds on a packing list what a command names. */
final class Named {
    private Named() {}

    /**
     * Each once, in the order in which they were named.
     *
     * @throws Invalid naming every code that can not be received, or is not on the list
     */
    static List<ShipmentLines.Awaited> all(String field, List<String> typed, List<ShipmentLines.Awaited> awaited) {
        Map<String, ShipmentLines.Awaited> byCode =
                awaited.stream().collect(Collectors.toMap(ShipmentLines.Awaited::code, Function.identity()));
        List<FieldError> faults = new ArrayList<>();
        Set<ShipmentLines.Awaited> found = new LinkedHashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            ShipmentLines.Awaited one =
                    Code.read(CodeKind.CONTAINER, typed.get(i)).map(byCode::get).orElse(null);
            if (one == null) {
                faults.add(new FieldError(
                        field + "[" + i + "]",
                        "error_shipment_box_not_awaited",
                        Map.of("given", Given.shortened(typed.get(i)))));
            } else {
                found.add(one);
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return List.copyOf(found);
    }
}
