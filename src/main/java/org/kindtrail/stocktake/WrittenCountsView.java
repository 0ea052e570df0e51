package org.kindtrail.stocktake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a count sheet that was typed in. */
@Schema(description = "What became of a count sheet that was typed in")
public record WrittenCountsView(
        @Schema(description = "How many lines were taken down now", examples = "11") int taken,
        @Schema(description = "How many were taken down with the same number before; nothing was changed", examples = "1") int before,
        @Schema(description = "What was taken down now") List<CountView> counts) {}
