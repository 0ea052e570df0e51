package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Why something is done; both organisations read it. */
@Schema(name = "ShipmentWhy", description = "Why it is done; both organisations read it")
public record TellWhy(
        @Text(max = 500) @Schema(description = "Why; both organisations read it", examples = "The warehouse is full until May")
                String why) {}
