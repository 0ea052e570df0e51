package org.kindtrail.need;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** Goods that are promised to a line of a need. */
@Schema(name = "NeedAllocation", description = "Goods that are promised to a line of a need")
public record NeedAllocationView(
        @Schema(description = "Its code") String code,
        @Schema(description = "Code of the need") String need,
        @Schema(description = "Number of the line in the need") int line,
        @Schema(description = "Code of the lot") String lot,
        @Schema(description = "Code of the item") String item,
        @Schema(description = "The item in words") String itemWords,
        @Schema(nullable = true, description = "Its size") String size,
        @Schema(description = "Its condition") Grade grade,
        @Schema(description = "Code of the place where it lies") String place,
        @Schema(description = "The place in words") String placeWords,
        @Schema(description = "Where the place comes when one walks through the site") int walk,
        @Schema(description = "How many") long quantity,
        @Schema(nullable = true, description = "Code of the dispatch on which it lies ready; null when on none") String dispatch,
        @Schema(description = "When it was promised") Instant madeAt,
        @Schema(nullable = true, description = "When it is taken back by itself, unless it lies ready or has left; null: never")
                Instant expiresAt) {

    /** The moment before it is taken back: the last day on which it stands, as people say it. */
    public Instant keptUntil() {
        return expiresAt == null ? null : expiresAt.minusSeconds(1);
    }
}
