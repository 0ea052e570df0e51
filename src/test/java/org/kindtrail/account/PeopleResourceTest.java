package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PeopleResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnOrganisation.House house;
    String name;

    @BeforeEach
    void open() {
        house = organisations.open();
        name = "aigul." + house.code.toLowerCase();
    }

    private Map<String, Object> aigul(String... roles) {
        return Map.of(
                "name", name, "displayName", "Aigul", "roles", List.of(roles), "password", "a bag for every evening");
    }

    private void added(String... roles) {
        house.program(Role.COORDINATOR).body(aigul(roles)).post("/api/v1/people").then().statusCode(201);
    }

    @Test
    void coordinatorAddsSomebodyAndNothingOfThePasswordIsKeptInClear() {
        String key = UUID.randomUUID().toString();
        var request = house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(aigul("volunteer"));
        request.post("/api/v1/people")
                .then()
                .statusCode(201)
                .body(tells("name", equalTo(name)))
                .body(tells("roles", equalTo(List.of("volunteer"))))
                .body(not(containsString("evening")));
        request.post("/api/v1/people").then().statusCode(201).body(tells("name", equalTo(name)));
        house.program(Role.COORDINATOR).get("/api/v1/people").then().body(tells("rows.name", hasItem(name)));
        house.program(Role.COORDINATOR).get("/api/v1/people?limit=2").then().body(tells("rows", hasSize(2))).body(tells("next", equalTo(name)));
        house.program(Role.VOLUNTEER).get("/api/v1/people").then().statusCode(403);
        house.program(Role.COORDINATOR).get("/api/v1/people?after=A%20B").then().statusCode(400);
    }

    @Test
    void refusesWhatIsNoNameNoPasswordOrNoRole() {
        for (String wrong : List.of("a", "me", "new", "a b", "жанна", "a/b", "x".repeat(61), ".a", "<b>", "")) {
            refused(Map.of("name", wrong), "/name");
        }
        for (String wrong : List.of(
                "short", "Password1234", "qwertyuiop123", "aaaaaaaaaaaaaa", "abcabcabcabc", "123456789012", "ADMINISTRATOR1",
                "kindtrail 2026", "ж".repeat(201), "zyxwvutsrqpon", "iloveyou 2024!!")) {
            refused(Map.of("password", wrong), "/password");
        }
        refused(Map.of("password", name.toUpperCase()), "/password");
        refused(Map.of("roles", List.of()), "/roles");
        refused(Map.of("roles", java.util.Collections.singletonList(null)), "/roles");
        refused(Map.of("displayName", "x".repeat(10_000)), "/displayName");
        house.program(Role.COORDINATOR).body(aigul("boss")).post("/api/v1/people").then().statusCode(400);
        house.program(Role.COORDINATOR).body("").post("/api/v1/people").then().statusCode(400);
    }

    private void refused(Map<String, Object> wrong, String pointer) {
        Map<String, Object> command = new HashMap<>(aigul("volunteer"));
        command.putAll(wrong);
        house.program(Role.COORDINATOR)
                .body(command)
                .post("/api/v1/people")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void theOnlyCoordinatorStays() {
        String only = house.nameOf(Role.COORDINATOR);
        house.program(Role.COORDINATOR).post("/api/v1/people/" + only + "/deactivate").then().statusCode(409).body(tells("detail", containsString("only coordinator")));
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "displayName", "x", "roles", List.of("volunteer")))
                .put("/api/v1/people/" + only)
                .then()
                .statusCode(409);
        added("coordinator");
        house.program(Role.COORDINATOR).post("/api/v1/people/" + only + "/deactivate").then().statusCode(200).body(tells("active", equalTo(false)));
        house.program(Role.COORDINATOR).get("/api/v1/people").then().statusCode(401);
    }

    @Test
    void twoCoordinatorsWhoDeactivateEachOtherAtOnceLeaveOne() throws Exception {
        added("coordinator");
        var threads = Executors.newFixedThreadPool(2);
        var first = threads.submit(() -> house.program(Role.COORDINATOR).post("/api/v1/people/" + name + "/deactivate").statusCode());
        var second = threads.submit(() -> house.program(Role.COORDINATOR)
                .post("/api/v1/people/" + house.nameOf(Role.COORDINATOR) + "/deactivate")
                .statusCode());
        first.get();
        second.get();
        threads.shutdown();
        long left = QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select count(p) from Person p where p.organisationId = :house and p.active and p.roles = 'COORDINATOR'",
                        Long.class)
                .setParameter("house", house.id)
                .getSingleResult());
        assertThat(left).isEqualTo(1);
    }

    @Test
    void aCoordinatorNeitherMakesNorTouchesAnAdministrator() {
        house.program(Role.COORDINATOR).body(aigul("volunteer", "administrator")).post("/api/v1/people").then().statusCode(403);
        String administrator = house.nameOf(Role.ADMINISTRATOR);
        house.program(Role.COORDINATOR).post("/api/v1/people/" + administrator + "/deactivate").then().statusCode(403);
        house.program(Role.COORDINATOR).body(Map.of("password", "a bag for every evening")).post("/api/v1/people/" + administrator + "/password").then().statusCode(403);
        house.program(Role.COORDINATOR).body(Map.of("version", 0, "displayName", "x", "roles", List.of("volunteer"))).put("/api/v1/people/" + administrator).then().statusCode(403);
        added("volunteer");
        house.program(Role.COORDINATOR).body(Map.of("version", 0, "displayName", "x", "roles", List.of("administrator"))).put("/api/v1/people/" + name).then().statusCode(403);
        house.program(Role.ADMINISTRATOR).get("/api/v1/people").then().statusCode(403);
    }

    @Test
    void aChangeIsMadeOnTheVersionThatWasSeen() {
        added("volunteer");
        Map<String, Object> change = Map.of("version", 0, "displayName", "Aigul K.", "roles", List.of("distributor"));
        house.program(Role.COORDINATOR).body(change).put("/api/v1/people/" + name).then().statusCode(200).body(tells("displayName", equalTo("Aigul K.")));
        house.program(Role.COORDINATOR).body(change).put("/api/v1/people/" + name).then().statusCode(409);
    }

    @Test
    void anotherOrganisationsPeopleAreNotThere() {
        AnOrganisation.House other = organisations.open();
        String theirs = house.nameOf(Role.VOLUNTEER);
        other.program(Role.COORDINATOR).get("/api/v1/people/" + theirs).then().statusCode(404);
        other.program(Role.COORDINATOR).post("/api/v1/people/" + theirs + "/deactivate").then().statusCode(404);
        other.program(Role.COORDINATOR).body(Map.of("password", "a bag for every evening")).post("/api/v1/people/" + theirs + "/password").then().statusCode(404);
        house.program(Role.VOLUNTEER).get("/api/v1/people/me").then().statusCode(200);
    }

    @Test
    void tellsWhoTheProgramWorksFor() {
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/people/me")
                .then()
                .statusCode(200)
                .body(tells("name", equalTo(house.nameOf(Role.DISTRIBUTOR))))
                .body(tells("roles", equalTo(List.of("distributor"))))
                .body(tells("organisation.code", equalTo(house.code)));
    }

    @Test
    void aTokenMakesAnotherIsListedAndRevokedAndItsSecretIsKeptNowhere() {
        String key = UUID.randomUUID().toString();
        var request = house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(Map.of("label", "till"));
        var made = request.post("/api/v1/people/me/tokens").then().statusCode(201).extract();
        String secret = made.as(InJson.class, InJson.READ).get("secret");
        RestAssured.given().header("Authorization", "Bearer " + secret).get("/api/v1/people/me").then().statusCode(200);
        request.post("/api/v1/people/me/tokens").then().statusCode(201).body(tells("token.id", equalTo(made.as(InJson.class, InJson.READ).get("token.id")))).body(tells("secret", nullValue()));
        long kept = QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from answer where body like ?1")
                        .setParameter(1, "%" + secret.substring(3) + "%")
                        .getSingleResult())
                .longValue());
        assertThat(kept).isZero();
        house.program(Role.VOLUNTEER).get("/api/v1/people/me/tokens").then().body(tells("rows.label", hasItem("till"))).body(not(containsString(secret)));
        house.program(Role.DISTRIBUTOR).delete("/api/v1/people/me/tokens/" + made.as(InJson.class, InJson.READ).get("token.id")).then().statusCode(404);
        house.program(Role.VOLUNTEER).delete("/api/v1/people/me/tokens/" + made.as(InJson.class, InJson.READ).get("token.id")).then().statusCode(204);
        RestAssured.given().header("Authorization", "Bearer " + secret).get("/api/v1/people/me").then().statusCode(401);
        house.program(Role.VOLUNTEER).body(Map.of("label", "")).post("/api/v1/people/me/tokens").then().statusCode(422);
    }

    @Test
    void theOrganisationTellsItselfAnew() {
        house.program(Role.VOLUNTEER).get("/api/v1/organisations/mine").then().statusCode(200).body(tells("country", equalTo("KZ")));
        Map<String, Object> anew = Map.of("version", 0, "name", "Friends", "country", "KG", "timeZone", "Asia/Bishkek");
        house.program(Role.DISTRIBUTOR).body(anew).put("/api/v1/organisations/mine").then().statusCode(403);
        house.program(Role.COORDINATOR).body(anew).put("/api/v1/organisations/mine").then().statusCode(200).body(tells("timeZone", equalTo("Asia/Bishkek")));
        house.program(Role.COORDINATOR).body(anew).put("/api/v1/organisations/mine").then().statusCode(409);
        house.program(Role.COORDINATOR).body(Map.of("version", 1, "name", "x", "country", "kz", "timeZone", "+05:00")).put("/api/v1/organisations/mine").then().statusCode(422).body(tells("errors.pointer", equalTo(List.of("/country", "/timeZone"))));
    }

    @Test
    void anAdministratorFoundsAnOrganisation() {
        Map<String, Object> friends = Map.of(
                "organisation", "Friends", "country", "KZ", "timeZone", "Asia/Almaty", "site", "Garage", "displayName", "Aigul",
                "name", name, "password", "a bag for every evening");
        house.program(Role.COORDINATOR).body(friends).post("/api/v1/organisations").then().statusCode(403);
        String code = InJson.found(house.program(Role.ADMINISTRATOR).body(friends).post("/api/v1/organisations").then().statusCode(201).extract(), "code");
        house.program(Role.ADMINISTRATOR).get("/api/v1/organisations").then().body(tells("rows.code", hasItem(code)));
        house.program(Role.ADMINISTRATOR).body(friends).post("/api/v1/organisations").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/name")));
        house.program(Role.COORDINATOR).get("/api/v1/organisations").then().statusCode(403);
    }

    @Test
    void listingPeopleIsAFewStatements() {
        house.token(Role.COORDINATOR);
        var count = RoundTrips.during(() -> house.program(Role.COORDINATOR).get("/api/v1/people").then().statusCode(200));
        assertThat(count.statements()).isLessThanOrEqualTo(3);
    }
}
