package org.kindtrail.container;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was put in or taken out. */
@Schema(description = "What was put into a container, or taken out of it")
public record PackedView(
        @Schema(description = "Code of the act, by which it is taken back", examples = "M-0000-0000") String document,
        @Schema(description = "Code of the container", examples = "C-0000-0000") String container,
        @Schema(description = "How many lots", examples = "3") long lots,
        @Schema(description = "How much of them together, each in its item's unit", examples = "36") long quantity) {}
