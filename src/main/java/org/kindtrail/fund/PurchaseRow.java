package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purchase in a list. */
@Schema(description = "A purchase in a list")
public record PurchaseRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "PC-0000-0000") String code,
        @Schema(description = "Who sold it") String supplier,
        @Schema(nullable = true, description = "What stands on the receipt; null when nothing") String receiptNumber,
        @Schema(description = "What it cost", examples = "48000.00") String total,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(nullable = true, description = "Code of the programme that it is charged to; null when to none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
