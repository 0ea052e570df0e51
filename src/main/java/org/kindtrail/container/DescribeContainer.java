package org.kindtrail.container;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Tells anew what a container is called, weighs and measures. */
@Schema(description = "Tells anew what a container is called, weighs and measures")
public record DescribeContainer(
        @Schema(description = "The version that the change was made on") int version,
        @Text(max = 100, required = false) @Schema(nullable = true, description = "What it is called, if anything", examples = "Winter 1")
                String name,
        @Valid @Schema(nullable = true) Measures measures) {}
