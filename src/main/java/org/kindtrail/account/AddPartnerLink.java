package org.kindtrail.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/**
 * Makes a link by which somebody of a recipient comes in without a password.
 *
 * @param days for how long; null: {@link #USUAL}
 */
@Schema(description = "Makes a link by which somebody of a recipient comes in without a password, to see that recipient alone")
public record AddPartnerLink(
        @Text(max = 120)
                @Schema(description = "What the house calls whoever has it", examples = "Telephone of the night shift")
                String displayName,
        @Min(value = 1, message = "error_partner_link_days") @Max(value = MOST, message = "error_partner_link_days")
                @Schema(description = "For how many days, 1 to 365; 90 when not said", examples = "90")
                Long days) {
    /** Days that a link lasts unless it is said. */
    public static final long USUAL = 90;

    /** Days that a link lasts at most. */
    public static final long MOST = 365;

    long lasts() {
        return days == null ? USUAL : days;
    }
}
