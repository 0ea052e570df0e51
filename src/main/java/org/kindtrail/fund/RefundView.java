package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refund as both doors show it. */
@Schema(description = "Goods of a purchase that went back, and the money that came back for them")
public record RefundView(
        @JsonIgnore @Schema(hidden = true) Long id,
        @Schema(description = "Its code", examples = "RF-0000-0000") String code,
        @Schema(description = "Code of the purchase") String purchase,
        @Schema(description = "Who sold it") String supplier,
        @Schema(description = "Which line of the purchase", examples = "1") int line,
        @Schema(description = "How many went back, in the item's unit", examples = "1") long quantity,
        @Schema(description = "Code of the fund that got the money") String fund,
        @Schema(description = "Its name") String fundName,
        @Schema(description = "What came back", examples = "12000.00") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(nullable = true, description = "Anything worth knowing about it; null when nothing") String remark,
        @Schema(description = "When it was") Instant occurredAt,
        @Schema(description = "When it was written down") Instant recordedAt,
        @Schema(description = "Who wrote it down") String recordedBy,
        @Schema(nullable = true, description = "When it was reversed; null while it stands") Instant reversedAt) {
    static RefundView of(Acts.Recorded<Refund> recorded) {
        Refund act = recorded.act();
        return new RefundView(
                act.getId(),
                act.getCode(),
                act.getPurchase().getCode(),
                act.getPurchase().getSupplier(),
                act.getLine(),
                act.getQuantity(),
                act.getFund().getCode(),
                act.getFund().getName(),
                act.getMoney().plain(),
                act.getMoney().currency(),
                act.getRemark(),
                act.getOccurredAt(),
                act.getRecordedAt(),
                recorded.by(),
                act.getReversedAt());
    }
}
