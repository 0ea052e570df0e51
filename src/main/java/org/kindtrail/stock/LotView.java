package org.kindtrail.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;

/** A lot as both doors show it. */
@Schema(description = "A quantity of one item with one provenance")
public record LotView(
        @Schema(description = "Its code, as on the label", examples = "B-0000-0000") String code,
        @Schema(description = "Code of its item", examples = "jumpers-man") String item,
        @Schema(description = "Name of its item, in the reader's language", examples = "Jumpers, man") String itemName,
        @Schema(description = "Code of the item's category", examples = "tops") String category,
        @Schema(description = "What the item is counted in", examples = "piece") String unit,
        @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
        @Schema(description = "Who it fits") Wearer fits,
        @Schema(description = "Its condition") Grade grade,
        @Schema(description = "What there was of it when it came to be", examples = "12") long quantity,
        @Schema(description = "Whether it was made of other lots") boolean converted,
        @Schema(nullable = true, description = "What all of it was worth when it came to be; null when nobody said", examples = "18.00")
                String worth,
        @Schema(nullable = true, description = "The currency of that", examples = "USD") String currency,
        @Schema(nullable = true, description = "The last day of use; null when it does not grow old, or nobody knows", examples = "2027-05-31")
                LocalDate expiresOn,
        @Schema(nullable = true, description = "Code of the programme for which alone it is kept; null when it is for anything", examples = "PR-0000-0000")
                String keptFor,
        @Schema(nullable = true, description = "The name of that programme") String keptForName,
        @Schema(description = "When the goods came into the house") Instant receivedAt,
        @Schema(description = "When the lot was written down") Instant recordedAt,
        @Schema(description = "Where it is now") List<BalanceView> places) {}
