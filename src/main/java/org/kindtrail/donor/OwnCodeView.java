package org.kindtrail.donor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code by which a donor sees what is held about them. */
@Schema(name = "OwnCode", description = "A code for a donor; the one before opens nothing any more")
public record OwnCodeView(
        @Schema(description = "The donor's code", examples = "G-0000-0000") String donor,
        @JsonIgnore @Schema(hidden = true) String donorName,
        @Schema(description = "How many codes the donor has had, this one included") int turn,
        @Schema(nullable = true, description = "The donor's key, to be typed at /mine; shown in this answer only") String ownCode) {}
