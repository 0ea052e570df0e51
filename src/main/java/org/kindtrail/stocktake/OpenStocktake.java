package org.kindtrail.stocktake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Begins a stocktake of a place, of an item, or of an item at a place. */
@Schema(description = "Begins a stocktake of a place, of an item, or of an item at a place")
public record OpenStocktake(
        @Schema(description = "Code of a site, shelf or container; all that stands in it is counted with it. Left out: everywhere",
                        examples = "P-0000-0000")
                String place,
        @Schema(description = "Code of an item, when only that is counted; left out: whatever is there", examples = "jumpers-man")
                String item,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing for those who count") String remark) {}
