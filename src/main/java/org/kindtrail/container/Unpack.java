package org.kindtrail.container;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;

/** Takes goods out of a container. */
@Schema(description = "Takes goods out of a container")
public record Unpack(
        @Size(max = 500) @Schema(nullable = true, description = "What, unless everything") List<@NotNull @Valid Line> lines,
        @Schema(nullable = true, description = "true: everything that is free in it, in place of lines") Boolean all,
        @Schema(nullable = true, description = "Code of where it is put; left out: where the container stands", examples = "P-0000-0000")
                String to) {

    /** Some of a lot. */
    @Schema(name = "UnpackLine", description = "Some of a lot")
    public record Line(
            @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Quantity @Schema(nullable = true, description = "How much, in the item's unit; all that is free when left out", examples = "12")
                    Long quantity) {}
}
