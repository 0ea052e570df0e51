package org.kindtrail.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sets for how many days a promise holds goods back. */
@Schema(description = "Sets for how many days a promise holds goods back; what is promised already keeps its day")
public record SetPromiseTerm(
        @Schema(description = "The version that the change was made on") int version,
        @Min(value = 1, message = "error_need_term")
                @Max(value = 365, message = "error_need_term")
                @Schema(description = "1 to 365 days; absent: until somebody takes it back", examples = "14")
                Integer days) {}
