package org.kindtrail.container;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Seals a container: nothing is put in or taken out until it is opened. */
@Schema(description = "Seals a container: nothing is put in or taken out until it is opened")
public record SealContainer(
        @Text(max = 40, required = false) @Schema(nullable = true, description = "Number of the seal, if it has one", examples = "HK 004512")
                String number) {}
