package org.kindtrail.place;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class PlacePagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void coordinatorAddsASiteWithAShelfChangesAndClosesThem() {
        Browser browser = house.browser(Role.COORDINATOR).open("/places").click("Add a site");
        browser.fill("Save").type("Name", "Barn <i>").send().follow();
        assertThat(browser.heading()).isEqualTo("Barn <i>");
        browser.click("Add a shelf").fill("Save").type("Name", "Rack 1").type("Walking order", "7").send().follow();
        assertThat(browser.heading()).isEqualTo("Barn <i>, Rack 1");
        assertThat(browser.text()).contains("7", "shelf");
        browser.click("Change this place").fill("Save").type("Name", "Rack one").send().follow();
        assertThat(browser.heading()).isEqualTo("Barn <i>, Rack one");
        browser.fill("Close this place").send().follow();
        assertThat(browser.text()).contains("closed");
        assertThat(browser.open("/places?open=false").text()).contains("Rack one");
        assertThat(browser.open("/drives/new").page().select("option").eachText()).contains("Barn <i>");
    }

    @Test
    void aPlaceWithGoodsStaysOpenAndSaysWhy() {
        goods.receive(house, house.shelfA, "jumpers-man", "L", 4);
        Browser browser = house.browser(Role.COORDINATOR).open("/places/" + house.shelfA);
        browser.fill("Close this place").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("One lot lies at School hall, Shelf A");
    }

    @Test
    void aWrongWalkingOrderComesBackAsTyped() {
        Browser browser = house.browser(Role.COORDINATOR).open("/places/new-shelf");
        for (String wrong : new String[] {"-1", "1000000000000", "9223372036854775808", "1.5", "٣"}) {
            browser.open("/places/new-shelf").fill("Save").type("Name", "x").type("Walking order", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.page().getElementById("walk").val()).isEqualTo(wrong);
        }
        assertThat(house.browser(Role.VOLUNTEER).open("/places/new").status()).isEqualTo(403);
    }
}
