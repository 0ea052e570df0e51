package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A write-off in a list. */
@Schema(description = "A write-off, in a list")
public record WriteOffRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "WF-0000-0000") String code,
        @Schema(description = "How far it is", examples = "posted") WriteOffState state,
        @Schema(description = "Why", examples = "damaged") WriteOffCause cause,
        @Schema(nullable = true, description = "What happened") String why,
        @Schema(description = "When it was noticed") Instant foundAt,
        @Schema(nullable = true, description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was taken back; null while it stands") Instant reversedAt) {
    /** The key of the words for how far it is. */
    public String stateKey() {
        return reversedAt == null ? state.wordsKey() : "stocktake_is_reversed";
    }
}
