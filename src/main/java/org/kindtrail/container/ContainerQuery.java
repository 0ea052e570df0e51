package org.kindtrail.container;

import java.util.Map;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Unreadable;
import org.kindtrail.place.PlaceKind;

/** Reads what narrows a list of containers. */
final class ContainerQuery {
    private ContainerQuery() {}

    static ContainerService.Wanted wanted(
            String kind, String place, String in, String item, String state, String text) {
        return new ContainerService.Wanted(
                kind(kind),
                given(place),
                given(in),
                given(item),
                Cursor.choice("state", state, ContainerState.class),
                given(text));
    }

    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    /** The words that the JSON has too. */
    static String word(PlaceKind kind) {
        return kind == PlaceKind.FREIGHT ? "freight_container" : kind.word();
    }

    private static PlaceKind kind(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        for (PlaceKind kind : PlaceKind.values()) {
            if (kind.isContainer() && word(kind).equals(given)) {
                return kind;
            }
        }
        throw new Unreadable("kind", "error_choice", Map.of("given", given.length() > 40 ? "..." : given));
    }
}
