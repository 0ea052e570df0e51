package org.kindtrail.sale;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** The price list of a sale. */
@Schema(description = "The price list of a sale")
public record PriceListView(
        @Schema(description = "Code of the drive") String drive,
        @Schema(description = "Its title") String driveTitle,
        @Schema(nullable = true, description = "Currency; null while the sale has no terms", examples = "KZT")
                String currency,
        @Schema(description = "In the order of the items' names") List<Price> prices) {

    /** What one of an item costs. */
    @Schema(name = "ListPrice", description = "What one of an item costs")
    public record Price(
            @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "Its name, in the reader's language", examples = "Jumpers, man") String itemName,
            @Schema(description = "Its condition", examples = "good") Grade grade,
            @Schema(description = "For one, in the currency of the list", examples = "500.00") String price) {}
}
