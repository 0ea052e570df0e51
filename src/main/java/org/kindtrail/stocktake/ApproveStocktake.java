package org.kindtrail.stocktake;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Posts the differences of a stocktake; by somebody who counted nothing of it. */
@Schema(description = "Posts the differences of a stocktake; by somebody who counted nothing of it")
public record ApproveStocktake(
        @NotNull @Schema(description = "The version of the stocktake that was looked at", examples = "4") Integer version,
        @Schema(description = "What is to become of what nobody counted; needed when there is such a thing", examples = "left_out")
                Uncounted uncounted,
        @Text(max = 500, required = false) @Schema(description = "What explains the differences") String why) {}
