package org.kindtrail.shipment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Plans a leg, or tells it anew. */
@Schema(description = "Plans a leg of a shipment, or tells it anew")
public record PlanLeg(
        @Text(max = 200, required = false) @Schema(description = "Who carries; a firm, nobody's name", examples = "Silk Road Freight")
                String carrier,
        @Text(max = 120, required = false)
                @Schema(
                        description = "Registration of the vehicle, number of the freight container, of the flight or ship",
                        examples = "TGHU 123456 7")
                String vehicle,
        @Text(max = 60, required = false) @Schema(description = "Number of the seal", examples = "HK 884 213") String seal,
        @Text(max = 200, required = false) @Schema(description = "Where it starts: a town, a port, a terminal", examples = "Hong Kong, Kwai Tsing")
                String starts,
        @Text(max = 200, required = false) @Schema(description = "Where it ends", examples = "Almaty, freight terminal")
                String ends,
        @SensibleDate @Schema(description = "The day it is to start", examples = "2026-11-20") LocalDate plannedDeparture,
        @SensibleDate @Schema(description = "The day it is to end", examples = "2026-12-18") LocalDate plannedArrival) {}
