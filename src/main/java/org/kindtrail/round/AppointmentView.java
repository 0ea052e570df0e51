package org.kindtrail.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment as both doors show it. */
@Schema(description = "An appointment at which a dispatch is fetched; deleted 30 days after its day")
public record AppointmentView(
        @Schema(description = "Its code") String code,
        @Schema(description = "What became of it") Appointment.State state,
        @Schema(description = "Code of the dispatch") String dispatch,
        @Schema(description = "Code of the recipient") String recipient,
        @Schema(description = "What the house calls the recipient; never public") String recipientAlias,
        @Schema(description = "Code of the site") String site,
        @Schema(description = "Name of the site") String siteName,
        @Schema(description = "Its day, in the organisation's time") LocalDate day,
        @Schema(description = "When it begins, in the organisation's time", examples = "09:30") String time,
        @Schema(description = "When it ends, in the organisation's time", examples = "10:00") String until,
        @Schema(description = "When it begins, in UTC") Instant startsAt,
        @Schema(description = "When it ends, in UTC") Instant endsAt) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static AppointmentView of(Appointment appointment, ZoneId zone) {
        return new AppointmentView(
                appointment.getCode(),
                appointment.getState(),
                appointment.getDispatch().getCode(),
                appointment.getDispatch().getRecipient().getCode(),
                appointment.getDispatch().getRecipient().getAlias(),
                appointment.getSite().getCode(),
                appointment.getSite().getName(),
                appointment.getStartsAt().atZone(zone).toLocalDate(),
                clock(appointment.getStartsAt(), zone),
                clock(appointment.getEndsAt(), zone),
                appointment.getStartsAt(),
                appointment.getEndsAt());
    }

    static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    public String stateKey() {
        return "round_appointment_" + state.word();
    }

    public boolean booked() {
        return state == Appointment.State.BOOKED;
    }
}
