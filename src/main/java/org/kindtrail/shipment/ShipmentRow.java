package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shipment in a list. */
@Schema(description = "A shipment in a list")
public record ShipmentRow(
        @JsonIgnore Long id,
        @Schema(description = "Its code", examples = "SH-0000-0000") String code,
        @Schema(description = "Whether this organisation sends or receives it") ShipmentView.Side side,
        @Schema(description = "How far it has come") Shipment.State state,
        @Schema(description = "Code of the other organisation or partner", examples = "PA-0000-0000") String other,
        @Schema(description = "Its name") String otherName,
        @Schema(description = "What it is") String about,
        @Schema(nullable = true, description = "The day it is to leave") LocalDate plannedDeparture,
        @Schema(nullable = true, description = "The day it is to arrive") LocalDate plannedArrival,
        @Schema(nullable = true, description = "When it left") Instant departedAt,
        @Schema(nullable = true, description = "When everything that came had been received") Instant receivedAt) {}
