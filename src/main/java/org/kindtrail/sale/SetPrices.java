package org.kindtrail.sale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Grade;

/** The price list of a sale, whole: what is not in it has no price. */
@Schema(description = "The price list of a sale, whole: what is not in it has no price")
public record SetPrices(
        @NotNull @Size(max = 1000) @Schema(description = "Each item and grade once") List<@NotNull @Valid Price> prices) {

    /** What one of an item costs. */
    @Schema(name = "SetPrice", description = "What one of an item costs")
    public record Price(
            @NotNull @Schema(description = "Code of the item", examples = "jumpers-man") String item,
            @Schema(description = "new, good (when left out) or worn", examples = "good") Grade grade,
            @NotNull @Schema(description = "For one, in the currency of the sale", examples = "500.00") String price) {}
}
