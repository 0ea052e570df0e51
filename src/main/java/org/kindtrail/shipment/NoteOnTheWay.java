package org.kindtrail.shipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Writes down what happened on the way. */
@Schema(description = "Writes down what happened on the way")
public record NoteOnTheWay(
        @NotNull @Schema(description = "What happened", examples = "customs_in") Happened kind,
        @Schema(nullable = true, description = "Number of the leg's waybill; must be there for the start and end of a leg", examples = "WB-0000-0000")
                String waybill,
        @SensibleDate(future = false) @Schema(description = "When; now when left out") Instant occurredAt,
        @Text(max = 120, required = false) @Schema(description = "Who gave it, by function: nobody's name", examples = "driver of the carrier")
                String givenBy,
        @Text(max = 120, required = false) @Schema(description = "Who took it, by function: nobody's name", examples = "customs officer")
                String takenBy,
        @Min(0) @Max(100_000) @Schema(description = "How many boxes were counted", examples = "317") Integer boxes,
        @Text(max = 500, required = false) @Schema(description = "What is to be remembered; both organisations read it")
                String note) {

    /** What can happen on the way. */
    @Schema(name = "OnTheWay")
    public enum Happened {
        @JsonProperty("leg_departed")
        LEG_DEPARTED,
        @JsonProperty("leg_arrived")
        LEG_ARRIVED,
        @JsonProperty("customs_in")
        CUSTOMS_IN,
        @JsonProperty("customs_out")
        CUSTOMS_OUT,
        @JsonProperty("handed_over")
        HANDED_OVER,
        /** Where it was to go, to be received there. */
        @JsonProperty("arrived")
        ARRIVED;

        ShipmentEvent.Kind kind() {
            return ShipmentEvent.Kind.valueOf(name());
        }

        /** As it stands in forms and words. */
        public String word() {
            return kind().word();
        }
    }
}
