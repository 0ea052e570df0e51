package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.OrganisationService;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.container.ContainerService;
import org.kindtrail.container.ContainerView;
import org.kindtrail.container.MakeContainers;
import org.kindtrail.container.Pack;
import org.kindtrail.container.PackingService;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.shipment.DamagedBox;
import org.kindtrail.shipment.DepartShipment;
import org.kindtrail.shipment.DifferenceService;
import org.kindtrail.shipment.LoseBoxes;
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

/** Shipments of the first house in every state, to a partner without an account and from the second house. */
@ApplicationScoped
class ShipmentsToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final OrganisationService organisations;
    private final PlaceService places;
    private final DonationService donations;
    private final ContainerService containers;
    private final PackingService packing;
    private final PartnerService partners;
    private final ShipmentService shipments;
    private final RoadService road;
    private final ReceivingService receiving;
    private final DifferenceService differences;

    ShipmentsToTry(
            Acting acting,
            HouseClock time,
            Clock clock,
            OrganisationService organisations,
            PlaceService places,
            DonationService donations,
            ContainerService containers,
            PackingService packing,
            PartnerService partners,
            ShipmentService shipments,
            RoadService road,
            ReceivingService receiving,
            DifferenceService differences) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.organisations = organisations;
        this.places = places;
        this.donations = donations;
        this.containers = containers;
        this.packing = packing;
        this.partners = partners;
        this.shipments = shipments;
        this.road = road;
        this.receiving = receiving;
        this.differences = differences;
    }

    /** @return the key of a receiver without an account, of what is on the road */
    String lay(DemonstrationHouse.Keys keys, RoadToTry.Laid laid, StoryFive.Told beside) {
        return new Laying(keys, laid, beside).all();
    }

    private final class Laying {
        private final DemonstrationHouse.Keys keys;
        private final RoadToTry.Laid laid;
        private final StoryFive.Told beside;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        private String partner;

        private Laying(DemonstrationHouse.Keys keys, RoadToTry.Laid laid, StoryFive.Told beside) {
            this.keys = keys;
            this.laid = laid;
            this.beside = beside;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private <T> T daysAgo(int days, Supplier<T> work) {
            return time.at(today.minusDays(days).atTime(9, 0).atZone(ALMATY).toInstant(), work);
        }

        private String all() {
            daysAgo(7, this::partners);
            daysAgo(1, this::beforeTheyLeave);
            String key = onTheRoad();
            received();
            fromTheSecondHouse();
            return key;
        }

        private Void partners() {
            return as(Role.COORDINATOR, () -> {
                partner = partners.add(new TellPartner("Steppe Village", "KZ", true)).code();
                partners.add(new TellPartner("Apple Valley Centre", "KZ", false));
                partners.close(partners.add(new TellPartner("Old Mill House", "KG", false)).code());
                return null;
            });
        }

        // What has not left yet ----------------------------------------------------------------------------------------

        private Void beforeTheyLeave() {
            proposed("Gloves, to agree on");
            proposed("Gloves, to decline");
            proposed("Gloves, to cancel");
            proposed("Gloves, to tell anew");
            filled("To be listed", 1);
            agreed("Gloves, to pack", "Packed", 2);
            String planned = agreed("Gloves, to depart", "Ready", 2);
            as(Role.DISTRIBUTOR, () -> road.plan(planned, leg(today.plusDays(1))));
            agreed("Gloves, to plan", "Waiting", 1);
            return null;
        }

        private String proposed(String about) {
            LocalDate leaves = LocalDate.ofInstant(clock.instant(), ALMATY).plusDays(2);
            return as(
                    Role.DISTRIBUTOR,
                    () -> shipments
                            .propose(new ProposeShipment(partner, about, null, leaves, leaves.plusDays(3)))
                            .code());
        }

        private String agreed(String about, String boxes, int count) {
            String shipment = proposed(about);
            as(Role.DISTRIBUTOR, () -> shipments.agree(shipment));
            as(Role.VOLUNTEER, () -> shipments.pack(shipment, new PackShipment(filled(boxes, count))));
            return shipment;
        }

        private List<String> filled(String name, int count) {
            return as(Role.VOLUNTEER, () -> {
                List<String> made = boxes(name, count, laid.site());
                made.forEach(box -> pack(box, laid.gloves(), laid.rack(), 4));
                return made;
            });
        }

        private List<String> boxes(String name, long count, String in) {
            return containers.make(new MakeContainers(PlaceKind.BOX, count, name, in, null)).containers().stream()
                    .map(ContainerView::code)
                    .toList();
        }

        private void pack(String box, String lot, String from, long quantity) {
            packing.pack(box, new Pack(List.of(new Pack.Line(lot, from, quantity)), null));
        }

        private PlanLeg leg(LocalDate leaves) {
            return new PlanLeg(
                    "Steppe Freight", "214 KLM 02", "KZ 884 213", "Almaty", "Taldykorgan", leaves, leaves.plusDays(3));
        }

        // What is on its way -------------------------------------------------------------------------------------------

        private String onTheRoad() {
            String key = departed("Gloves, to confirm by the key", 2).key();
            departed("Gloves, of which the key was lost", 2);
            departed("Gloves, to come back", 2);
            departed("Gloves, to receive box by box", 3);
            departed("Gloves, to receive at once", 2);
            Departed begun = departed("Gloves, to have received", 2);
            daysAgo(1, () -> as(Role.VOLUNTEER, () ->
                    receiving.receive(begun.code(), new ReceiveBoxes(null, begun.boxes().subList(0, 1), null))));
            return key;
        }

        private record Departed(String code, List<String> boxes, String key) {}

        private Departed departed(String about, int count) {
            String shipment = daysAgo(6, () -> proposed(about));
            List<String> boxes = daysAgo(6, () -> filled(about.replaceFirst("^Gloves, ", "Road: "), count));
            String key = daysAgo(4, () -> as(Role.DISTRIBUTOR, () -> {
                shipments.agree(shipment);
                shipments.pack(shipment, new PackShipment(boxes));
                road.depart(shipment, new DepartShipment(null, leg(today.minusDays(4)), "warehouse keeper", "driver of the carrier"));
                return road.shownKey(shipment);
            }));
            return new Departed(shipment, boxes, key);
        }

        // What came ----------------------------------------------------------------------------------------------------

        private void received() {
            came(departed("Gloves, one box missing, one damaged", 3), 1, true);
            Departed lost = departed("Gloves, one box lost", 2);
            came(lost, 1, false);
            daysAgo(1, () -> as(Role.DISTRIBUTOR, () -> differences.lose(lost.code(), new LoseBoxes(null, "Fell off at Sarkand"))));
            came(departed("Gloves, to close", 2), 0, false);
        }

        /** @param missing how many of the last did not come; the first came damaged, perhaps */
        private void came(Departed sent, int missing, boolean damaged) {
            List<String> boxes = sent.boxes();
            List<DamagedBox> wet = damaged ? List.of(new DamagedBox(boxes.get(0), "Wet through")) : null;
            daysAgo(2, () -> as(Role.VOLUNTEER, () -> receiving.receiveAll(
                    sent.code(),
                    new ReceiveAll(null, boxes.subList(boxes.size() - missing, boxes.size()), wet, "warehouse keeper", null))));
        }

        // From the second house ----------------------------------------------------------------------------------------

        private void fromTheSecondHouse() {
            String to = as(Role.COORDINATOR, () -> organisations.mine().code());
            daysAgo(6, () -> acting.as(beside.coordinator(), () -> {
                shipments.propose(new ProposeShipment(to, "Summer hats", null, today.plusDays(10), today.plusDays(30)));
                return shipments.propose(new ProposeShipment(to, "School coats", null, today.plusDays(12), today.plusDays(32)));
            }));
            sentByThem(to, "Winter hats for children", "Hats");
            String scarves = sentByThem(to, "Scarves", "Scarves");
            daysAgo(1, () -> as(Role.VOLUNTEER, () ->
                    receiving.receiveAll(scarves, new ReceiveAll(laid.site(), null, null, "warehouse keeper", null))));
        }

        private String sentByThem(String to, String about, String name) {
            String shipment = daysAgo(6, () -> acting.as(
                    beside.coordinator(),
                    () -> shipments.propose(new ProposeShipment(to, about, null, null, today.plusDays(1))).code()));
            daysAgo(6, () -> as(Role.DISTRIBUTOR, () -> shipments.agree(shipment)));
            daysAgo(5, () -> acting.as(beside.coordinator(), () -> {
                String store = places.list(true, null, 1).rows().get(0).code();
                String lot = donations
                        .receive(new ReceiveDonation(
                                beside.drive(), store, null, "Harbour Knitters", null, null, null,
                                List.of(new DonationLine("scarves-woman", null, null, Grade.NEW, 24L)), null))
                        .lots()
                        .get(0)
                        .code();
                List<String> boxes = boxes(name, 3, store);
                boxes.forEach(box -> pack(box, lot, store, 8));
                shipments.pack(shipment, new PackShipment(boxes));
                return road.depart(shipment, new DepartShipment(null, null, "warehouse keeper", "driver of the carrier"));
            }));
            return shipment;
        }
    }
}
