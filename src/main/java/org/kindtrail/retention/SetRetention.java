package org.kindtrail.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says how long sealed details are kept. */
@Schema(description = "How long sealed details are kept after a recipient was last served")
public record SetRetention(
        @Schema(description = "The version that the change was made on") int version,
        @NotNull
                @Min(1)
                @Max(120)
                @Schema(description = "Months after which they are proposed for erasure", minimum = "1", maximum = "120", examples = "12")
                Integer months,
        @Schema(description = "Whether the calendar erases what is due, without a press") boolean byItself) {}
