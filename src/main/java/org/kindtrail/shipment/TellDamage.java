package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** A box that was received is damaged. */
@Schema(description = "A box that was received is damaged")
public record TellDamage(
        @Text(max = 500) @Schema(description = "What is wrong with it", examples = "Crushed at one corner") String note) {}
