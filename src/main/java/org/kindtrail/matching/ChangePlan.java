package org.kindtrail.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes how much is given of some picks: less than was proposed, or nothing. */
@Schema(description = "Changes how much is given of some picks: less than was proposed, or nothing. The others stay as they are")
public record ChangePlan(
        @NotNull @Schema(description = "The version of the plan that was looked at", examples = "0") Long version,
        @NotNull @Size(min = 1, max = 10_000) @Schema(description = "The picks that change") List<@NotNull @Valid Pick> picks) {

    /** What is given of a pick from now on. */
    @Schema(name = "PlanPickChange", description = "What is given of a pick from now on")
    public record Pick(
            @NotNull @Schema(description = "Number of the pick in the plan", examples = "1") Long pick,
            @NotNull @Schema(description = "How much, from 0 to what was proposed", examples = "0") Long quantity) {}
}
