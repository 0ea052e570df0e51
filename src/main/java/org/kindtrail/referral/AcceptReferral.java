package org.kindtrail.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Takes on a need that another organisation offers, for a recipient of one's own or for one that is made. */
@Schema(description = "Takes on a need that another organisation offers: for a recipient of one's own, or for one that is made")
public record AcceptReferral(
        @Schema(description = "Code of a recipient of one's own; absent when one is to be made", examples = "R-0000-0000")
                String recipient,
        @Text(max = 120, required = false)
                @Schema(description = "What one's house calls the recipient that is made; absent when one's own is named")
                String alias) {}
