package org.kindtrail.mydata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.mail.TestPost;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ErasingTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    TestPost post;

    @Inject
    EntityManager database;

    private final String address = "erase." + UUID.randomUUID() + "@canary.example.org";
    private AnOrganisation.House house;
    private AGiver giver;

    @BeforeEach
    void open() {
        house = organisations.open();
        giver = new AGiver(house, address);
    }

    @AfterEach
    void forgetWrongGuesses() {
        post.sql("delete from attempt");
    }

    /** Everything that numbers stand on, and what the public reads. */
    private List<String> numbers() {
        List<String> all = new ArrayList<>();
        all.add(house.program(Role.VOLUNTEER).get("/api/v1/balances?limit=500").asString());
        all.add(house.program(Role.VOLUNTEER).get("/api/v1/movements?limit=500").asString());
        all.add(house.program(Role.VOLUNTEER).get("/api/v1/drives/" + giver.drive + "/balance").asString());
        all.add(Browser.stranger().open("/d/" + giver.drive).text());
        for (String tracking : List.of(giver.tracking(), giver.second.getString("tracking"))) {
            all.add(Browser.stranger().open(tracking).text());
            all.add(given().get("/api/v1/traces/" + tracking.substring(3)).asString());
        }
        all.add(rows("select code || ' ' || tracking_hash || ' ' || cast(received_at as varchar(40)) from donation where organisation_id = "
                        + house.id + " order by id")
                .toString());
        all.add(rows("select code || ' ' || cast(quantity as varchar(20)) from lot where organisation_id = " + house.id + " order by id")
                .toString());
        return all;
    }

    private List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql, String.class).getResultList());
    }

    /** Every text of every table, where something of the donor could stand. */
    private void assertNothingIsLeft() {
        List<String> found = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            List<Object[]> columns = database.createNativeQuery(
                            """
                            select table_name, column_name from information_schema.columns
                            where lower(table_schema) = 'public' and lower(data_type) in
                              ('character varying', 'text', 'character large object')""",
                            Object[].class)
                    .getResultList();
            assertThat(columns).hasSizeGreaterThan(100);
            for (Object[] column : columns) {
                List<?> hits = database.createNativeQuery(
                                "select 1 from \"%s\" where lower(cast(\"%s\" as varchar(100000))) like ?1 or lower(cast(\"%s\" as varchar(100000))) like ?2"
                                        .formatted(column[0], column[1], column[1]),
                                Integer.class)
                        .setParameter(1, "%" + address.substring(0, 30) + "%")
                        .setParameter(2, "%canary remark%")
                        .setMaxResults(1)
                        .getResultList();
                if (!hits.isEmpty()) {
                    found.add(column[0] + "." + column[1]);
                }
            }
        });
        assertThat(found).isEmpty();
        assertThat(rows("select coalesce(known_as, '-') from donor where code = '" + giver.donor + "'")).containsExactly("-");
        assertThat(rows("select cast(s.field as varchar(20)) from sealed s join donor d on d.id = s.owner_id where s.owner = 'donor' and d.code = '" + giver.donor + "'")).isEmpty();
        assertThat(rows("select m.about from message m join donor d on d.id = m.donor_id where d.code = '" + giver.donor + "'")).isEmpty();
        assertThat(rows("select v.hash from donor_visit v join donor d on d.id = v.donor_id where d.code = '" + giver.donor + "'")).isEmpty();
        assertThat(rows("select cast(body as varchar(90000)) from answer where body like '%" + giver.donor + "%'"))
                .isNotEmpty()
                .noneMatch(each -> each.contains("Canary"));
    }

    private void verified() {
        house.program(Role.ADMINISTRATOR).get("/api/v1/ledger/verification").then().statusCode(200);
    }

    @Test
    void theDonorErasesThemselvesAndEveryNumberStays() {
        List<String> before = numbers();
        Browser browser = Browser.stranger().open("/mine").fill("Show me").type("Your own code", giver.ownCode()).send().follow();
        browser.click("Erase it");
        assertThat(browser.text()).contains("What goes, for ever", "What stays");
        browser.fill("Erase it for ever").send();
        assertThat(browser.location()).isEqualTo("/mine/erased");
        assertThat(browser.follow().heading()).isEqualTo("It is erased");
        assertThat(browser.open("/mine").text()).doesNotContain("Canary");
        assertThat(numbers()).isEqualTo(before);
        verified();
        assertNothingIsLeft();
        assertShownAsErased();
        assertThat(house.browser(Role.VOLUNTEER).open("/donors/" + giver.donor).text()).contains("erased by the donor");
    }

    private void assertShownAsErased() {
        Browser volunteer = house.browser(Role.VOLUNTEER);
        for (String path : List.of(
                "/donors", "/donors?format=csv", "/donors/" + giver.donor, "/donations", "/donations?format=csv",
                "/donations/" + giver.first.getString("code"))) {
            String shown = volunteer.open(path).response().asString();
            assertThat(volunteer.status()).as(path).isEqualTo(200);
            assertThat(shown).as(path).contains("rased donor").doesNotContain("Canary", "null (");
        }
        assertThat(volunteer.open("/record").response().asString()).doesNotContain(giver.donor, "null");
        assertThat(volunteer.open("/record?like=" + giver.first.getString("code")).page().getElementById("donor").val()).isEmpty();
        assertThat(volunteer.open("/donors?name=canary").page().select("tbody tr")).isEmpty();
        house.program(Role.VOLUNTEER).get("/api/v1/donors/" + giver.donor).then().statusCode(200)
                .body(tells("knownAs", nullValue())).body(tells("hasEmail", equalTo(false)));
    }

    @Test
    void aCoordinatorErasesWithAReasonAndNothingCanBeAddedToTheErased() {
        List<String> before = numbers();
        Browser coordinator = house.browser(Role.COORDINATOR).open("/donors/" + giver.donor).click("Erase this donor");
        coordinator.fill("Erase for ever").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Erase for ever").type("Why", "They asked by telephone").send();
        assertThat(coordinator.follow().text()).contains("rased donor", "They asked by telephone").doesNotContain("Canary");
        assertThat(numbers()).isEqualTo(before);
        assertNothingIsLeft();
        String path = "/api/v1/donors/" + giver.donor;
        house.program(Role.COORDINATOR).body(Map.of("why", "again")).post(path + "/erase").then().statusCode(409);
        house.program(Role.VOLUNTEER).body(Map.of("version", version(), "donor", Map.of("knownAs", "Anna"))).put(path).then().statusCode(409);
        house.program(Role.VOLUNTEER).post(path + "/own-code").then().statusCode(409);
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "x")).post(path + "/openings").then().statusCode(409);
        house.program(Role.VOLUNTEER).body(Map.of("drive", giver.drive, "place", house.site, "bags", 1, "donor", giver.donor)).post("/api/v1/donations").then().statusCode(422);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/donors/" + giver.donor + "/erase").status()).isEqualTo(403);
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "x")).post(path + "/erase").then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(Map.of("why", "x")).post(path + "/erase").then().statusCode(404);
    }

    private int version() {
        return InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + giver.donor).then().extract(), "version");
    }

    @Test
    void aRepeatedRequestOfBeforeStillActsOnceAndTellsNoName() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("drive", giver.drive, "place", house.site, "bags", 1, "donor", giver.donor);
        String first = InJson.found(received(key, body).then().statusCode(201).body(tells("donorName", equalTo(AGiver.NAME))).extract(), "code");
        house.program(Role.COORDINATOR).body(Map.of("why", "asked")).post("/api/v1/donors/" + giver.donor + "/erase").then().statusCode(200);
        received(key, body).then().statusCode(201).body(tells("code", equalTo(first))).body(tells("donorName", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/donations").then().body(tells("rows.size()", equalTo(3)));
    }

    private Response received(String key, Map<String, Object> body) {
        return house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/donations");
    }

    @Test
    void programsSeeCorrectAndEraseWithTheCodeInTheBody() {
        String code = giver.ownCode();
        var request = given().contentType("application/json");
        request.body(Map.of("code", code)).post("/api/v1/own-data").then().statusCode(200)
                .body(tells("email", equalTo(address))).body(tells("knownAs", equalTo(AGiver.NAME))).body(tells("gifts.size()", equalTo(2)));
        given().contentType("application/json").body(Map.of("code", code, "donor", Map.of("knownAs", "Anna", "contact", Map.of("email", "no address"))))
                .post("/api/v1/own-data/correct").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/donor/contact/email")));
        given().contentType("application/json").body(Map.of("code", code, "donor", Map.of("knownAs", "Anna", "contact", Map.of("telephone", ""))))
                .post("/api/v1/own-data/correct").then().statusCode(200).body(tells("telephone", nullValue())).body(tells("email", equalTo(address))).body(tells("knownAs", equalTo("Anna")));
        given().contentType("application/json").body(Map.of("code", giver.first.getString("trackingCode"))).post("/api/v1/own-data").then().statusCode(404);
        given().contentType("application/json").body("{}").post("/api/v1/own-data").then().statusCode(422);
        given().contentType("application/json").body(Map.of("code", code)).post("/api/v1/own-data/erase").then().statusCode(200).body(tells("erased", equalTo(true)));
        given().contentType("application/json").body(Map.of("code", code)).post("/api/v1/own-data/erase").then().statusCode(404);
        given().contentType("application/json").body(Map.of("code", code)).post("/api/v1/own-data").then().statusCode(404);
        assertNothingIsLeft();
    }
}
