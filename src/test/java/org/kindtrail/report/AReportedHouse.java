package org.kindtrail.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** A house whose months are lived by a stopped clock, with shelters in one region, and what people do there, over REST. */
@ApplicationScoped
class AReportedHouse {
    static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final AnOrganisation organisations;
    private final EntityManager database;

    AReportedHouse(AnOrganisation organisations, EntityManager database) {
        this.organisations = organisations;
        this.database = database;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ALMATY).toInstant();
    }

    Lived open() {
        return new Lived(organisations.open());
    }

    /** One of them. */
    final class Lived {
        final AnOrganisation.House house;
        final String region;
        final String drive;
        final List<String> shelters = new ArrayList<>();

        private Lived(AnOrganisation.House house) {
            this.house = house;
            this.region = "Region of " + house.code;
            for (int i = 1; i <= 3; i++) {
                shelters.add(shelter("Shelter " + i, region));
            }
            drive = InJson.found(send("drives", Map.of(
                            "kind", "collection", "title", "Warm <b>clothes</b>", "startsOn", "2026-03-01", "endsOn", "2026-12-31",
                            "site", house.site))
                    .statusCode(201)
                    .extract(), "code");
        }

        ValidatableResponse send(String path, Object body) {
            return house.program(Role.COORDINATOR).body(body).post("/api/v1/" + path).then();
        }

        ValidatableResponse read(String path) {
            return house.program(Role.COORDINATOR).get("/api/v1/" + path).then();
        }

        ValidatableResponse preview(String from, String to, String... more) {
            return read("reports/preview?from=" + from + "&to=" + to + String.join("", more));
        }

        String shelter(String alias, String where) {
            return recipient("shelter", alias, where);
        }

        String household(String alias, String where) {
            return recipient("household", alias, where);
        }

        private String recipient(String kind, String alias, String where) {
            return InJson.found(send("recipients", Map.of(
                            "alias", alias, "kind", kind, "country", "KZ", "region", where, "disclosure", "region"))
                    .statusCode(201)
                    .extract(), "code");
        }

        void receive(String item, String size, long quantity) {
            send("donations", Map.of(
                            "drive", drive, "place", house.site,
                            "lines", List.of(Map.of("item", item, "size", size, "grade", "good", "quantity", quantity))))
                    .statusCode(201);
        }

        /** A need for jumpers of people of these kinds: "female adult 7". */
        String need(String recipient, long jumpers, String... people) {
            String need = InJson.found(send("needs", Map.of(
                            "recipient", recipient, "forWhom", "people",
                            "lines", List.of(Map.of("item", "jumpers-man", "sizes", List.of("L"), "quantity", jumpers))))
                    .statusCode(201)
                    .extract(), "code");
            QuarkusTransaction.requiringNew().run(() -> {
                for (String each : people) {
                    String[] kind = each.toUpperCase().split(" ");
                    database.createNativeQuery("insert into need_people (need_id, sex, age_band, number)"
                                    + " select id, ?1, ?2, ?3 from need where code = ?4")
                            .setParameter(1, kind[0])
                            .setParameter(2, kind[1])
                            .setParameter(3, Integer.valueOf(kind[2]))
                            .setParameter(4, need)
                            .executeUpdate();
                }
            });
            return need;
        }

        /** Sends what is there for the need. */
        String depart(String need) {
            send("allocations", Map.of("need", need)).statusCode(201);
            String dispatch = InJson.found(send("dispatches", Map.of("need", need)).statusCode(201).extract(), "code");
            send("dispatches/" + dispatch + "/load", Map.of()).statusCode(200);
            send("dispatches/" + dispatch + "/depart", Map.of()).statusCode(200);
            return dispatch;
        }

        /** The code of the delivery. */
        String arrive(String dispatch) {
            return InJson.found(send("deliveries", Map.of("dispatch", dispatch, "allArrived", true)).statusCode(201).extract(), "code");
        }

        void takeBack(String delivery) {
            send("deliveries/" + delivery + "/reverse", Map.of("why", "wrong row")).statusCode(200);
        }

        Map<String, Object> asked(String from, String to) {
            return new HashMap<>(Map.of("title", "To the funder", "from", from, "to", to));
        }

        String issued(String from, String to) {
            return InJson.found(send("reports", asked(from, to)).statusCode(201).extract(), "code");
        }
    }
}
