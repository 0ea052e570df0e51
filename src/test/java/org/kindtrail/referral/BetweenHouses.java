package org.kindtrail.referral;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.kindtrail.account.Role;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** Three houses, of which the first has a need that it cannot meet, and what they do over REST. */
abstract class BetweenHouses {
    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds needs;

    AnOrganisation.House a;
    AnOrganisation.House b;
    AnOrganisation.House c;
    String recipient;
    String need;

    @BeforeEach
    void threeHouses() {
        a = organisations.open();
        b = organisations.open();
        c = organisations.open();
        recipient = recipient(a, "The secret alias " + a.code, "shelter", "region");
        need = need(a, recipient, ShelterNeeds.line("warm-jumpers-man", 11, "L", "XL"), Map.of("category", "tops", "quantity", 4));
    }

    static String recipient(AnOrganisation.House house, String alias, String kind, String disclosure) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "alias", alias, "kind", kind, "country", "KZ", "region", "Region of " + house.code, "disclosure", disclosure));
        body.put("sealed", Map.of("address", "Poplar Street 4 in Exampletown", "telephone", "+7 700 123 45 67"));
        return InJson.found(house.program(Role.COORDINATOR).body(body).post("/api/v1/recipients").then().statusCode(201).extract(), "code");
    }

    @SafeVarargs
    static String need(AnOrganisation.House house, String recipient, Map<String, Object>... lines) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of(
                        "recipient", recipient,
                        "forWhom", "11 adult men",
                        "wantedBy", "2026-12-20",
                        "urgency", "critical",
                        "people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 11)),
                        "lines", List.of(lines)))
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    static ValidatableResponse post(AnOrganisation.House house, String path, Object body) {
        return house.program(Role.COORDINATOR).body(body).post("/api/v1" + path).then();
    }

    static ValidatableResponse get(AnOrganisation.House house, String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1" + path).then();
    }

    /** The path of a referral that is offered. */
    static String offered(AnOrganisation.House from, AnOrganisation.House to, String need) {
        return "/referrals/"
                + InJson.<String>found(post(from, "/referrals", Map.of("need", need, "to", to.code, "note", "They arrive on Friday"))
                        .statusCode(201)
                        .extract(), "code");
    }

    /** The code of the need of who takes it on, for a recipient that is made. */
    static String accepted(AnOrganisation.House by, String path) {
        return InJson.found(post(by, path + "/accept", Map.of("alias", "Passed on to us")).statusCode(200).extract(), "need");
    }

    /** So many of the first line arrive at the recipient of the need. */
    void brings(AnOrganisation.House house, String need, long quantity) {
        needs.jumpers(house, "L", quantity, 3);
        post(house, "/allocations", Map.of("need", need, "line", 1, "quantity", quantity)).statusCode(201);
        String dispatch = InJson.found(post(house, "/dispatches", Map.of("need", need)).statusCode(201).extract(), "code");
        post(house, "/dispatches/" + dispatch + "/load", "").statusCode(200);
        post(house, "/dispatches/" + dispatch + "/depart", Map.of()).statusCode(200);
        post(house, "/deliveries", Map.of("dispatch", dispatch, "allArrived", true)).statusCode(201);
    }
}
