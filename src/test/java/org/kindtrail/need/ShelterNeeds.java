package org.kindtrail.need;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation.House;
import org.kindtrail.testing.InJson;

/** Recipients, needs and stock for tests; stock comes straight through the ledger, as a donation would bring it. */
@ApplicationScoped
public class ShelterNeeds {
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Places places;
    private final Codes codes;

    ShelterNeeds(Ledger ledger, Catalogue catalogue, Places places, Codes codes) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.places = places;
        this.codes = codes;
    }

    /** Goods that came in so many days ago and lie at the place; gives the code of the lot. */
    public String stock(House house, String place, String item, String size, Wearer fits, Grade grade, long quantity, int daysAgo) {
        return house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            String code = codes.next(CodeKind.BAG);
            Instant when = Instant.now().minus(daysAgo, ChronoUnit.DAYS);
            ledger.receive(
                    1L,
                    places.get(place),
                    new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), when),
                    List.of(new NewLot(code, catalogue.active("item", item), size, fits, grade, quantity)));
            return code;
        }));
    }

    /** Goods in good condition on shelf A that are kept for the programme of that number. */
    public void kept(House house, Long programme, String item, String size, long quantity) {
        house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> ledger.receive(
                1L,
                places.get(house.shelfA),
                new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), Instant.now()),
                List.of(new NewLot(
                                codes.next(CodeKind.BAG), catalogue.active("item", item), size, null, Grade.GOOD, quantity)
                        .keptFor(programme)))));
    }

    /** Warm jumpers for men, in good condition, on shelf A. */
    public String jumpers(House house, String size, long quantity, int daysAgo) {
        return stock(house, house.shelfA, "warm-jumpers-man", size, null, Grade.GOOD, quantity, daysAgo);
    }

    public String shelter(House house) {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "alias", "Shelter by the river",
                        "kind", "shelter",
                        "country", "KZ",
                        "region", "Almaty region",
                        "disclosure", "region"))
                .post("/api/v1/recipients")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    /** A line that asks for an item. */
    public static Map<String, Object> line(String item, long quantity, String... sizes) {
        Map<String, Object> line = new HashMap<>();
        line.put("item", item);
        line.put("quantity", quantity);
        line.put("sizes", Arrays.asList(sizes));
        return line;
    }

    /** A need of a shelter of its own with these lines; gives its code. */
    @SafeVarargs
    public final String need(House house, Map<String, Object>... lines) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("recipient", shelter(house), "forWhom", "11 adult men", "lines", List.of(lines)))
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
    }
}
