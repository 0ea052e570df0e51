package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** The sender has boxes back from the road. */
@Schema(description = "The sender has boxes back from the road")
public record TakeBack(
        @NotNull @Schema(description = "Code of the site or shelf where they are put", examples = "P-0000-0000") String place,
        @Size(max = PackShipment.MOST)
                @Schema(nullable = true, description = "Their codes; everything that is on the road when left out")
                List<@NotNull String> containers,
        @Text(max = 500) @Schema(description = "Why; both organisations read it", examples = "Turned back at the border") String why) {}
