package org.kindtrail.stocktake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Above which worth a second person looks at a write-off; whole: a currency that is not in it has no limit. */
@Schema(description = "Above which worth a second person looks at a write-off; whole: a currency that is not in it has no limit")
public record SetLimits(
        @NotNull @Size(max = 20) @Schema(description = "Each currency once; none: nobody looks at any") List<@NotNull @Valid Limit> limits) {

    /** The most that one person writes off alone, in one currency. */
    @Schema(name = "WriteOffLimit", description = "The most that one person writes off alone, in one currency")
    public record Limit(
            @NotNull @Schema(description = "The currency", examples = "KZT") String currency,
            @NotNull @Schema(description = "The amount", examples = "20000.00") String amount) {}
}
