package org.kindtrail.fund;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;
import org.kindtrail.kernel.Text;

/** Records a gift of money. */
@Schema(description = "Records a gift of money to a fund: a donation like any other")
public record RecordGift(
        @NotNull @Schema(description = "Code of an open drive that it was given for", examples = "V-0000-0000") String drive,
        @Schema(description = "Code of a donor; left out, with newDonor too, when the giver stays unknown") String donor,
        @Text(max = 120, required = false)
                @Schema(description = "Name of a donor who is added with it", examples = "Anna from the choir")
                String newDonor,
        @NotNull @Schema(description = "How much, with a point before the minor units", examples = "5000.00") String amount,
        @NotNull @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency,
        @SensibleDate(future = false) @Schema(description = "When it came in; left out: now") Instant receivedAt,
        @Text(max = 500, required = false) @Schema(description = "Anything worth knowing about it") String remark) {}
