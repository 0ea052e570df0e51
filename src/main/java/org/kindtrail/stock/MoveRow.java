package org.kindtrail.stock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A move as it stands in a list. */
@Schema(description = "A move in a list")
public record MoveRow(
        @Schema(description = "Its code", examples = "M-0000-0000") String code,
        @Schema(description = "How many parts of lots were moved", examples = "3") long lines,
        @Schema(description = "How many containers were moved with all that is in them", examples = "0") long containers,
        @Schema(nullable = true, description = "Where everything lay, in words; null when at several places", examples = "School hall")
                String from,
        @Schema(nullable = true, description = "Where everything was put, in words; null when at several places", examples = "School hall, Shelf A")
                String to,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(nullable = true, description = "Who wrote it down; null when not a person") String recordedBy,
        @Schema(description = "Whether it was taken back") boolean reversed) {}
