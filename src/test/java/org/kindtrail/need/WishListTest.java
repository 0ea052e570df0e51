package org.kindtrail.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
import org.kindtrail.testing.RoundTrips;

@HouseTest
class WishListTest {
    private static final String SECRET = "Forget-me-not house";

    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds needs;

    AnOrganisation.House house;
    String shelter;

    @BeforeEach
    void open() {
        house = organisations.open();
        shelter = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "alias", SECRET, "kind", "shelter", "country", "KZ", "region", "Hiddenland", "disclosure", "hidden",
                        "sealed", Map.of("trueName", "True " + SECRET)))
                .post("/api/v1/recipients")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private String need(Boolean shown, String drive, Map<String, Object> line) {
        Map<String, Object> need = new HashMap<>(Map.of(
                "recipient", shelter, "forWhom", "73137 grown men", "lines", List.of(line),
                "people", List.of(Map.of("sex", "male", "ageBand", "adult", "number", 73137))));
        need.put("onWishLists", shown);
        need.put("drive", drive);
        return InJson.found(house.program(Role.DISTRIBUTOR).body(need).post("/api/v1/needs").then().statusCode(201).extract(), "code");
    }

    private ValidatableResponse list(Map<String, Object> command) {
        return house.program(Role.COORDINATOR).body(command).post("/api/v1/wish-lists").then();
    }

    private String listOf(String kind, String code) {
        Map<String, Object> command = new HashMap<>(Map.of("title", "For a <b>winter</b> {x}", "about", "Bring it on Monday."));
        if (kind != null) {
            command.put(kind, code);
        }
        return InJson.found(list(command).statusCode(201).extract(), "code");
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

    private static ValidatableResponse wishes(String code) {
        return given().accept("application/json").get("/api/v1/wishes/" + code).then();
    }

    @Test
    void everybodyReadsWhatIsMissingAddedUpOverAllWhoWantIt() {
        needs.jumpers(house, "L", 4, 3);
        String first = need(true, null, line("warm-jumpers-man", 8, "L"));
        need(true, null, line("warm-jumpers-man", 3, "L"));
        need(true, null, Map.of("category", "shoes", "fits", "man", "quantity", 2, "sizes", List.of("42")));
        need(null, null, line("towels", 99));
        house.program(Role.DISTRIBUTOR).body(Map.of("need", first)).post("/api/v1/allocations").then().statusCode(201);
        String code = listOf(null, null);
        assertThat(code).startsWith("WS-");
        wishes(code)
                .statusCode(200)
                .body(tells("organisation", equalTo(house.name)))
                .body(tells("lines.what", equalTo(List.of("Warm jumpers, man, L", "Shoes, man, 42"))))
                .body(tells("lines.wanted", equalTo(List.of(11, 2))))
                .body(tells("lines.missing", equalTo(List.of(7, 2))));
        Browser browser = Browser.stranger().open("/wishes/" + code.toLowerCase());
        assertThat(browser.heading()).isEqualTo("For a <b>winter</b> {x}");
        assertThat(browser.text()).contains("11 Warm jumpers, man, L: 7 still missing", "2 Shoes, man, 42: 2 still missing");
        house.program(Role.DISTRIBUTOR).get("/api/v1/wish-lists/" + code).then().body(tells("held", equalTo(1)));
    }

    @Test
    void nothingTellsWhoWantsItNorHowManyTheyAre() {
        String drive = drive();
        String need = need(true, drive, line("warm-jumpers-man", 8, "L"));
        for (String code : List.of(listOf("recipient", shelter), listOf("drive", drive), listOf(null, null))) {
            String json = wishes(code).statusCode(200).extract().asString();
            String page = Browser.stranger().open("/wishes/" + code).response().asString();
            for (String told : List.of(json, page)) {
                assertThat(told)
                        .contains("Warm jumpers, man, L")
                        .doesNotContain(SECRET, "Hiddenland", shelter, need, "73137", "grown men", "shelter", "adult");
            }
            assertThat(json).doesNotContain("recipient");
        }
        assertThat(Browser.stranger().open("/d/" + drive).text()).contains("What is still missing: For a <b>winter</b> {x}");
    }

    @Test
    void aListOfADriveOrARecipientTellsItsNeedsOnly() {
        String drive = drive();
        need(null, drive, line("towels", 5));
        need(true, null, line("soap", 6));
        String other = needs.need(house, line("blankets", 7));
        wishes(listOf("drive", drive)).body(tells("lines.what", equalTo(List.of("Towels")))).body(tells("driveTitle", equalTo("Warm clothes")));
        wishes(listOf("recipient", shelter)).body(tells("lines.what", equalTo(List.of("Towels", "Soap"))));
        AnOrganisation.House mine = house;
        house = organisations.open();
        wishes(listOf(null, null)).body(tells("lines", hasSize(0)));
        house = mine;
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + other + "/close").then().statusCode(200);
        list(Map.of("title", "x", "drive", drive, "recipient", shelter)).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
    }

    @Test
    void aClosedListSaysSoAndAWrongCodeIsNothing() {
        String code = listOf(null, null);
        house.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + code + "/close").then().statusCode(200);
        wishes(code).statusCode(404).body(tells("detail", containsString("This wish list is closed")));
        Browser browser = Browser.stranger().open("/wishes/" + code);
        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.text()).contains("This wish list is closed. Thank you");
        house.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + code + "/close").then().statusCode(409);
        house.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + code + "/reopen").then().statusCode(200);
        house.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + code + "/reopen").then().statusCode(409);
        wishes(code).statusCode(200);
        wishes("WS-0000-0000").statusCode(404);
        wishes("nonsense").statusCode(404);
        wishes(shelter).statusCode(404);
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        AnOrganisation.House other = organisations.open();
        String theirs = needs.shelter(other);
        list(Map.of("title", " ")).statusCode(422).body(tells("errors[0].pointer", equalTo("/title")));
        list(Map.of("title", "x".repeat(10_000))).statusCode(422);
        list(Map.of("title", "x", "about", "x".repeat(10_000))).statusCode(422);
        list(Map.of("title", "x", "recipient", theirs)).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
        list(Map.of("title", "x", "drive", "V-0000-0000")).statusCode(422).body(tells("errors[0].pointer", equalTo("/drive")));
        house.program(Role.DISTRIBUTOR).body(Map.of("title", "x")).post("/api/v1/wish-lists").then().statusCode(403);
        String code = listOf(null, null);
        other.program(Role.COORDINATOR).get("/api/v1/wish-lists/" + code).then().statusCode(404);
        other.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + code + "/close").then().statusCode(404);
        house.program(Role.COORDINATOR).body(Map.of("version", 0, "title", "Another")).put("/api/v1/wish-lists/" + code).then()
                .statusCode(200)
                .body(tells("title", equalTo("Another")));
        house.program(Role.COORDINATOR).body(Map.of("version", 0, "title", "Third")).put("/api/v1/wish-lists/" + code).then().statusCode(409);
    }

    @Test
    void aCoordinatorOpensChangesAndClosesItOnPages() {
        need(true, null, line("towels", 5));
        Browser browser = house.browser(Role.COORDINATOR).open("/needs").click("Wish lists").click("Open a wish list");
        browser.fill("Save").type("What it is for", "kept").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().getElementById("about").text()).isEqualTo("kept");
        browser.fill("Save").type("Title", "For spring").choose("or a recipient", SECRET).send().follow();
        assertThat(browser.text()).contains("For spring", SECRET, "never told in public", "5 Towels: 5 still missing");
        browser.click("Change title and text").fill("Save").type("Title", "For summer").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("For summer");
        browser.click("The public page");
        assertThat(browser.text()).contains("For summer", "5 Towels").doesNotContain(SECRET);
        browser.open("/wish-lists").click("For summer").fill("Close: nobody reads it any more").send().follow();
        assertThat(browser.text()).contains("Open it again");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/wish-lists").text()).contains("For summer").doesNotContain("Open a wish list");
        assertThat(house.browser(Role.VOLUNTEER).open("/wish-lists").status()).isEqualTo(403);
    }

    @Test
    void thePublicPageAsksTheDatabaseAsOftenForManyLinesAsForOne() {
        need(true, null, line("towels", 5));
        String code = listOf(null, null);
        wishes(code);
        int one = RoundTrips.during(() -> wishes(code).statusCode(200)).statements();
        for (String item : List.of("soap", "blankets", "pillows", "warm-jumpers-man", "jumpers-woman")) {
            need(true, null, line(item, 2));
        }
        RoundTrips.Count many = RoundTrips.during(() -> wishes(code).body(tells("lines", hasSize(6))));
        assertThat(many.statements()).isEqualTo(one).isLessThanOrEqualTo(6);
    }
}
