package org.kindtrail.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it stands with one's own second factor. */
@Schema(name = "SecondFactor", description = "How it stands with one's own second factor; it is set up on a page")
public record SecondFactorView(
        @Schema(description = "Whether a code is asked for at the sign-in") boolean active,
        @Schema(nullable = true, description = "Since when; null while it is not active") Instant since,
        @Schema(description = "Whether one of the person's roles needs it") boolean required,
        @Schema(description = "How many recovery codes are left", examples = "10") long recoveryCodesLeft) {}
