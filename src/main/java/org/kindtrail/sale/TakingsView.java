package org.kindtrail.sale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Money;

/** Counted takings as both doors show them. */
@Schema(description = "Takings that were counted")
public record TakingsView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Their code", examples = "TK-0000-0000") String code,
        @Schema(description = "Code of the drive") String drive,
        @Schema(description = "Its title") String driveTitle,
        @Schema(description = "Currency (ISO 4217)", examples = "KZT") String currency,
        @Schema(description = "What the receipts since the count before add up to", examples = "12600.00") String expected,
        @Schema(description = "What was counted", examples = "12500.00") String counted,
        @Schema(description = "Counted less expected", examples = "-100.00") String difference,
        @Schema(description = "How many receipts were counted", examples = "40") long receipts,
        @Schema(nullable = true, description = "Why they differ; null where they do not") String why,
        @Schema(description = "When they were counted") Instant occurredAt,
        @Schema(description = "When that was written down") Instant recordedAt,
        @Schema(nullable = true, description = "Who counted") String recordedBy,
        @Schema(nullable = true, description = "When the count was reversed; null while it stands") Instant reversedAt) {
    TakingsView(
            Long id,
            String code,
            String drive,
            String driveTitle,
            String currency,
            long expected,
            long counted,
            long receipts,
            String why,
            Instant occurredAt,
            Instant recordedAt,
            String recordedBy,
            Instant reversedAt) {
        this(
                id,
                code,
                drive,
                driveTitle,
                currency,
                new Money(expected, currency).plain(),
                new Money(counted, currency).plain(),
                new Money(counted - expected, currency).plain(),
                receipts,
                why,
                occurredAt,
                recordedAt,
                recordedBy,
                reversedAt);
    }
}
