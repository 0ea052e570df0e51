package org.kindtrail.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;
import static org.kindtrail.warehouse.MoveResourceTest.line;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class LevelResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse set(String item, String size, Object quantity) {
        return house.program(Role.DISTRIBUTOR).body(line("site", house.site, "item", item, "size", size, "quantity", quantity)).post("/api/v1/minimum-levels").then();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.VOLUNTEER).get("/api/v1/" + path).then();
    }

    @Test
    void whatIsBelowItsLevelIsLow() {
        goods.receive(house, house.site, "jumpers-man", "L", 4);
        goods.receive(house, house.shelfA, "jumpers-man", "M", 5);
        String box = goods.box(house, house.shelfB);
        goods.receive(house, box, "soap", null, 8);
        goods.receive(house, house.site, "canned-food", null, 9, LocalDate.now().minusDays(2));
        set("jumpers-man", "L", 5).statusCode(200).body(tells("onHand", equalTo(4))).body(tells("missing", equalTo(1)));
        set("jumpers-man", null, 9).statusCode(200).body(tells("onHand", equalTo(9))).body(tells("missing", equalTo(0)));
        set("soap", null, 10).statusCode(200).body(tells("onHand", equalTo(8)));
        set("canned-food", null, 1).statusCode(200).body(tells("onHand", equalTo(0)));
        get("minimum-levels").body(tells("rows.item", equalTo(List.of("jumpers-man", "jumpers-man", "soap", "canned-food"))));
        get("minimum-levels?low=true").body(tells("rows.missing", equalTo(List.of(1, 2, 1))));
        set("soap", null, 8).statusCode(200).body(tells("level", equalTo(8)));
        get("minimum-levels?low=true&site=" + house.site).body(tells("rows", hasSize(2)));
        get("minimum-levels").body(tells("rows", hasSize(4)));
        set("soap", null, null).statusCode(200).body(tells("level", equalTo(0)));
        set("soap", null, null).statusCode(409);
        List<String> paged = new ArrayList<>();
        for (String next = ""; next != null; ) {
            var page = get("minimum-levels?limit=1&after=" + next).statusCode(200).extract();
            paged.addAll(page.as(InJson.class, InJson.READ).get("rows.item"));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(paged).containsExactly("jumpers-man", "jumpers-man", "canned-food");
        Browser browser = house.browser(Role.VOLUNTEER).open("/");
        assertThat(browser.text()).contains("2 things are below the minimum level.");
        assertThat(browser.open("/low").page().select("tbody tr")).hasSize(2);
        assertThat(browser.open("/low?format=csv").response().asString()).contains("\"Jumpers, man\",L,School hall,4,4,5,1,pieces");
        assertThat(browser.open("/minimum-levels").text()).doesNotContain("Set a minimum level");
        assertThat(house.browser(Role.ADMINISTRATOR).open("/").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatCannotBeALevelAndChangesNothing() {
        AnOrganisation.House other = organisations.open();
        for (Object wrong : new Object[] {0, -1, 1_000_000_000_000L}) {
            set("soap", null, wrong).statusCode(422).body(tells("errors[0].pointer", equalTo("/quantity")));
        }
        set("soap", null, "1.5").statusCode(400);
        set("soap", "L", 5).statusCode(422).body(tells("errors[0].pointer", equalTo("/size")));
        set("nothing", null, 5).statusCode(422).body(tells("errors[0].pointer", equalTo("/item")));
        set("money-kzt", null, 5).statusCode(422);
        set("x".repeat(10_000), null, 5).statusCode(422);
        for (String site : new String[] {other.site, house.shelfA, "lost", "P-XXXX-XXXX"}) {
            house.program(Role.DISTRIBUTOR).body(line("site", site, "item", "soap", "quantity", 5)).post("/api/v1/minimum-levels").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/site")));
        }
        house.program(Role.VOLUNTEER).body(line("site", house.site, "item", "soap", "quantity", 5)).post("/api/v1/minimum-levels").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).body("{}").post("/api/v1/minimum-levels").then().statusCode(422);
        get("minimum-levels").body(tells("rows", hasSize(0)));
        set("soap", null, 5).statusCode(200);
        other.program(Role.VOLUNTEER).get("/api/v1/minimum-levels").then().body(tells("rows", hasSize(0)));
        for (String wrong : new String[] {"low=x", "after=x", "after=eA", "limit=0"}) {
            get("minimum-levels?" + wrong).statusCode(400);
        }
        get("minimum-levels?site=" + other.site).statusCode(404);
    }

    @Test
    void theListCostsTheSameHoweverManyLevelsThereAre() {
        set("soap", null, 5).statusCode(200);
        get("minimum-levels?low=true").statusCode(200);
        int one = RoundTrips.during(() -> get("minimum-levels?low=true").statusCode(200)).statements();
        for (String item : new String[] {"towels", "blankets", "pillows", "jumpers-man", "beds"}) {
            set(item, null, 5).statusCode(200);
            goods.receive(house, house.shelfA, item, null, 2);
        }
        RoundTrips.Count trips = RoundTrips.during(() -> get("minimum-levels?low=true").statusCode(200).body(tells("rows", hasSize(6))));
        assertThat(trips.statements()).as("%s", trips.sql()).isEqualTo(one).isLessThanOrEqualTo(3);
    }

    @Test
    void aDistributorSetsChangesAndTakesAwayALevelOnThePages() {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/minimum-levels").click("Set a minimum level");
        for (String wrong : new String[] {"0", "-1", "1.5", "٣", "9223372036854775808"}) {
            browser.open("/minimum-levels/new").fill("Set it").type("Item", "Soap").type("At least", wrong).send();
            assertThat(browser.status()).isEqualTo(422);
            assertThat(browser.title()).startsWith("Error:");
            assertThat(browser.page().getElementById("quantity").val()).isEqualTo(wrong);
        }
        browser.fill("Set it").type("Item", "Flying {carpets}").send();
        assertThat(browser.text()).contains("no item and no lot \"Flying {carpets}\"");
        browser.fill("Set it").type("Item", "Soap").type("At least", "20").send().follow();
        assertThat(browser.page().select("tbody tr").text()).contains("Soap", "School hall", "20");
        browser.click("Change");
        browser.fill("Set it").type("At least", "25").send().follow();
        assertThat(browser.page().select("tbody tr").text()).contains("25");
        browser.click("Change");
        browser.fill("Set it").type("At least", "").send().follow();
        assertThat(browser.page().select("tbody tr")).isEmpty();
        assertThat(house.browser(Role.VOLUNTEER).open("/minimum-levels/new").status()).isEqualTo(403);
    }
}
