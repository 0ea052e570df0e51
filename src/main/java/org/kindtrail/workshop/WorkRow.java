package org.kindtrail.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A work in a list. */
@Schema(description = "A work in a list")
public record WorkRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "WK-0000-0000") String code,
        @Schema(description = "kit (packed), opening, workshop or grading") WorkKind kind,
        @Schema(nullable = true, description = "Name of what the kit is; null when it is not about one") String kitName,
        @Schema(nullable = true, description = "Title of the drive; of a step of a workshop only") String driveTitle,
        @Schema(nullable = true, description = "Kits packed or opened, or what was graded; null of a step") Long quantity,
        @Schema(description = "The place in words") String placeName,
        @Schema(description = "When it was done") Instant occurredAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(description = "Whether it was reversed") boolean reversed) {}
