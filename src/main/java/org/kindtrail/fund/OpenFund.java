package org.kindtrail.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Opens a fund, or tells it anew. */
@Schema(description = "Opens a fund, or tells it anew")
public record OpenFund(
        @Text(max = 160) @Schema(description = "Its name", examples = "Beds for the shelter") String name,
        @Text(max = 500)
                @Schema(
                        description = "What its money is for, told in public; name nobody who is to receive",
                        examples = "Chair-beds and bed linen for families who had to leave home")
                String purpose) {}
