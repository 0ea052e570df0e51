package org.kindtrail.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A barcode, and the item that it stands on. */
@Schema(name = "Barcode", description = "A barcode, and the item that it stands on")
public record BarcodeView(
        @Schema(description = "As it is printed beneath the bars (GTIN)", examples = "4006381333931") String gtin,
        @Schema(description = "The item's code", examples = "practical-shoes-man") String item,
        @Schema(description = "The item, in the reader's language", examples = "Practical shoes, man") String itemName,
        @Schema(description = "The size that it stands on; null: all", examples = "42", nullable = true) String size) {}
