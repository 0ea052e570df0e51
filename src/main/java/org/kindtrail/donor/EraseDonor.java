package org.kindtrail.donor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Erases a donor. */
@Schema(description = "Erases a donor")
public record EraseDonor(
        @Text(max = 300) @Schema(description = "Why; it stays in the history, so it names nobody", examples = "They asked us to")
                String why) {}
