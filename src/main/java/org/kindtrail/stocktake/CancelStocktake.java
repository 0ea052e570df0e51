package org.kindtrail.stocktake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Ends a stocktake without posting anything. */
@Schema(description = "Ends a stocktake without posting anything; what was counted stays readable")
public record CancelStocktake(
        @Text(max = 500) @Schema(description = "Why", examples = "Counted the wrong shelf") String why) {}
