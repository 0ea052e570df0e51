package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.AddPerson;
import org.kindtrail.account.PeopleService;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.AddBarcode;
import org.kindtrail.catalogue.AddItem;
import org.kindtrail.catalogue.Barcodes;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.ItemService;
import org.kindtrail.catalogue.Unit;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.dispatch.ConfirmArrival;
import org.kindtrail.dispatch.DeliveryService;
import org.kindtrail.dispatch.DepartDispatch;
import org.kindtrail.dispatch.DispatchService;
import org.kindtrail.dispatch.PrepareDispatch;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.DonationView;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.need.AllocateStock;
import org.kindtrail.need.AllocationService;
import org.kindtrail.need.NeedService;
import org.kindtrail.need.PostNeed;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.place.PlaceView;
import org.kindtrail.recipient.DescribeRecipient;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.recipient.RecipientService;
import org.kindtrail.recipient.SealedDetails;
import org.kindtrail.stock.PutAway;
import org.kindtrail.stock.MoveService;

/**
 * After the first story: for each act that takes something away from another's reach, a thing of its own to try it on, so
 * that every example in the description of the API works, alone and after the others. What is added goes to the end, and
 * earlier codes stay.
 */
@ApplicationScoped
class ThingsToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Acting acting;
    private final Clock clock;
    private final PlaceService places;
    private final ItemService items;
    private final Barcodes barcodes;
    private final PeopleService people;
    private final DriveService drives;
    private final RecipientService recipients;
    private final DonationService donations;
    private final MoveService moves;
    private final NeedService needs;
    private final AllocationService allocations;
    private final DispatchService dispatches;
    private final DeliveryService deliveries;

    ThingsToTry(
            Acting acting,
            Clock clock,
            PlaceService places,
            ItemService items,
            Barcodes barcodes,
            PeopleService people,
            DriveService drives,
            RecipientService recipients,
            DonationService donations,
            MoveService moves,
            NeedService needs,
            AllocationService allocations,
            DispatchService dispatches,
            DeliveryService deliveries) {
        this.acting = acting;
        this.clock = clock;
        this.places = places;
        this.items = items;
        this.barcodes = barcodes;
        this.people = people;
        this.drives = drives;
        this.recipients = recipients;
        this.donations = donations;
        this.moves = moves;
        this.needs = needs;
        this.allocations = allocations;
        this.dispatches = dispatches;
        this.deliveries = deliveries;
    }

    void lay(DemonstrationHouse.Keys keys, String drive) {
        new Laying(keys, drive).all();
    }

    private final class Laying {
        private final DemonstrationHouse.Keys keys;
        private final String drive;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        private String recipient;

        private Laying(DemonstrationHouse.Keys keys, String drive) {
            this.keys = keys;
            this.drive = drive;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private void all() {
            List<PlaceView> known = as(Role.VOLUNTEER, () -> places.list(true, null, 10)).rows();
            drivesAndPlaces(known.get(0).code());
            peopleAndRecipients();
            goods(known.get(1).code(), known.get(2).code());
            needsWithoutDispatch();
            dispatchesInTheHouse();
            dispatchesOnTheRoad();
            deliveriesMade();
            sealedDetailsToErase();
        }

        /** One to close and one that is closed, of each. */
        private void drivesAndPlaces(String site) {
            as(Role.COORDINATOR, () -> {
                drives.open(collection("Blankets for the winter", today.minusDays(10), today.plusDays(30), site));
                drives.close(drives.open(collection("Summer shoes", today.minusDays(200), today.minusDays(100), site))
                        .code());
                places.add(new AddPlace(PlaceKind.SHELF, "Shelf C", site, 3L));
                places.close(places.add(new AddPlace(PlaceKind.SHELF, "Shelf D", site, 4L)).code());
                barcodes.add("practical-shoes-man", new AddBarcode("4006381333931", "42"));
                return items.add(new AddItem("Felt boots", "shoes", Wearer.MAN, Unit.PAIR, List.of("42", "43")));
            });
        }

        private OpenDrive collection(String title, LocalDate from, LocalDate to, String site) {
            return new OpenDrive(DriveKind.COLLECTION, title, null, from, to, site);
        }

        /** The recipients of what follows; one without needs, one retired; one person to stay and one gone. */
        private void peopleAndRecipients() {
            as(Role.COORDINATOR, () -> {
                recipient = recipients.add(shelter("House Larch")).code();
                recipients.add(shelter("House Rowan"));
                recipients.retire(recipients.add(shelter("House Alder")).code());
                people.add(volunteer("aidar", "Aidar, on Saturdays"));
                people.add(volunteer("marat", "Marat, moved away"));
                return people.deactivate("marat");
            });
        }

        private DescribeRecipient shelter(String alias) {
            return new DescribeRecipient(
                    alias, RecipientKind.SHELTER, "KZ", "Almaty region", Disclosure.REGION, null, null, null);
        }

        private void sealedDetailsToErase() {
            as(Role.COORDINATOR, () -> recipients.add(new DescribeRecipient(
                    "House Aspen",
                    RecipientKind.SHELTER,
                    "KZ",
                    "Almaty region",
                    Disclosure.REGION,
                    null,
                    null,
                    new SealedDetails(
                            Confidential.of("Aspen House of the Example Foundation"),
                            Confidential.of("3 Example Street, Invented Town"),
                            null,
                            null))));
        }

        private AddPerson volunteer(String name, String displayName) {
            return new AddPerson(name, displayName, EnumSet.of(Role.VOLUNTEER), DemonstrationHouse.password());
        }

        private void goods(String shelf, String other) {
            DonationView donation = as(
                    Role.VOLUNTEER,
                    () -> donations.receive(new ReceiveDonation(
                            drive,
                            shelf,
                            null,
                            null,
                            today.minusDays(20).atTime(11, 30).atZone(ALMATY).toInstant(),
                            null,
                            null,
                            List.of(
                                    new DonationLine("blankets", null, null, Grade.GOOD, 40L),
                                    new DonationLine("towels", null, null, Grade.NEW, 40L)),
                            null)));
            as(Role.VOLUNTEER, () -> moves.putAway(
                    new PutAway(donation.lots().get(1).code(), shelf, other, 5L)));
        }

        private void needsWithoutDispatch() {
            as(Role.DISTRIBUTOR, () -> allocations.allocate(AllocateStock.oldest(need("4 men", "towels"), null, null)));
            need("3 men", "blankets");
            String met = need("2 men", "blankets");
            as(Role.DISTRIBUTOR, () -> needs.close(met));
        }

        private void dispatchesInTheHouse() {
            staged("2 families", "blankets");
            staged("3 families", "blankets", "towels");
        }

        /** One to be told of by the house, one whose receiver lost the key, one that comes back. */
        private void dispatchesOnTheRoad() {
            departed("5 women");
            departed("6 women");
            departed("7 women");
        }

        private void deliveriesMade() {
            arrived("8 women", "Warm and dry. Ask Aigul from room 4.");
            arrived("9 women", null);
        }

        private String need(String forWhom, String... wanted) {
            List<PostNeed.Line> lines = List.of(wanted).stream()
                    .map(item -> new PostNeed.Line(item, null, null, List.of(), 2L))
                    .toList();
            return as(
                    Role.DISTRIBUTOR,
                    () -> needs.post(new PostNeed(recipient, forWhom, today.plusDays(7), lines)).code());
        }

        private String staged(String forWhom, String... wanted) {
            String need = need(forWhom, wanted);
            return as(Role.DISTRIBUTOR, () -> {
                allocations.allocate(AllocateStock.oldest(need, null, null));
                return dispatches.prepare(new PrepareDispatch(need)).code();
            });
        }

        private String departed(String forWhom) {
            String dispatch = staged(forWhom, "blankets");
            return as(Role.DISTRIBUTOR, () -> {
                dispatches.load(dispatch);
                dispatches.depart(
                        dispatch,
                        new DepartDispatch(
                                "123 ABC 02",
                                "the house's driver",
                                today.minusDays(2).atTime(9, 0).atZone(ALMATY).toInstant()));
                return dispatch;
            });
        }

        private void arrived(String forWhom, String thanks) {
            String dispatch = departed(forWhom);
            as(
                    Role.DISTRIBUTOR,
                    () -> deliveries.confirm(
                            dispatch, new ConfirmArrival(true, null, today.minusDays(1), null, thanks)));
        }
    }
}
