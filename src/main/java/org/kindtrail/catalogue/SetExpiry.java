package org.kindtrail.catalogue;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says whether lots of an item may bear a last day of use, from now on. */
@Schema(description = "Says whether lots of an item may bear a last day of use, from now on")
public record SetExpiry(
        @NotNull @Schema(description = "true: they may; false: they may not, and what stands on lots stays", examples = "true")
                Boolean expires) {}
