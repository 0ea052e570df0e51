package org.kindtrail.fund;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Puts money of one fund into another. */
@Schema(description = "Puts money of one fund into another")
public record RecordTransfer(
        @NotNull @Schema(description = "Code of the open fund that gives", examples = "FN-0000-0000") String from,
        @NotNull @Schema(description = "Code of the open fund that takes", examples = "FN-0000-0000") String to,
        @NotNull @Schema(description = "How much", examples = "5000.00") String amount,
        @NotNull @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @SensibleDate(future = false) @Schema(description = "When it was; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark) {}
