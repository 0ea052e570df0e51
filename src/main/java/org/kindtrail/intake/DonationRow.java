package org.kindtrail.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A donation in a list. */
@Schema(description = "A donation in a list")
public record DonationRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "D-0000-0000") String code,
        @Schema(description = "Code of the drive that it came in for") String drive,
        @Schema(description = "Title of that drive") String driveTitle,
        @Schema(nullable = true, description = "Code of the donor; null when unknown") String donor,
        @Schema(nullable = true, description = "How the house knows the donor; null when unknown") String donorName,
        @Schema(description = "When it came in") Instant receivedAt,
        @Schema(description = "How many bags or lines came in") Long lots,
        @Schema(description = "How many of its bags wait to be sorted") Long unsorted,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
