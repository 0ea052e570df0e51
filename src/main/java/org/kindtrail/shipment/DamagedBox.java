package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** A box that came damaged. */
@Schema(description = "A box that came damaged")
public record DamagedBox(
        @NotNull @Schema(description = "Its code", examples = "C-0000-0000") String container,
        @Text(max = 500, required = false) @Schema(description = "What is wrong with it", examples = "Wet through") String note) {}
