package org.kindtrail.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes the second factor of a coordinator or administrator of any organisation away. */
@Schema(description = "Takes the second factor of a coordinator or administrator of any organisation away; their sessions end")
public record RemoveCoordinatorsFactor(
        @Text(max = 60) @Schema(description = "The name that they sign in by", examples = "aigul") String name,
        @Text(max = 300) @Schema(description = "Why", examples = "Lost the telephone; came in person") String reason) {}
