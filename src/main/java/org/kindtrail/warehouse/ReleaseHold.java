package org.kindtrail.warehouse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.Text;

/** Releases goods that were set apart: all of them, or some lines. */
@Schema(description = "Releases goods that were set apart: all of them, or some lines")
public record ReleaseHold(
        @Text(max = 500) @Schema(description = "What came of it", examples = "Dry, no mould") String outcome,
        @Size(min = 1, max = 200) @Schema(description = "What is released; left out: everything") List<@NotNull @Valid Line> lines) {
    /** Some of a line. */
    @Schema(name = "ReleaseLine", description = "Some of a line of the hold")
    public record Line(
            @NotNull @Schema(description = "Number of the line in the hold, from 1", examples = "1") Long line,
            @Quantity @Schema(description = "How much; left out: all of it that is held", examples = "2") Long quantity) {}
}
