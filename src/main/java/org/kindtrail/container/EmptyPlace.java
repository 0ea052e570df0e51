package org.kindtrail.container;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Moves all that is at a site or shelf to another place: its containers, and what lies loose. */
@Schema(description = "Moves all that is at a site or shelf to another place: its containers, and what lies loose")
public record EmptyPlace(
        @NotNull @Schema(description = "Where it goes: code of an open site or shelf, or of a container", examples = "P-0000-0000") String to) {}
