package org.kindtrail.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;
import static org.kindtrail.warehouse.MoveResourceTest.line;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** The last day of use: where it is recorded, how it is kept, and what it decides. */
@HouseTest
class ExpiryTest {
    private static final String FOOD = "canned-food";

    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    @Inject
    ShelterNeeds needs;

    AnOrganisation.House house;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Almaty"));

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(Role role, String path, Object body) {
        return house.program(role).body(body).post("/api/v1/" + path).then();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + path).then();
    }

    private String drive(String kind) {
        return InJson.found(post(Role.COORDINATOR, "drives", line("kind", kind, "title", "Food", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", house.site)).statusCode(201).extract(), "code");
    }

    private String food(long quantity, Integer days) {
        return goods.receive(house, house.shelfA, FOOD, null, quantity, days == null ? null : today.plusDays(days));
    }

    private String untilOf(String lot) {
        return InJson.found(get("lots/" + lot).statusCode(200).extract(), "expiresOn");
    }

    @Test
    void theDayIsRecordedWithWhatComesInAndRefusedWhereItMakesNoSense() {
        String drive = drive("collection");
        String day = today.plusDays(100).toString();
        String lot = InJson.found(post(Role.VOLUNTEER, "donations", line("drive", drive, "place", house.site, "lines", List.of(line("item", FOOD, "quantity", 3, "expiresOn", day))))
                .statusCode(201)
                .body(tells("lots[0].expiresOn", equalTo(day)))
                .extract(), "lots[0].code");
        assertThat(untilOf(lot)).isEqualTo(day);
        get("balances?item=" + FOOD).body(tells("rows[0].expiresOn", equalTo(day)));
        for (Map<String, Object> wrong : List.of(
                line("item", "jumpers-man", "quantity", 1, "expiresOn", day),
                line("item", "soap", "quantity", 1, "expiresOn", day),
                line("item", FOOD, "quantity", 1, "expiresOn", "1999-12-31"),
                line("item", FOOD, "quantity", 1, "expiresOn", today.plusYears(31).toString()))) {
            post(Role.VOLUNTEER, "donations", line("drive", drive, "place", house.site, "lines", List.of(wrong))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/expiresOn")));
        }
        for (String wrong : new String[] {"soon", "2027-02-30", "31.05.2027", "x".repeat(10_000)}) {
            post(Role.VOLUNTEER, "donations", line("drive", drive, "place", house.site, "lines", List.of(line("item", FOOD, "quantity", 1, "expiresOn", wrong)))).statusCode(400);
        }
        String bag = InJson.found(post(Role.VOLUNTEER, "donations", line("drive", drive, "place", house.site, "bags", 1)).statusCode(201).extract(), "lots[0].code");
        String sorted = InJson.found(post(Role.VOLUNTEER, "sortings", line("bag", bag, "lines", List.of(line("item", FOOD, "quantity", 2, "expiresOn", day), line("item", "soap", "quantity", 2)))).statusCode(201).body(tells("lines.expiresOn", equalTo(java.util.Arrays.asList(day, null)))).extract(), "lines[0].lot");
        assertThat(untilOf(sorted)).isEqualTo(day);
        String fund = InJson.found(post(Role.COORDINATOR, "funds", line("name", "Food", "purpose", "Food")).statusCode(201).extract(), "code");
        post(Role.COORDINATOR, "funds/" + fund + "/gifts", line("drive", drive, "amount", "100", "currency", "KZT")).statusCode(201);
        Map<String, Object> purchase = line("supplier", "Shop", "currency", "KZT", "place", house.site, "draws", List.of(line("fund", fund)));
        purchase.put("lines", List.of(line("item", "soap", "quantity", 1, "price", "10", "expiresOn", day)));
        post(Role.COORDINATOR, "purchases", purchase).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/expiresOn")));
        purchase.put("lines", List.of(line("item", FOOD, "quantity", 1, "price", "10", "expiresOn", day)));
        assertThat(untilOf(InJson.found(post(Role.COORDINATOR, "purchases", purchase).statusCode(201).extract(), "lines[0].lot"))).isEqualTo(day);
    }

    @Test
    void formsAskForTheDayAndShowItWhereTheItemGrowsOld() {
        drive("collection");
        Browser browser = house.browser(Role.VOLUNTEER);
        browser.open("/record").fill("Enter what is in it").send();
        assertThat(browser.page().select("fieldset.goods details[open]")).isEmpty();
        browser.fill("More lines").set("lines[0].item", "Canned and jarred food").set("lines[0].quantity", "4").send();
        assertThat(browser.page().select("fieldset.goods details[open]")).hasSize(1);
        browser.fill("Record it").set("lines[0].expiresOn", "30.02.2027").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Record it").set("lines[0].expiresOn", "2027-05-31").send().follow();
        assertThat(browser.text()).contains("use by 31 May 2027");
        String lot = browser.page().select("a[href^=/lots/]").first().text();
        assertThat(browser.open("/lots/" + lot).text()).contains("Use by", "31 May 2027").doesNotContain("past its day");
        assertThat(browser.open("/lots/" + food(1, -2)).text()).contains("past its day");
        assertThat(browser.open("/stock").text()).contains("Use first by");
        String box = goods.box(house, house.shelfA);
        goods.receive(house, box, FOOD, null, 3, LocalDate.of(2028, 2, 1));
        goods.receive(house, goods.box(house, box), FOOD, null, 3, LocalDate.of(2028, 1, 1));
        assertThat(browser.open("/containers/labels?container=" + box).text()).contains("Use by 1 Jan 2028");
        Browser coordinator = house.browser(Role.COORDINATOR).open("/items/new");
        coordinator.fill("Add it").type("Name", "Porridge").choose("Category", "Food").choose("Counted in", "grams").set("expires", "1").send().follow();
        assertThat(coordinator.text()).contains("its lots may bear a last day of use");
        coordinator.fill("It does not grow old: ask for no last day of use").send().follow();
        assertThat(coordinator.text()).contains("it does not grow old", "bears no last day of use any more");
        coordinator.fill("It grows old: ask for the last day of use").send().follow();
        get("items/porridge").body(tells("expires", equalTo(true)));
        post(Role.COORDINATOR, "items/soap/expiry", Map.of("expires", true)).statusCode(409).body(tells("detail", containsString("standard item")));
        post(Role.COORDINATOR, "items/porridge/expiry", "{}").statusCode(422);
        post(Role.DISTRIBUTOR, "items/porridge/expiry", Map.of("expires", false)).statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(Map.of("expires", false)).post("/api/v1/items/porridge/expiry").then().statusCode(404);
    }

    @Test
    void whatExpiresFirstIsGivenFirstAndWhatIsPastItsDayToNobody() {
        String never = food(5, null);
        String late = food(5, 200);
        String soon = food(5, 9);
        String past = food(5, -2);
        String need = needs.need(house, ShelterNeeds.line(FOOD, 30));
        get("needs/" + need + "/candidates").body(tells("lines[0].candidates.lot", equalTo(List.of(soon, late, never)))).body(tells("lines[0].available", equalTo(15)));
        post(Role.DISTRIBUTOR, "allocations", line("need", need, "picks", List.of(line("line", 1, "lot", past, "place", house.shelfA, "quantity", 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/picks/0/lot"))).body(tells("errors[0].detail", containsString("was of use until")));
        post(Role.DISTRIBUTOR, "allocations", line("need", need, "line", 1, "quantity", 16)).statusCode(409);
        post(Role.DISTRIBUTOR, "allocations", line("need", need, "line", 1, "quantity", 6)).statusCode(201);
        get("allocations?need=" + need).body(tells("rows.lot", equalTo(List.of(soon, late)))).body(tells("rows.quantity", equalTo(List.of(5, 1))));
        // It can still be held, moved and passed on.
        post(Role.VOLUNTEER, "holds", line("kind", "other", "why", "to be let go", "lot", past, "quantity", 1)).statusCode(201);
        post(Role.VOLUNTEER, "moves", line("to", house.site, "lines", List.of(line("lot", past)))).statusCode(201).body(tells("lines[0].quantity", equalTo(4)));
        post(Role.COORDINATOR, "pass-ons", line("from", house.site, "partner", "A farm", "lines", List.of(line("lot", past, "quantity", 4)))).statusCode(201);
    }

    @Test
    void aKitIsOfUseAsLongAsItsPartsAndReturnsThemAsTheyWere() {
        food(50, -2);
        String soon = food(4, 30);
        String late = food(50, 90);
        goods.receive(house, house.shelfA, "towels", null, 60);
        String kit = InJson.found(post(Role.COORDINATOR, "kits", line("item", "food-parcel", "parts", List.of(line("quantity", 2, "choices", List.of(line("item", FOOD))), line("quantity", 1, "choices", List.of(line("item", "towels")))))).statusCode(201).extract(), "code");
        post(Role.VOLUNTEER, "works/packings", line("kit", kit, "place", house.site, "quantity", 28)).statusCode(409);
        String packed = InJson.found(post(Role.VOLUNTEER, "works/packings", line("kit", kit, "place", house.site, "quantity", 3)).statusCode(201).extract(), "outputs[0].lot");
        assertThat(untilOf(packed)).isEqualTo(today.plusDays(30).toString());
        get("lots/" + soon).body(tells("places", hasSize(0)));
        get("lots/" + late).body(tells("places[0].onHand", equalTo(48)));
        List<String> opened = InJson.found(post(Role.VOLUNTEER, "works/openings", line("lot", packed, "quantity", 3)).statusCode(201).extract(), "outputs.lot");
        assertThat(opened.stream().map(this::untilOf)).containsExactlyInAnyOrder(today.plusDays(30).toString(), today.plusDays(90).toString(), null);
    }

    @Test
    void gradingAndStepsKeepTheDayUnlessAnotherIsTold() {
        String lot = food(10, 40);
        List<String> split = InJson.found(post(Role.VOLUNTEER, "works/gradings", line("lot", lot, "quantity", 6, "lines", List.of(line("quantity", 4), line("quantity", 2, "expiresOn", today.plusDays(10).toString())))).statusCode(201).extract(), "outputs.lot");
        assertThat(split.stream().map(this::untilOf)).containsExactly(today.plusDays(40).toString(), today.plusDays(10).toString());
        post(Role.VOLUNTEER, "works/gradings", line("lot", goods.receive(house, house.shelfA, "soap", null, 5), "quantity", 2, "lines", List.of(line("quantity", 2, "expiresOn", "2027-01-01")))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/expiresOn")));
        String drive = drive("workshop");
        List<String> made = InJson.found(post(Role.VOLUNTEER, "works/steps", line("drive", drive, "inputs", List.of(line("item", FOOD, "quantity", 5)), "outputs", List.of(line("item", FOOD, "quantity", 4), line("item", "soap", "quantity", 1)))).statusCode(201).extract(), "outputs.lot");
        assertThat(made.stream().map(this::untilOf)).containsExactly(today.plusDays(10).toString(), null);
    }

    @Test
    void aSaleSellsWhatExpiresFirstAndNothingPastItsDay() {
        String drive = drive("sale");
        String fund = InJson.found(post(Role.COORDINATOR, "funds", line("name", "Beds", "purpose", "Beds")).statusCode(201).extract(), "code");
        house.program(Role.COORDINATOR).body(line("fund", fund, "currency", "KZT", "version", 0)).put("/api/v1/drives/" + drive + "/sale").then().statusCode(200);
        food(5, null);
        String soon = food(3, 5);
        food(7, -2);
        post(Role.VOLUNTEER, "sales", line("drive", drive, "lines", List.of(line("item", FOOD, "quantity", 9, "price", "1")))).statusCode(409);
        post(Role.VOLUNTEER, "sales", line("drive", drive, "lines", List.of(line("item", FOOD, "quantity", 2, "price", "1")))).statusCode(201);
        get("lots/" + soon).body(tells("places[0].onHand", equalTo(1)));
        get("balances?item=" + FOOD).body(tells("rows.onHand.sum()", equalTo(13)));
    }

    @Test
    void whatExpiresIsListedTheShortestFirst() {
        List<String> lots = new ArrayList<>();
        for (int day : new int[] {-3, 2, 2, 30, 59}) {
            lots.add(food(5, day));
        }
        String far = food(5, 100);
        food(5, null);
        String gone = food(2, 1);
        post(Role.COORDINATOR, "pass-ons", line("from", house.site, "partner", "X", "lines", List.of(line("lot", gone, "quantity", 2)))).statusCode(201);
        post(Role.VOLUNTEER, "moves", line("to", house.shelfB, "lines", List.of(line("lot", lots.get(1), "quantity", 2)))).statusCode(201);
        get("expiring").body(tells("rows.lot.unique()", equalTo(lots))).body(tells("rows[0].days", equalTo(-3))).body(tells("rows", hasSize(6)));
        get("expiring?days=100").body(tells("rows[6].lot", equalTo(far)));
        get("expiring?days=0").body(tells("rows.lot", equalTo(lots.subList(0, 1))));
        get("expiring?place=" + house.shelfB).body(tells("rows.lot", equalTo(List.of(lots.get(1))))).body(tells("rows[0].onHand", equalTo(2)));
        get("expiring?place=" + house.site).body(tells("rows", hasSize(6)));
        List<String> paged = new ArrayList<>();
        for (String next = ""; next != null; ) {
            var page = get("expiring?limit=2&after=" + next).statusCode(200).extract();
            paged.addAll(page.as(InJson.class, InJson.READ).get("rows.lot"));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(paged).hasSize(6).isEqualTo(InJson.found(get("expiring").extract(), "rows.lot"));
        RoundTrips.Count trips = RoundTrips.during(() -> get("expiring").statusCode(200));
        assertThat(trips.statements()).as("%s", trips.sql()).isLessThanOrEqualTo(3);
        for (String wrong : new String[] {"days=x", "days=-1", "days=1000000", "after=x", "limit=0"}) {
            get("expiring?" + wrong).statusCode(400);
        }
        AnOrganisation.House other = organisations.open();
        get("expiring?place=" + other.site).statusCode(404);
        other.program(Role.VOLUNTEER).get("/api/v1/expiring").then().body(tells("rows", hasSize(0))).body(tells("next", nullValue()));
        Browser browser = house.browser(Role.VOLUNTEER).open("/expiring");
        assertThat(browser.page().select("tbody tr")).hasSize(6);
        assertThat(browser.text()).contains("past its day", "2 more days");
        assertThat(browser.open("/expiring?days=0").page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/expiring?format=csv").response().asString().lines()).hasSize(7);
        assertThat(browser.open("/expiring?days=x").status()).isEqualTo(400);
        assertThat(browser.open("/").text()).contains("6 lots expire within 60 days");
    }
}
