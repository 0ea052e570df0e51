package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class HouseholdTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnOrganisation.House house;
    String family;

    @BeforeEach
    void open() {
        house = organisations.open();
        family = recipient("household");
    }

    private String recipient(String kind) {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of("alias", "The " + kind, "kind", kind, "country", "KZ", "region", "R", "disclosure", "region"))
                .post("/api/v1/recipients")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private static Map<String, Object> member(Object age, String sex, String clothes, String shoes) {
        Map<String, Object> member = new HashMap<>();
        member.put("age", age);
        member.put("sex", sex);
        member.put("clothingSize", clothes);
        member.put("shoeSize", shoes);
        return member;
    }

    private ValidatableResponse tell(int version, Object members) {
        return house.program(Role.DISTRIBUTOR)
                .body(Map.of("version", version, "members", members))
                .put("/api/v1/recipients/" + family + "/household")
                .then();
    }

    private long kept() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from household_member m join recipient r on r.id = m.recipient_id where r.code = ?1")
                        .setParameter(1, family)
                        .getSingleResult())
                .longValue());
    }

    private void tellFour() {
        tell(0, List.of(
                        member(34, "female", "M", "38"), member(7, "male", null, "30"), member(1, "unknown", "7-12 m", null),
                        Map.of("ageBand", "elderly", "sex", "female")))
                .statusCode(200);
    }

    @Test
    void aHouseholdIsToldByAgeSexAndSizes() {
        tellFour();
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/recipients/" + family + "/household")
                .then()
                .statusCode(200)
                .body(tells("members", hasSize(4)))
                .body(tells("members.ageBand", equalTo(List.of("adult", "child", "infant", "elderly"))))
                .body(tells("members[3].age", nullValue()))
                .body(tells("version", equalTo(1)));
        tell(0, List.of()).statusCode(409);
        tell(1, List.of(member(35, "female", "M", "38"))).statusCode(200).body(tells("members", hasSize(1)));
        assertThat(kept()).isEqualTo(1);
        tell(2, List.of()).statusCode(200).body(tells("toldAt", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/recipients/" + family + "/household").then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).get("/api/v1/recipients/" + family + "/household").then().statusCode(404);
    }

    @Test
    void nothingElseCanBeWrittenThere() {
        for (Object wrong : List.of(
                member(-1, "male", null, null), member(121, "male", null, null), member(5, null, null, null),
                member(5, "male", "Maria", null), member(5, "male", "L, blue", null), member(5, "male", null, "big"),
                member(5, "male", "<b>", null), member(5, "male", "x".repeat(10_000), null))) {
            tell(0, List.of(wrong)).statusCode(422);
        }
        tell(0, List.of(member(1.5, "male", null, null))).statusCode(400);
        tell(0, List.of(member("7", "male", null, null))).statusCode(400);
        tell(0, List.of(Map.of("sex", "male", "name", "Maria"))).statusCode(400);
        tell(0, List.of(Map.of("sex", "male", "age", 7, "ageBand", "adult"))).statusCode(422).body(tells("errors[0].pointer", equalTo("/members/0/ageBand")));
        tell(0, Collections.nCopies(31, member(5, "male", null, null))).statusCode(422);
        tell(0, Collections.singletonList(null)).statusCode(422);
        assertThat(kept()).isZero();
        family = recipient("shelter");
        tell(0, List.of(member(5, "male", null, null))).statusCode(409);
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients/" + family + "/household").then().statusCode(409);
    }

    @Test
    void theHouseholdIsErasedWithWhatIsSealed() {
        tellFour();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update recipient set household_at = ?1 where code = ?2")
                .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusMonths(20))
                .setParameter(2, family)
                .executeUpdate());
        house.program(Role.COORDINATOR).get("/api/v1/retention/due").then().body(tells("rows.recipient", equalTo(List.of(family))));
        house.program(Role.COORDINATOR)
                .body(Map.of("recipients", List.of(family)))
                .post("/api/v1/retention/erase")
                .then()
                .statusCode(200);
        assertThat(kept()).isZero();
        house.program(Role.COORDINATOR).get("/api/v1/retention/due").then().body(tells("rows", hasSize(0)));
        Browser distributor = house.browser(Role.DISTRIBUTOR).open("/recipients/" + family);
        assertThat(distributor.text()).contains("household told").doesNotContain("7-12 m");
        assertThat(distributor.open("/recipients/" + family + "/household").page().select("input[name^=members]"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.val()).isEmpty());
    }

    @Test
    void whoIsNoHouseholdAnyMoreHasNoMembers() {
        tellFour();
        house.program(Role.COORDINATOR)
                .body(Map.of(
                        "version", 1,
                        "recipient", Map.of("alias", "A group", "kind", "group", "country", "KZ", "region", "R", "disclosure", "region")))
                .put("/api/v1/recipients/" + family)
                .then()
                .statusCode(200);
        assertThat(kept()).isZero();
    }

    @Test
    void aProposalIsMadeOfTheHouseholdAndKeptNowhere() {
        house.program(Role.DISTRIBUTOR).body(Map.of("recipient", family)).post("/api/v1/needs/proposal").then().statusCode(422);
        tellFour();
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("recipient", family, "months", 2))
                .post("/api/v1/needs/proposal")
                .then()
                .statusCode(200)
                .body(tells("people", hasSize(4)))
                .body(tells("lines.find { it.item == 'jumpers-boy' }.sizes", equalTo(List.of("6-7"))))
                .body(tells("lines.find { it.item == 'jumpers-woman' && it.sizes == ['M'] }.quantity", equalTo(2)))
                .body(tells("lines.find { it.item == 'soap-bar-100g' }.quantity", equalTo(20)))
                .body(tells("lines.find { it.item == 'soap-bar-100g' }.basis", equalTo("sphere")))
                .body(tells("lines.find { it.item == 'soap-bar-100g' }.figure", equalTo("soap")))
                .body(tells("lines.find { it.item == 'soap-bar-100g' }.amount", equalTo(250)))
                .body(tells("lines.find { it.item == 'soap-bar-100g' }.times", equalTo(4)))
                .body(tells(
                        "lines.find { it.item == 'soap-bar-100g' }.reckoned",
                        equalTo("250 g a month for each of 4 people, 2 months, in bars of 100 g (The Sphere Handbook 2018)")))
                .body(tells("lines.find { it.item == 'water-containers-10-20l' }.quantity", equalTo(2)))
                .body(tells("lines.find { it.item == 'sanitary-pads-woman' }.basis", equalTo("house")));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs").then().body(tells("rows", hasSize(0)));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("recipient", family, "months", 0), Map.of("recipient", family, "months", 13),
                Map.of("recipient", family, "households", -1), Map.of("recipient", "R-0000-0000"))) {
            house.program(Role.DISTRIBUTOR).body(wrong).post("/api/v1/needs/proposal").then().statusCode(422);
        }
        organisations.open().program(Role.DISTRIBUTOR).body(Map.of("recipient", family)).post("/api/v1/needs/proposal").then().statusCode(422);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/recipients/" + family).click("Propose what it needs");
        assertThat(browser.page().select("[name$=.item]").eachAttr("value")).contains("Jumpers, boy", "Blankets, baby");
        assertThat(browser.page().getElementById("forWhom").val()).isEqualTo("4 people");
        assertThat(browser.text())
                .contains("250 g a month for each of 4 people, 1 month, in bars of 100 g (The Sphere Handbook 2018)", "(our proposal)");
        browser.fill("Post the need").send();
        assertThat(browser.status()).isEqualTo(303);
    }

    @Test
    void thePageKeepsWhatWasTypedAndTakesMoreRows() {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/recipients/" + family).click("Who is in the household");
        browser.fill("More rows").set("members[2].age", "7").set("members[2].sex", "male").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().getElementById("members[0].age").val()).isEqualTo("7");
        browser.fill("Save the household").set("members[0].clothingSize", "Maria").set("members[1].age", "\u0663").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href"))
                .contains("#members[1].age", "#members[0].clothingSize", "#members[1].sex");
        assertThat(browser.page().getElementById("members[0].clothingSize").val()).isEqualTo("Maria");
        browser.fill("Save the household").set("members[0].clothingSize", "6-7").set("members[1].age", "").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        browser.click("Who is in the household");
        assertThat(browser.page().getElementById("members[0].clothingSize").val()).isEqualTo("6-7");
        assertThat(kept()).isEqualTo(1);
    }
}
