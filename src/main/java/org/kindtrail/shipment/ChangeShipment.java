package org.kindtrail.shipment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Tells anew what is planned, before it leaves. */
@Schema(description = "Tells anew what is planned, before the shipment leaves")
public record ChangeShipment(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 500, required = false) @Schema(description = "What it is; both read this") String about,
        @Text(max = 500, required = false) @Schema(description = "For the sender alone") String remark,
        @SensibleDate @Schema(description = "The day it is to leave", examples = "2026-11-20") LocalDate plannedDeparture,
        @SensibleDate @Schema(description = "The day it is to arrive", examples = "2026-12-20") LocalDate plannedArrival) {}
