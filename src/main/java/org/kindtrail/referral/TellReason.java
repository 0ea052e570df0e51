package org.kindtrail.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Says why: both organisations read it. */
@Schema(name = "TellReferralReason", description = "Says why; both organisations read it")
public record TellReason(
        @Text(max = 240) @Schema(description = "The reason; no name and no address", examples = "We have nothing in these sizes")
                String reason) {}
