package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exchange as both doors show it. */
@Schema(description = "Money of one currency that became money of another")
public record ExchangeView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "EX-0000-0000") String code,
        @Schema(description = "Code of the fund whose money was changed") String from,
        @Schema(description = "Its name") String fromName,
        @Schema(description = "Code of the fund that got the other currency") String to,
        @Schema(description = "Its name") String toName,
        @Schema(description = "How much was changed", examples = "100.00") String fromAmount,
        @Schema(description = "ISO 4217 code of its currency", examples = "USD") String fromCurrency,
        @Schema(description = "How much came of it", examples = "45025.00") String toAmount,
        @Schema(description = "ISO 4217 code of its currency", examples = "KZT") String toCurrency,
        @Schema(nullable = true, description = "The rate as it was typed; null when both amounts were typed without one") String rate,
        @Schema(description = "What was asked for it, in the first currency", examples = "1.50") String fee,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
