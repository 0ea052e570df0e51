package org.kindtrail.container;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was moved. */
@Schema(description = "What was moved")
public record CarriedView(
        @Schema(description = "Code of the act", examples = "M-0000-0000") String document,
        @Schema(description = "Code of where it stands now", examples = "P-0000-0000") String to,
        @Schema(description = "The same in words", examples = "School hall, Shelf A") String toName,
        @Schema(description = "How many containers were moved", examples = "1") long containers,
        @Schema(description = "How many lots were moved that lay loose", examples = "0") long lots,
        @Schema(description = "How many lots stayed because they are promised", examples = "0") long left) {}
