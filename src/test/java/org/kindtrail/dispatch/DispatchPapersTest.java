package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Pdf;

@HouseTest
class DispatchPapersTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    AnOrganisation.House house;
    Browser browser;
    String at;

    @BeforeEach
    void open() {
        house = organisations.open();
        String need = goods.jumpers(house, 12, 5).need();
        browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/new");
        browser.fill("Prepare it").set("need", need).send().follow();
        at = "/dispatches/" + browser.page().select("h1 .code").text();
    }

    private String read(Browser reader, String address) {
        return Pdf.page(reader.open(address).response());
    }

    @Test
    void theWaybillIsOnePageWithSentAndReceivedAndTheKeyForWhoHasJustMadeIt() {
        assertThat(browser.open(at + "/waybill.pdf").status()).isEqualTo(409);
        assertThat(browser.text()).contains("has no waybill before it leaves");
        browser.open(at).fill("Everything is loaded").send().follow();
        browser.fill("It leaves now").type("Vehicle", "123 ABC 02").type("Driver", "Driver <b>Ә</b>").send().follow();
        String key = browser.page().select(".done .code").text();
        String recipient = house.program(Role.DISTRIBUTOR).get("/api/v1" + at).as(InJson.class, InJson.READ).get("recipient");
        String waybill = read(browser, at + "/waybill.pdf");
        assertThat(waybill)
                .contains("Waybill", at.substring(at.lastIndexOf('/') + 1), house.name, "School hall", recipient, "123 ABC 02", "Driver <b>Ә</b>")
                .contains("Jumpers, man", "12 pieces", "Received", "Short", "Damaged", "Loaded by", "Transported by", "Received by", key)
                .doesNotContain(PromisedGoods.ALIAS, "Dispatch region", "shelter");
        assertThat(browser.response().header("Content-Disposition")).contains("Waybill-" + at.substring(at.lastIndexOf('/') + 1));
        assertThat(read(house.browser(Role.COORDINATOR), at + "/waybill.pdf")).doesNotContain(key).contains("/k");
        assertThat(house.browser(Role.VOLUNTEER).open(at + "/waybill.pdf").status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.DISTRIBUTOR).open(at + "/waybill.pdf").status()).isEqualTo(404);
    }

    @Test
    void thePickingListIsPrintedInTheOrderOfTheShelves() {
        browser.open(at + "/picking");
        assertThat(browser.page().select("a[href$=picking.pdf]")).hasSize(1);
        String list = read(browser, at + "/picking.pdf");
        assertThat(list).contains("Picking list", "5 pieces", "12 pieces").doesNotContain(PromisedGoods.ALIAS);
        assertThat(list.indexOf("Shelf A")).isLessThan(list.indexOf("Shelf B"));
    }

    @Test
    void whatArrivedIsProvenWithWhatWasShortAndNothingThatTheReceiverSaid() {
        browser.open(at).fill("Everything is loaded").send().follow();
        browser.fill("It leaves now").send().follow();
        browser.open(at + "/confirm").fill("This is what arrived").set("lines[0].received", "11").set("remark", "Zhanna was glad").send().follow();
        browser.click("See what arrived").click("Proof of delivery");
        assertThat(browser.heading()).startsWith("Proof of delivery E");
        assertThat(browser.page().select("tbody tr").first().select("td").eachText()).containsSubsequence("12 pieces", "11", "1", "0", "0");
        String proof = read(browser, browser.page().select("a[href$=proof.pdf]").attr("href"));
        assertThat(proof).contains("Proof of delivery", at.substring(at.lastIndexOf('/') + 1), "12 pieces", "Surplus").doesNotContain("Zhanna");
    }
}
