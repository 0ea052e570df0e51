package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class ChangeNeedTest {
    /** Far from the numbers that the sequence gives. */
    private static final AtomicLong PROGRAMMES = new AtomicLong(9_000_000_000L);

    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    @Inject
    EntityManager database;

    @Inject
    Codes codes;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse get(String need) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).then().statusCode(200);
    }

    private Map<String, Object> told(String need) {
        Map<String, Object> told = new HashMap<>();
        told.put("version", InJson.found(get(need).extract(), "version"));
        told.put("forWhom", "9 adult men");
        return told;
    }

    private Map<String, Object> with(String need, String field, Object value) {
        Map<String, Object> told = told(need);
        told.put(field, value);
        return told;
    }

    private ValidatableResponse change(String need, Map<String, Object> told) {
        return house.program(Role.DISTRIBUTOR).body(told).put("/api/v1/needs/" + need).then();
    }

    private void promise(String need, int line, int quantity) {
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", need, "line", line, "quantity", quantity))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201);
    }

    private String programme() {
        return QuarkusTransaction.requiringNew().call(() -> {
            String code = codes.next(CodeKind.PROGRAMME);
            database.createNativeQuery(
                            """
                            insert into programme (id, organisation_id, code, name, funder, about, starts_on, ends_on, currency, version)
                            values (?1, ?2, ?3, 'Winter', 'A fund', '', ?4, ?5, 'USD', 0)""")
                    .setParameter(1, PROGRAMMES.incrementAndGet())
                    .setParameter(2, house.id)
                    .setParameter(3, code)
                    .setParameter(4, LocalDate.now())
                    .setParameter(5, LocalDate.now().plusYears(1))
                    .executeUpdate();
            return code;
        });
    }

    private String drive() {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "kind", "collection", "title", "Warm clothes", "startsOn", LocalDate.now().toString(),
                        "endsOn", LocalDate.now().plusDays(9).toString(), "site", house.site))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @Test
    void aNeedSaysHowUrgentItIsForWhomInNumbersAndWhatElseWillDo() {
        String programme = programme();
        String drive = drive();
        String last = LocalDate.now().plusDays(5).toString();
        Map<String, Object> line = line("warm-jumpers-man", 11, "L");
        line.put("substitutes", List.of("jumpers-man", "coats-man"));
        Map<String, Object> need = new HashMap<>(Map.of(
                "recipient", given.shelter(house), "forWhom", "11 adult men", "urgency", "critical", "programme", programme,
                "drive", drive, "expiresOn", last,
                "people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 11)),
                "lines", List.of(line, line("hygiene-kit", 11))));
        house.program(Role.DISTRIBUTOR)
                .body(need)
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .body(tells("urgency", equalTo("critical")))
                .body(tells("programme", equalTo(programme)))
                .body(tells("drive", equalTo(drive)))
                .body(tells("driveTitle", equalTo("Warm clothes")))
                .body(tells("expiresOn", equalTo(last)))
                .body(tells("endsSoon", equalTo(true)))
                .body(tells("onWishLists", equalTo(true)))
                .body(tells("people", equalTo(List.of(Map.of("sex", "male", "ageBand", "adult", "number", 11)))))
                .body(tells("lines[0].substitutes.item", equalTo(List.of("coats-man", "jumpers-man"))))
                .body(tells("lines[1].what", equalTo("Hygiene kits")));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?programme=" + programme + "&urgency=critical").then()
                .body(tells("rows", hasSize(1)))
                .body(tells("rows[0].urgency", equalTo("critical")));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?urgency=urgent").then().body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?urgency=soon").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?state=open&ending=true").then().body(tells("rows", hasSize(1)));
    }

    @Test
    void whatCannotBeAskedForIsRefusedAtItsField() {
        AnOrganisation.House other = organisations.open();
        String shelter = given.shelter(house);
        Map<String, Object> towels = line("towels", 1);
        record Wrong(String field, Object value, String pointer) {}
        String foreign = house.code;
        for (Wrong wrong : List.of(
                new Wrong("programme", "PR-0000-0000", "/programme"),
                new Wrong("drive", foreign, "/drive"),
                new Wrong("drive", "V-0000-0000", "/drive"),
                new Wrong("expiresOn", LocalDate.now().minusDays(3).toString(), "/expiresOn"),
                new Wrong("expiresOn", "1999-12-31", "/expiresOn"),
                new Wrong("people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 0)), "/people/0/number"),
                new Wrong("people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 1_000_001)), "/people/0/number"),
                new Wrong("people", List.of(Map.of("sex", "male", "number", 1)), "/people/0/ageBand"),
                new Wrong(
                        "people",
                        Collections.nCopies(2, Map.of("sex", "male", "ageBand", "adult", "number", 1)),
                        "/people/1/ageBand"),
                new Wrong("people", Collections.nCopies(19, Map.of("sex", "male", "ageBand", "adult", "number", 1)), "/people"))) {
            Map<String, Object> need = new HashMap<>(Map.of("recipient", shelter, "forWhom", "x", "lines", List.of(towels)));
            need.put(wrong.field(), wrong.value());
            house.program(Role.DISTRIBUTOR).body(need).post("/api/v1/needs").then()
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo(wrong.pointer())));
        }
        for (Object substitutes : List.of(
                List.of("warm-jumpers-man"), List.of("jumpers-woman"), List.of("unicorns"), List.of("unsorted-bag"),
                List.of("cash-usd"), Collections.nCopies(11, "jumpers-man"))) {
            Map<String, Object> line = line("warm-jumpers-man", 1);
            line.put("substitutes", substitutes);
            house.program(Role.DISTRIBUTOR)
                    .body(Map.of("recipient", shelter, "forWhom", "x", "lines", List.of(line)))
                    .post("/api/v1/needs")
                    .then()
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/lines/0/substitutes")));
        }
        house.program(Role.DISTRIBUTOR)
                .body(Map.of(
                        "recipient", shelter, "forWhom", "x",
                        "lines", List.of(Map.of("category", "tops", "quantity", 1, "substitutes", List.of("jumpers-man")))))
                .post("/api/v1/needs")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/substitutes")));
        assertThat(other.id).isNotEqualTo(house.id);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void theMostUrgentStandsFirstThenTheOneWantedSoonestPageByPage() {
        String shelter = given.shelter(house);
        String later = LocalDate.now().plusDays(20).toString();
        String soon = LocalDate.now().plusDays(2).toString();
        for (String[] each : new String[][] {
            {"normal", soon}, {"urgent", later}, {"critical", null}, {"urgent", soon}, {"normal", null}, {"critical", later}
        }) {
            Map<String, Object> need = new HashMap<>(Map.of(
                    "recipient", shelter, "forWhom", each[0] + " " + each[1], "urgency", each[0], "lines", List.of(line("towels", 1))));
            need.put("wantedBy", each[1]);
            house.program(Role.DISTRIBUTOR).body(need).post("/api/v1/needs").then().statusCode(201);
        }
        List<String> read = new java.util.ArrayList<>();
        String after = "";
        do {
            var page = house.program(Role.DISTRIBUTOR).get("/api/v1/needs?state=open&limit=2&after=" + after).then().extract();
            read.addAll(page.<List<String>>path("rows.forWhom"));
            after = page.as(InJson.class, InJson.READ).get("next");
        } while (after != null);
        assertThat(read)
                .containsExactly(
                        "critical " + later, "critical null", "urgent " + soon, "urgent " + later, "normal " + soon, "normal null");
    }

    @Test
    void anOpenNeedIsToldAnewAndItsHistorySaysHow() {
        String need = given.need(house, line("warm-jumpers-man", 11, "L"));
        Map<String, Object> told = told(need);
        told.put("urgency", "urgent");
        told.put("wantedBy", LocalDate.now().plusDays(3).toString());
        told.put("people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 9)));
        told.put("lines", List.of(Map.of("line", 1, "quantity", 9, "sizes", List.of("L", "XL"), "substitutes", List.of("jumpers-man"))));
        told.put("added", List.of(line("towels", 4)));
        change(need, told)
                .statusCode(200)
                .body(tells("forWhom", equalTo("9 adult men")))
                .body(tells("urgency", equalTo("urgent")))
                .body(tells("lines", hasSize(2)))
                .body(tells("lines[0].asked", equalTo(9)))
                .body(tells("lines[0].sizes", equalTo(List.of("L", "XL"))))
                .body(tells("lines[0].substitutes.item", equalTo(List.of("jumpers-man"))))
                .body(tells("lines[1].what", equalTo("Towels")));
        change(need, told).statusCode(409);
        change(need, told(need)).statusCode(200).body(tells("urgency", equalTo("normal"))).body(tells("wantedBy", nullValue()))
                .body(tells("lines[0].asked", equalTo(9)));
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/" + need).text())
                .contains("changed (11 adult men > 9 adult men; normal > urgent", "line 1: 11 > 9", "line 2 added: 4");
        house.program(Role.VOLUNTEER).body(told(need)).put("/api/v1/needs/" + need).then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).body(told(need)).put("/api/v1/needs/" + need).then().statusCode(404);
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/close").then().statusCode(200);
        change(need, told(need)).statusCode(409).body(tells("detail", containsString("has ended")));
    }

    @Test
    void aLineNeverAsksForLessThanIsPromisedAndThenKeepsItsSizes() {
        given.jumpers(house, "L", 4, 3);
        String need = given.need(house, line("warm-jumpers-man", 11, "L"));
        promise(need, 1, 4);
        change(need, with(need, "lines", List.of(Map.of("line", 1, "quantity", 3))))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/quantity")))
                .body(tells("errors[0].detail", containsString("4 are promised")));
        for (Map<String, Object> otherwise : List.<Map<String, Object>>of(
                Map.of("line", 1, "quantity", 5, "sizes", List.of()), Map.of("line", 1, "quantity", 5, "substitutes", List.of("jumpers-man")))) {
            change(need, with(need, "lines", List.of(otherwise))).statusCode(422);
        }
        change(need, with(need, "lines", List.of(Map.of("line", 1, "quantity", 4, "sizes", List.of("L")))))
                .statusCode(200)
                .body(tells("lines[0].missing", equalTo(0)));
        for (Object wrong : List.of(
                List.of(Map.of("line", 2, "quantity", 4)), List.of(Map.of("line", 1, "quantity", 0)),
                List.of(Map.of("line", 1, "quantity", 1_000_000_000_000L)), List.of(Map.of("quantity", 4)),
                List.of(Map.of("line", 1, "quantity", 4), Map.of("line", 1, "quantity", 5)))) {
            change(need, with(need, "lines", wrong)).statusCode(422);
        }
        change(need, with(need, "lines", List.of(Map.of("line", 1, "quantity", 1.5)))).statusCode(400);
        change(need, with(need, "forWhom", "x".repeat(10_000))).statusCode(422);
        change(need, with(need, "added", Collections.nCopies(50, line("towels", 1))))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/added")));
    }

    @Test
    void theProgrammeStaysWhileGoodsKeptForItArePromised() {
        String programme = programme();
        given.kept(house, PROGRAMMES.get(), "warm-jumpers-man", "L", 4);
        String need = given.need(house, line("warm-jumpers-man", 4, "L"));
        change(need, with(need, "programme", programme)).statusCode(200).body(tells("programmeName", equalTo("Winter")));
        promise(need, 1, 4);
        change(need, told(need)).statusCode(409).body(tells("detail", containsString(programme)));
        change(need, with(need, "programme", programme)).statusCode(200);
        change(need, with(need, "programme", "PR-0000-0000")).statusCode(422);
    }

    @Test
    void aSubstituteIsPromisedWhenTheThingItselfIsNotThere() {
        given.stock(house, house.shelfA, "jumpers-man", "L", null, Grade.GOOD, 5, 9);
        given.stock(house, house.shelfA, "jumpers-man", "S", null, Grade.GOOD, 5, 9);
        given.jumpers(house, "L", 2, 1);
        Map<String, Object> line = line("warm-jumpers-man", 4, "L");
        line.put("substitutes", List.of("jumpers-man"));
        String need = given.need(house, line);
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", need))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201)
                .body(tells("allocations.item", equalTo(List.of("warm-jumpers-man", "jumpers-man"))))
                .body(tells("allocations.quantity", equalTo(List.of(2, 2))));
        String other = given.need(house, line("warm-jumpers-man", 4, "L"));
        String substitute = given.stock(house, house.shelfA, "jumpers-man", "L", null, Grade.GOOD, 5, 9);
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", other, "picks", List.of(Map.of("line", 1, "lot", substitute, "place", house.shelfA, "quantity", 1))))
                .post("/api/v1/allocations")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/picks/0/lot")));
    }

    @Test
    void thePageChangesANeedAndComesBackWithWhatWasTyped() {
        String need = given.need(house, line("practical-shoes-man", 6, "41"));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/" + need).click("Change this need");
        browser.fill("Save the changes")
                .choose("Urgency", "urgent")
                .set("was[0].quantity", "two")
                .set("lines[0].item", "Towels")
                .set("lines[0].quantity", "0")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#was[0].quantity", "#lines[0].quantity");
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Towels");
        browser.fill("Save the changes")
                .set("was[0].quantity", "7")
                .set("was[0].substitutes", "Winter boots, man")
                .set("lines[0].item", "Winter boots, man")
                .set("lines[0].quantity", "")
                .set("lines[0].sizes", "40 x 2, 41 x 3")
                .set("people[0].number", "7")
                .set("people[0].sex", "male")
                .set("people[0].ageBand", "adult")
                .send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.text())
                .contains("urgent", "asked for 7", "Will also do: Winter boots, man", "2. Winter boots, man, 40", "3. Winter boots, man, 41")
                .contains("7: male, 18 to 59");
        Browser stale = house.browser(Role.DISTRIBUTOR).open("/needs/" + need + "/edit");
        change(need, told(need)).statusCode(200);
        stale.fill("Save the changes").type("For whom", "kept").send();
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().getElementById("forWhom").val()).isEqualTo("kept");
    }

    @Test
    void sizesWithNumbersBecomeALineEachAndMustAddUp() {
        given.shelter(house);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/new");
        browser.fill("Post the need")
                .choose("Recipient", "Shelter by the river")
                .type("For whom", "6 men")
                .set("lines[0].item", "Practical shoes, man")
                .set("lines[0].sizes", "40 x 2, 41 x 3, 42")
                .set("lines[0].quantity", "7")
                .set("lines[1].item", "Towels")
                .set("lines[1].quantity", "0")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].quantity", "#lines[1].quantity");
        assertThat(browser.text()).contains("The sizes add up to 6.");
        browser.fill("Post the need").set("lines[0].quantity", "6").set("lines[1].quantity", "9").send().follow();
        assertThat(browser.text())
                .contains("1. Practical shoes, man, 40", "2. Practical shoes, man, 41", "3. Practical shoes, man, 42", "4. Towels");
    }

    @Test
    void peopleTypedGetLinesProposedWhichAreNotPostedYet() {
        given.shelter(house);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/new");
        browser.fill("Propose lines by standards").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#people");
        browser.fill("Propose lines by standards")
                .choose("Recipient", "Shelter by the river")
                .set("people[1].number", "11")
                .set("people[1].sex", "male")
                .set("people[1].ageBand", "adult")
                .send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).contains("Nothing is posted yet");
        assertThat(browser.page().select("[name$=.item]").eachAttr("value")).contains("Jumpers, man", "Blankets", "Laundry soap");
        assertThat(browser.page().getElementById("forWhom").val()).isEqualTo("11 people");
        browser.fill("Post the need").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.text()).contains("asked for 22", "Will also do: Duvets", "asked for 28");
    }
}
