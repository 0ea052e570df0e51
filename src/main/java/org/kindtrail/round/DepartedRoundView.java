package org.kindtrail.round;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round that has left, and what became of each of its dispatches. */
@Schema(description = "A round that has left")
public record DepartedRoundView(
        @Schema(description = "The round as it is now") RoundView round,
        @Schema(
                        description = "Codes of the dispatches that left with it; a key for a receiver is made by /dispatches/{code}/confirmation-key")
                List<String> departed,
        @Schema(description = "Codes of those that were cancelled meanwhile and did not leave") List<String> cancelled,
        @Schema(description = "Codes of those that had left before by themselves") List<String> leftBefore) {}
