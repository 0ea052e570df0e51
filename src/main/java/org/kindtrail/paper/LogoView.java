package org.kindtrail.paper;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The logo of one's organisation. */
@Schema(name = "Logo", description = "The logo at the head of what the organisation prints")
public record LogoView(
        @Schema(description = "Width in pixels, at most 600", examples = "600") int width,
        @Schema(description = "Height in pixels, at most 300", examples = "200") int height,
        @Schema(description = "Since when it is this one") Instant changedAt) {
    static LogoView of(OrganisationLogo logo) {
        return new LogoView(logo.getWidth(), logo.getHeight(), logo.getChangedAt());
    }
}
