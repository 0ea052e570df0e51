package org.kindtrail.stock;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** What is on hand of a lot at a place. */
@Schema(description = "What is on hand of a lot at a place")
public record BalanceView(
        @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of its item", examples = "jumpers-man") String item,
        @Schema(description = "Name of its item, in the reader's language", examples = "Jumpers, man") String itemName,
        @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
        @Schema(description = "Who it fits") Wearer fits,
        @Schema(description = "Its condition") Grade grade,
        @Schema(description = "Code of the place", examples = "P-0000-0000") String place,
        @Schema(description = "The place in words", examples = "School hall, Shelf A") String placeName,
        @Schema(description = "What is there, in the item's unit", examples = "12") long onHand,
        @Schema(description = "How much of it is promised", examples = "4") long promised,
        @Schema(description = "What can still be promised or put away", examples = "8") long available,
        @Schema(description = "When the goods came into the house") Instant receivedAt,
        @Schema(nullable = true, description = "The last day of use; null when it does not grow old, or nobody knows", examples = "2027-05-31")
                LocalDate expiresOn,
        @Schema(nullable = true, description = "Code of the programme for which alone it is kept; null when it is for anything", examples = "PR-0000-0000")
                String keptFor,
        @Schema(nullable = true, description = "The name of that programme") String keptForName) {}
