package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.stock.Reverse;
import org.kindtrail.dispatch.DispatchLineView;
import org.kindtrail.dispatch.Thanks;
import org.kindtrail.dispatch.ThanksView;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.intake.SortBag;
import org.kindtrail.intake.SortedLine;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.PostNeed;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.StoppedClock;
import org.kindtrail.trace.PlannedTrip.Who;

/** A house in which a plan happens, act by act, while a curious reader looks on. */
final class PlayedHouse {
    static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final long BROUGHT = 100;

    private final Acts acts;
    private final StoppedClock clock;
    private final AnOrganisation.House house;
    private final CuriousReader reader;
    private final Plan plan;
    private final Map<Integer, String> drives = new HashMap<>();
    private final Map<Integer, String> lots = new HashMap<>();
    private final Map<Who, String> recipients = new EnumMap<>(Who.class);
    private final Map<Integer, String> dispatches = new HashMap<>();
    private final Map<Integer, List<DispatchLineView>> lines = new HashMap<>();
    private final Map<Integer, String> deliveries = new HashMap<>();
    private final SortedMap<LocalDateTime, String> read = new TreeMap<>();

    PlayedHouse(Acts acts, StoppedClock clock, AnOrganisation.House house, CuriousReader reader, Plan plan) {
        this.acts = acts;
        this.clock = clock;
        this.house = house;
        this.reader = reader;
        this.plan = plan;
    }

    /** What happens at a moment. */
    private record Act(LocalDateTime at, boolean secret, String what, Runnable work) {}

    /**
     * All that the reader has read, by the midnights at which the pages were opened. They are opened after each act too: an
     * act that may not be told changes nothing at its moment.
     */
    SortedMap<LocalDateTime, String> play() {
        standAt(Plan.FIRST.atStartOfDay());
        prepare();
        List<Act> ahead = new ArrayList<>(acts());
        ahead.sort((one, other) -> one.at().compareTo(other.at()));
        String last = "";
        for (LocalDate day = Plan.FIRST; !day.isAfter(Plan.LAST); day = day.plusDays(1)) {
            standAt(day.atStartOfDay());
            last = same(last, reader.read());
            boolean shown = day.getDayOfMonth() == 8 || day.equals(Plan.LAST);
            read.put(day.atStartOfDay(), shown ? reader.readPages() : last);
            while (!ahead.isEmpty() && ahead.get(0).at().toLocalDate().equals(day)) {
                Act act = ahead.remove(0);
                standAt(act.at());
                act.work().run();
                String now = reader.read();
                if (act.secret()) {
                    assertThat(now.equals(last)).as("%s at %s is seen: %s", act.what(), act.at(), CuriousReader.difference(last, now)).isTrue();
                }
                last = same(last, now);
            }
        }
        assertThat(ahead).isEmpty();
        return read;
    }

    /** Keeps one text for what stays the same. */
    private static String same(String before, String now) {
        return now.equals(before) ? before : now;
    }

    private void standAt(LocalDateTime at) {
        clock.standAt(at.atZone(ALMATY).toInstant());
    }

    private <T> T as(Role role, Supplier<T> work) {
        return house.as(role, work);
    }

    private void prepare() {
        for (int drive = 0; drive < 2; drive++) {
            String title = "Drive " + drive;
            String code = as(Role.COORDINATOR, () -> acts.drives()
                    .open(new OpenDrive(DriveKind.COLLECTION, title, null, Plan.FIRST, Plan.LAST, house.site))
                    .code());
            drives.put(drive, code);
            reader.knowsDrive(code);
        }
        String region = reader.region();
        Map.of(
                        Who.SHELTER_ONE, described("One", RecipientKind.SHELTER, region, Disclosure.REGION, null, null),
                        Who.SHELTER_TWO, described("Two", RecipientKind.SHELTER, region, Disclosure.REGION, null, null),
                        Who.SHELTER_THREE, described("Three", RecipientKind.SHELTER, region, Disclosure.REGION, null, null),
                        Who.HIDDEN_ONE, described("Four", RecipientKind.SHELTER, "Secret " + region, Disclosure.HIDDEN, null, null),
                        Who.HIDDEN_TWO, described("Five", RecipientKind.HOUSEHOLD, "Secret " + region, Disclosure.HIDDEN, null, null),
                        Who.FAMILY_ONE, described("Six", RecipientKind.HOUSEHOLD, region, Disclosure.DESCRIBED, null, "a family displaced by floods"),
                        Who.FAMILY_TWO, described("Seven", RecipientKind.HOUSEHOLD, region, Disclosure.DESCRIBED, null, "a family displaced by floods"),
                        Who.SCHOOL, described("Eight", RecipientKind.ORGANISATION, region, Disclosure.NAMED, "School No 12", null))
                .forEach((who, command) -> {
                    String code = as(Role.COORDINATOR, () -> acts.recipients().add(command).code());
                    recipients.put(who, code);
                    reader.mustNotRead(code);
                    reader.mustNotRead(command.alias());
                });
        reader.mustNotRead("Secret");
        reader.mustNotRead("11 adult men");
    }

    private static DescribeRecipient described(
            String alias, RecipientKind kind, String region, Disclosure disclosure, String name, String description) {
        return new DescribeRecipient("ALIAS-" + alias, kind, "KZ", region, disclosure, name, description, null);
    }

    private List<Act> acts() {
        List<Act> all = new ArrayList<>();
        Map<Integer, List<Integer>> byDonor = new LinkedHashMap<>();
        for (int thing = 0; thing < plan.things().size(); thing++) {
            byDonor.computeIfAbsent(plan.things().get(thing).donor(), each -> new ArrayList<>()).add(thing);
        }
        byDonor.values().forEach(things -> bring(all, things));
        plan.trips().forEach(trip -> travel(all, trip));
        return all;
    }

