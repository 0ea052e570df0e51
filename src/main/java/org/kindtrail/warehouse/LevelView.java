package org.kindtrail.warehouse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A minimum level, and what there is. */
@Schema(name = "MinimumLevel", description = "How much of an item there should always be at a site, and how much there is")
public record LevelView(
        @Schema(description = "Code of the site", examples = "P-0000-0000") String site,
        @Schema(description = "Name of the site", examples = "School hall") String siteName,
        @Schema(description = "Code of the item", examples = "soap") String item,
        @Schema(description = "Name of the item, in the reader's language", examples = "Soap") String itemName,
        @Schema(nullable = true, description = "Size; null: all sizes together", examples = "L") String size,
        @Schema(description = "How much there should be at least, in the item's unit", examples = "50") long level,
        @Schema(description = "How much is there and of use, its shelves and containers included", examples = "12") long onHand,
        @Schema(description = "How much of that is neither promised nor on hold", examples = "10") long available,
        @Schema(description = "How much is missing; 0 when nothing", examples = "38") long missing,
        @Schema(description = "What the item is counted in, in words", examples = "pieces") String unit) {
    public boolean low() {
        return missing > 0;
    }
}
