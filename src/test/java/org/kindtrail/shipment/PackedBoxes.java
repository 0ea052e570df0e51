package org.kindtrail.shipment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.container.ContainerService;
import org.kindtrail.container.ContainerView;
import org.kindtrail.container.MakeContainers;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation;

/** Boxes with goods in them, made by few calls. */
@ApplicationScoped
class PackedBoxes {
    private final ContainerService containers;
    private final Ledger ledger;
    private final Places places;
    private final Catalogue catalogue;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    PackedBoxes(
            ContainerService containers,
            Ledger ledger,
            Places places,
            Catalogue catalogue,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.containers = containers;
        this.ledger = ledger;
        this.places = places;
        this.catalogue = catalogue;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    private static <T> T work(AnOrganisation.House house, Callable<T> work) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** So many empty ones; their codes. */
    List<String> made(AnOrganisation.House house, PlaceKind kind, String in, int count) {
        return work(house, () -> containers.make(new MakeContainers(kind, (long) count, null, in, null)).containers().stream()
                .map(ContainerView::code)
                .toList());
    }

    /** A box with one lot of so many jumpers in it. */
    String box(AnOrganisation.House house, String in, long jumpers) {
        String box = made(house, PlaceKind.BOX, in, 1).get(0);
        fill(house, List.of(box), jumpers);
        return box;
    }

    /** Puts a lot of so many jumpers into each; the codes of the lots. */
    List<String> fill(AnOrganisation.House house, List<String> boxes, long jumpers) {
        return work(house, () -> {
            List<String> lots = new ArrayList<>();
            Entry entry = new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant());
            for (String box : boxes) {
                lots.addAll(ledger.receive(4_000_000_000_001L, places.get(box), entry, List.of(lot(jumpers))).stream()
                        .map(org.kindtrail.stock.Lot::getCode)
                        .toList());
            }
            return lots;
        });
    }

    /** A box with so many lots in it. */
    String boxOfLots(AnOrganisation.House house, String in, int lots) {
        String box = made(house, PlaceKind.BOX, in, 1).get(0);
        work(house, () -> ledger.receive(
                4_000_000_000_001L,
                places.get(box),
                new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                IntStream.range(0, lots).mapToObj(each -> lot(3)).toList()));
        return box;
    }

    private NewLot lot(long jumpers) {
        return new NewLot(codes.next(CodeKind.BAG), catalogue.find("jumpers-man"), "L", null, Grade.GOOD, jumpers);
    }

    /** How many things are in the hands of the organisation, on the road included. */
    long held(AnOrganisation.House house) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select coalesce(sum(b.onHand), 0) from Balance b join Place p on p.id = b.placeId where p.organisationId = :of",
                        Long.class)
                .setParameter("of", house.id)
                .getSingleResult());
    }

    Long lotId(String code) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery("select l.id from Lot l where l.code = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult());
    }
}
