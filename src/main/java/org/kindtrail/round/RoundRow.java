package org.kindtrail.round;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round in a list. */
@Schema(description = "A round in a list")
public record RoundRow(
        @Schema(description = "Its code") String code,
        @Schema(description = "The day on which it drives") LocalDate day,
        @Schema(description = "How far it has come") DeliveryRound.State state,
        @Schema(nullable = true, description = "Registration of the vehicle") String vehicle,
        @Schema(description = "How many stops it makes") long stops,
        @Schema(nullable = true, description = "When it left") Instant departedAt) {}
