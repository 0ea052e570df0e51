package org.kindtrail.sale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** Some of a lot that moved. */
@Schema(name = "SaleGoods", description = "Some of a lot that moved")
public record GoodsView(
        @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of its item", examples = "jumpers-man") String item,
        @Schema(description = "Name of its item, in the reader's language", examples = "Jumpers, man") String itemName,
        @Schema(nullable = true, description = "Its size; null when not told apart", examples = "L") String size,
        @Schema(description = "Its condition", examples = "good") Grade grade,
        @Schema(description = "How much, in the item's unit", examples = "12") long quantity,
        @Schema(description = "Code of the place where it lay") String from,
        @Schema(description = "Name of that place") String fromName) {}
