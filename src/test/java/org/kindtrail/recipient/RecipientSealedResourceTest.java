package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class RecipientSealedResourceTest {
    private static final String NAME = "House of the Willow";
    private static final String TELEPHONE = "+7 700 123-45-67";

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static Map<String, Object> details() {
        return new HashMap<>(Map.of("trueName", NAME, "address", "Poplar Street 4", "telephone", TELEPHONE));
    }

    private ValidatableResponse add(AnOrganisation.House where, Map<String, Object> sealed) {
        Map<String, Object> recipient = new HashMap<>(Map.of(
                "alias", "By the river", "kind", "shelter", "country", "KZ", "region", "Region " + where.code,
                "disclosure", "region"));
        if (sealed != null) {
            recipient.put("sealed", sealed);
        }
        return where.program(Role.COORDINATOR).body(recipient).post("/api/v1/recipients").then();
    }

    private String added() {
        return InJson.found(add(house, details()).statusCode(201).extract(), "code");
    }

    private ValidatableResponse opened(Role role, String code, String why) {
        return house.program(role).body(Map.of("why", why)).post("/api/v1/recipients/" + code + "/openings").then();
    }

    private ValidatableResponse find(AnOrganisation.House where, Map<String, Object> what) {
        return where.program(Role.DISTRIBUTOR).body(what).post("/api/v1/recipients/find").then();
    }

    private ValidatableResponse openings(String about) {
        return house.program(Role.COORDINATOR).get("/api/v1/openings?about=" + about).then().statusCode(200);
    }

    @Test
    void anAnswerTellsWhichDetailsAreKeptAndNothingOfThem() {
        String body = add(house, details())
                .statusCode(201)
                .body(tells("sealed", equalTo(List.of("trueName", "address", "telephone"))))
                .extract()
                .asString();
        assertThat(body).doesNotContain("Willow", "Poplar", "123-45", "1234567");
        add(house, null).statusCode(201).body(tells("sealed", hasSize(0)));
        add(house, Map.of("trueName", " ")).statusCode(201).body(tells("sealed", hasSize(0)));
    }

    @Test
    void whoOpensThemReadsThemAndStandsOnTheList() {
        String code = added();
        opened(Role.DISTRIBUTOR, code, " to deliver ")
                .statusCode(201)
                .header("Location", containsString("/api/v1/openings?about=" + code))
                .header("Cache-Control", equalTo("no-store"))
                .body(tells("recipient", equalTo(code)))
                .body(tells("why", equalTo("to deliver")))
                .body(tells("sealed.trueName", equalTo(NAME)))
                .body(tells("sealed.telephone", equalTo(TELEPHONE)))
                .body(tells("sealed.directions", nullValue()));
        openings(code)
                .body(tells("rows", hasSize(1)))
                .body(tells("rows[0].manner", equalTo("shown")))
                .body(tells("rows[0].why", equalTo("to deliver")))
                .body(tells("rows[0].by", equalTo("The distributor")))
                .body(tells("rows[0]", not(containsString("Willow"))));
    }

    @Test
    void theSameRequestTwiceIsOneOpeningAndItsTextsAreKeptNowhere() {
        String code = added();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            house.program(Role.DISTRIBUTOR)
                    .header("Idempotency-Key", key)
                    .body(Map.of("why", "to deliver"))
                    .post("/api/v1/recipients/" + code + "/openings")
                    .then()
                    .statusCode(201)
                    .body(tells("sealed.address", equalTo("Poplar Street 4")));
        }
        openings(code).body(tells("rows", hasSize(1)));
        assertThat(kept(key)).contains(code, "\"sealed\":null").doesNotContain("Poplar");
        aQuarterOfAnHourLater(key);
        house.program(Role.DISTRIBUTOR)
                .header("Idempotency-Key", key)
                .body(Map.of("why", "to deliver"))
                .post("/api/v1/recipients/" + code + "/openings")
                .then()
                .statusCode(201)
                .body(tells("sealed", nullValue()));
    }

    private String kept(String key) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select body from answer where request_key = ?1", String.class)
                .setParameter(1, key)
                .getSingleResult());
    }

    private void aQuarterOfAnHourLater(String key) {
        String body = kept(key);
        String at = body.replaceFirst(".*\"openedAt\":\"([^\"]+)\".*", "$1");
        String earlier = Instant.parse(at).minusSeconds(901).toString();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update answer set body = ?1 where request_key = ?2")
                        .setParameter(1, body.replace(at, earlier))
                        .setParameter(2, key)
                        .executeUpdate());
    }

    @Test
    void anOpeningNeedsAReasonAndSomethingToOpen() {
        String code = added();
        opened(Role.DISTRIBUTOR, code, " ").statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        opened(Role.DISTRIBUTOR, code, "x".repeat(301)).statusCode(422);
        opened(Role.DISTRIBUTOR, code, "x".repeat(300)).statusCode(201);
        String without = InJson.found(add(house, null).extract(), "code");
        opened(Role.DISTRIBUTOR, without, "to deliver").statusCode(409).body(tells("detail", containsString("Nothing is sealed")));
        openings(without).body(tells("rows", hasSize(0)));
    }

    @Test
    void theyAreForDistributorsOfTheHouseAndNobodyElse() {
        String code = added();
        opened(Role.VOLUNTEER, code, "to deliver").statusCode(403);
        opened(Role.ADMINISTRATOR, code, "to deliver").statusCode(403);
        AnOrganisation.House other = organisations.open();
        other.program(Role.COORDINATOR)
                .body(Map.of("why", "to deliver"))
                .post("/api/v1/recipients/" + code + "/openings")
                .then()
                .statusCode(404);
        other.program(Role.COORDINATOR).body(details()).put("/api/v1/recipients/" + code + "/sealed").then().statusCode(404);
        house.program(Role.DISTRIBUTOR).body(details()).put("/api/v1/recipients/" + code + "/sealed").then().statusCode(403);
        other.program(Role.COORDINATOR).get("/api/v1/openings?about=" + code).then().body(tells("rows", hasSize(0)));
        find(other, Map.of("trueName", NAME)).statusCode(200).body(tells("rows", hasSize(0)));
        house.program(Role.VOLUNTEER).body(Map.of("trueName", NAME)).post("/api/v1/recipients/find").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/openings").then().statusCode(403);
        openings(code).body(tells("rows", hasSize(0)));
    }

    @Test
    void writingThemAnewReplacesAllFour() {
        String code = added();
        house.program(Role.COORDINATOR)
                .body(Map.of("address", " Birch Lane 9 ", "directions", "Ring twice.\nWait."))
                .put("/api/v1/recipients/" + code + "/sealed")
                .then()
                .statusCode(200)
                .body(tells("sealed", equalTo(List.of("address", "directions"))));
        opened(Role.COORDINATOR, code, "to check")
                .body(tells("sealed.address", equalTo("Birch Lane 9")))
                .body(tells("sealed.directions", equalTo("Ring twice.\nWait.")))
                .body(tells("sealed.trueName", nullValue()));
        find(house, Map.of("trueName", NAME)).body(tells("rows", hasSize(0)));
        house.program(Role.COORDINATOR).body("{}").put("/api/v1/recipients/" + code + "/sealed").then().body(tells("sealed", hasSize(0)));
        house.program(Role.COORDINATOR).body("null").put("/api/v1/recipients/" + code + "/sealed").then().statusCode(400);
    }

    @Test
    void whatCannotBeSealedIsRefusedAndNotRepeated() {
        Map<String, Object> details = details();
        details.put("address", "Canary " + "x".repeat(10_000));
        details.put("telephone", "Canary\u0007");
        String refusal = add(house, details)
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of("/sealed/address", "/sealed/telephone"))))
                .extract()
                .asString();
        assertThat(refusal).doesNotContain("Canary");
        refusal = add(house, Map.of("telephone", 77_001_234_567L))
                .statusCode(400)
                .body(tells("errors[0].pointer", equalTo("/sealed/telephone")))
                .body(tells("errors[0].detail", containsString("text")))
                .extract()
                .asString();
        assertThat(refusal).doesNotContain("77001234567");
        add(house, Map.of("survivor", "no")).statusCode(400);
        String code = added();
        Map<String, Object> change = new HashMap<>(Map.of(
                "alias", "By the river", "kind", "shelter", "country", "KZ", "region", "R", "disclosure", "region"));
        change.put("sealed", details());
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "recipient", change))
                .put("/api/v1/recipients/" + code)
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/recipient/sealed")));
    }

    @Test
    void exactlyThatNameOrNumberIsFoundAndNoted() {
        String code = added();
        String other = InJson.found(add(house, Map.of("trueName", NAME)).extract(), "code");
        find(house, Map.of("trueName", "  house of the WILLOW ")).statusCode(200).body(tells("rows.code", hasSize(2)));
        find(house, Map.of("telephone", "+77001234567")).body(tells("rows.code", equalTo(List.of(code))));
        find(house, Map.of("trueName", NAME, "telephone", TELEPHONE)).body(tells("rows.code", equalTo(List.of(code))));
        find(house, Map.of("trueName", "House of the")).body(tells("rows", hasSize(0)));
        find(house, Map.of("telephone", "123")).body(tells("rows", hasSize(0)));
        find(house, Map.of("trueName", "Another", "telephone", TELEPHONE)).body(tells("rows", hasSize(0)));
        find(house, Map.of()).statusCode(422).body(tells("errors[0].pointer", equalTo("/trueName")));
        openings(code)
                .body(tells("rows.manner", equalTo(List.of("found", "found", "found"))))
                .body(tells("rows[2].why", equalTo("searched for by the true name")))
                .body(tells("rows[1].why", equalTo("searched for by the telephone")));
        openings(other).body(tells("rows", hasSize(1)));
    }

    @Test
    void whatWasMovedToAnotherRowIsNotShown() {
        String code = added();
        String other = InJson.found(add(house, Map.of("address", "Elsewhere")).extract(), "code");
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        """
                        update sealed set content = (select s.content from sealed s join recipient r on r.id = s.owner_id
                          where s.owner = 'recipient' and s.field = 'address' and r.code = ?1)
                        where owner = 'recipient' and field = 'address'
                          and owner_id = (select id from recipient where code = ?2)""")
                .setParameter(1, code)
                .setParameter(2, other)
                .executeUpdate());
        String answer = opened(Role.DISTRIBUTOR, other, "to deliver").statusCode(409).extract().asString();
        assertThat(answer).contains("does not open").doesNotContain("Poplar");
    }

    @Test
    void theHistoryTellsWhichDetailsChangedAndNothingOfThem() {
        String code = added();
        house.program(Role.COORDINATOR).body(Map.of("address", "Moved")).put("/api/v1/recipients/" + code + "/sealed").then().statusCode(200);
        List<?> notes = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select detail from note where subject = ?1 and happened = 'recipient_sealed_changed' order by id", String.class)
                .setParameter(1, code)
                .getResultList());
        assertThat(notes.toString()).isEqualTo("[True name, Address, Telephone, True name, Address, Telephone]");
    }

    @Test
    void anActTakesFewStatements() {
        String code = added();
        assertThat(RoundTrips.during(this::added).statements()).isLessThanOrEqualTo(18);
        assertThat(RoundTrips.during(() -> opened(Role.DISTRIBUTOR, code, "to deliver")).statements()).isLessThanOrEqualTo(10);
        assertThat(RoundTrips.during(() -> find(house, Map.of("trueName", NAME))).statements()).isLessThanOrEqualTo(8);
    }

    @Test
    void thePreviewTellsWhatThePublicWouldReadAndKeepsNothing() {
        Map<String, Object> recipient = new HashMap<>(Map.of(
                "alias", "Hill", "kind", "shelter", "country", "KZ", "region", "Region " + house.code, "disclosure", "region"));
        house.program(Role.COORDINATOR)
                .body(Map.of("recipient", recipient))
                .post("/api/v1/recipients/preview")
                .then()
                .statusCode(200)
                .body(tells("publicWords", equalTo("a shelter in Kazakhstan")))
                .body(tells("widened", equalTo(true)));
        house.program(Role.COORDINATOR).get("/api/v1/recipients").then().body(tells("rows", hasSize(0)));
        String code = added();
        recipient.put("disclosure", "named");
        recipient.put("publicName", "Hill House");
        house.program(Role.COORDINATOR)
                .body(Map.of("code", code, "recipient", recipient))
                .post("/api/v1/recipients/preview")
                .then()
                .body(tells("publicWords", equalTo("Hill House")));
        house.program(Role.COORDINATOR)
                .body(Map.of("recipient", recipient))
                .post("/api/v1/recipients/preview")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/recipient/disclosure")));
        house.program(Role.COORDINATOR).body("{}").post("/api/v1/recipients/preview").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).body("{}").post("/api/v1/recipients/preview").then().statusCode(403);
        organisations.open().program(Role.COORDINATOR)
                .body(Map.of("code", code, "recipient", recipient))
                .post("/api/v1/recipients/preview")
                .then()
                .statusCode(422);
    }
}
