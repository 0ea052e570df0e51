package org.kindtrail.donor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ContactTest {
    private static final String EMAIL = "Anna.Canary@example.org";
    private static final String TELEPHONE = "+7 (700) 123-45-67";

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String added(Map<String, Object> contact) {
        return InJson.found(house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", contact)).post("/api/v1/donors").then().statusCode(201).extract(), "code");
    }

    private List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql, String.class).getResultList());
    }

    @Test
    void aContactIsKeptSealedAndNoListOrPageOrKeptAnswerShowsIt() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("knownAs", "Anna", "contact", Map.of("email", EMAIL, "telephone", TELEPHONE, "wants", List.of("thanks")));
        String code = null;
        for (int i = 0; i < 2; i++) {
            var answer = house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/donors").then()
                    .statusCode(201).body(tells("hasEmail", equalTo(true))).body(tells("hasTelephone", equalTo(true))).body(tells("wants", contains("thanks"))).extract();
            assertThat(answer.asString()).doesNotContain("Canary", "123-45-67");
            code = answer.as(InJson.class, InJson.READ).get("code");
        }
        house.program(Role.VOLUNTEER).get("/api/v1/donors").then().body(tells("rows", hasSize(1)));
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR)) {
            for (String path : List.of("/donors", "/donors?format=csv", "/donors/" + code, "/donors/" + code + "/contact", "/donors/" + code + "/edit", "/api/v1/donors/" + code)) {
                assertThat(house.browser(role).open(path).response().asString()).as(path).doesNotContain("Canary", "123-45-67");
                assertThat(house.program(role).accept("*/*").get(path).asString()).doesNotContain("Canary", "123-45-67");
            }
        }
        assertThat(rows("select cast(body as varchar(9000)) from answer where body like '%" + code + "%'")).isNotEmpty().noneMatch(each -> each.contains("Canary"));
        assertThat(rows("select content from sealed where organisation_id = " + house.id)).hasSize(2).noneMatch(each -> each.contains("Canary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna", "anna@", "@example.org", "anna@example", "anna@@example.org", "anna@example.org, bert@example.org",
                "Anna <anna@example.org>", "anna@example.org\r\nBcc: x@example.org", "an na@example.org", "anna@[127.0.0.1]",
                "anna@example.org\u0000", "\"a b\"@example.org", "anna@-.org", "anna..a@example.org", ".anna@example.org", "анна@example.org", "anna@127.0.0.1", "{config:x}"
            })
    void whatIsNoAddressIsRefused(String email) {
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", Map.of("email", email))).post("/api/v1/donors").then()
                .statusCode(422).body(tells("errors[0].pointer", equalTo("/contact/email")));
        house.program(Role.VOLUNTEER).get("/api/v1/donors").then().body(tells("rows", empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", " a.b+c@mail.example.co.uk ", "x@пример.рф", "o'neil@example.org"})
    void whatIsAnAddressIsTaken(String email) {
        String code = added(Map.of("email", email));
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "to thank")).post("/api/v1/donors/" + code + "/openings").then().statusCode(201).body(tells("email", equalTo(email.strip())));
    }

    @Test
    void badTelephonesLanguagesAndWishesAreRefused() {
        for (String telephone : List.of("call me", "1234", "1".repeat(21), "+7\n700 000", "٣٣٣٣٣٣")) {
            house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", Map.of("telephone", telephone))).post("/api/v1/donors").then()
                    .statusCode(422).body(tells("errors[0].pointer", equalTo("/contact/telephone")));
        }
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", Map.of("language", "xx"))).post("/api/v1/donors").then().statusCode(422);
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", Map.of("wants", List.of("thanks")))).post("/api/v1/donors").then()
                .statusCode(422).body(tells("errors[0].pointer", equalTo("/contact/wants")));
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", Map.of("email", EMAIL, "wants", List.of("money")))).post("/api/v1/donors").then().statusCode(400);
        Map<String, Object> none = new HashMap<>();
        none.put("email", null);
        house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna", "contact", none)).post("/api/v1/donors").then().statusCode(201).body(tells("hasEmail", equalTo(false)));
    }

    @Test
    void anEmptyTextTakesAwayAndWhatIsLeftOutStays() {
        String code = added(Map.of("email", EMAIL, "telephone", TELEPHONE, "wants", List.of("received")));
        change(code, Map.of("telephone", "")).statusCode(200).body(tells("hasEmail", equalTo(true))).body(tells("hasTelephone", equalTo(false))).body(tells("wants", contains("received")));
        change(code, Map.of("email", "")).statusCode(200).body(tells("hasEmail", equalTo(false))).body(tells("wants", empty()));
        assertThat(rows("select content from sealed where organisation_id = " + house.id)).isEmpty();
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "x")).post("/api/v1/donors/" + code + "/openings").then().statusCode(409);
    }

    private io.restassured.response.ValidatableResponse change(String code, Map<String, Object> contact) {
        int version = InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + code).then().extract(), "version");
        return house.program(Role.VOLUNTEER).body(Map.of("version", version, "donor", Map.of("knownAs", "Anna", "contact", contact))).put("/api/v1/donors/" + code).then();
    }

    @Test
    void openingNeedsARoleAReasonAndIsWrittenDown() {
        String code = added(Map.of("email", EMAIL));
        String path = "/api/v1/donors/" + code + "/openings";
        house.program(Role.VOLUNTEER).body(Map.of("why", "curious")).post(path).then().statusCode(403);
        house.program(Role.DISTRIBUTOR).body(Map.of("why", " ")).post(path).then().statusCode(422);
        organisations.open().program(Role.COORDINATOR).body(Map.of("why", "x")).post(path).then().statusCode(404);
        assertThat(rows("select why from opening where subject = '" + code + "'")).isEmpty();
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "to thank")).post(path).then().statusCode(201).body(tells("email", equalTo(EMAIL))).body(tells("telephone", nullValue()));
        assertThat(rows("select why from opening where subject = '" + code + "'")).containsExactly("to thank");
    }

    @Test
    void onThePageOnePressGivesTheReasonAndShowsIt() {
        String code = added(Map.of("email", EMAIL));
        assertThat(house.browser(Role.VOLUNTEER).open("/donors/" + code).text()).contains("kept, sealed").doesNotContain("Open the contact", "Erase");
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/donors/" + code).click("Open the contact").fill("To thank them").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).contains(EMAIL);
        assertThat(browser.response().header("Cache-Control")).isEqualTo("no-store");
        assertThat(rows("select why from opening where subject = '" + code + "'")).containsExactly("donor_why_thank");
        browser.open("/donors/" + code + "/open").fill("Open it for this reason").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Open it for this reason").type("Another reason", "A parcel <b>").send();
        assertThat(browser.text()).contains(EMAIL);
        assertThat(rows("select cast(body as varchar(9000)) from answer where body like '%Canary%'")).isEmpty();
    }

    @Test
    void aVolunteerReplacesAContactWithoutSeeingIt() {
        String code = added(Map.of("email", EMAIL, "wants", List.of("thanks")));
        Browser browser = house.browser(Role.VOLUNTEER).open("/donors/" + code).click("Replace e-mail or telephone");
        assertThat(browser.page().getElementById("sealed.email").val()).isEmpty();
        browser.fill("Save").type("Telephone", TELEPHONE).send();
        assertThat(browser.status()).isEqualTo(303);
        house.program(Role.VOLUNTEER).get("/api/v1/donors/" + code).then().body(tells("hasEmail", equalTo(true))).body(tells("hasTelephone", equalTo(true))).body(tells("wants", contains("thanks")));
        browser.open("/donors/" + code + "/contact").fill("Save").type("E-mail", "nonsense").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").attr("href")).isEqualTo("#sealed.email");
        browser.open("/donors/" + code + "/contact").fill("Forget both").send();
        house.program(Role.VOLUNTEER).get("/api/v1/donors/" + code).then().body(tells("hasEmail", equalTo(false))).body(tells("hasTelephone", equalTo(false))).body(tells("wants", empty()));
    }

    @Test
    void theWholeAddressFindsADonorAndTheFindIsWrittenDown() {
        String code = added(Map.of("email", EMAIL));
        added(Map.of("email", "other@example.org"));
        house.program(Role.VOLUNTEER).body(Map.of("email", EMAIL)).post("/api/v1/donors/find").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).body(Map.of("email", EMAIL.toUpperCase())).post("/api/v1/donors/find").then().statusCode(200).body(tells("rows", hasSize(1))).body(tells("rows[0].code", equalTo(code)));
        house.program(Role.DISTRIBUTOR).body(Map.of("email", "canary@example.org")).post("/api/v1/donors/find").then().statusCode(200).body(tells("rows", empty()));
        organisations.open().program(Role.COORDINATOR).body(Map.of("email", EMAIL)).post("/api/v1/donors/find").then().body(tells("rows", empty()));
        house.program(Role.DISTRIBUTOR).body(Map.of("email", "")).post("/api/v1/donors/find").then().statusCode(422);
        assertThat(rows("select manner from opening where subject = '" + code + "'")).containsExactly("FOUND");
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/donors/find").fill("Find").type("E-mail", EMAIL).send();
        assertThat(browser.page().select("main li a").attr("href")).isEqualTo("/donors/" + code);
    }
}
