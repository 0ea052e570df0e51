package org.kindtrail.matching;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.need.Urgency;

/** A plan, added up. */
@Schema(description = "A plan, added up; its needs are listed by themselves")
public record PlanView(
        @Schema(description = "Its code", examples = "MP-0000-0000") String code,
        @Schema(description = "Whether it is proposed, confirmed or dropped") PlanState state,
        @Schema(nullable = true, description = "Code of the programme that was asked about; null: whatever the needs are charged to")
                String programme,
        @Schema(nullable = true, description = "At least so urgent needs were asked about; null: all") Urgency urgency,
        @Schema(nullable = true, description = "The region that was asked about; null: all") String region,
        @Schema(description = "Whether the needs were picked out one by one") boolean chosen,
        @Schema(description = "How many needs are in it", examples = "12") int needs,
        @Schema(description = "How many of their lines get all that they miss", examples = "20") int linesAll,
        @Schema(description = "How many lines get some of it", examples = "9") int linesSome,
        @Schema(description = "How many lines get nothing", examples = "4") int linesNone,
        @Schema(description = "How many things they missed", examples = "140") long wanted,
        @Schema(description = "How many were proposed", examples = "96") long proposed,
        @Schema(description = "How many are given as people changed it", examples = "90") long given,
        @Schema(nullable = true, description = "How many were promised; null until it is confirmed") Long promised,
        @Schema(description = "How many picks it has", examples = "41") long picks,
        @Schema(description = "At how many places they lie", examples = "5") long places,
        @Schema(description = "Of how many picks less is there by now than they give", examples = "0") long takenMeanwhile,
        @Schema(description = "Whether it was made more than a day ago and still waits") boolean old,
        @Schema(description = "When it was made") Instant madeAt,
        @Schema(description = "Who made it") String madeBy,
        @Schema(nullable = true, description = "When it was confirmed or dropped; null until then") Instant endedAt,
        @Schema(nullable = true, description = "Who confirmed or dropped it; null until then") String endedBy,
        @Schema(description = "Counts its changes; whoever changes or confirms it says which they looked at", examples = "0") int version) {

    public boolean waiting() {
        return state == PlanState.PROPOSED;
    }

    public boolean changed() {
        return given < proposed;
    }
}
