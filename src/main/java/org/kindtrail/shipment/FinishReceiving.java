package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Everything that came has been received box by box; what was not is missing. */
@Schema(description = "Everything that came has been received box by box; what was not is missing")
public record FinishReceiving(
        @Text(max = 120, required = false) @Schema(description = "Who took it, by function: nobody's name", examples = "warehouse keeper")
                String takenBy,
        @Text(max = 500, required = false) @Schema(description = "What is to be remembered; both organisations read it")
                String remark) {}
