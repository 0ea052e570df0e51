package org.kindtrail.dispatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;

/** Says what a picker wrote on the list: how many of a line were taken. */
@Schema(
        description = "Says how many of which lines were taken, before departure; lines left out are as they stand. What was not"
                + " taken is promised no more. The same list sent again changes nothing")
public record RecordPicked(
        @NotNull @Size(min = 1, max = Dispatches.MOST_LINES) @Schema(description = "The lines that were written on")
                List<@NotNull @Valid Taken> lines) {
    /** One line. */
    @Schema(name = "PickedLine", description = "How many of a line were taken")
    public record Taken(
            @NotNull @Min(1) @Max(Dispatches.MOST_LINES) @Schema(description = "Its number on the list", examples = "1") Integer line,
            @NotNull
                    @Min(value = 0, message = "error_dispatch_taken")
                    @Max(value = Quantity.MOST, message = "error_dispatch_taken")
                    @Schema(description = "How many were taken, in the item's unit; 0: the line is taken off", examples = "8")
                    Long taken) {}
}
