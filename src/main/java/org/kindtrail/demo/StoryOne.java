package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DepartedView;
import org.kindtrail.dispatch.DispatchLineView;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.dispatch.Thanks;
import org.kindtrail.dispatch.ThanksService;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.intake.SortBag;
import org.kindtrail.intake.SortedLine;
import org.kindtrail.intake.SortingService;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.PostNeed;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.OpenSealed;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.SealedDetails;
import org.kindtrail.recipient.SealedService;

/**
 * Eleven men: a clothes collection in one evening at a school; a shelter's need met from it, confirmed by a one-time code
 * and two jumpers short; its thanks on the donors' pages. Around it, what a house has lying at any time: bags to sort,
 * a need without promises, dispatches prepared, loaded and on the road, thanks to decide on.
 */
@ApplicationScoped
class StoryOne {
    /** What the house calls the one recipient that agreed to be named. */
    static final String SCHOOL = "The school by the park";

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final String REGION = "Almaty region";
    private static final List<String> GIVERS = List.of(
            "Margaret from year 4", "Tom, the music teacher", "Room 12", "The Hendersons", "Aliya from the library",
            "Football club", "Mr and Mrs Lee", "Sabina", "Grade 7B", "The choir", "Peter from the kitchen", "Zarina",
            "Book club", "Ruth", "Daniyar and Asel", "Nurse Kate", "Chess circle", "Olga from the office", "Front desk",
            "Parents of 3A");

    /** Nobody lives at these. */
    private static final SealedDetails JUNIPER = new SealedDetails(
            Confidential.of("Juniper House of the Example Foundation"),
            Confidential.of("1 Example Street\nInvented Town"),
            Confidential.of("+7 700 000 00 01"),
            Confidential.of("The green gate behind the bakery. Ring twice, and say that you come from the school."));

    private static final SealedDetails APRICOT = new SealedDetails(
            Confidential.of("Apricot House of the Example Foundation"),
            Confidential.of("2 Example Street\nInvented Town"),
            Confidential.of("+7 700 000 00 02"),
            null);

    /** What it made that others refer to. */
    record Told(String drive, List<String> tracking, String confirmation) {}

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final PlaceService places;
    private final DriveService drives;
    private final RecipientService recipients;
    private final SealedService sealed;
    private final DonationService donations;
    private final SortingService sortings;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final ThanksService thanks;

