package org.kindtrail.stocktake;

import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Passwords;
import org.kindtrail.account.Person;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;
import org.kindtrail.place.Places;
import org.kindtrail.stock.CarryReason;
import org.kindtrail.stock.ContainerMoves;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** A house with goods to count, and what people do there, over REST. */
@ApplicationScoped
class AStocktake {
    private final AnOrganisation organisations;
    private final EntityManager database;
    private final Ledger ledger;
    private final Places places;
    private final ContainerMoves moves;
    private final Catalogue catalogue;
    private final Codes codes;
    private final SignIn signIn;
    private final Passwords passwords;
    private final java.time.Clock clock;

    AStocktake(
            AnOrganisation organisations,
            EntityManager database,
            Ledger ledger,
            Places places,
            ContainerMoves moves,
            Catalogue catalogue,
            Codes codes,
            SignIn signIn,
            Passwords passwords,
            java.time.Clock clock) {
        this.organisations = organisations;
        this.database = database;
        this.ledger = ledger;
        this.places = places;
        this.moves = moves;
        this.catalogue = catalogue;
        this.codes = codes;
        this.signIn = signIn;
        this.passwords = passwords;
        this.clock = clock;
    }

    Opened open() {
        return new Opened(organisations.open());
    }

    /** One house. */
    final class Opened {
        final AnOrganisation.House house;

        private Opened(AnOrganisation.House house) {
            this.house = house;
        }

        <T> T work(java.util.concurrent.Callable<T> act) {
            return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(act));
        }

        /** Goods come to lie there; the code of their lot. */
        String lay(String place, String item, String size, long quantity) {
            return layMany(place, item, size, List.of(quantity)).get(0);
        }

        /** A lot of each quantity, one after the other. */
        List<String> layMany(String place, String item, String size, List<Long> quantities) {
            return work(() -> ledger.receive(
                            4_000_000_000_001L,
                            places.get(place),
                            new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                            quantities.stream()
                                    .map(each -> new NewLot(codes.next(CodeKind.BAG), catalogue.find(item), size, null, Grade.GOOD, each))
                                    .toList())
                    .stream()
                    .map(org.kindtrail.stock.Lot::getCode)
                    .toList());
        }

        String shelf(String name) {
            return QuarkusTransaction.requiringNew().call(() -> {
                Place site = database.createQuery("from Place p where p.code = :code", Place.class)
                        .setParameter("code", house.site)
                        .getSingleResult();
                Place shelf = Place.shelf(site, codes.next(CodeKind.PLACE), name, 5);
                database.persist(shelf);
                return shelf.getCode();
            });
        }

        String box(String in) {
            return work(() -> {
                Place box = Place.container(PlaceKind.BOX, codes.next(CodeKind.CONTAINER), "Box", places.get(in));
                database.persist(box);
                moves.made(List.of(box), new ContainerMoves.Carry(CarryReason.MADE, box.getCode(), clock.instant(), null));
                return box.getCode();
            });
        }

        void seal(String box) {
            work(() -> {
                places.get(box).seal("S-1");
                return null;
            });
        }

        /** A second coordinator's token. */
        String another() {
            Long person = QuarkusTransaction.requiringNew().call(() -> {
                Person added = new Person(
                        house.id,
                        "second." + house.code.toLowerCase(),
                        "The second coordinator",
                        passwords.hash(AnOrganisation.PASSWORD),
                        java.util.Set.of(Role.COORDINATOR),
                        clock.instant());
                database.persist(added);
                return added.getId();
            });
            return signIn.token(person, "test");
        }

        ValidatableResponse send(Role role, String path, Object body) {
            return house.program(role).body(body).post("/api/v1/" + path).then();
        }

        ValidatableResponse read(Role role, String path) {
            return house.program(role).get("/api/v1/" + path).then();
        }

        String begin(String place) {
            return InJson.found(send(Role.VOLUNTEER, "stocktakes", Map.of("place", place)).statusCode(201).extract(), "code");
        }

        @SafeVarargs
        final ValidatableResponse count(Role role, String stocktake, Map<String, Object>... lines) {
            return send(role, "stocktakes/" + stocktake + "/counts", Map.of("counts", List.of(lines)));
        }

        ValidatableResponse submit(String stocktake) {
            return send(Role.VOLUNTEER, "stocktakes/" + stocktake + "/submit", "");
        }

        int version(String stocktake) {
            return InJson.found(read(Role.VOLUNTEER, "stocktakes/" + stocktake).statusCode(200).extract(), "version");
        }

        ValidatableResponse approve(String stocktake, String uncounted) {
            Map<String, Object> body = new HashMap<>(Map.of("version", version(stocktake)));
            if (uncounted != null) {
                body.put("uncounted", uncounted);
            }
            return send(Role.COORDINATOR, "stocktakes/" + stocktake + "/approve", body);
        }

        ValidatableResponse move(String lot, String from, String to, long quantity) {
            return send(Role.VOLUNTEER, "movements", Map.of("lot", lot, "from", from, "to", to, "quantity", quantity));
        }

        /** How many the ledger says lie there: of a lot, or of all lots of an item. */
        long at(String place, String what) {
            return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                    "select coalesce(sum(b.on_hand), 0) from balance b join lot l on l.id = b.lot_id join place p on p.id = b.place_id"
                                            + " join item i on i.id = b.item_id where p.code = ?1 and (l.code = ?2 or i.code = ?2)")
                            .setParameter(1, place)
                            .setParameter(2, what)
                            .getSingleResult())
                    .longValue());
        }

        /** What a document moved: "lot from>to quantity", in order. */
        List<String> moved(String document) {
            List<Map<String, Object>> rows =
                    InJson.found(read(Role.VOLUNTEER, "movements?limit=500&document=" + document).statusCode(200).extract(), "rows");
            List<String> moved = new ArrayList<>();
            rows.stream()
                    .filter(row -> !Boolean.TRUE.equals(row.get("reversal")))
                    .forEach(row -> moved.add(row.get("lot") + " " + row.get("from") + ">" + row.get("to") + " " + row.get("quantity")));
            return moved;
        }

        /** Nothing anywhere differs from the ledger. */
        void verify() {
            house.program(Role.ADMINISTRATOR)
                    .get("/api/v1/ledger/verification")
                    .then()
                    .statusCode(200)
                    .body(tells("differences", org.hamcrest.Matchers.equalTo(0)));
        }
    }

    static Map<String, Object> lot(String place, String lot, Object quantity) {
        return Map.of("place", place, "lot", lot, "quantity", quantity);
    }

    static Map<String, Object> heap(String place, String item, String size, Object quantity) {
        Map<String, Object> line = new HashMap<>(Map.of("place", place, "item", item, "grade", "good", "quantity", quantity));
        if (size != null) {
            line.put("size", size);
        }
        return line;
    }
}
