package org.kindtrail.round;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Plans a round, or tells it anew. */
@Schema(description = "Plans a round, or tells it anew")
public record PlanRound(
        @NotNull @SensibleDate @Schema(description = "The day on which it drives", examples = "2026-11-05") LocalDate day,
        @Text(max = 60, required = false)
                @Schema(description = "Registration of the vehicle; the waybills bear it", examples = "123 ABC 02")
                String vehicle,
        @Text(max = 120, required = false) @Schema(description = "Who drives; the waybills bear it, and it is never public")
                String driver,
        @Text(max = 500, required = false) @Schema(description = "For the people of the house; no names of who is served")
                String remark,
        @NotNull @Size(min = 1, max = DeliveryRound.MOST_STOPS)
                @Schema(
                        description = "Codes of the dispatches in the order of the stops; each being picked or loaded, and on no other standing round",
                        examples = "[\"W-0000-0000\"]")
                List<@NotNull String> dispatches) {}
