package org.kindtrail.round;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.kernel.SensibleDate;

/** Moves an appointment to another slot. */
@Schema(description = "Moves an appointment to another slot")
public record MoveAppointment(
        @Schema(description = "Code of the site; left out: the same", examples = "P-0000-0000") String site,
        @NotNull @SensibleDate @Schema(description = "The day, in the organisation's time", examples = "2026-11-05")
                LocalDate day,
        @NotNull
                @Pattern(regexp = ClockTime.FORM, message = "error_round_time")
                @Schema(description = "When the slot begins, in the organisation's time", examples = "09:30")
                String time) {}
