package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gift of money in a list. */
@Schema(description = "A gift of money in a list")
public record GiftRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Code of the donation", examples = "D-0000-0000") String code,
        @Schema(description = "Code of the drive that it was given for") String drive,
        @Schema(description = "Title of that drive") String driveTitle,
        @Schema(nullable = true, description = "Code of the donor; null when unknown") String donor,
        @Schema(nullable = true, description = "How the house knows the donor; null when unknown") String donorName,
        @Schema(description = "How much", examples = "5000.00") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(description = "When it came in") Instant receivedAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
