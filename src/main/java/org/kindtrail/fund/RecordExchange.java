package org.kindtrail.fund;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Changes money of one currency into another. */
@Schema(description = "Changes money of a fund into another currency; a rate, the second amount, or both are needed")
public record RecordExchange(
        @NotNull @Schema(description = "Code of the open fund whose money is changed", examples = "FN-0000-0000") String from,
        @Schema(description = "Code of the open fund that gets the other currency; left out: the same", examples = "FN-0000-0000")
                String to,
        @NotNull @Schema(description = "How much was changed, without the fee", examples = "100.00") String fromAmount,
        @NotNull @Schema(description = "ISO 4217 code of its currency", examples = "USD") String fromCurrency,
        @Schema(description = "How much came of it; left out: what the rate makes of it", examples = "45025.00") String toAmount,
        @NotNull @Schema(description = "ISO 4217 code of its currency", examples = "KZT") String toCurrency,
        @Schema(
                        description = "How much of the second currency one unit of the first is; the amounts agree with it within one "
                                + "minor unit. Left out: the amounts say it",
                        examples = "450.25")
                String rate,
        @Schema(description = "What was asked for it, on top and in the first currency; left out: nothing", examples = "1.50")
                String fee,
        @SensibleDate(future = false) @Schema(description = "When it was; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark) {}
