package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Puts containers on a packing list. */
@Schema(description = "Puts boxes, pallets or freight containers on the packing list, each with what stands in it")
public record PackShipment(
        @NotNull
                @Size(min = 1, max = PackShipment.MOST)
                @Schema(description = "Their codes", examples = "[\"C-0000-0000\"]")
                List<@NotNull String> containers) {
    /** More at a time are put on it in several turns. */
    static final int MOST = 500;
}
