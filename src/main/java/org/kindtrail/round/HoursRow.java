package org.kindtrail.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hand-over hours on one day of the week. */
@Schema(name = "HandOverHours", description = "Hand-over hours on one day of the week, in the organisation's time")
public record HoursRow(
        @NotNull @Schema(description = "Day of the week", examples = "tuesday") Weekday weekday,
        @NotNull
                @Pattern(regexp = ClockTime.FORM, message = "error_round_time")
                @Schema(description = "When it opens", examples = "09:00")
                String from,
        @NotNull
                @Pattern(regexp = ClockTime.END_FORM, message = "error_round_time")
                @Schema(description = "When it closes, 24:00 at the latest", examples = "12:00")
                String to,
        @NotNull @Min(5) @Max(480) @Schema(description = "How long one slot is, in minutes", examples = "30") Long slotMinutes,
        @NotNull @Min(1) @Max(1000) @Schema(description = "How many appointments one slot takes", examples = "2")
                Long capacity) {}
