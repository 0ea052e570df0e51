package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Cursor;
import org.kindtrail.kernel.Given;
import org.kindtrail.kernel.Invalid;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Page;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rules;
import org.kindtrail.place.Place;

/** What can be done with hand-over appointments. */
@ApplicationScoped
public class AppointmentService {
    /** So many days after its day an appointment is deleted: nobody needs to know for longer who came when. */
    static final int DAYS_KEPT = 30;

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private final Appointments appointments;
    private final Rounds rounds;
    private final Rules rules;
    private final Scope scope;
    private final Codes codes;
    private final History history;
    private final Clock clock;

    AppointmentService(
            Appointments appointments,
            Rounds rounds,
            Rules rules,
            Scope scope,
            Codes codes,
            History history,
            Clock clock) {
        this.appointments = appointments;
        this.rounds = rounds;
        this.rules = rules;
        this.scope = scope;
        this.codes = codes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Invalid when the dispatch cannot be fetched, or the slot is outside the hours or past
     * @throws Refused when the slot is full
     */
    @Transactional
    public AppointmentView book(BookAppointment command) {
        rules.check(command);
        Dispatch dispatch = waiting(command.dispatch());
        Place site = lockedSite(command.site());
        Slot slot = freeSlot(site, command.day(), command.time(), null);
        Appointment booked = new Appointment(
                scope.organisation(), codes.next(CodeKind.APPOINTMENT), dispatch, site, slot, clock.instant());
        appointments.persist(booked);
        appointments.flush();
        history.note(booked.getCode(), "round_appointment_booked", null, null);
        return AppointmentView.of(booked, appointments.zone());
    }

    private Dispatch waiting(String typed) {
        Dispatch dispatch = Code.read(CodeKind.DISPATCH, typed)
                .flatMap(code -> rounds.lockDispatches(Set.of(code)).stream().findFirst())
                .orElseThrow(() -> Invalid.field(
                        "dispatch", "error_round_dispatch_unknown", Map.of("given", Given.shortened(typed))));
        String code = dispatch.getCode();
        if (dispatch.getState() != Dispatch.State.STAGED && dispatch.getState() != Dispatch.State.LOADED) {
            throw Invalid.field("dispatch", "error_round_dispatch_" + dispatch.getState().word(), Map.of("dispatch", code));
        }
        appointments.roundOf(dispatch.getId()).ifPresent(round -> {
            throw Invalid.field("dispatch", "error_round_dispatch_taken", Map.of("dispatch", code, "round", round));
        });
        appointments.bookedFor(dispatch.getId()).ifPresent(other -> {
            throw Invalid.field("dispatch", "error_round_dispatch_fetched", Map.of("dispatch", code, "appointment", other));
        });
        return dispatch;
    }

    private Place lockedSite(String typed) {
        return appointments.lockSite(typed).filter(Place::isActive).orElseThrow(() -> noSite(typed));
    }

    private static Invalid noSite(String typed) {
        return Invalid.field("site", "error_round_site_unknown", Map.of("given", Given.shortened(typed)));
    }

    /** The site is locked: what is free now stays free until this is done. */
    private Slot freeSlot(Place site, LocalDate day, String time, Long but) {
        ZoneId zone = appointments.zone();
        List<Slot> slots = Slot.of(day, appointments.hoursOf(site), zone);
        Slot slot = slots.stream().filter(each -> each.time().equals(time)).findFirst().orElseThrow(() -> Invalid.field(
                "time",
                slots.isEmpty() ? "error_round_closed" : "error_round_outside_hours",
                Map.of("given", time, "site", site.getName(), "day", day.toString())));
        if (!slot.startsAt().isAfter(clock.instant())) {
            throw Invalid.field("time", "error_round_slot_past", Map.of("given", time, "day", day.toString()));
        }
        long there = appointments.hours(site, slot.startsAt(), slot.endsAt()).stream()
                .filter(each -> !each.appointment().equals(but))
                .count();
        if (there >= slot.capacity()) {
            throw new Refused(
                    "error_round_slot_full",
                    Map.of("given", time, "day", day.toString(), "site", site.getName(), "capacity", slot.capacity()));
        }
        return slot;
    }

    /** The same rules hold as for a new one. */
    @Transactional
    public AppointmentView move(String code, MoveAppointment command) {
        rules.check(command);
        Appointment moved = appointments.lock(code);
        moved.mustBeBooked();
        Place site = lockedSite(command.site() == null ? moved.getSite().getCode() : command.site());
        moved.move(site, freeSlot(site, command.day(), command.time(), moved.getId()), clock.instant());
        return done(moved, "round_appointment_moved");
    }

    private AppointmentView done(Appointment appointment, String happened) {
        appointments.flush();
        history.note(appointment.getCode(), happened, null, null);
        return AppointmentView.of(appointment, appointments.zone());
    }

    /** It is called off, and its slot is free again. */
    @Transactional
    public AppointmentView cancel(String code) {
        Appointment cancelled = appointments.lock(code);
        cancelled.end(Appointment.State.CANCELLED, clock.instant());
        return done(cancelled, "round_appointment_cancelled");
    }

    /**
     * Somebody came. The goods leave with their dispatch, which is told there.
     *
     * @throws Refused before its day
     */
    @Transactional
    public AppointmentView keep(String code) {
        Appointment kept = appointments.lock(code);
        kept.mustBeBooked();
        ZoneId zone = appointments.zone();
        LocalDate day = kept.getStartsAt().atZone(zone).toLocalDate();
        mustHaveCome(kept, day.atStartOfDay(zone).toInstant(), day);
        kept.end(Appointment.State.KEPT, clock.instant());
        return done(kept, "round_appointment_kept");
    }

    /**
     * Nobody came.
     *
     * @throws Refused before its hour
     */
    @Transactional
    public AppointmentView miss(String code) {
        Appointment missed = appointments.lock(code);
        missed.mustBeBooked();
        mustHaveCome(missed, missed.getStartsAt(), missed.getStartsAt().atZone(appointments.zone()).toLocalDate());
        missed.end(Appointment.State.MISSED, clock.instant());
        return done(missed, "round_appointment_missed");
    }

    private void mustHaveCome(Appointment appointment, Instant when, LocalDate day) {
        if (clock.instant().isBefore(when)) {
            throw new Refused(
                    "error_round_appointment_to_come",
                    Map.of("appointment", appointment.getCode(), "day", day.toString()));
        }
    }

    @Transactional
    public AppointmentView get(String code) {
        return AppointmentView.of(appointments.get(code), appointments.zone());
    }

    /**
     * By their hour, the next one first.
     *
     * @param past those before today; else those of today and later
     */
    @Transactional
    public Page<AppointmentView> list(boolean past, String after, int size) {
        ZoneId zone = appointments.zone();
        Instant today = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        List<Appointment> found = past
                ? appointments.byHour(LONG_AGO, today, Cursor.id(after), size + 1)
                : appointments.byHour(today, FAR_AHEAD, Cursor.id(after), size + 1);
        return Page.of(found, size, Appointment::getId).map(each -> AppointmentView.of(each, zone));
    }

    /**
     * The slots of a day at a site, with what is free of each.
     *
     * @throws NotFound when there is no such site
     */
    @Transactional
    public List<SlotView> slots(String site, LocalDate day) {
        Place found = appointments.site(site).orElseThrow(() -> new NotFound(site));
        ZoneId zone = appointments.zone();
        Instant now = clock.instant();
        List<Appointments.Hour> taken = appointments.hours(
                found, day.atStartOfDay(zone).toInstant(), day.plusDays(2).atStartOfDay(zone).toInstant());
        return Slot.of(day, appointments.hoursOf(found), zone).stream()
                .map(slot -> {
                    long there = taken.stream().filter(hour -> hour.meets(slot)).count();
                    return new SlotView(
                            day,
                            slot.time(),
                            AppointmentView.clock(slot.endsAt(), zone),
                            slot.startsAt(),
                            slot.capacity(),
                            (int) Math.max(0, slot.capacity() - there),
                            !slot.startsAt().isAfter(now));
                })
                .toList();
    }

    /** Open sites at which goods are handed over. */
    @Transactional
    List<Place> sites() {
        return appointments.sitesWithHours();
    }

    /** Where some may be that are due to be deleted. */
    @Transactional
    List<Long> organisationsWithOld() {
        return appointments.organisationsWithSomeBefore(clock.instant().minusSeconds((DAYS_KEPT - 1) * 86_400L));
    }

    /**
     * Deletes those whose day is {@link #DAYS_KEPT} days gone, whatever became of them.
     *
     * @return how many
     */
    @Transactional
    int deleteOld() {
        return appointments.deleteBefore(
                LocalDate.ofInstant(clock.instant(), appointments.zone()).minusDays(DAYS_KEPT));
    }
}
