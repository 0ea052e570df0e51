package org.kindtrail.sale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Money;

/** A receipt in a list. */
@Schema(description = "A receipt in a list")
public record SaleRow(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "SA-0000-0000") String code,
        @Schema(description = "Code of the drive") String drive,
        @Schema(description = "Its title") String driveTitle,
        @Schema(description = "pieces or table", examples = "pieces") SaleKind kind,
        @Schema(description = "Currency (ISO 4217)", examples = "KZT") String currency,
        @Schema(description = "What was asked for all of it", examples = "1500.00") String total,
        @Schema(description = "How many things, in their units", examples = "3") long pieces,
        @Schema(nullable = true, description = "Code of the count that it is in; null: not counted yet") String takings,
        @Schema(description = "When it was sold") Instant occurredAt,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {
    SaleRow(
            Long id,
            String code,
            String drive,
            String driveTitle,
            SaleKind kind,
            String currency,
            long total,
            long pieces,
            String takings,
            Instant occurredAt,
            Instant reversedAt) {
        this(
                id,
                code,
                drive,
                driveTitle,
                kind,
                currency,
                new Money(total, currency).plain(),
                pieces,
                takings,
                occurredAt,
                reversedAt);
    }
}
