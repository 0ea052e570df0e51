package org.kindtrail.sale;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Says what was counted in the cash box of a sale. */
@Schema(description = "Says what was counted in the cash box of a sale")
public record CountTakings(
        @NotNull @Schema(description = "Code of the drive", examples = "V-0000-0000") String drive,
        @NotNull @Schema(description = "What was counted, in the currency of the sale", examples = "12500.00") String counted,
        @Text(max = 500, required = false)
                @Schema(description = "Why it is not what was sold since the count before; needed when it differs")
                String why) {}
