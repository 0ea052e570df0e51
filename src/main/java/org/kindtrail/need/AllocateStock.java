package org.kindtrail.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;

/**
 * Promises stock to a need: what was picked out, or what is oldest. All of it or nothing.
 *
 * @param picks what was picked out; null: the oldest that fits is taken
 * @param line the line that the oldest is taken for; null: all lines that miss something
 * @param quantity how many the line gets; null: as many as it misses and stock has
 */
@Schema(
        description = "Promises stock to a need, all or none. With picks: those. With line: the oldest that fits, up to what is"
                + " missing. With neither: the oldest that fits, for every line")
public record AllocateStock(
        @NotNull @Schema(description = "Code of the need", examples = "N-0000-0000") String need,
        @Size(min = 1, max = 200) @Schema(description = "What is promised, lot by lot; absent: the oldest that fits")
                List<@NotNull @Valid Pick> picks,
        @Schema(description = "The line that gets the oldest that fits; absent: all lines", examples = "1") Integer line,
        @Quantity @Schema(description = "How many the line gets; absent: as many as it misses and stock has", examples = "4")
                Long quantity) {

    /** A quantity of a lot, from where it lies, for a line. */
    @Schema(name = "AllocationPick", description = "A quantity of a lot, from where it lies, for a line of the need")
    public record Pick(
            @NotNull @Schema(description = "Number of the line in the need, from 1", examples = "1") Integer line,
            @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @NotNull @Schema(description = "Code of the place where it lies", examples = "P-0000-0000") String place,
            @NotNull @Quantity @Schema(description = "How many, in the item's unit", examples = "4") Long quantity) {}

    /** The oldest that fits, for one line. */
    public static AllocateStock oldest(String need, Integer line, Long quantity) {
        return new AllocateStock(need, null, line, quantity);
    }
}
