package org.kindtrail.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** A sorting as both doors show it. */
@Schema(description = "A sorting: what was found in a bag")
public record SortingView(
        @Schema(description = "Its code", examples = "S-0000-0000") String code,
        @Schema(description = "Code of the bag") String bag,
        @Schema(nullable = true, description = "Code of the donation that the bag came with; null when it came from another organisation") String donation,
        @Schema(description = "open, closed or reversed") Sorting.State state,
        @Schema(nullable = true, description = "Code of the place where what is fit is put") String place,
        @Schema(nullable = true, description = "That place in words") String placeName,
        @Schema(description = "When it was begun") Instant openedAt,
        @Schema(nullable = true, description = "When it was closed; null while it is open") Instant closedAt,
        @Schema(description = "What was found") List<Line> lines) {

    /** A line of it. */
    @Schema(name = "SortingViewLine", description = "So many of one item that were in the bag")
    public record Line(
            @Schema(description = "Its number in the sorting") int line,
            @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "The item in words", examples = "Jumpers, man") String name,
            @Schema(nullable = true, description = "Size; null when not told apart") String size,
            @Schema(description = "Who it fits") Wearer fits,
            @Schema(description = "Condition; what is unfit is let go") Grade grade,
            @Schema(description = "In the item's unit") long quantity,
            @Schema(description = "The item's unit") String unit,
            @Schema(nullable = true, description = "Code of the place where it is put; null: let go") String place,
            @Schema(nullable = true, description = "That place in words; null: let go") String placeName,
            @Schema(nullable = true, description = "Code of the lot that it became; null while the sorting is open") String lot,
            @Schema(nullable = true, description = "The last day of use; null when it does not grow old, or nobody knows", examples = "2027-05-31")
                    LocalDate expiresOn) {
        /** The words for its condition. */
        public String gradeKey() {
            return "catalogue_grade_" + grade.word();
        }
    }

    public boolean open() {
        return state == Sorting.State.OPEN;
    }

    public boolean closed() {
        return state == Sorting.State.CLOSED;
    }

    /** The words for its state. */
    public String stateKey() {
        return "intake_sorting_" + state.word();
    }
}
