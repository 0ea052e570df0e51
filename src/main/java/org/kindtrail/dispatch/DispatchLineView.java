package org.kindtrail.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** A line of a dispatch as both doors show it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A line of a dispatch")
public record DispatchLineView(
        @Schema(description = "Its number on the papers") int line,
        @Schema(description = "Code of the lot") String lot,
        @Schema(description = "Code of the item") String item,
        @Schema(description = "The item in words") String itemName,
        @Schema(nullable = true, description = "The size; null when not told apart") String size,
        @Schema(description = "The condition") Grade grade,
        @Schema(description = "The item's unit") String unit,
        @Schema(description = "How many are sent") long quantity,
        @Schema(description = "Code of the place that it is taken from") String place,
        @Schema(description = "That place in words") String placeName,
        @Schema(description = "Name of the site that it leaves from") String siteName,
        @Schema(description = "Code of the promise that it carries out") String promise,
        @Schema(description = "Whether the promise was taken back on the need: then it stays behind") boolean takenBack,
        @Schema(nullable = true, description = "How many arrived; null until confirmed") Long received,
        @Schema(nullable = true, description = "How many of these are of no use; null until confirmed") Long damaged) {
    private static final Set<String> KNOWN_UNITS = Set.of("piece", "pair", "set", "bag", "gram", "millilitre");

    /** The words for a quantity of it. */
    public String quantityKey() {
        return quantityKey(unit);
    }

    static String quantityKey(String unit) {
        return "catalogue_quantity_" + (KNOWN_UNITS.contains(unit) ? unit : "any");
    }

    /** The item with its size, as people say it. */
    public String what() {
        return what(itemName, size);
    }

    static String what(String itemName, String size) {
        return size == null ? itemName : itemName + ", " + size;
    }

    public String gradeKey() {
        return "catalogue_grade_" + grade.word();
    }

    /** Sent and not counted. */
    public long missing() {
        return received == null ? 0 : Math.max(0, quantity - received);
    }

    /** Counted beyond what was sent. */
    public long surplus() {
        return received == null ? 0 : Math.max(0, received - quantity);
    }

    public boolean asSent() {
        return received != null && received == quantity && damaged == 0;
    }
}
