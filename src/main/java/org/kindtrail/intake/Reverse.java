package org.kindtrail.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes a document back; it and its reversal stay readable. */
@Schema(name = "ReverseIntake", description = "Takes a document back; it and its reversal stay readable")
public record Reverse(
        @Text(max = 500) @Schema(description = "Why", examples = "Recorded twice") String why) {}
