package org.kindtrail.container;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Breaks the seal of a container. */
@Schema(description = "Breaks the seal of a container")
public record UnsealContainer(
        @Text(max = 500) @Schema(description = "Why; kept with it", examples = "Opened by customs") String why) {}
