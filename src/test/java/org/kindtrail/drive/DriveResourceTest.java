package org.kindtrail.drive;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
class DriveResourceTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Map<String, Object> eleven() {
        return Map.of(
                "kind", "collection",
                "title", "Warm clothes for eleven men",
                "startsOn", "2026-11-01",
                "endsOn", "2026-12-20",
                "site", house.site);
    }

    private String opened() {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(eleven())
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @Test
    void coordinatorOpensADriveAndVolunteersSeeIt() {
        String code = opened();
        house.program(Role.VOLUNTEER)
                .get("/api/v1/drives/" + code)
                .then()
                .statusCode(200)
                .body(tells("title", equalTo("Warm clothes for eleven men")))
                .body(tells("siteName", equalTo("School hall")))
                .body(tells("open", equalTo(true)));
        house.program(Role.VOLUNTEER).get("/api/v1/drives").then().body(tells("rows.code", hasItem(code)));
    }

    @Test
    void volunteerMayNotOpenOne() {
        house.program(Role.VOLUNTEER)
                .body(eleven())
                .post("/api/v1/drives")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body(tells("type", equalTo("/problems/forbidden")));
    }

    @Test
    void anotherOrganisationsDriveIsNotThere() {
        String code = opened();
        organisations.open()
                .program(Role.COORDINATOR)
                .get("/api/v1/drives/" + code)
                .then()
                .statusCode(404)
                .body(tells("type", equalTo("/problems/not-found")));
    }

    @Test
    void refusesADriveThatEndsBeforeItStartsAndNamesTheField() {
        var wrong = new java.util.HashMap<>(eleven());
        wrong.put("endsOn", "2026-10-01");
        house.program(Role.COORDINATOR)
                .body(wrong)
                .post("/api/v1/drives")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/endsOn")))
                .body(tells("errors[0].detail", containsString("not before the first")));
    }

    @Test
    void theSameKeyOpensOneDriveAndGetsTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        String first = house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(eleven()).post("/api/v1/drives").then().statusCode(201).extract().asString();
        String second = house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(eleven()).post("/api/v1/drives").then().statusCode(201).extract().asString();
        org.assertj.core.api.Assertions.assertThat(second).isEqualTo(first);
        house.program(Role.COORDINATOR).get("/api/v1/drives").then().body(tells("rows", hasSize(1)));
        var other = new java.util.HashMap<>(eleven());
        other.put("title", "Another");
        house.program(Role.COORDINATOR).header("Idempotency-Key", key).body(other).post("/api/v1/drives").then().statusCode(422).body(tells("type", equalTo("/problems/key-reused")));
    }

    @Test
    void namesWhatCannotBeRead() {
        house.program(Role.COORDINATOR).body("{\"title\": 5}").post("/api/v1/drives").then().statusCode(400).body(tells("errors[0].pointer", equalTo("/title")));
        house.program(Role.COORDINATOR).body("{\"titel\": \"x\"}").post("/api/v1/drives").then().statusCode(400).body(tells("errors[0].pointer", equalTo("/titel")));
        house.program(Role.COORDINATOR).body("{").post("/api/v1/drives").then().statusCode(400).body(tells("detail", notNullValue()));
        house.program(Role.COORDINATOR).body("").post("/api/v1/drives").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/drives?after=x").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        house.program(Role.COORDINATOR).delete("/api/v1/drives").then().statusCode(405).contentType("application/problem+json");
        house.program(Role.COORDINATOR).accept("image/png").get("/api/v1/drives").then().statusCode(406).contentType("application/problem+json");
        house.program(Role.COORDINATOR).contentType("text/plain").body("x").post("/api/v1/drives").then().statusCode(415).contentType("application/problem+json");
        io.restassured.RestAssured.given().get("/api/v1/drives").then().statusCode(401).contentType("application/problem+json");
        io.restassured.RestAssured.given().header("Authorization", "Bearer nonsense").get("/api/v1/drives").then().statusCode(401);
        house.program(Role.COORDINATOR).body("x".repeat(20_000_000)).post("/api/v1/drives").then().statusCode(413).contentType("application/problem+json");
    }
}
