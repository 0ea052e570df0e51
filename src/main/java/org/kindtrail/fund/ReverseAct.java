package org.kindtrail.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes a document about money back; it and its reversal stay readable. */
@Schema(description = "Takes a document about money back; it and its reversal stay readable")
public record ReverseAct(
        @Text(max = 500) @Schema(description = "Why", examples = "Recorded twice") String why) {}
