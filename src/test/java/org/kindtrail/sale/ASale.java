package org.kindtrail.sale;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** A drive that sells, with a fund and a table of its own; and what people do there, over REST. */
@ApplicationScoped
class ASale {
    private final AnOrganisation organisations;
    private final SomeGoods goods;
    private final EntityManager database;
    private final Codes codes;
    private final Ledger ledger;
    private final Places places;
    private final Catalogue catalogue;
    private final Clock clock;

    ASale(AnOrganisation organisations, SomeGoods goods, EntityManager database, Codes codes, Ledger ledger, Places places, Catalogue catalogue, Clock clock) {
        this.organisations = organisations;
        this.goods = goods;
        this.database = database;
        this.codes = codes;
        this.ledger = ledger;
        this.places = places;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** One of a house. */
    final class Opened {
        final AnOrganisation.House house;
        final String drive;
        final String table;
        final String shelf;
        final String fund;

        private Opened(AnOrganisation.House house, String drive, String table, String shelf, String fund) {
            this.house = house;
            this.drive = drive;
            this.table = table;
            this.shelf = shelf;
            this.fund = fund;
        }

        /** Goods come to lie on the table; the code of their lot. */
        String lay(String item, String size, long quantity) {
            return goods.receive(house, table, item, size, quantity);
        }

        /** Many lots of one piece each come to lie on the table and on its shelf. */
        void layMany(String item, int lots) {
            house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(() -> {
                for (String place : List.of(table, shelf)) {
                    List<NewLot> some = new java.util.ArrayList<>();
                    for (int i = 0; i < lots / 2; i++) {
                        some.add(new NewLot(codes.next(CodeKind.BAG), catalogue.find(item), null, null, Grade.GOOD, 1));
                    }
                    Entry entry = new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant());
                    ledger.receive(1L, places.get(place), entry, some);
                }
                return null;
            }));
        }

        ValidatableResponse terms(String currency) {
            return house.program(Role.COORDINATOR)
                    .body(Map.of("fund", fund, "currency", currency, "version", 0))
                    .put("/api/v1/drives/" + drive + "/sale")
                    .then();
        }

        ValidatableResponse prices(Object... itemsAndPrices) {
            List<Map<String, Object>> prices = new java.util.ArrayList<>();
            for (int i = 0; i < itemsAndPrices.length; i += 2) {
                prices.add(Map.of("item", itemsAndPrices[i], "price", itemsAndPrices[i + 1]));
            }
            return house.program(Role.COORDINATOR)
                    .body(Map.of("prices", prices))
                    .put("/api/v1/drives/" + drive + "/sale/prices")
                    .then();
        }

        @SafeVarargs
        final ValidatableResponse sell(Map<String, Object>... lines) {
            return send("/api/v1/sales", Map.of("drive", drive, "lines", List.of(lines)));
        }

        ValidatableResponse send(String path, Map<String, Object> body) {
            return send(Role.VOLUNTEER, path, body);
        }

        ValidatableResponse send(Role role, String path, Map<String, Object> body) {
            return house.program(role).body(body).post(path).then();
        }

        ValidatableResponse count(String counted, String why) {
            Map<String, Object> body = new HashMap<>(Map.of("drive", drive, "counted", counted));
            if (why != null) {
                body.put("why", why);
            }
            return send("/api/v1/takings", body);
        }

        ValidatableResponse reverse(String path) {
            return send(Role.COORDINATOR, path + "/reverse", Map.of("why", "mistaken"));
        }

        ValidatableResponse balance() {
            return house.program(Role.VOLUNTEER).get("/api/v1/drives/" + drive + "/sale").then().statusCode(200);
        }

        /** How much money of the currency lies in the fund, in minor units. */
        long inFund(String currency) {
            return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                    "select coalesce(sum(b.on_hand), 0) from balance b join item i on i.id = b.item_id"
                                            + " join fund f on f.place_id = b.place_id where f.code = ?1 and i.unit = ?2")
                            .setParameter(1, fund)
                            .setParameter(2, currency)
                            .getSingleResult())
                    .longValue());
        }
    }

    static Map<String, Object> line(String item, long quantity) {
        return Map.of("item", item, "quantity", quantity);
    }

    static Map<String, Object> line(String item, long quantity, String price) {
        return Map.of("item", item, "quantity", quantity, "price", price);
    }

    static Map<String, Object> lot(String lot, long quantity, String price) {
        return Map.of("lot", lot, "quantity", quantity, "price", price);
    }

    /** A sale with terms in the currency and nothing on its table. */
    Opened open(String currency) {
        Opened sale = openWithoutTerms("sale");
        sale.terms(currency).statusCode(200);
        return sale;
    }

    Opened openWithoutTerms(String kind) {
        AnOrganisation.House house = organisations.open();
        String[] spots = table(house);
        String fund = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of("name", "Beds", "purpose", "Beds for a shelter"))
                .post("/api/v1/funds")
                .then()
                .statusCode(201)
                .extract(), "code");
        String drive = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "kind", kind,
                        "title", "Christmas market",
                        "startsOn", "2026-11-01",
                        "endsOn", "2026-12-20",
                        "site", spots[0]))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
        return new Opened(house, drive, spots[0], spots[1], fund);
    }

    private String[] table(AnOrganisation.House house) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Place table = Place.site(house.id, codes.next(CodeKind.PLACE), "Market table");
            database.persist(table);
            Place shelf = Place.shelf(table, codes.next(CodeKind.PLACE), "Left end", 1);
            database.persist(shelf);
            return new String[] {table.getCode(), shelf.getCode()};
        });
    }
}
