package org.kindtrail.stock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise as it is shown. */
@Schema(name = "PromiseView", description = "A promise of a quantity of a lot at a place to a need, or what of it is on hold")
public record AllocationView(
        @Schema(description = "Its code", examples = "A-0000-0000") String code,
        @Schema(nullable = true, description = "Code of the need that it is for; null when it is a hold", examples = "N-0000-0000") String need,
        @Schema(nullable = true, description = "Code of the hold that it is; null when it is promised to a need", examples = "HD-0000-0000") String hold,
        @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of the lot's item", examples = "jumpers-man") String item,
        @Schema(nullable = true, description = "Size of the lot; null when not told apart", examples = "L") String size,
        @Schema(description = "Code of the place where it lies", examples = "P-0000-0000") String place,
        @Schema(description = "The place in words") String placeName,
        @Schema(description = "How much, in the item's unit", examples = "4") long quantity,
        @Schema(description = "pending until the goods leave (posted) or the promise is taken back (voided)")
                Allocation.State state,
        @Schema(description = "When it was made") Instant madeAt,
        @Schema(nullable = true, description = "When it is taken back by itself, unless it lies ready or has left; null: never")
                Instant expiresAt) {}
