package org.kindtrail.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold as both doors show it. */
@Schema(description = "Goods that are set apart, or were")
public record HoldView(
        @Schema(description = "Its code", examples = "HD-0000-0000") String code,
        @Schema(description = "quarantine, check or other") HoldKind kind,
        @Schema(description = "The reason in words") String why,
        @Schema(description = "Since when") Instant madeAt,
        @Schema(description = "Who set them apart") String madeBy,
        @Schema(nullable = true, description = "When the last of it was released; null while something is held") Instant releasedAt,
        @Schema(nullable = true, description = "Who released it; null while something is held") String releasedBy,
        @Schema(nullable = true, description = "What came of it; null while something is held") String outcome,
        @Schema(description = "What was set apart, and what of it still is; at most 500 lines") List<Line> lines,
        @Schema(description = "Whether there are more lines; GET /allocations?need= with the hold's code has all that is held") boolean more) {

    /** Some of a lot at a place. */
    @Schema(name = "HoldLine", description = "Some of a lot at a place")
    public record Line(
            @Schema(description = "Its number, from 1", examples = "1") int line,
            @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(description = "Code of its item", examples = "jumpers-man") String item,
            @Schema(description = "The item and its size in words", examples = "Jumpers, man, size L") String name,
            @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
            @Schema(nullable = true, description = "The last day of use; null when it does not grow old, or nobody knows") LocalDate expiresOn,
            @Schema(description = "Code of the place where it lies", examples = "P-0000-0000") String place,
            @Schema(description = "The place in words") String placeName,
            @Schema(description = "How much was set apart, in the item's unit", examples = "4") long quantity,
            @Schema(description = "How much of that still is", examples = "4") long held,
            @Schema(description = "What is still held, in words", examples = "4 pieces") String words) {
        /** The field of the page in which it stands how much of it is released. */
        public String field() {
            return "quantity-" + line;
        }
    }

    public boolean standing() {
        return releasedAt == null;
    }
}
