package org.kindtrail.dispatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Says what arrived: either that all of it did, or what was counted of every line. */
@Schema(description = "Says what arrived: either that all of it did, or what was counted of every line")
public record ConfirmArrival(
        @Schema(description = "True: everything arrived as it was sent. Then no lines are given") Boolean allArrived,
        @Size(max = Dispatches.MOST_LINES) @Schema(description = "What was counted, for every line of the dispatch")
                List<@NotNull @Valid Counted> lines,
        @SensibleDate(future = false)
                @Schema(description = "The day it arrived; today when not said", examples = "2026-05-31")
                LocalDate receivedOn,
        @Text(max = 500, required = false) @Schema(description = "What else the receiver says, for the house only")
                String remark,
        @Text(max = 1000, required = false)
                @Schema(description = "Words to the givers; public once a coordinator has approved them")
                String thanks) {

    /** What was counted of one line. */
    @Schema(name = "CountedLine", description = "What was counted of one line")
    public record Counted(
            @NotNull @Schema(description = "Number of the line", examples = "1") Integer line,
            @NotNull @Min(0) @Max(Quantity.MOST) @Schema(description = "How many arrived, the damaged included", examples = "12")
                    Long received,
            @Min(0) @Max(Quantity.MOST)
                    @Schema(description = "How many of these are of no use; none when not said", examples = "0")
                    Long damaged) {
        long broken() {
            return damaged == null ? 0 : damaged;
        }
    }

    boolean all() {
        return Boolean.TRUE.equals(allArrived);
    }

    List<Counted> counted() {
        return lines == null ? List.of() : lines;
    }
}
