package org.kindtrail.shipment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Quantity;

/** What was in a box, counted against the packing list after it was opened. */
@Schema(description = "What was in a box, counted against the packing list after it was opened; what is not named is as the list says")
public record CountBox(
        @Size(max = CountBox.MOST_LINES) @Schema(description = "Lots of the packing list that differ")
                List<@NotNull @Valid CountedLot> lots,
        @Size(max = 50) @Schema(nullable = true, description = "What was in it and is not on the packing list")
                List<@NotNull @Valid FoundGoods> found) {
    static final int MOST_LINES = 500;

    /**
     * No box holds more of anything: a tonne in grams, a cubic metre in millilitres. Where the packing list itself says more,
     * twice that is taken.
     */
    static final long MOST_IN_A_BOX = 1_000_000;

    /** One lot, counted. */
    @Schema(description = "One lot of the packing list, counted")
    public record CountedLot(
            @NotNull @Schema(description = "Its code", examples = "B-0000-0000") String lot,
            @NotNull @Min(0) @Schema(description = "What was there, the damaged included", examples = "11") Long received,
            @Min(0) @Schema(description = "How many of those are damaged beyond use; none when left out", examples = "1")
                    Long damaged) {}

    /** Goods that are not on the packing list. */
    @Schema(description = "Goods that were in a box and are not on its packing list")
    public record FoundGoods(
            @NotNull @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Size(max = 20) @Schema(description = "One of the item's sizes; left out when not told apart", examples = "L") String size,
            @Schema(description = "new, good (when left out) or worn", examples = "good") Grade grade,
            @NotNull @Quantity @Schema(description = "In the item's unit", examples = "2") Long quantity) {}
}
