package org.kindtrail.fund;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fund as both doors show it. */
@Schema(description = "A fund: money held for a purpose")
public record FundView(
        @Schema(description = "Its code", examples = "FN-0000-0000") String code,
        @Schema(description = "Its name") String name,
        @Schema(description = "What its money is for, told in public") String purpose,
        @Schema(description = "Whether it takes and gives money") boolean open,
        @Schema(description = "What it holds: one amount for each currency, none when it is empty") List<AmountView> holds,
        @Schema(description = "Raised by every change; a change sends the one that it was made on") int version) {}
