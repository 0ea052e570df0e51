package org.kindtrail.container;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;

/** Puts goods into a container, or takes them out of it: all of it or nothing. */
@Schema(name = "Pack", description = "Puts goods into a container: everything that lies at a place, or so much of each lot")
public record Pack(
        @Size(max = 500) @Schema(nullable = true, description = "What, unless everything") List<@NotNull @Valid Line> lines,
        @Schema(nullable = true, description = "Code of the place of which everything that is free is put in, in place of lines", examples = "P-0000-0000")
                String everythingAt) {

    /** Some of a lot. */
    @Schema(name = "PackLine", description = "Some of a lot")
    public record Line(
            @NotNull @Schema(description = "Code of the lot", examples = "B-0000-0000") String lot,
            @Schema(nullable = true, description = "Code of the place where it lies; left out: where it lies, if that is one place only, or one at the container's site", examples = "P-0000-0000")
                    String from,
            @Quantity @Schema(nullable = true, description = "How much, in the item's unit; all that is free when left out", examples = "12")
                    Long quantity) {}
}
