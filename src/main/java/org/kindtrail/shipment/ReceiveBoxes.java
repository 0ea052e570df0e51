package org.kindtrail.shipment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Receives boxes one by one. */
@Schema(description = "Receives boxes one by one, each with what stands in it")
public record ReceiveBoxes(
        @Schema(
                        nullable = true,
                        description = "Code of the site or shelf where they are put; a partner's store takes what a partner receives",
                        examples = "P-0000-0000")
                String place,
        @NotNull
                @Size(min = 1, max = PackShipment.MOST)
                @Schema(description = "Their codes", examples = "[\"C-0000-0000\"]")
                List<@NotNull String> containers,
        @Size(max = PackShipment.MOST) @Schema(nullable = true, description = "Those among them that came damaged")
                List<@NotNull @Valid DamagedBox> damaged) {}
