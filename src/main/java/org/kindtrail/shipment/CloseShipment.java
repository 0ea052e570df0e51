package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Every difference of a shipment is accounted for. */
@Schema(description = "Every difference of a shipment is accounted for")
public record CloseShipment(
        @Text(max = 500, required = false) @Schema(description = "What is to be remembered; both organisations read it") String note) {}
