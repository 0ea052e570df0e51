package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sorting in a list. */
@Schema(description = "A sorting in a list")
public record SortingRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "S-0000-0000") String code,
        @Schema(description = "Code of the bag") String bag,
        @Schema(nullable = true, description = "Code of the donation that the bag came with; null when it came from another organisation") String donation,
        @Schema(description = "open, closed or reversed") Sorting.State state,
        @Schema(description = "When it was begun") Instant openedAt,
        @Schema(nullable = true, description = "When it was closed; null while it is open") Instant closedAt,
        @Schema(description = "How many lines it has") Long lines) {}
