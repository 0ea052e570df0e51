package org.kindtrail.warehouse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;

/** Says how much of an item there should always be at a site, from now on. */
@Schema(description = "Says how much of an item there should always be at a site, from now on")
public record SetMinimumLevel(
        @NotNull @Schema(description = "Code of the open site", examples = "P-0000-0000") String site,
        @NotNull @Schema(description = "Code of the item", examples = "soap") String item,
        @Size(max = 20) @Schema(description = "One of its sizes; left out: all sizes together", examples = "L") String size,
        @Quantity @Schema(nullable = true, description = "How much, in the item's unit; null: from now on no level", examples = "50")
                Long quantity) {}
