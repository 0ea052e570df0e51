package org.kindtrail.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Pays money of a fund to whom it was meant for. */
@Schema(description = "Pays money of a fund to a recipient, or to somebody else")
public record RecordPayOut(
        @NotNull @Schema(description = "Code of an open fund", examples = "FN-0000-0000") String fund,
        @NotNull @Schema(description = "How much", examples = "5000.00") String amount,
        @NotNull @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @Schema(description = "Code of the recipient who was paid", examples = "R-0000-0000") String recipient,
        @Text(max = 160, required = false)
                @Schema(
                        description = "Who else was paid, in place of a recipient: a shop, an office; no person's name and no account number",
                        examples = "Bus company")
                String payee,
        @Text(max = 300) @Schema(description = "What it was paid for", examples = "Heating for November") String forWhat,
        @SensibleDate(future = false) @Schema(description = "When it was paid; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark,
        @Size(max = 20)
                @Schema(
                        description = "Code of the open programme that it is charged to; left out: that of the fund, if it has one",
                        examples = "PR-0000-0000")
                String programme,
        @Min(1) @Max(1_000_000) @Schema(description = "Number of a budget line of that programme; left out: none", examples = "1")
                Long budgetLine) {
    @JsonCreator
    public RecordPayOut {}

    /** Charged to the programme of the fund, if it has one. */
    public RecordPayOut(
            String fund,
            String amount,
            String currency,
            String recipient,
            String payee,
            String forWhat,
            Instant occurredAt,
            String remark) {
        this(fund, amount, currency, recipient, payee, forWhat, occurredAt, remark, null, null);
    }
}
