package org.kindtrail.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.Text;

/** Makes a token for a program. */
@Schema(description = "Makes a personal access token for a program")
public record CreateToken(
        @Text(max = 120) @Schema(description = "What it is for", examples = "Till at the shop") String label,
        @Min(1)
                @Max(LONGEST_DAYS)
                @Schema(
                        nullable = true,
                        description = "For how many days, 1 to 365; 365 when nothing is said. A token that is made by a token"
                                + " ends no later than that one",
                        examples = "90")
                Long days) {
    static final long LONGEST_DAYS = 365;

    Duration lasts() {
        return Duration.ofDays(days == null ? LONGEST_DAYS : days);
    }
}
