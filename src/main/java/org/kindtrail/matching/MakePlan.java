package org.kindtrail.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.need.Urgency;

/**
 * Asks for a plan.
 *
 * @param needs codes of the needs that are meant; null: every open one, narrowed by the others
 */
@Schema(description = "Asks for a plan over all stock: for all open needs, or for some of them. What is left out does not narrow")
public record MakePlan(
        @Size(min = 1, max = 500) @Schema(description = "Codes of the needs; left out: every open one", examples = "[\"N-0000-0000\"]")
                List<@NotNull String> needs,
        @Schema(description = "Code of the programme that they are charged to", examples = "PR-0000-0000") String programme,
        @Schema(description = "At least so urgent: urgent means urgent and critical ones", examples = "urgent") Urgency urgency,
        @Size(max = 80) @Schema(description = "The region of their recipients, as it is written there", examples = "Almaty region")
                String region) {}