    private void bring(List<Act> all, List<Integer> numbers) {
        Plan.Thing first = plan.things().get(numbers.get(0));
        all.add(new Act(first.broughtAt(), false, "a gift", () -> {
            DonationView donation = as(Role.VOLUNTEER, () -> acts.donations().receive(new ReceiveDonation(
                    drives.get(first.drive()), house.site, null, null, null, null, first.bagged() ? 1L : null,
                    first.bagged() ? null : numbers.stream().map(this::line).toList(), null)));
            reader.knowsCode(as(Role.VOLUNTEER, () -> acts.donations().page(donation.code()).trackingCode()));
            reader.mustNotRead(donation.code());
            for (int i = 0; i < numbers.size(); i++) {
                lots.put(numbers.get(i), donation.lots().get(first.bagged() ? 0 : i).code());
            }
        }));
        if (first.bagged()) {
            all.add(new Act(first.cameIn(), false, "a sorting", () -> {
                List<SortedLine> found = numbers.stream()
                        .map(number -> new SortedLine(plan.things().get(number).item(), null, null, Grade.GOOD, BROUGHT, null))
                        .toList();
                var sorting = as(Role.VOLUNTEER, () -> acts.sortings().sort(new SortBag(lots.get(numbers.get(0)), house.site, found)));
                for (int i = 0; i < numbers.size(); i++) {
                    lots.put(numbers.get(i), sorting.lines().get(i).lot());
                }
            }));
        }
    }

    private DonationLine line(int number) {
        return new DonationLine(plan.things().get(number).item(), null, null, Grade.GOOD, BROUGHT);
    }

    private void travel(List<Act> all, PlannedTrip trip) {
        PlannedTrip.Times times = trip.times();
        add(all, trip, times.prepared(), "packing", () -> pack(trip));
        add(all, trip, times.cancelled(), "unpacking", () ->
                as(Role.DISTRIBUTOR, () -> acts.dispatches().cancel(dispatches.get(trip.number()))));
        add(all, trip, times.departed(), "a departure", () ->
                as(Role.DISTRIBUTOR, () -> acts.depart(dispatches.get(trip.number()))));
        add(all, trip, times.confirmed(), "an arrival", () -> confirm(trip, times.arrivedOn(), trip.lost(), trip.thanked()));
        add(all, trip, times.approved(), "thanks let through", () -> approve(trip));
        add(all, trip, times.reversed(), "an arrival taken back", () ->
                as(Role.COORDINATOR, () -> acts.deliveries().reverse(deliveries.get(trip.number()), new Reverse("the wrong door"))));
        add(all, trip, times.again(), "a second count", () -> confirm(trip, times.arrivalDay(), trip.lost() + 1, false));
        add(all, trip, times.cameBack(), "a return", () ->
                as(Role.COORDINATOR, () -> acts.dispatches().comeBack(dispatches.get(trip.number()), new Reverse("nobody there"))));
    }

    /** Acts of the same minute happen in the order of their trips. */
    private void add(List<Act> all, PlannedTrip trip, LocalDateTime at, String what, Supplier<?> work) {
        if (at != null) {
            all.add(new Act(at.plusSeconds(trip.number()), trip.isSecret(), what + " of trip " + trip.number(), work::get));
        }
    }

    private Object pack(PlannedTrip trip) {
        List<Integer> goods = List.copyOf(trip.goods().keySet());
        String need = as(Role.DISTRIBUTOR, () -> acts.needs().post(new PostNeed(
                recipients.get(trip.who()), "11 adult men", null, goods.stream()
                        .map(thing -> new PostNeed.Line(plan.things().get(thing).item(), null, null, List.of(), trip.goods().get(thing)))
                        .toList())).code());
        List<AllocateStock.Pick> picks = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            picks.add(new AllocateStock.Pick(i + 1, lots.get(goods.get(i)), house.site, trip.goods().get(goods.get(i))));
        }
        var dispatch = as(Role.DISTRIBUTOR, () -> acts.prepare(need, picks));
        dispatches.put(trip.number(), dispatch.code());
        lines.put(trip.number(), dispatch.lines());
        Stream.of(need, dispatch.code()).forEach(reader::mustNotRead);
        return dispatch;
    }

    private Object confirm(PlannedTrip trip, LocalDate arrivedOn, long lost, boolean thanked) {
        List<ConfirmArrival.Counted> counted = lines.get(trip.number()).stream()
                .map(line -> new ConfirmArrival.Counted(line.line(), line.quantity() - lost, trip.damaged()))
                .toList();
        String code = as(Role.DISTRIBUTOR, () -> acts.deliveries()
                .confirm(
                        dispatches.get(trip.number()),
                        new ConfirmArrival(null, counted, arrivedOn, null, thanked ? thanks(trip) : null))
                .code());
        reader.mustNotRead(code);
        deliveries.put(trip.number(), code);
        return code;
    }

    private static String thanks(PlannedTrip trip) {
        return "Thank you number " + trip.number();
    }

    private Object approve(PlannedTrip trip) {
        return as(Role.COORDINATOR, () -> {
            ThanksView found = acts.thanks().list(Thanks.State.WAITING, null, 100).rows().stream()
                    .filter(each -> each.dispatch().equals(dispatches.get(trip.number())))
                    .findFirst()
                    .orElse(null);
            return found == null ? null : acts.thanks().approve(found.code());
        });
    }
}
