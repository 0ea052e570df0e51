package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Missing boxes are written off as lost on the way. */
@Schema(description = "Missing boxes are written off as lost on the way")
public record LoseBoxes(
        @Size(max = PackShipment.MOST) @Schema(nullable = true, description = "Their codes; all that are missing when left out")
                List<@NotNull String> containers,
        @Text(max = 500) @Schema(description = "What is known of it; both organisations read it", examples = "Not on the lorry at the border")
                String why) {}
