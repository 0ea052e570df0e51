package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.OrganisationService;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.container.MakeContainers;
import org.kindtrail.container.Pack;
import org.kindtrail.container.PackingService;
import org.kindtrail.container.ContainerService;
import org.kindtrail.container.ContainerView;
import org.kindtrail.container.Unpack;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
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
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.PostNeed;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.setup.FoundOrganisation;
import org.kindtrail.setup.Founding;
import org.kindtrail.shipment.ClaimBox;
import org.kindtrail.shipment.CloseShipment;
import org.kindtrail.shipment.ConfirmHandover;
import org.kindtrail.shipment.DamagedBox;
import org.kindtrail.shipment.DepartShipment;
import org.kindtrail.shipment.DifferenceService;
import org.kindtrail.shipment.HandoverService;
import org.kindtrail.shipment.LoseBoxes;
import org.kindtrail.shipment.NoteOnTheWay;
import org.kindtrail.shipment.PackShipment;
import org.kindtrail.shipment.PartnerService;
import org.kindtrail.shipment.PlanLeg;
import org.kindtrail.shipment.ProposeShipment;
import org.kindtrail.shipment.ReceiveAll;
import org.kindtrail.shipment.ReceiveBoxes;
import org.kindtrail.shipment.ReceivingService;
import org.kindtrail.shipment.RoadService;
import org.kindtrail.shipment.ShipmentService;
import org.kindtrail.shipment.TellPartner;
import org.kindtrail.shipment.TellWhy;

/**
 * From Hong Kong to a family by Almaty: a second organisation sends twelve boxes to a village that has no account and confirms by
 * its key; one box is lost, one found later, one came damaged. Half of it goes on to the first organisation, and the beds of
 * one donor to a family there.
 */
@ApplicationScoped
class StoryFive {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int BOXES = 12;
    private static final int LOST = 8;
    private static final int FOUND = 9;
    private static final int DAMAGED = 7;

    /**
     * What it made that others refer to.
     *
     * @param coordinator who works in the second organisation
     * @param organisation name of it
     */
    record Told(Long coordinator, String organisation, String name, String password, String drive, String tracking) {}

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final Founding founding;
    private final OrganisationService organisations;
    private final PlaceService places;
    private final DriveService drives;
    private final DonationService donations;
    private final ContainerService containers;
    private final PackingService packing;
    private final PartnerService partners;
    private final ShipmentService shipments;
    private final RoadService road;
    private final HandoverService handovers;
    private final ReceivingService receiving;
    private final DifferenceService differences;
    private final RecipientService recipients;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;
    private final ThanksService thanks;

    StoryFive(
            Acting acting,
            HouseClock time,
            Clock clock,
            Founding founding,
            OrganisationService organisations,
            PlaceService places,
            DriveService drives,
            DonationService donations,
            ContainerService containers,
            PackingService packing,
            PartnerService partners,
            ShipmentService shipments,
            RoadService road,
            HandoverService handovers,
            ReceivingService receiving,
            DifferenceService differences,
            RecipientService recipients,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            DeliveryService deliveries,
            ThanksService thanks) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.founding = founding;
        this.organisations = organisations;
        this.places = places;
        this.drives = drives;
        this.donations = donations;
        this.containers = containers;
        this.packing = packing;
        this.partners = partners;
        this.shipments = shipments;
        this.road = road;
        this.handovers = handovers;
        this.receiving = receiving;
        this.differences = differences;
        this.recipients = recipients;
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
        private static final String NAME = "Harbour Gifts";
        private static final String SIGN_IN = "harbour";

