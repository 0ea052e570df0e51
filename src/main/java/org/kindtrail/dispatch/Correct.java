package org.kindtrail.dispatch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Why something that was recorded is taken back. */
@Schema(name = "CorrectDispatch", description = "Why something that was recorded is taken back")
public record Correct(
        @Text(max = 500) @Schema(description = "The reason, kept with the correction", examples = "Road closed by snow") String why) {}
