package org.kindtrail.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.stock.Reason;

/** What came into a fund, or left it, for one reason and in one currency. */
@Schema(description = "What came into a fund, or left it, for one reason and in one currency; what was taken back is left out")
public record FlowView(
        @Schema(description = "Why money moved") Reason reason,
        @Schema(nullable = true, description = "Of sales: where they were; null elsewhere") String place,
        @Schema(description = "How much altogether", examples = "1250.00") String amount,
        @Schema(description = "ISO 4217 code of the currency", examples = "KZT") String currency) {}
