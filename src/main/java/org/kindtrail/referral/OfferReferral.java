package org.kindtrail.referral;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Offers what is missing of a need to another organisation. */
@Schema(description = "Offers what is missing of a need to another organisation of the installation")
public record OfferReferral(
        @NotNull @Schema(description = "Code of the need", examples = "N-0000-0000") String need,
        @NotNull @Schema(description = "Code of the organisation (H-...), as it told you", examples = "H-0000-0000") String to,
        @Text(max = 1000, required = false)
                @Schema(
                        description = "What else the other should know; no name and no address",
                        examples = "They arrive on Friday and have nothing warm")
                String note) {}
