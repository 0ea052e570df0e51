package org.kindtrail.workshop;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes a work back; it and its reversal stay readable. */
@Schema(description = "Takes a work back, all of it; it and its reversal stay readable")
public record ReverseWork(@Text(max = 500) @Schema(description = "Why", examples = "Counted wrong") String why) {}
