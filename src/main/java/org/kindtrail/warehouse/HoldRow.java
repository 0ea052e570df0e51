package org.kindtrail.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold as it stands in a list. */
@Schema(description = "A hold in a list")
public record HoldRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "HD-0000-0000") String code,
        @Schema(description = "quarantine, check or other") HoldKind kind,
        @Schema(description = "The reason in words") String why,
        @Schema(description = "How many lines still hold something", examples = "1") long held,
        @Schema(description = "Since when") Instant madeAt,
        @Schema(description = "Who set them apart") String madeBy,
        @Schema(nullable = true, description = "When the last of it was released; null while something is held") Instant releasedAt) {}
