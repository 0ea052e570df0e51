package org.kindtrail.shipment;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leg as both doors show it. */
@Schema(description = "A leg of a shipment: one carrier, one waybill")
public record LegView(
        @Schema(description = "The first is 1") int number,
        @Schema(description = "Number of its waybill", examples = "WB-0000-0000") String waybill,
        @Schema(nullable = true, description = "Who carries") String carrier,
        @Schema(nullable = true, description = "Registration of the vehicle, number of the container, flight or ship") String vehicle,
        @Schema(nullable = true, description = "Number of the seal") String seal,
        @Schema(nullable = true, description = "Where it starts") String starts,
        @Schema(nullable = true, description = "Where it ends") String ends,
        @Schema(nullable = true, description = "The day it is to start") LocalDate plannedDeparture,
        @Schema(nullable = true, description = "The day it is to end") LocalDate plannedArrival,
        @Schema(nullable = true, description = "When it started") Instant departedAt,
        @Schema(nullable = true, description = "When it ended") Instant arrivedAt) {

    static LegView of(ShipmentLeg leg) {
        return new LegView(
                leg.getNumber(),
                leg.getWaybill(),
                leg.getCarrier(),
                leg.getVehicle(),
                leg.getSeal(),
                leg.getStarts(),
                leg.getEnds(),
                leg.getPlannedDeparture(),
                leg.getPlannedArrival(),
                leg.getDepartedAt(),
                leg.getArrivedAt());
    }

    /** Words' key for how far it is. */
    public String stateKey() {
        return arrivedAt != null ? "shipment_leg_is_over" : departedAt != null ? "shipment_leg_is_on" : "shipment_leg_is_ahead";
    }
}