    StoryOne(
            Acting acting,
            HouseClock time,
            Clock clock,
            PlaceService places,
            DriveService drives,
            RecipientService recipients,
            SealedService sealed,
            DonationService donations,
            SortingService sortings,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            DeliveryService deliveries,
            ThanksService thanks) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.places = places;
        this.drives = drives;
        this.recipients = recipients;
        this.sealed = sealed;
        this.donations = donations;
        this.sortings = sortings;
        this.needs = needs;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.thanks = thanks;
    }

    Told tell(DemonstrationHouse.Keys keys) {
        return new Telling(keys).all();
    }

    /** One telling, with what it has made so far. */
    private final class Telling {
        private final DemonstrationHouse.Keys keys;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        /** The last month of which everything may be told by now. */
        private final YearMonth toldMonth = YearMonth.from(today.minusDays(7)).minusMonths(1);
        private final List<String> bags = new ArrayList<>();
        private final List<String> tracking = new ArrayList<>();
        private String site;
        private String shelf;
        private String drive;

        private Telling(DemonstrationHouse.Keys keys) {
            this.keys = keys;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        /** In the month that may be told by now, as if it were that day. */
        private <T> T on(int day, int hour, Supplier<T> work) {
            return time.at(toldMonth.atDay(day).atTime(hour, 0).atZone(ALMATY).toInstant(), work);
        }

        private Told all() {
            openTheDrive();
            on(3, 18, this::thirtyBagsArrive);
            on(4, 10, this::theyAreSorted);
            moreComesInAlready();
            String juniper = shelter("House Juniper", JUNIPER);
            String poplar = shelter("House Poplar", null);
            String apricot = shelter("House Apricot", APRICOT);
            String school = school();
            elevenMen(juniper);
            as(Role.DISTRIBUTOR, () -> sealed.open(juniper, new OpenSealed("recipient_why_arrange")));
            String key = whatLiesAtAnyTime(poplar, apricot, school);
            return new Told(drive, tracking, "/k/" + key);
        }

        private void openTheDrive() {
            as(Role.COORDINATOR, () -> {
                site = places.list(true, null, 10).rows().get(0).code();
                shelf = places.add(new AddPlace(PlaceKind.SHELF, "Shelf A", site, 1L)).code();
                places.add(new AddPlace(PlaceKind.SHELF, "Shelf B", site, 2L));
                drive = drives.open(new OpenDrive(
                                DriveKind.COLLECTION,
                                "Warm clothes for eleven men",
                                "Shoes, warm jumpers, towels and soap for men who own nothing. A pair of shoes or a warm"
                                        + " jumper means so much.",
                                toldMonth.atDay(1),
                                today.plusDays(20),
                                site))
                        .code();
                return drive;
            });
        }

        private Void thirtyBagsArrive() {
            Instant evening = clock.instant();
            for (int bag = 0; bag < 30; bag++) {
                String giver = bag < GIVERS.size() ? GIVERS.get(bag) : null;
                DonationView donation = time.at(evening.plus(Duration.ofMinutes(3L * bag)), () -> as(
                        Role.VOLUNTEER,
                        () -> donations.receive(new ReceiveDonation(drive, site, null, giver, null, null, 1L, null, null))));
                bags.add(donation.lots().get(0).code());
                if (giver != null) {
                    tracking.add(donorsPage(donation));
                }
            }
            return null;
        }

        /** The tracking code can be read again within the hour. */
        private String donorsPage(DonationView donation) {
            return "/t/" + as(Role.VOLUNTEER, () -> donations.page(donation.code()).trackingCode());
        }

        /** The last six are left for whoever looks. */
        private Void theyAreSorted() {
            for (int bag = 0; bag < 24; bag++) {
                SortBag sorting = new SortBag(bags.get(bag), shelf, contents(bag));
                as(Role.VOLUNTEER, () -> sortings.sort(sorting));
            }
            return null;
        }

        private List<SortedLine> contents(int bag) {
            List<SortedLine> found = new ArrayList<>();
            if (bag == 0) {
                found.add(line("warm-jumpers-man", "L", Grade.GOOD, 4));
            } else if (bag <= 9) {
                found.add(line("warm-jumpers-man", bag % 2 == 0 ? "L" : "XL", Grade.GOOD, 1));
            }
            if (bag % 2 == 0) {
                found.add(line("practical-shoes-man", String.valueOf(40 + bag / 2 % 6), Grade.GOOD, 1));
            }
            if (bag % 3 == 0) {
                found.add(line("towels", null, Grade.GOOD, 3));
            }
            if (bag % 4 == 1) {
                found.add(line("soap", null, Grade.NEW, 4));
            }
            if (bag % 4 == 0) {
                found.add(line("jumpers-man", "M", Grade.UNFIT, 1));
            }
            found.add(line("jumpers-woman", bag % 2 == 0 ? "M" : "S", Grade.WORN, 2));
            return found;
        }

        private SortedLine line(String item, String size, Grade grade, long quantity) {
            return new SortedLine(item, size, null, grade, quantity, null);
        }

        private void moreComesInAlready() {
            for (int i = 0; i < 3; i++) {
                Instant at = today.minusDays(28 - i).atTime(11, 30).atZone(ALMATY).toInstant();
                String giver = GIVERS.get(i) + " again";
                DonationView donation = as(
                        Role.VOLUNTEER,
                        () -> donations.receive(new ReceiveDonation(
                                drive,
                                shelf,
                                null,
                                giver,
                                at,
                                null,
                                null,
                                List.of(
                                        new DonationLine("blankets", null, null, Grade.GOOD, 10L),
                                        new DonationLine("bed-linen-sets", null, null, Grade.NEW, 10L),
                                        new DonationLine("winter-hats-child", null, null, Grade.GOOD, 12L)),
                                null)));
                tracking.add(donorsPage(donation));
            }
        }

        private String shelter(String alias, SealedDetails details) {
            return as(
                    Role.COORDINATOR,
                    () -> recipients
                            .add(new DescribeRecipient(
                                    alias, RecipientKind.SHELTER, "KZ", REGION, Disclosure.REGION, null, null, details))
                            .code());
        }

        private String school() {
            return as(
                    Role.COORDINATOR,
                    () -> recipients
                            .add(new DescribeRecipient(
                                    SCHOOL,
                                    RecipientKind.ORGANISATION,
                                    "KZ",
                                    REGION,
                                    Disclosure.NAMED,
                                    "School No 12, Almaty region",
                                    null,
                                    null))
                            .code());
        }

        /** The story itself: met, sent, confirmed by the receiver's code, two jumpers short, thanked for. */
        private void elevenMen(String shelter) {
            DepartedView departed = on(19, 9, () -> departed(need(
                    shelter,
                    "11 adult men",
                    toldMonth.atDay(22),
                    line("warm-jumpers-man", List.of("L", "XL"), 11),
                    line("practical-shoes-man", List.of("40", "41", "42", "43", "44", "45"), 11),
                    line("towels", List.of(), 22),
                    line("soap", List.of(), 22)), clock.instant()));
            // The key can be read for a quarter of an hour.
            String key = on(19, 9, () -> as(Role.DISTRIBUTOR, () -> dispatches.show(departed.dispatch().code()).key()));
            ConfirmArrival arrival = new ConfirmArrival(
                    null,
                    twoJumpersShort(departed.dispatch().lines()),
                    null,
                    "Two jumpers were not in the parcel.",
                    "Thank you. Somebody chose each pair of shoes with care; everybody here noticed.");
            on(20, 11, () -> acting.asStranger(
                    () -> deliveries.confirm(deliveries.open(key, "demonstration"), arrival)));
            on(21, 10, () -> as(Role.COORDINATOR, () -> thanks.approve(
                    thanks.list(Thanks.State.WAITING, null, 1).rows().get(0).code())));
        }

        private List<ConfirmArrival.Counted> twoJumpersShort(List<DispatchLineView> lines) {
            List<ConfirmArrival.Counted> counted = new ArrayList<>();
            int missing = 2;
            for (DispatchLineView line : lines) {
                boolean lacks = missing > 0 && line.item().equals("warm-jumpers-man") && line.quantity() == 1;
                counted.add(new ConfirmArrival.Counted(line.line(), line.quantity() - (lacks ? 1 : 0), 0L));
                missing -= lacks ? 1 : 0;
            }
            return counted;
        }

        /** The receiver's key of what is on the road. */
        private String whatLiesAtAnyTime(String poplar, String apricot, String school) {
            need(poplar, "8 women and 3 children", today.plusDays(10),
                    line("jumpers-woman", List.of("S", "M"), 8),
                    line("winter-hats-child", List.of(), 3));
            String prepared = need(school, "a class of 20 children", today.plusDays(14),
                    line("winter-hats-child", List.of(), 9));
            prepare(prepared);
            String loaded = need(apricot, "6 women", today.plusDays(5), line("bed-linen-sets", List.of(), 6));
            String dispatch = prepare(loaded);
            as(Role.DISTRIBUTOR, () -> dispatches.load(dispatch));
            DepartedView onTheRoad =
                    departed(need(apricot, "6 women", today.plusDays(2), line("blankets", List.of(), 6)), daysAgo(2));
            DepartedView arrived =
                    departed(need(school, "the sick room", today.plusDays(1), line("blankets", List.of(), 4)), daysAgo(4));
            as(Role.DISTRIBUTOR, () -> deliveries.confirm(
                    arrived.dispatch().code(),
                    new ConfirmArrival(true, null, today.minusDays(3), null, "The blankets are on the beds already.")));
            String promised = need(school, "the school's shelf", null, line("bed-linen-sets", List.of(), 5));
            as(Role.DISTRIBUTOR, () -> allocations.allocate(AllocateStock.oldest(promised, 1, 3L)));
            return as(Role.DISTRIBUTOR, () -> dispatches.show(onTheRoad.dispatch().code()).key());
        }

        private PostNeed.Line line(String item, List<String> sizes, long quantity) {
            return new PostNeed.Line(item, null, null, sizes, quantity);
        }

        private String need(String recipient, String forWhom, LocalDate wantedBy, PostNeed.Line... lines) {
            return as(
                    Role.DISTRIBUTOR,
                    () -> needs.post(new PostNeed(recipient, forWhom, wantedBy, List.of(lines))).code());
        }

        private String prepare(String need) {
            as(Role.DISTRIBUTOR, () -> allocations.allocate(AllocateStock.oldest(need, null, null)));
            return as(Role.DISTRIBUTOR, () -> dispatches.prepare(new PrepareDispatch(need)).code());
        }

        private Instant daysAgo(int days) {
            return today.minusDays(days).atTime(9, 0).atZone(ALMATY).toInstant();
        }

        private DepartedView departed(String need, Instant at) {
            String dispatch = prepare(need);
            as(Role.DISTRIBUTOR, () -> dispatches.load(dispatch));
            return as(
                    Role.DISTRIBUTOR,
                    () -> dispatches.depart(dispatch, new DepartDispatch("123 ABC 02", "the house's driver", at)));
        }
    }
}
