package org.kindtrail.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/**
 * Says that a barcode stands on an item, in one of its sizes.
 *
 * @param gtin 8, 12, 13 or 14 digits, the last of them a check digit; spaces and dashes do no harm
 * @param size null where the item has none, or the barcode stands on all
 */
@Schema(description = "Says that a barcode stands on an item, in one of its sizes")
public record AddBarcode(
        @Text(max = 40) @Schema(description = "The number of the barcode (GTIN): 8, 12, 13 or 14 digits", examples = "4006381333931", required = true)
                String gtin,
        @Text(max = 19, required = false) @Schema(description = "The size that it stands on; left out, all", examples = "L", nullable = true)
                String size) {}
