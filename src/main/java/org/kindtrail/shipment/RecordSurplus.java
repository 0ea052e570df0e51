package org.kindtrail.shipment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Boxes came that are not on the packing list. */
@Schema(description = "Boxes came that are not on the packing list: one of the sender's by its code, or some without a code")
public record RecordSurplus(
        @Schema(nullable = true, description = "Code of the site or shelf where they are put", examples = "P-0000-0000")
                String place,
        @Schema(nullable = true, description = "Code of the sender's box; left out when it bears none", examples = "C-0000-0000")
                String container,
        @Min(1) @Max(50) @Schema(description = "How many came without a code; each gets one. From 1 to 50", examples = "1")
                Integer boxes,
        @Text(max = 500, required = false) @Schema(description = "What is to be remembered; both organisations read it")
                String note) {}
