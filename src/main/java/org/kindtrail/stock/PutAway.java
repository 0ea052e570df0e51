package org.kindtrail.stock;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.Text;

/** Puts goods from one place of the house to another. */
@Schema(description = "Puts goods from one place of the house to another")
public record PutAway(
        @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
        @NotNull @Schema(description = "Code of the site or shelf where it lies", examples = "P-0000-0000") String from,
        @NotNull @Schema(description = "Code of the open site or shelf where it is put", examples = "P-0000-0000")
                String to,
        @NotNull @Quantity @Schema(description = "How much, in the item's unit", examples = "12") Long quantity) {}
