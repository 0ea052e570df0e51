package org.kindtrail.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class WarehousePagesTest {
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
    void severalThingsAreMovedInOneFormAndTakenBack() {
        String lot = goods.receive(house, house.site, "towels", null, 12);
        goods.receive(house, house.site, "jumpers-man", "L", 40);
        Browser browser = house.browser(Role.COORDINATOR).open("/moves/new");
        browser.fill("Move it")
                .choose("From", "School hall")
                .choose("To", "School hall, Shelf A")
                .set("lines[0].item", lot.toLowerCase())
                .set("lines[2].item", "Jumpers, man")
                .set("lines[2].size", "L")
                .set("lines[2].quantity", "30")
                .type("Why", "<b>front</b>")
                .send()
                .follow();
        assertThat(browser.page().select("tbody tr").eachText()).containsExactly(
                "Towels, good 12 pieces School hall School hall, Shelf A " + lot,
                browser.page().select("tbody tr").get(1).text());
        assertThat(browser.text()).contains("Jumpers, man, L, good 30 pieces", "<b>front</b>", "The coordinator");
        String move = browser.page().selectFirst("h1 .code").text();
        browser.fill("Take it back").type("Why", "").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Take it back").type("Why", "wrong shelf").send().follow();
        assertThat(browser.text()).contains("taken back", "because: wrong shelf").doesNotContain("Take this move back");
        assertThat(browser.open("/moves").page().select("tbody tr").text()).contains(move, "School hall, Shelf A", "taken back");
        assertThat(browser.open("/moves?format=csv").response().asString()).contains(move);
        assertThat(browser.open("/find?code=" + move).location()).endsWith("/moves/" + move);
        assertThat(browser.open("/lots/" + lot).page().select("a[href=/moves/" + move + "]")).isNotEmpty();
        assertThat(browser.open("/moves?after=x").status()).isEqualTo(400);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/moves/" + move).status()).isEqualTo(404);
    }

    @Test
    void aRefusedMoveComesBackAsTyped() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser browser = house.browser(Role.VOLUNTEER);
        for (String wrong : new String[] {"0", "-1", "1000000000000", "9223372036854775808", "1.5", "٣", "x".repeat(10_000)}) {
            browser.open("/moves/new?lot=" + lot + "&to=" + house.shelfB).fill("Move it").set("lines[0].quantity", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.title()).startsWith("Error:");
            assertThat(browser.page().getElementById("lines[0].quantity").val()).isEqualTo(wrong);
            assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo(lot);
        }
        browser.open("/moves/new").fill("Move it").set("lines[1].item", "Flying {carpets}").send();
        assertThat(browser.text()).contains("There is no item and no lot \"Flying {carpets}\"", "Something must stand here");
        browser.open("/moves/new").fill("Move it").choose("To", "School hall").send();
        assertThat(browser.text()).contains("Write at least one line");
        browser.open("/moves/new").fill("More lines").set("lines[0].item", "Soap").send();
        assertThat(browser.page().select("fieldset.goods")).hasSize(6);
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Soap");
        browser.fill("Move it").choose("To", "School hall").send();
        assertThat(browser.status()).isEqualTo(409);
    }

    @Test
    void whatIsSetApartIsReleasedInPartsAndThenWhole() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/lots/" + lot).click("Set some of it apart");
        volunteer.fill("Set it apart").choose("Kind", "Quarantine").type("How much", "5").send();
        assertThat(volunteer.status()).isEqualTo(422);
        assertThat(volunteer.page().getElementById("item").val()).isEqualTo(lot);
        volunteer.fill("Set it apart").type("Reason", "bedbugs <?>").send().follow();
        assertThat(volunteer.heading()).startsWith("Quarantine HD-");
        assertThat(volunteer.text()).contains("bedbugs <?>", "5 pieces", "The volunteer", "set apart").doesNotContain("Release everything");
        String hold = volunteer.page().selectFirst("h1 .code").text();
        assertThat(volunteer.open("/lots/" + lot).page().select("a[href=/holds/" + hold + "]")).hasSize(1);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/holds/" + hold);
        browser.fill("Release only what is written above").type("What came of it", "two fine").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Release only what is written above").set("quantity-1", "6").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("5 are held; 6 cannot be released");
        browser.fill("Release everything").set("quantity-1", "2").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().getElementById("outcome").text()).isEqualTo("two fine");
        browser.fill("Release only what is written above").send().follow();
        assertThat(browser.text()).contains("3 pieces", "released in part (2 " + lot + ")");
        assertThat(browser.open("/holds").page().select("tbody tr")).hasSize(1);
        browser.open("/holds/" + hold).fill("Release everything").type("What came of it", "all fine").send().follow();
        assertThat(browser.text()).contains("Released", "all fine").doesNotContain("Release everything");
        assertThat(browser.open("/holds").text()).contains("Nothing is on hold.");
        assertThat(browser.open("/holds?standing=false&format=csv").response().asString()).contains(hold);
        assertThat(browser.open("/find?code=" + hold).location()).endsWith("/holds/" + hold);
        assertThat(organisations.open().browser(Role.DISTRIBUTOR).open("/holds/" + hold).status()).isEqualTo(404);
        assertThat(browser.open("/holds?standing=x").status()).isEqualTo(400);
    }

    @Test
    void aRefusedHoldComesBackAsTyped() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser browser = house.browser(Role.VOLUNTEER);
        for (String wrong : new String[] {"0", "-1", "1000000000000", "1.5", "٣"}) {
            browser.open("/holds/new?lot=" + lot).fill("Set it apart").type("Reason", "damp").type("How much", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.page().getElementById("quantity").val()).isEqualTo(wrong);
        }
        browser.open("/holds/new?lot=B-0000-0000").fill("Set it apart").type("Reason", "damp").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#item");
        browser.open("/holds/new?place=" + house.shelfB).fill("Set it apart").type("Reason", "damp").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("Nothing is free at School hall, Shelf B");
        String box = goods.box(house, house.shelfB);
        goods.receive(house, box, "soap", null, 3);
        browser.open("/holds/new?place=" + box).fill("Set it apart").type("Reason", "damp").send().follow();
        assertThat(browser.text()).contains("Soap", "3 pieces");
    }

    @Test
    void pagesCostFewStatements() {
        goods.receiveMany(house, house.shelfA, "towels", 20, 2);
        Browser browser = house.browser(Role.DISTRIBUTOR);
        browser.open("/holds/new?place=" + house.shelfA).fill("Set it apart").type("Reason", "damp").send().follow();
        String hold = "/holds/" + browser.page().selectFirst("h1 .code").text();
        for (String page : new String[] {hold, "/holds", "/moves", "/moves/new", "/holds/new", "/expiring", "/low", "/minimum-levels", "/"}) {
            browser.open(page);
            RoundTrips.Count trips = RoundTrips.during(() -> browser.open(page));
            assertThat(browser.status()).isEqualTo(200);
            assertThat(trips.statements()).as("%s: %s", page, trips.sql()).isLessThanOrEqualTo(6);
        }
    }
}
