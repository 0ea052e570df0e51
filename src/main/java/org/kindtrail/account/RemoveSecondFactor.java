package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes the second factor of somebody of the organisation away. */
@Schema(description = "Takes somebody's second factor away; their sessions end, and they set up another")
public record RemoveSecondFactor(
        @Text(max = 300) @Schema(description = "Why", examples = "Lost the telephone; came in person") String reason) {}
