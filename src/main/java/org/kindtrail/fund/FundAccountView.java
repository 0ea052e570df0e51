package org.kindtrail.fund;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What earned a fund its money, and what it paid. */
@Schema(description = "What earned a fund its money, and what it paid, from the ledger; what came less what went is what it holds")
public record FundAccountView(
        @Schema(description = "The fund and what it holds") FundView fund,
        @Schema(description = "What came in") List<FlowView> earned,
        @Schema(description = "What went out") List<FlowView> paid) {}
