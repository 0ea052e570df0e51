package org.kindtrail.picture;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;

/** Records a consent; it takes the place of the one before. */
@Schema(description = "Records a consent; it takes the place of the one before")
public record RecordConsent(
        @NotNull @Schema(description = "To whom it may be shown", examples = "donors") Audience audience,
        @NotNull @Schema(description = "Who consented, without a name", examples = "place_keeper") ConsentBy by,
        @Schema(description = "How; needed unless nobody is shown", examples = "written") ConsentHow how,
        @NotNull @SensibleDate(future = false) @Schema(description = "On which day", examples = "2026-11-20") LocalDate on) {}
