package org.kindtrail.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.container.ContainerService;
import org.kindtrail.container.MakeContainers;
import org.kindtrail.container.Pack;
import org.kindtrail.container.PackingService;
import org.kindtrail.container.SealContainer;
import org.kindtrail.drive.DriveKind;
import org.kindtrail.drive.DriveService;
import org.kindtrail.drive.OpenDrive;
import org.kindtrail.intake.DonationLine;
import org.kindtrail.intake.DonationLot;
import org.kindtrail.intake.DonationService;
import org.kindtrail.intake.ReceiveDonation;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.paper.LogoService;
import org.kindtrail.place.AddPlace;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.PlaceService;
import org.kindtrail.stock.MoveGoods;
import org.kindtrail.stock.MoveService;
import org.kindtrail.warehouse.HoldGoods;
import org.kindtrail.warehouse.HoldKind;
import org.kindtrail.warehouse.HoldService;
import org.kindtrail.warehouse.LevelService;
import org.kindtrail.warehouse.SetMinimumLevel;

/**
 * After the fifth story: a warehouse of the first house with boxes in every state, goods to pack, to move and to set apart, goods
 * that are of use for some days only; and what is counted and sent there. Nothing in it is of a kind that earlier examples
 * take, so that these go on taking what they took.
 */
@ApplicationScoped
class RoadToTry {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    /**
     * Where the rest is laid.
     *
     * @param counted what lies on the second rack, a lot of each kind
     * @param gloves the lot on the first rack from which boxes are filled
     */
    record Laid(String drive, String site, String rack, String otherRack, List<DonationLot> counted, String gloves) {}

    private final Acting acting;
    private final HouseClock time;
    private final Clock clock;
    private final LogoService logos;
    private final PlaceService places;
    private final DriveService drives;
    private final DonationService donations;
    private final ContainerService containers;
    private final PackingService packing;
    private final MoveService moves;
    private final HoldService holds;
    private final LevelService levels;
    private final CountsToTry counts;
    private final ShipmentsToTry shipments;

    RoadToTry(
            Acting acting,
            HouseClock time,
            Clock clock,
            LogoService logos,
            PlaceService places,
            DriveService drives,
            DonationService donations,
            ContainerService containers,
            PackingService packing,
            MoveService moves,
            HoldService holds,
            LevelService levels,
            CountsToTry counts,
            ShipmentsToTry shipments) {
        this.acting = acting;
        this.time = time;
        this.clock = clock;
        this.logos = logos;
        this.places = places;
        this.drives = drives;
        this.donations = donations;
        this.containers = containers;
        this.packing = packing;
        this.moves = moves;
        this.holds = holds;
        this.levels = levels;
        this.counts = counts;
        this.shipments = shipments;
    }

