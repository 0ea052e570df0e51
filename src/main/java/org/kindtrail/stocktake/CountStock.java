package org.kindtrail.stocktake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Quantity;

/** Says what was counted, line by line or many lines at once. */
@Schema(description = "Says what was counted: one line, or many at once; all of them are taken, or none")
public record CountStock(
        @NotNull @Size(min = 1, max = CountStock.MOST) @Schema(description = "Each lot or kind of thing at a place once")
                List<@NotNull @Valid Counted> counts) {
    /** The most lines that come at once. */
    public static final int MOST = 500;

    /** What was counted of one line. */
    @Schema(name = "CountedLine", description = "What was counted of a lot, or of a kind of thing without labels, at a place")
    public record Counted(
            @NotNull @Schema(description = "Code of the site, shelf or container where it lies", examples = "P-0000-0000")
                    String place,
            @Schema(description = "Code of the lot, as on its label; left out for things without labels", examples = "B-0000-0000")
                    String lot,
            @Schema(description = "Code of the item, for things without labels", examples = "jumpers-man") String item,
            @Size(max = 20) @Schema(description = "Their size; left out: those whose size nobody told", examples = "L") String size,
            @Schema(description = "Their condition", examples = "good") Grade grade,
            @NotNull
                    @Min(value = 0, message = "error_stocktake_count")
                    @Max(value = Quantity.MOST, message = "error_stocktake_count")
                    @Schema(description = "How many, in the item's unit; 0: none is there", examples = "12")
                    Long quantity) {}
}
