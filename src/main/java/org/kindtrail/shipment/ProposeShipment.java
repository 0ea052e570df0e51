package org.kindtrail.shipment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Proposes a shipment to another organisation, or to a partner. */
@Schema(description = "Proposes a shipment to another organisation, or to a partner without an account")
public record ProposeShipment(
        @NotNull
                @Schema(
                        description = "Code of the organisation (H-...), as it told you, or of a partner (PA-...)",
                        examples = "PA-0000-0000")
                String to,
        @Text(max = 500, required = false)
                @Schema(description = "What it is; both read this", examples = "Winter clothes and beds")
                String about,
        @Text(max = 500, required = false) @Schema(description = "For the sender alone") String remark,
        @SensibleDate @Schema(description = "The day it is to leave", examples = "2026-11-20") LocalDate plannedDeparture,
        @SensibleDate @Schema(description = "The day it is to arrive", examples = "2026-12-20") LocalDate plannedArrival) {}
