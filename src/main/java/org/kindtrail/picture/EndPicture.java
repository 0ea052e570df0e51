package org.kindtrail.picture;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Why a consent is withdrawn or a picture removed. */
@Schema(description = "Why it ends, if anybody wants to say")
public record EndPicture(
        @Text(max = 500, required = false)
                @Schema(description = "The reason, without names", examples = "They thought again.")
                String why) {}
