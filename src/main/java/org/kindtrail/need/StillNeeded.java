package org.kindtrail.need;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;

/** Says that an open need is still asked for. */
@Schema(description = "Says that an open need is still asked for")
public record StillNeeded(
        @SensibleDate @Schema(description = "Its new last day, today or later; absent: until somebody ends it", examples = "2026-12-31")
                LocalDate expiresOn) {}
