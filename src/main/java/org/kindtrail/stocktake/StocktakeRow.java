package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stocktake in a list. */
@Schema(description = "A stocktake, in a list")
public record StocktakeRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "ST-0000-0000") String code,
        @Schema(description = "What is counted, in words", examples = "School hall, Shelf A") String what,
        @Schema(description = "How far it is", examples = "open") StocktakeState state,
        @Schema(description = "How many counts were taken down") int counts,
        @Schema(description = "When it was opened") Instant openedAt,
        @Schema(nullable = true, description = "When it was approved or cancelled") Instant endedAt,
        @Schema(nullable = true, description = "When what was posted was taken back; null while it stands") Instant reversedAt) {
    /** The key of the words for how far it is. */
    public String stateKey() {
        return reversedAt == null ? state.wordsKey() : "stocktake_is_reversed";
    }
}
