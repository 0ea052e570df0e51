package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** A line of a stocktake, for whoever approves it. */
@Schema(description = "A line of a stocktake, for whoever approves it")
public record VarianceView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its number", examples = "3") int line,
        @Schema(description = "Code of the place") String place,
        @Schema(description = "Name of the place") String placeName,
        @Schema(nullable = true, description = "Code of the lot; null: things without labels, of whichever lots") String lot,
        @Schema(description = "Code of the item", examples = "jumpers-man") String item,
        @Schema(description = "Name of the item, in the reader's language") String itemName,
        @Schema(nullable = true, description = "Size; null when not told apart", examples = "L") String size,
        @Schema(description = "Condition", examples = "good") Grade grade,
        @Schema(nullable = true, description = "What was counted; null: nobody counted it", examples = "11") Long counted,
        @Schema(description = "What the ledger said at the moment of the count", examples = "12") long expected,
        @Schema(description = "More (above 0) or less than expected; of what nobody counted: if it is not there", examples = "-1")
                long difference,
        @Schema(nullable = true, description = "What the difference is worth; null: nobody knows", examples = "-450.00") String worth,
        @Schema(nullable = true, description = "Currency of the worth", examples = "KZT") String currency,
        @Schema(description = "Whether something of it moved since it was counted; of what nobody counted: since the stocktake began")
                boolean moved,
        @Schema(description = "Whether those who counted it found different differences") boolean disagree,
        @Schema(nullable = true, description = "What was posted; null: nothing, or not yet", examples = "-1") Long posted,
        @Schema(description = "All counts of it, the last one decides") List<CountOfLine> counts) {

    /** One of the counts of a line. */
    @Schema(description = "One of the counts of a line")
    public record CountOfLine(
            @Schema(description = "What was counted") long quantity,
            @Schema(description = "More (above 0) or less than the ledger said at that moment") long difference,
            @Schema(description = "Who counted") String by,
            @Schema(description = "When") Instant at) {}

    VarianceView with(List<CountOfLine> all) {
        return new VarianceView(
                id, line, place, placeName, lot, item, itemName, size, grade, counted, expected, difference, worth, currency,
                moved, disagree, posted, all);
    }
}
