package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.kindtrail.web.Frame;

/**
 * What the private address of a calendar tells: codes, numbers of stops, vehicles, names of sites. It leaves the house, so
 * nothing sealed is in it, no alias, no recipient, no driver and nobody for whom a need is.
 */
@ApplicationScoped
class FeedContent {
    static final int DAYS_BACK = 60;
    static final int DAYS_AHEAD = 400;
    private static final int MOST_OF_A_KIND = 2_000;

    private final CalendarEntries calendar;
    private final Appointments appointments;
    private final Frame frame;
    private final Clock clock;

    FeedContent(CalendarEntries calendar, Appointments appointments, Frame frame, Clock clock) {
        this.calendar = calendar;
        this.appointments = appointments;
        this.frame = frame;
        this.clock = clock;
    }

    @Transactional
    String text() {
        ZoneId zone = appointments.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate from = today.minusDays(DAYS_BACK);
        LocalDate to = today.plusDays(DAYS_AHEAD);
        FeedText text = new FeedText(frame.say("round_feed_name", Map.of()));
        calendar.toldRounds(from, to, MOST_OF_A_KIND).forEach(round -> text.wholeDay(
                round.code(),
                round.day(),
                summary(round),
                round.state() != DeliveryRound.State.CANCELLED,
                round.changedAt(),
                round.version()));
        calendar.toldAppointments(
                        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant(), MOST_OF_A_KIND)
                .forEach(each -> text.atHour(
                        each.code(),
                        each.startsAt(),
                        each.endsAt(),
                        frame.say("round_feed_appointment", Map.of("code", each.code(), "site", each.site())),
                        each.state() != Appointment.State.CANCELLED,
                        each.changedAt(),
                        each.version()));
        calendar.toldNeeds(from, to, MOST_OF_A_KIND).forEach(need -> text.wholeDay(
                need.code(),
                need.wantedBy(),
                frame.say("round_feed_need", Map.of("code", need.code())),
                need.open(),
                need.createdAt(),
                need.version()));
        return text.text();
    }

    private String summary(CalendarEntries.ToldRound round) {
        Map<String, Object> facts = Map.of(
                "code", round.code(), "stops", round.stops(), "vehicle", round.vehicle() == null ? "" : round.vehicle());
        return frame.say(round.vehicle() == null ? "round_feed_round" : "round_feed_round_with", facts);
    }
}
