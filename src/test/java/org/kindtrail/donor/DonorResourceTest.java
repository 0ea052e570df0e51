package org.kindtrail.donor;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class DonorResourceTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String added(String name) {
        return InJson.found(house.program(Role.VOLUNTEER).body(Map.of("knownAs", name)).post("/api/v1/donors").then().statusCode(201).extract(), "code");
    }

    @Test
    void aDonorIsAddedReadRenamedAndFoundByPartOfTheName() {
        String code = added("Anna from the choir");
        added("Bert");
        house.program(Role.VOLUNTEER).get("/api/v1/donors/" + code).then().statusCode(200).body(tells("knownAs", equalTo("Anna from the choir"))).body(tells("code", matchesPattern("G-.*"))).body(tells("id", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/donors?name=CHOIR").then().body(tells("rows", hasSize(1))).body(tells("rows[0].code", equalTo(code)));
        Map<String, Object> change = Map.of("version", 0, "donor", Map.of("knownAs", "Anna"));
        house.program(Role.VOLUNTEER).body(change).put("/api/v1/donors/" + code).then().statusCode(200).body(tells("knownAs", equalTo("Anna"))).body(tells("version", equalTo(1)));
        house.program(Role.VOLUNTEER).body(change).put("/api/v1/donors/" + code).then().statusCode(409);
    }

    @Test
    void theListIsReadAPageAtATime() {
        added("A");
        added("B");
        String next = InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors?limit=1").then().body(tells("rows[0].knownAs", equalTo("B"))).extract(), "next");
        house.program(Role.VOLUNTEER).get("/api/v1/donors?limit=1&after=" + next).then().body(tells("rows[0].knownAs", equalTo("A"))).body(tells("next", nullValue()));
    }

    @Test
    void theSameKeyAddsOneDonor() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(Map.of("knownAs", "Anna")).post("/api/v1/donors").then().statusCode(201);
        }
        house.program(Role.VOLUNTEER).get("/api/v1/donors").then().body(tells("rows", hasSize(1)));
    }

    @Test
    void refusesANameThatIsNoneAndAnotherOrganisationsDonor() {
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", " ")).post("/api/v1/donors").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/knownAs")));
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "x".repeat(121))).post("/api/v1/donors").then().statusCode(422).body(tells("errors[0].detail", containsString("120")));
        house.program(Role.VOLUNTEER).body(Map.of("version", 0)).put("/api/v1/donors/" + added("Anna")).then().statusCode(400);
        organisations.open().program(Role.VOLUNTEER).get("/api/v1/donors/" + added("Anna")).then().statusCode(404);
    }
}
