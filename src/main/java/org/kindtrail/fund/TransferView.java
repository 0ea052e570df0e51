package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A transfer as both doors show it. */
@Schema(description = "Money that went from one fund to another")
public record TransferView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "TR-0000-0000") String code,
        @Schema(description = "Code of the fund that gave") String from,
        @Schema(description = "Its name") String fromName,
        @Schema(description = "Code of the fund that took") String to,
        @Schema(description = "Its name") String toName,
        @Schema(description = "How much", examples = "5000.00") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {}
