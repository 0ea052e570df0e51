package org.kindtrail.shipment;

import jakarta.validation.Valid;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** A shipment leaves; its packing list is frozen. */
@Schema(description = "A shipment leaves; its packing list is frozen")
public record DepartShipment(
        @SensibleDate(future = false) @Schema(description = "When it left; now when left out") Instant departedAt,
        @Valid
                @Schema(
                        nullable = true,
                        description = "The first leg, if none is planned yet; left out, the first planned leg begins, if there is one")
                PlanLeg leg,
        @Text(max = 120, required = false)
                @Schema(description = "Who gave it, by function: nobody's name", examples = "warehouse keeper")
                String givenBy,
        @Text(max = 120, required = false)
                @Schema(description = "Who took it, by function: nobody's name", examples = "driver of the carrier")
                String takenBy) {}