    /** @return the key of a receiver without an account, of what is on the road */
    String lay(DemonstrationHouse.Keys keys, StoryFive.Told beside) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ALMATY);
        Laying laying = new Laying(keys, today);
        Laid laid = time.at(today.minusDays(9).atTime(9, 0).atZone(ALMATY).toInstant(), laying::all);
        time.at(today.minusDays(8).atTime(9, 0).atZone(ALMATY).toInstant(), () -> {
            counts.lay(keys, laid);
            return null;
        });
        return shipments.lay(keys, laid, beside);
    }

    private final class Laying {
        private final DemonstrationHouse.Keys keys;
        private final LocalDate today;
        private String drive;
        private String site;
        private final List<String> racks = new ArrayList<>();
        private List<DonationLot> free;

        private Laying(DemonstrationHouse.Keys keys, LocalDate today) {
            this.keys = keys;
            this.today = today;
        }

        private <T> T as(Role role, Supplier<T> work) {
            return acting.as(keys.person(role), work);
        }

        private Laid all() {
            as(Role.COORDINATOR, this::aWarehouse);
            free = as(Role.VOLUNTEER, () -> given(
                    racks.get(0),
                    line("coats-woman", "M", 60, null),
                    line("trousers-man", "L", 60, null),
                    line("gloves-adult", null, 300, null),
                    line("canned-food", null, 48, today.plusDays(12)),
                    line("dry-food", null, 20, today.plusDays(80)),
                    line("dry-food", null, 5, today.minusDays(3))));
            List<DonationLot> counted = as(Role.VOLUNTEER, () -> given(
                    racks.get(1),
                    line("thick-socks-man", null, 30, null),
                    line("thin-socks-man", null, 30, null),
                    line("scarves-man", null, 30, null),
                    line("gloves-man", null, 30, null),
                    line("winter-hats-man", null, 30, null),
                    line("winter-hats-woman", null, 30, null),
                    line("shirts-man", "M", 20, null),
                    line("blouses-woman", "M", 20, null),
                    line("t-shirts-man", "M", 20, null),
                    line("t-shirts-woman", "M", 20, null)));
            as(Role.VOLUNTEER, this::boxes);
            as(Role.VOLUNTEER, this::goodsThatMoved);
            as(Role.DISTRIBUTOR, () -> {
                levels.set(new SetMinimumLevel(site, "canned-food", null, 60L));
                return levels.set(new SetMinimumLevel(site, "coats-woman", "M", 20L));
            });
            return new Laid(drive, site, racks.get(0), racks.get(1), counted, free.get(2).code());
        }

        private Void aWarehouse() {
            logos.put(DrawnBoxes.png(3));
            site = places.add(new AddPlace(PlaceKind.SITE, "Warehouse", null, null)).code();
            for (int rack = 1; rack <= 3; rack++) {
                racks.add(places.add(new AddPlace(PlaceKind.SHELF, "Rack " + rack, site, (long) rack)).code());
            }
            drive = drives.open(new OpenDrive(
                            DriveKind.COLLECTION, "Things for the road", null, today.minusDays(9), today.plusDays(30), site))
                    .code();
            return null;
        }

        private DonationLine line(String item, String size, long quantity, LocalDate expiresOn) {
            return new DonationLine(item, size, null, Grade.NEW, quantity, expiresOn);
        }

        private List<DonationLot> given(String place, DonationLine... lines) {
            return donations
                    .receive(new ReceiveDonation(drive, place, null, null, null, null, null, List.of(lines), null))
                    .lots();
        }

        /** Filled and open, sealed, empty, out of use, on a pallet. */
        private Void boxes() {
            String pallet = made(PlaceKind.PALLET, "Pallet 1", site);
            fill(made(PlaceKind.BOX, "Coats 1", pallet), free.get(0), 5);
            fill(made(PlaceKind.BOX, "Coats 2", pallet), free.get(0), 5);
            String sealed = made(PlaceKind.BOX, "Trousers 1", site);
            fill(sealed, free.get(1), 8);
            containers.seal(sealed, new SealContainer("KZ 004512"));
            fill(made(PlaceKind.BOX, "Trousers 2", racks.get(0)), free.get(1), 8);
            fill(made(PlaceKind.BOX, "Trousers 3", site), free.get(1), 8);
            made(PlaceKind.BOX, "Spare 1", site);
            containers.close(made(PlaceKind.BOX, "Spare 2", site));
            given(racks.get(2), line("scarves-child", null, 10, null));
            fill(made(PlaceKind.BOX, "Trousers 4", racks.get(2)), free.get(1), 4);
            return null;
        }

        private String made(PlaceKind kind, String name, String in) {
            return containers.make(new MakeContainers(kind, 1L, name, in, null)).containers().get(0).code();
        }

        private void fill(String box, DonationLot lot, long quantity) {
            packing.pack(box, new Pack(List.of(new Pack.Line(lot.code(), racks.get(0), quantity)), null));
        }

        private Void goodsThatMoved() {
            moves.move(new MoveGoods(
                    racks.get(0), site, null, "Nearer to the door",
                    List.of(new MoveGoods.Line(free.get(1).code(), null, null, null, 6L, null, null))));
            holds.hold(new HoldGoods(
                    HoldKind.CHECK, "Damp: look for mould", free.get(0).code(), null, null, racks.get(0), 4L));
            holds.hold(new HoldGoods(
                    HoldKind.QUARANTINE, "Recalled by the maker", free.get(4).code(), null, null, racks.get(0), 8L));
            return null;
        }
    }
}
