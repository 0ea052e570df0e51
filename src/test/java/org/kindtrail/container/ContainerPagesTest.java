package org.kindtrail.container;

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
class ContainerPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static String biggest(Browser browser) {
        return browser.page().selectFirst("main button.main, main a.main").text();
    }

    @Test
    void volunteerTakesABoxIntoUsePacksItByItsLabelSealsAndMovesIt() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String other = goods.receive(house, house.shelfA, "jumpers-man", "M", 4);
        Browser browser = house.browser(Role.VOLUNTEER).open("/containers").click("Take boxes or pallets into use");
        browser.fill("Take into use")
                .choose("Stands at", "School hall, Shelf A")
                .type("Name", "Winter <b>{config:x}</b>")
                .type("Weight, kg", "14,5")
                .type("Length, cm", "60")
                .type("Width, cm", "40.5")
                .type("Height, cm", "35")
                .set("marks", "fragile")
                .send()
                .follow();
        assertThat(browser.heading()).isEqualTo("Box Winter <b>{config:x}</b>");
        assertThat(browser.text()).contains("14.5 kg", "60 x 40.5 x 35 cm", "Fragile", "taken into use at School hall, Shelf A", "empty");
        assertThat(biggest(browser)).isEqualTo("Pack it");
        String code = browser.page().selectFirst(".code.big").text();

        browser.click("Pack it").fill("Pack").type("Lot 1", "HTTPS://EXAMPLE.ORG/L/" + lot).type("How much", "5").send().follow();
        assertThat(browser.text()).contains("One lot is packed", "7 ");
        browser.fill("Pack").set("take", other + "." + house.shelfA).send().follow();
        browser.click("To the box");
        assertThat(browser.text()).contains("2 lots in it", "5 × Jumpers", "packed: 4 × Jumpers");
        assertThat(biggest(browser)).isEqualTo("Seal it");
        browser.fill("Seal it").type("Number of the seal", "HK 45").send().follow();
        assertThat(browser.text()).contains("sealed HK 45");
        assertThat(biggest(browser)).isEqualTo("Move it");
        browser.click("Move it").fill("Move").choose("Where to", "School hall, Shelf B").send().follow();
        assertThat(browser.text()).contains("moved to School hall, Shelf B");
        browser.fill("Open the seal").type("Why", "Wrong seal").send().follow();
        browser.click("Unpack").fill("Unpack").set("q." + lot + "." + code, "2").send().follow();
        assertThat(browser.text()).contains("unpacked: 2 × Jumpers", "seal opened (HK 45)");
        assertThat(browser.open("/l/" + code).location()).isEqualTo("/containers/" + code);
        assertThat(browser.open("/places/" + code).location()).isEqualTo("/containers/" + code);
        assertThat(browser.open("/places/" + house.shelfB).text()).contains("One box or pallet stands here", code);
        browser.click("Empty this place").fill("Move everything").choose("Where to", "School hall, Shelf A").send().follow();
        assertThat(browser.open("/containers/" + code + "/history?format=csv").response().asString()).contains("moved to School hall, Shelf A", "Wrong seal");
        assertThat(browser.open("/containers/" + code + "/contents").text()).contains(lot, other);
        assertThat(browser.open("/containers?q=winter&format=csv").response().asString()).contains(code);
        assertThat(browser.open("/containers?in=" + house.shelfA).text()).contains(code);
        assertThat(browser.open("/stock/lots?place=" + code).text()).contains(lot);
        assertThat(browser.open("/lots/" + lot).text()).contains("packed", "unpacked");
        browser.fill("Put it there").type("Or into a box", "C-1").type("How m", "1").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#box");
        browser.fill("Put it there").type("Or into a box", code).choose("From", browser.page().select("#from option").eachText().stream().filter(place -> !place.contains("C-")).findFirst().orElseThrow()).type("How m", "1").send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.open("/containers/" + code).text()).contains("put in: 1 × Jumpers");
    }

    @Test
    void aFormComesBackWithEverythingThatWasTypedAndSaysWhatIsWrong() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser browser = house.browser(Role.VOLUNTEER).open("/containers/new?in=" + house.shelfB);
        browser.fill("Take into use").type("Weight, kg", "heavy").type("Length, cm", "1.55").type("How many", "x").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#measures.weight", "#measures.length", "#count");
        assertThat(browser.page().getElementById("measures.weight").val()).isEqualTo("heavy");
        browser.open("/containers/new?in=" + house.shelfB).fill("Take into use").type("How many", "3").send().follow();
        assertThat(browser.heading()).isEqualTo("3 containers are in use");
        String box = browser.page().selectFirst("main li a.code").text();

        browser.open("/containers/" + box + "/pack?from=" + house.shelfA).fill("Pack").type("Lot 1", lot.substring(0, 5)).type("Lot 2", lot).set("q." + lot + "." + house.shelfA, "13").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].lot");
        assertThat(browser.page().getElementById("q." + lot + "." + house.shelfA).val()).isEqualTo("13");
        browser.open("/containers/" + box + "/pack?from=" + house.shelfA).fill("Pack").set("q." + lot + "." + house.shelfA, "13").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#q." + lot + "." + house.shelfA);
        browser.open("/containers/" + box + "/pack").fill("Pack").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open("/containers/" + box + "/pack?from=" + house.shelfA).fill("Pack").set("everything", "1").send().follow();
        assertThat(browser.text()).contains("One lot is packed");

        browser.open("/containers/move?container=" + box).fill("Move").type("Which", box + ", C-1").choose("Where to", "School hall").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#containers");
        browser.open("/containers/move?container=" + box).fill("Move").type("Or into", box).send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("cannot stand in itself");
        browser.open("/containers/" + box).fill("Take out of use").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("one lot and no container are in it");
        assertThat(browser.open("/containers/C-0000-0000").status()).isEqualTo(404);
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/containers/" + box).status()).isEqualTo(404);
    }

    @Test
    void coordinatorTakesAPackingBack() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/containers/new?in=" + house.shelfA);
        volunteer.fill("Take into use").send();
        String box = volunteer.location();
        volunteer.open(box + "/pack?lot=" + lot).fill("Pack").send();
        assertThat(volunteer.open(box).text()).doesNotContain("Take back");
        Browser browser = house.browser(Role.COORDINATOR).open(box);
        String send = browser.page().select("form[action$=/reverse] button").text();
        browser.fill(send).type("Why", "wrong box").send().follow();
        assertThat(browser.text()).contains("taken back, and out of it again: 12 × Jumpers", "wrong box", "Nothing is in it");
    }
}
