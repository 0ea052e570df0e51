package org.kindtrail.warehouse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.Text;

/** Sets goods apart: some of a lot, of an item, or everything that is free at a place. */
@Schema(
        description = "Sets goods apart: some of a lot, some of an item (what is of use for the shortest time first), or "
                + "everything that is free at a place or in a container")
public record HoldGoods(
        @NotNull @Schema(description = "Why: quarantine, check or other", examples = "check") HoldKind kind,
        @Text(max = 500) @Schema(description = "The reason in words", examples = "Damp: look for mould") String why,
        @Schema(description = "Code of a lot; left out where an item, or everything at the place, is meant", examples = "B-0000-0000")
                String lot,
        @Schema(description = "Code of an item; left out where a lot, or everything at the place, is meant") String item,
        @Size(max = 20) @Schema(description = "Only this size of the item; left out: any") String size,
        @Schema(
                        description = "Code of the site, shelf or container, with all that stands in it; left out: wherever in the house, "
                                + "which needs a lot or an item",
                        examples = "P-0000-0000")
                String place,
        @Quantity @Schema(description = "How much, in the item's unit; left out: all that is free", examples = "4") Long quantity) {}
