package org.kindtrail.stocktake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** What the second person says of a write-off. */
@Schema(description = "What the second person says of a write-off")
public record DecideWriteOff(
        @Text(max = 500, required = false) @Schema(description = "Why; needed to decline", examples = "It can be washed") String why) {}