        private final DemonstrationHouse.Keys keys;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        /** The last month of which everything may be told by now. */
        private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);
        private final String password = DemonstrationHouse.password();
        private final List<String> boxes = new ArrayList<>();
        private Long coordinator;
        private String site;
        private String drive;
        private String tracking;
        private String beds;
        private List<String> pallets;
        private String partner;
        private String shipment;

        private Telling(DemonstrationHouse.Keys keys) {
            this.keys = keys;
        }

        /** In the second organisation, whose one person does everything. */
        private <T> T there(Supplier<T> work) {
            return acting.as(coordinator, work);
        }

        private <T> T here(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private <T> T on(LocalDate day, int hour, Supplier<T> work) {
            return time.at(day.atTime(hour, 0).atZone(ALMATY).toInstant(), work);
        }

        private Told all() {
            on(told.minusMonths(3).atDay(2), 9, this::theSecondHouseIsFounded);
            on(told.minusMonths(3).atDay(3), 9, this::donorsBringThings);
            on(told.minusMonths(3).atDay(9), 10, this::theyArePacked);
            String key = on(told.minusMonths(3).atDay(15), 8, this::theyLeave);
            on(told.minusMonths(2).atDay(6), 8, () -> note(NoteOnTheWay.Happened.CUSTOMS_IN));
            on(told.minusMonths(2).atDay(9), 16, () -> note(NoteOnTheWay.Happened.CUSTOMS_OUT));
            on(told.minusMonths(2).atDay(11), 11, () -> theVillageConfirms(key));
            on(told.minusMonths(2).atDay(14), 10, this::whatIsMissingIsAccountedFor);
            on(told.minusMonths(2).atDay(22), 10, this::oneBoxIsFound);
            String passedOn = on(told.minusMonths(1).atDay(4), 9, this::halfOfItGoesOn);
            on(told.minusMonths(1).atDay(9), 15, () -> theFirstHouseReceivesIt(passedOn));
            theBedsReachAFamily();
            return new Told(coordinator, NAME, SIGN_IN, password, drive, tracking);
        }

        private Void theSecondHouseIsFounded() {
            coordinator = founding.demonstrateBeside(new FoundOrganisation(
                    NAME, "HK", "Asia/Hong_Kong", "Kwai Tsing store", "Mei, coordinator", SIGN_IN, password));
            return there(() -> {
                site = places.list(true, null, 1).rows().get(0).code();
                drive = drives.open(new OpenDrive(
                                DriveKind.COLLECTION,
                                "Beds and clothes for Kazakhstan",
                                "Chair-beds and warm clothes for families who lost their homes to the floods.",
                                told.minusMonths(3).atDay(1),
                                today.plusDays(20),
                                site))
                        .code();
                partner = partners.add(new TellPartner("Almond Village", "KZ", true)).code();
                return null;
            });
        }

        private Void donorsBringThings() {
            return there(() -> {
                DonationView gift = given("Wing, from the choir", line("chair-bed", null, Grade.NEW, 2));
                beds = gift.lots().get(0).code();
                tracking = "/t/" + donations.page(gift.code()).trackingCode();
                pallets = made(PlaceKind.PALLET, 2, site);
                boxes.addAll(made(PlaceKind.BOX, BOXES / 2, pallets.get(0)));
                boxes.addAll(made(PlaceKind.BOX, BOXES / 2, pallets.get(1)));
                pack(boxes.get(0), beds, 2);
                return null;
            });
        }

        private Void theyArePacked() {
            return there(() -> {
                String jackets = given("Kwai Tsing High School", line("winter-jackets-man", "L", Grade.GOOD, 10L * BOXES))
                        .lots().get(0).code();
                String socks = given("Harbour Knitters", line("thick-socks-adult", null, Grade.NEW, 20L * BOXES))
                        .lots().get(0).code();
                for (String box : boxes) {
                    pack(box, jackets, 10);
                    pack(box, socks, 20);
                }
                return null;
            });
        }

        private DonationView given(String giver, DonationLine line) {
            return donations.receive(new ReceiveDonation(drive, site, null, giver, null, null, null, List.of(line), null));
        }

        private DonationLine line(String item, String size, Grade grade, long quantity) {
            return new DonationLine(item, size, null, grade, quantity);
        }

        private List<String> made(PlaceKind kind, long count, String in) {
            return containers.make(new MakeContainers(kind, count, null, in, null)).containers().stream()
                    .map(ContainerView::code)
                    .toList();
        }

        private void pack(String box, String lot, long quantity) {
            packing.pack(box, new Pack(List.of(new Pack.Line(lot, site, quantity)), null));
        }

        /** @return the village's key */
        private String theyLeave() {
            return there(() -> {
                shipment = shipments.propose(new ProposeShipment(
                                partner, "Beds and winter clothes", null, null, told.minusMonths(2).atDay(10)))
                        .code();
                shipments.agree(shipment);
                shipments.pack(shipment, new PackShipment(pallets));
                road.depart(shipment, new DepartShipment(
                        null,
                        new PlanLeg(
                                "Pearl River Lines", "TGHU 123456 7", "HK 884 213", "Hong Kong, Kwai Tsing",
                                "Almaty, freight terminal", null, told.minusMonths(2).atDay(10)),
                        "warehouse keeper",
                        "driver of the carrier"));
                return road.shownKey(shipment);
            });
        }

        private Void note(NoteOnTheWay.Happened what) {
            return there(() -> {
                String waybill = shipments.get(shipment).legs().get(0).waybill();
                road.note(shipment, new NoteOnTheWay(what, waybill, null, null, "customs officer", BOXES, null));
                return null;
            });
        }

        private Void theVillageConfirms(String key) {
            acting.asStranger(() -> handovers.confirm(
                    handovers.open(key, "demonstration"),
                    new ConfirmHandover(
                            List.of(boxes.get(LOST), boxes.get(FOUND)),
                            List.of(new DamagedBox(boxes.get(DAMAGED), "Wet at one corner; what is in it dries")),
                            "warehouse keeper",
                            "Two boxes were not on the lorry.")));
            return null;
        }

        private Void whatIsMissingIsAccountedFor() {
            return there(() -> {
                differences.lose(shipment, new LoseBoxes(null, "Not on the lorry at the border"));
                differences.claim(shipment, boxes.get(LOST), new ClaimBox("240.00", "USD", "Insurer, case 2219"));
                differences.close(shipment, new CloseShipment("Told to the carrier"));
                return null;
            });
        }

        private Void oneBoxIsFound() {
            return there(() -> {
                differences.find(shipment, boxes.get(FOUND), new TellWhy("It stood in the depot at Dostyk"));
                receiving.receive(shipment, new ReceiveBoxes(null, List.of(boxes.get(FOUND)), null));
                differences.close(shipment, new CloseShipment(null));
                return null;
            });
        }

        private String halfOfItGoesOn() {
            String to = here(Role.COORDINATOR, () -> organisations.mine().code());
            String next = there(() -> shipments
                    .propose(new ProposeShipment(to, "For families after the flood", null, null, null))
                    .code());
            here(Role.DISTRIBUTOR, () -> shipments.agree(next));
            there(() -> {
                shipments.pack(next, new PackShipment(List.of(pallets.get(0))));
                return road.depart(next, new DepartShipment(null, null, "warehouse keeper", "driver of the village"));
            });
            return next;
        }

        private Void theFirstHouseReceivesIt(String passedOn) {
            return here(Role.VOLUNTEER, () -> {
                var known = places.list(true, null, 2).rows();
                receiving.receiveAll(passedOn, new ReceiveAll(known.get(0).code(), null, null, "warehouse keeper", null));
                packing.unpack(
                        boxes.get(0), new Unpack(List.of(new Unpack.Line(beds, 2L)), null, known.get(1).code()));
                return null;
            });
        }

        /** One of three of whom the same is told in public, so that it tells nobody which. */
        private void theBedsReachAFamily() {
            List<String> families = new ArrayList<>();
            on(told.minusMonths(1).atDay(12), 9, () -> here(Role.COORDINATOR, () -> {
                for (String alias : List.of("Family Poppy", "Family Iris", "Family Sage")) {
                    families.add(recipients.add(family(alias)).code());
                }
                return null;
            }));
            String key = on(told.atDay(18), 9, () -> here(Role.DISTRIBUTOR, () -> {
                String need = needs.post(new PostNeed(
                                families.get(0),
                                "a household of 5",
                                null,
                                List.of(new PostNeed.Line("chair-bed", null, null, List.of(), 2L))))
                        .code();
                allocations.allocate(AllocateStock.oldest(need, null, null));
                String dispatch = dispatches.prepare(new PrepareDispatch(need)).code();
                dispatches.load(dispatch);
                dispatches.depart(dispatch, new DepartDispatch("214 KLM 02", null, null));
                return dispatches.show(dispatch).key();
            }));
            on(told.atDay(20), 11, () -> acting.asStranger(() -> deliveries.confirm(
                    deliveries.open(key, "demonstration"),
                    new ConfirmArrival(
                            null,
                            List.of(new ConfirmArrival.Counted(1, 2L, 0L)),
                            null,
                            null,
                            "The children sleep in beds again. Thank you."))));
            on(told.atDay(21), 10, () -> here(Role.COORDINATOR, () -> {
                thanks.list(Thanks.State.WAITING, null, 100).rows().stream()
                        .filter(each -> each.words().startsWith("The children sleep"))
                        .forEach(each -> thanks.approve(each.code()));
                return null;
            }));
        }

        private DescribeRecipient family(String alias) {
            return new DescribeRecipient(
                    alias, RecipientKind.HOUSEHOLD, "KZ", "Almaty region", Disclosure.DESCRIBED, null,
                    "a family displaced by floods", null);
        }
    }
}
