package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stocktake as both doors show it to everybody: nothing in it says what is expected. */
@Schema(description = "A stocktake; nothing here says what is expected")
public record StocktakeView(
        @Schema(description = "Its code", examples = "ST-0000-0000") String code,
        @Schema(description = "What is counted, in words", examples = "School hall, Shelf A") String what,
        @Schema(nullable = true, description = "Code of the place that is counted; null: everywhere") String place,
        @Schema(nullable = true, description = "Code of the item; null: whatever is there") String item,
        @Schema(nullable = true, description = "Anything worth knowing for those who count") String remark,
        @Schema(description = "How far it is", examples = "open") StocktakeState state,
        @Schema(description = "How many counts were taken down") int counts,
        @Schema(description = "How many of them are yours") long yours,
        @Schema(description = "How many lines are to be counted again") long recounts,
        @Schema(description = "When it was opened") Instant openedAt,
        @Schema(description = "By whom") String openedBy,
        @Schema(nullable = true, description = "When it was handed in; null while people count") Instant countedAt,
        @Schema(nullable = true, description = "By whom") String countedBy,
        @Schema(nullable = true, description = "When it was approved or cancelled") Instant endedAt,
        @Schema(nullable = true, description = "By whom") String endedBy,
        @Schema(nullable = true, description = "What the approver said of what nobody counted; null: there was nothing")
                Uncounted uncounted,
        @Schema(nullable = true, description = "When what was posted was taken back; null while it stands") Instant reversedAt,
        @Schema(description = "Whether you may count here now") boolean mayCount,
        @Schema(description = "Whether you may see the differences now") boolean mayReview,
        @Schema(description = "Raised by every change; the approval sends the one that it is about") int version) {
    /** The key of the words for how far it is. */
    @JsonIgnore
    public String stateKey() {
        return reversedAt == null ? state.wordsKey() : "stocktake_is_reversed";
    }
}
