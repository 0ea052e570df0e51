package org.kindtrail.picture;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent as it was recorded. */
@Schema(name = "PictureConsent", description = "A consent as it was recorded")
public record ConsentView(
        @Schema(description = "To whom it may be shown") Audience audience,
        @Schema(description = "Who consented") ConsentBy by,
        @Schema(nullable = true, description = "How; null when nobody is shown") ConsentHow how,
        @Schema(description = "On which day") LocalDate on,
        @Schema(description = "Who recorded it") String recordedBy,
        @Schema(description = "When it was recorded") Instant recordedAt) {}
