package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pay-out as both doors show it. */
@Schema(description = "Money that left a fund for what it was meant for")
public record PayOutView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "PY-0000-0000") String code,
        @Schema(description = "Code of the fund") String fund,
        @Schema(description = "Its name") String fundName,
        @Schema(description = "How much", examples = "5000.00") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(nullable = true, description = "Code of the recipient who was paid; null when somebody else was") String recipient,
        @Schema(nullable = true, description = "What the house calls that recipient; null when somebody else was paid") String recipientAlias,
        @Schema(nullable = true, description = "Who else was paid; null when a recipient was") String payee,
        @Schema(description = "What it was paid for") String forWhat,
        @Schema(nullable = true, description = "Code of the programme that it is charged to; null when to none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(nullable = true, description = "Number of its budget line; null when on none", examples = "1") Integer budgetLine,
        @Schema(nullable = true, description = "What that line is for") String budgetLineName,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
