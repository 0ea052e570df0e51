package org.kindtrail.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Takes kits apart that were packed here. */
@Schema(description = "Takes kits apart that were packed here: what went in comes out again, each part with its origin")
public record OpenKits(
        @NotNull @Schema(description = "Code of the lot of kits", examples = "B-0000-0000") String lot,
        @Schema(description = "Code of the site or shelf where they lie; may be left out when they lie at one only")
                String place,
        @NotNull @Quantity @Schema(description = "How many kits", examples = "2") Long quantity,
        @Schema(description = "Code of the site or shelf where the parts are put; left out: where the kits lie") String to,
        @Size(max = 50) @Schema(description = "What of it is damaged: it is let go") List<@NotNull @Valid Damaged> damaged,
        @Text(max = 500, required = false) @Schema(description = "Whatever is worth knowing") String remark,
        @SensibleDate(future = false) @Schema(description = "When it was done; left out: now") Instant occurredAt) {

    /** So much of an item is damaged. */
    @Schema(description = "So much of an item is damaged")
    public record Damaged(
            @NotNull @Schema(description = "Code of the item", examples = "soap") String item,
            @NotNull @Quantity @Schema(description = "In the item's unit", examples = "1") Long quantity) {}
}
