package org.kindtrail.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sets the hand-over hours of a site, all of them. */
@Schema(description = "Sets the hand-over hours of a site, all of them; appointments that are booked stay")
public record SetHours(
        @Schema(description = "The version that the change was made on") int version,
        @NotNull @Size(max = 50) @Schema(description = "The hours; none: nothing is handed over here")
                List<@NotNull @Valid HoursRow> hours) {}
