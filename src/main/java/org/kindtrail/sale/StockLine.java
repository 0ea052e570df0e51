package org.kindtrail.sale;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.Quantity;

/** Some of what lies somewhere: of an item the oldest first, or of one lot. */
@Schema(name = "SaleStockLine", description = "Some of what lies somewhere: of an item the oldest first, or of one lot")
public record StockLine(
        @Schema(description = "Code of the item; left out where a lot is given", examples = "jumpers-man") String item,
        @Schema(description = "Code of the lot, as on its label or tag; in place of the item") String lot,
        @Size(max = 20) @Schema(description = "Only this size; left out: any", examples = "L") String size,
        @Schema(description = "Only this condition; left out: any that is fit for use", examples = "good") Grade grade,
        @Quantity @Schema(description = "How much, in the item's unit; left out: all that is free", examples = "12")
                Long quantity) {}
