package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** What the sender asks of a carrier or an insurer for a box that is missing, lost or damaged; a note, no money moves. */
@Schema(description = "What the sender asks of a carrier or insurer for a missing, lost or damaged box; a note, no money moves")
public record ClaimBox(
        @NotNull @Schema(description = "The amount", examples = "120.00") String amount,
        @NotNull @Schema(description = "Its currency, ISO 4217", examples = "USD") String currency,
        @Text(max = 500, required = false) @Schema(description = "Of whom, and under what number", examples = "Insurer, case 2219")
                String note) {}
