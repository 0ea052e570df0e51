package org.kindtrail.workshop;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Packs kits out of what is free at a site. */
@Schema(description = "Packs kits out of what is free at a site, its shelves included, the oldest first")
public record PackKits(
        @NotNull @Schema(description = "Code of the kit", examples = "KT-0000-0000") String kit,
        @NotNull @Schema(description = "Code of the site where they are packed, or of a shelf there", examples = "P-0000-0000")
                String place,
        @Schema(description = "Code of the site or shelf where the kits are put; left out: the place") String to,
        @NotNull @Quantity @Schema(description = "How many kits", examples = "10") Long quantity,
        @Text(max = 500, required = false) @Schema(description = "Whatever is worth knowing") String remark,
        @SensibleDate(future = false) @Schema(description = "When it was done; left out: now") Instant occurredAt,
        @Size(max = 20)
                @Schema(
                        description = "Code of the open programme that they are for: its goods may be among the parts, and the kits are "
                                + "kept for it; left out: none",
                        examples = "PR-0000-0000")
                String programme) {
    @JsonCreator
    public PackKits {}

    /** For no programme. */
    public PackKits(String kit, String place, String to, Long quantity, String remark, Instant occurredAt) {
        this(kit, place, to, quantity, remark, occurredAt, null);
    }
}
