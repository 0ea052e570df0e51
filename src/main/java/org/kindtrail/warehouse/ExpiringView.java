package org.kindtrail.warehouse;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** What lies somewhere and is of use for some days only. */
@Schema(name = "Expiring", description = "What lies somewhere and is of use for some days only, or not any more")
public record ExpiringView(
        @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of its item", examples = "canned-food") String item,
        @Schema(description = "The item and its size in words", examples = "Canned and jarred food") String name,
        @Schema(nullable = true, description = "Its size; null when not told apart") String size,
        @Schema(description = "Its condition") Grade grade,
        @Schema(description = "The last day of use", examples = "2027-05-31") LocalDate expiresOn,
        @Schema(description = "How many days that is from today; less than nothing when it is over", examples = "12") long days,
        @Schema(description = "Code of the place", examples = "P-0000-0000") String place,
        @Schema(description = "The place in words", examples = "School hall, Shelf A") String placeName,
        @Schema(description = "How much is there, in the item's unit", examples = "12") long onHand,
        @Schema(description = "How much of that is neither promised nor on hold", examples = "12") long available) {}
