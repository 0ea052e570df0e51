package org.kindtrail.matching;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan as it stands in a list. */
@Schema(description = "A plan in a list")
public record PlanRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "MP-0000-0000") String code,
        @Schema(description = "Whether it is proposed, confirmed or dropped") PlanState state,
        @Schema(description = "How many needs are in it", examples = "12") int needs,
        @Schema(description = "How many things they missed", examples = "140") long wanted,
        @Schema(description = "How many of them were proposed", examples = "96") long proposed,
        @Schema(description = "When it was made") Instant madeAt,
        @Schema(description = "Who made it") String madeBy) {}
