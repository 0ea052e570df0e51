package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kindtrail.kernel.Unreadable;

/** The calendar of the house: rounds, appointments, needs, drives and departures by day. */
@ApplicationScoped
public class CalendarService {
    /** The most days that are told at a time. */
    static final int MOST_DAYS = 62;

    /** The most of each kind that is told at a time. */
    static final int MOST_OF_A_KIND = 2_000;

    private final CalendarEntries calendar;
    private final Appointments appointments;

    CalendarService(CalendarEntries calendar, Appointments appointments) {
        this.calendar = calendar;
        this.appointments = appointments;
    }

    /**
     * @param from the first day
     * @param to the last day
     * @throws Unreadable when it ends before it begins, or is longer than {@link #MOST_DAYS} days
     */
    @Transactional
    public CalendarView between(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new Unreadable(
                    "to", "error_round_period", Map.of("from", from.toString(), "to", to.toString(), "most", MOST_DAYS));
        }
        ZoneId zone = appointments.zone();
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        Gathered all = new Gathered(from, to, zone);
        calendar.rounds(from, to, MOST_OF_A_KIND + 1).forEach(all::round);
        calendar.appointments(start, end, MOST_OF_A_KIND + 1).forEach(all::appointment);
        calendar.needs(from, to, MOST_OF_A_KIND + 1).forEach(all::need);
        calendar.drives(from, to, MOST_OF_A_KIND + 1).forEach(all::drive);
        calendar.departures(start, end, MOST_OF_A_KIND + 1).forEach(all::departure);
        return all.view();
    }

    /** Collects the entries; of a kind of which there are too many it takes the first. */
    private static final class Gathered {
        private final LocalDate from;
        private final LocalDate to;
        private final ZoneId zone;
        private final List<CalendarEntry> entries = new ArrayList<>();
        private final int[] counts = new int[CalendarEntry.Kind.values().length];
        private boolean complete = true;

        Gathered(LocalDate from, LocalDate to, ZoneId zone) {
            this.from = from;
            this.to = to;
            this.zone = zone;
        }

        private void add(CalendarEntry entry) {
            if (++counts[entry.kind().ordinal()] > MOST_OF_A_KIND) {
                complete = false;
            } else {
                entries.add(entry);
            }
        }

        private void wholeDay(
                CalendarEntry.Kind kind, LocalDate day, String code, String what, String recipient, Long stops) {
            add(new CalendarEntry(kind, day, null, null, code, what, recipient, stops));
        }

        private void atHour(CalendarEntry.Kind kind, Instant at, String code, String what, String recipient) {
            LocalDate day = at.atZone(zone).toLocalDate();
            add(new CalendarEntry(kind, day, at, AppointmentView.clock(at, zone), code, what, recipient, null));
        }

        void round(CalendarEntries.OfRound row) {
            wholeDay(CalendarEntry.Kind.ROUND, row.day(), row.code(), row.vehicle(), null, row.stops());
        }

        void appointment(CalendarEntries.OfAppointment row) {
            atHour(CalendarEntry.Kind.APPOINTMENT, row.startsAt(), row.code(), row.site(), row.recipient());
        }

        void need(CalendarEntries.OfNeed row) {
            wholeDay(CalendarEntry.Kind.NEED, row.wantedBy(), row.code(), null, row.recipient(), null);
        }

        void drive(CalendarEntries.OfDrive row) {
            if (holds(row.startsOn())) {
                wholeDay(CalendarEntry.Kind.BEGIN_OF_DRIVE, row.startsOn(), row.code(), row.title(), null, null);
            }
            if (holds(row.endsOn())) {
                wholeDay(CalendarEntry.Kind.END_OF_DRIVE, row.endsOn(), row.code(), row.title(), null, null);
            }
        }

        private boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        void departure(CalendarEntries.OfDispatch row) {
            atHour(CalendarEntry.Kind.DEPARTURE, row.departedAt(), row.code(), null, row.recipient());
        }

        CalendarView view() {
            entries.sort(Comparator.comparing(CalendarEntry::day)
                    .thenComparing(CalendarEntry::kind)
                    .thenComparing(CalendarEntry::at, Comparator.nullsFirst(Comparator.naturalOrder())));
            return new CalendarView(from, to, complete, List.copyOf(entries));
        }
    }
}
