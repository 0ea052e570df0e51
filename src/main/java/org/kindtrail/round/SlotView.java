package org.kindtrail.round;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A slot of a site's hand-over hours, and how much of it is free. */
@Schema(name = "HandOverSlot", description = "A slot of a site's hand-over hours")
public record SlotView(
        @Schema(description = "Its day, in the organisation's time") LocalDate day,
        @Schema(description = "When it begins, in the organisation's time", examples = "09:30") String time,
        @Schema(description = "When it ends, in the organisation's time", examples = "10:00") String until,
        @Schema(description = "When it begins, in UTC") Instant startsAt,
        @Schema(description = "How many appointments it takes") int capacity,
        @Schema(description = "How many of these are free") int free,
        @Schema(description = "Whether it is over or has begun") boolean past) {
    public boolean bookable() {
        return free > 0 && !past;
    }
}
