package org.kindtrail.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.testing.AnOrganisation;

/** Goods in a house, put there through the ledger. */
@ApplicationScoped
public class SomeGoods {
    private final Ledger ledger;
    private final Lots lots;
    private final Places places;
    private final Catalogue catalogue;
    private final Codes codes;
    private final Clock clock;
    private final ContainerMoves containers;

    SomeGoods(
            Ledger ledger,
            Lots lots,
            Places places,
            Catalogue catalogue,
            Codes codes,
            Clock clock,
            ContainerMoves containers) {
        this.containers = containers;
        this.ledger = ledger;
        this.lots = lots;
        this.places = places;
        this.catalogue = catalogue;
        this.codes = codes;
        this.clock = clock;
    }

    private <T> T work(AnOrganisation.House house, java.util.concurrent.Callable<T> work) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(work));
    }

    private NewLot made(String item, String size, Grade grade, long quantity) {
        return new NewLot(codes.next(CodeKind.BAG), catalogue.find(item), size, null, grade, quantity);
    }

    /** Goods come in at the place; the code of their lot. */
    public String receive(AnOrganisation.House house, String place, String item, String size, long quantity) {
        return receive(house, place, item, size, Grade.GOOD, quantity);
    }

    /** The same, in that grade. */
    String receive(AnOrganisation.House house, String place, String item, String size, Grade grade, long quantity) {
        return work(house, () -> ledger.receive(
                        4_000_000_000_001L,
                        places.get(place),
                        new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                        List.of(made(item, size, grade, quantity)))
                .get(0)
                .getCode());
    }

    /** So many lots of one jumper each come in at the place, at once. */
    public void receive(AnOrganisation.House house, String place, int lots) {
        work(house, () -> ledger.receive(
                4_000_000_000_001L,
                places.get(place),
                new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                java.util.stream.IntStream.range(0, lots).mapToObj(i -> made("jumpers-man", "L", Grade.GOOD, 1)).toList()));
    }

    /** The same, of use until that day. */
    public String receive(AnOrganisation.House house, String place, String item, String size, long quantity, LocalDate until) {
        return work(house, () -> ledger.receive(
                        4_000_000_000_001L,
                        places.get(place),
                        new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                        List.of(made(item, size, Grade.GOOD, quantity).until(until)))
                .get(0)
                .getCode());
    }

    /** So many lots of it, each of that quantity; their codes. */
    public List<String> receiveMany(AnOrganisation.House house, String place, String item, int lots, long quantity) {
        return work(house, () -> ledger
                .receive(
                        4_000_000_000_001L,
                        places.get(place),
                        new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                        Stream.generate(() -> made(item, null, Grade.GOOD, quantity)).limit(lots).toList())
                .stream()
                .map(Lot::getCode)
                .toList());
    }

    /** A box that stands in the place. */
    public String box(AnOrganisation.House house, String in) {
        return work(house, () -> {
            Place box = Place.container(PlaceKind.BOX, codes.next(CodeKind.CONTAINER), "Box", places.get(in));
            places.persist(box);
            containers.made(List.of(box), new ContainerMoves.Carry(CarryReason.MADE, codes.next(CodeKind.MOVE), clock.instant(), null));
            return box.getCode();
        });
    }

    /** The box goes to another place of the house; the code of the document. */
    public String carry(AnOrganisation.House house, String box, String to) {
        return work(house, () -> {
            String document = codes.next(CodeKind.MOVE);
            containers.move(List.of(places.get(box)), places.get(to), new ContainerMoves.Carry(CarryReason.MOVED, document, clock.instant(), null));
            return document;
        });
    }

    public void seal(AnOrganisation.House house, String box) {
        work(house, () -> {
            places.get(box).seal(null);
            return null;
        });
    }

    /** A bag at the place is sorted into jumpers and what is unfit; the document's code. */
    public String sort(AnOrganisation.House house, String bag, String place) {
        return work(house, () -> {
            String document = codes.next(CodeKind.SORTING);
            Place at = places.get(place);
            ledger.convert(Making.of(ConversionKind.SORTING, lots.get(bag), 1, at, new Entry(Reason.SORTED, document, clock.instant()), List.of(
                    new Making.Output(made("jumpers-man", "L", Grade.GOOD, 4), at),
                    new Making.Output(made("jumpers-man", "M", Grade.UNFIT, 1), ledger.boundary(Place.LET_GO)))));
            return document;
        });
    }

    /** Some of the lot is promised to a need; the promise's code. */
    public String promise(AnOrganisation.House house, String lot, String place, String need, long quantity) {
        return work(house, () -> ledger.promise(List.of(new Promise(1L, need, lots.get(lot), places.get(place), quantity))).get(0).getCode());
    }

    public void reverse(AnOrganisation.House house, String document) {
        work(house, () -> {
            ledger.reverse(document, "mistaken");
            return null;
        });
    }

    /** A code of that kind that nothing bears. */
    public String code(CodeKind kind) {
        return codes.next(kind);
    }
}
