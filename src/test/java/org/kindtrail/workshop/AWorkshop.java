package org.kindtrail.workshop;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Shares;
import org.kindtrail.stock.Transfer;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What the tests of this room say: goods of several givers are here, kits are packed, cards are worked on. */
@ApplicationScoped
class AWorkshop {
    private final Ledger ledger;
    private final Lots lots;
    private final Places places;
    private final Catalogue catalogue;
    private final Shares shares;
    private final Codes codes;
    private final Clock clock;
    private final EntityManager database;

    AWorkshop(
            Ledger ledger,
            Lots lots,
            Places places,
            Catalogue catalogue,
            Shares shares,
            Codes codes,
            Clock clock,
            EntityManager database) {
        this.ledger = ledger;
        this.lots = lots;
        this.places = places;
        this.catalogue = catalogue;
        this.shares = shares;
        this.codes = codes;
        this.clock = clock;
        this.database = database;
    }

    private <T> T work(AnOrganisation.House house, Callable<T> work) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** Goods of one giver come in; the code of their lot. */
    String receive(AnOrganisation.House house, long giver, String item, String size, Grade grade, long quantity, String place) {
        return work(house, () -> ledger.receive(
                        giver,
                        places.get(place),
                        new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                        List.of(new NewLot(codes.next(CodeKind.BAG), catalogue.find(item), size, null, grade, quantity)))
                .get(0)
                .getCode());
    }

    String receive(AnOrganisation.House house, long giver, String item, long quantity) {
        return receive(house, giver, item, null, Grade.GOOD, quantity, house.site);
    }

    /** Some of a lot goes to another place of the house; the code of the document. */
    String move(AnOrganisation.House house, String lot, String from, String to, long quantity) {
        return work(house, () -> {
            String document = codes.next(CodeKind.MOVE);
            ledger.move(List.of(new Transfer(
                    lots.get(lot),
                    places.get(from),
                    places.get(to),
                    quantity,
                    new Entry(Reason.PUT_AWAY, document, clock.instant()))));
            return document;
        });
    }

    void reverseMove(AnOrganisation.House house, String document) {
        work(house, () -> {
            ledger.reverse(document, "mistaken");
            return null;
        });
    }

    /** What each giver has in a lot: whole numbers that add up to {@link Shares#WHOLE}. */
    Map<Long, Long> givers(AnOrganisation.House house, String lot) {
        return work(house, () -> new HashMap<>(shares.of(List.of(lots.get(lot))).values().iterator().next()));
    }

    /** On hand of an item in the house, by the giver of lots that have one giver. */
    Map<Long, Long> heldByGiver(AnOrganisation.House house, String item) {
        List<Object[]> rows = work(house, () -> database.createQuery(
                        """
                        select l.origin, sum(b.onHand) from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId
                        where p.organisationId = :organisation and l.item.code = :item group by l.origin""",
                        Object[].class)
                .setParameter("organisation", house.id)
                .setParameter("item", item)
                .getResultList());
        Map<Long, Long> held = new HashMap<>();
        rows.forEach(row -> held.put((Long) row[0], (Long) row[1]));
        return held;
    }

    long held(AnOrganisation.House house, String item) {
        return heldByGiver(house, item).values().stream().mapToLong(Long::longValue).sum();
    }

    /** A part of a recipe: so much of the first of these, or of the others. */
    static Map<String, Object> part(long quantity, String... items) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (String item : items) {
            choices.add(Map.of("item", item));
        }
        return Map.of("quantity", quantity, "choices", choices);
    }

    @SafeVarargs
    static Map<String, Object> recipe(String item, Map<String, Object>... parts) {
        return Map.of("item", item, "parts", List.of(parts));
    }

    static ValidatableResponse post(AnOrganisation.House house, Role role, String path, Object body) {
        return house.program(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    static ValidatableResponse get(AnOrganisation.House house, String path) {
        return house.program(Role.VOLUNTEER).get("/api/v1/" + path).then();
    }

    static ValidatableResponse reverse(AnOrganisation.House house, String work, String why) {
        return post(house, Role.COORDINATOR, "works/" + work + "/reverse", Map.of("why", why));
    }

    static void refused(ValidatableResponse answer, String pointer, String words) {
        answer.statusCode(422)
                .body(tells("errors[0].pointer", equalTo(pointer)))
                .body(tells("errors[0].detail", containsString(words)));
    }

    /** The code of a kit. */
    @SafeVarargs
    static String kit(AnOrganisation.House house, String item, Map<String, Object>... parts) {
        return InJson.found(post(house, Role.COORDINATOR, "kits", recipe(item, parts)).statusCode(201).extract(), "code");
    }

    static String drive(AnOrganisation.House house, String kind) {
        return InJson.found(post(house, Role.COORDINATOR, "drives", Map.of(
                        "kind", kind,
                        "title", "Card-Again",
                        "startsOn", "2026-11-01",
                        "endsOn", "2026-12-20",
                        "site", house.site))
                .statusCode(201)
                .extract(), "code");
    }

    static Map<String, Object> with(Map<String, Object> command, Object... more) {
        Map<String, Object> all = new HashMap<>(command);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
