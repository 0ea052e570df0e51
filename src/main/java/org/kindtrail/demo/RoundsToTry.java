package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.PostNeed;
import org.kindtrail.round.AppointmentService;
import org.kindtrail.round.BookAppointment;
import org.kindtrail.round.HoursRow;
import org.kindtrail.round.HoursService;
import org.kindtrail.round.PlanRound;
import org.kindtrail.round.RoundService;
import org.kindtrail.round.SetHours;
import org.kindtrail.round.Weekday;

/** After the fourth story: rounds of a vehicle, hours at which goods are handed over, and appointments, to try things on. */
@ApplicationScoped
class RoundsToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Acting acting;
    private final Clock clock;
    private final HouseClock time;
    private final DonationService donations;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final RoundService rounds;
    private final HoursService hours;
    private final AppointmentService appointments;

    RoundsToTry(
            Acting acting,
            Clock clock,
            HouseClock time,
            DonationService donations,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            RoundService rounds,
            HoursService hours,
            AppointmentService appointments) {
        this.acting = acting;
        this.clock = clock;
        this.time = time;
        this.donations = donations;
        this.needs = needs;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.rounds = rounds;
        this.hours = hours;
        this.appointments = appointments;
    }

    void lay(DemonstrationHouse.Keys keys, StoryFour.Told told) {
        acting.as(keys.person(Role.VOLUNTEER), () -> donations.receive(new ReceiveDonation(
                told.drive(),
                told.store(),
                null,
                "Hotel by the station",
                null,
                null,
                null,
                List.of(new DonationLine("bath-towels", null, null, Grade.GOOD, 60L)),
                null)));
        acting.as(keys.person(Role.COORDINATOR), () -> hours.set(told.store(), new SetHours(hours.get(told.store()).version(), everyDay())));
        acting.as(keys.person(Role.DISTRIBUTOR), () -> {
            new Laying(told).all();
            return null;
        });
    }

    private static List<HoursRow> everyDay() {
        return Arrays.stream(Weekday.values()).map(day -> new HoursRow(day, "09:00", "18:00", 30L, 4L)).toList();
    }

    private final class Laying {
        private final StoryFour.Told told;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);

        private Laying(StoryFour.Told told) {
            this.told = told;
        }

        private void all() {
            // to be changed, to leave, and to be called off
            plan(today.plusDays(1), "318 MNB 02", dispatch("4 women", 4, false), dispatch("3 women", 3, false));
            plan(today.plusDays(2), "207 KSA 02", dispatch("5 women", 5, true), dispatch("6 women", 6, true));
            plan(today.plusDays(3), null, dispatch("2 women", 2, false));
            // to be moved, to be called off, kept and missed
            book(today.plusDays(1), "10:00");
            book(today.plusDays(1), "11:30");
            yesterday(() -> book(today.minusDays(1), "10:00"));
            yesterday(() -> book(today.minusDays(1), "14:00"));
            // and what waits for a round or an hour
            dispatch("7 women", 7, false);
            dispatch("8 women", 8, false);
        }

        private <T> void yesterday(Supplier<T> work) {
            time.at(clock.instant().minus(Duration.ofDays(2)), work);
        }

        private void plan(LocalDate day, String vehicle, String... stops) {
            rounds.plan(new PlanRound(day, vehicle, vehicle == null ? null : "Aigul", null, List.of(stops)));
        }

        private String book(LocalDate day, String at) {
            String dispatch = time.at(clock.instant(), () -> dispatch("1 woman", 1, false));
            return appointments.book(new BookAppointment(dispatch, told.store(), day, at)).code();
        }

        private String dispatch(String forWhom, long towels, boolean loaded) {
            String need = needs.post(new PostNeed(
                            told.recipient(), forWhom, null, List.of(new PostNeed.Line("bath-towels", null, null, List.of(), towels))))
                    .code();
            allocations.allocate(AllocateStock.oldest(need, null, null));
            String dispatch = dispatches.prepare(new PrepareDispatch(need)).code();
            if (loaded) {
                dispatches.load(dispatch);
            }
            return dispatch;
        }
    }
}
