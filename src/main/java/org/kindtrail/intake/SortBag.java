package org.kindtrail.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sorts a bag in one go: everything that was in it. */
@Schema(description = "Sorts a bag in one go: everything that was in it")
public record SortBag(
        @NotNull @Schema(description = "Code of the bag", examples = "B-0000-0000") String bag,
        @Schema(description = "Code of the site or shelf where what is fit is put; left out: where the bag lies")
                String place,
        @NotNull @Size(min = 1, max = 200) @Schema(description = "What was in it, unfit things too")
                List<@NotNull @Valid SortedLine> lines) {}
