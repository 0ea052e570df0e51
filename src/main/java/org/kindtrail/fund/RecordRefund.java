package org.kindtrail.fund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Quantity;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records that goods of a purchase went back, and what came back for them. */
@Schema(description = "Records that goods of a line of a purchase went back to the supplier, and what came back for them")
public record RecordRefund(
        @NotNull @Schema(description = "Code of the purchase", examples = "PC-0000-0000") String purchase,
        @NotNull @Min(1) @Max(50) @Schema(description = "Which line of it, from 1", examples = "1") Long line,
        @NotNull @Quantity @Schema(description = "How many went back, in the item's unit", examples = "1") Long quantity,
        @NotNull @Schema(description = "What came back, in the purchase's currency", examples = "12000.00") String amount,
        @Schema(description = "Code of the fund that gets it, one that paid; left out: the first of them", examples = "FN-0000-0000")
                String fund,
        @Schema(description = "Code of the site or shelf that the goods left; left out: wherever they lie", examples = "P-0000-0000")
                String place,
        @SensibleDate(future = false) @Schema(description = "When it was; left out: now") Instant occurredAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark) {}
