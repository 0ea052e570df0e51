package org.kindtrail.fund;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fund as both doors show it. */
@Schema(description = "A fund: money held for a purpose")
public record FundView(
        @Schema(description = "Its code", examples = "FN-0000-0000") String code,
        @Schema(description = "Its name") String name,
        @Schema(description = "What its money is for, told in public") String purpose,
        @Schema(nullable = true, description = "Code of the programme for which all its money is; null when it has none", examples = "PR-0000-0000")
                String programme,
        @Schema(nullable = true, description = "The name of that programme") String programmeName,
        @Schema(description = "Whether it takes and gives money") boolean open,
        @Schema(description = "What it holds: one amount for each currency, none when it is empty") List<AmountView> holds,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
