package org.kindtrail.sale;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class SalePagesTest {
    @Inject
    ASale sales;

    @Inject
    SomeGoods goods;

    ASale.Opened sale;
    String hub;

    @BeforeEach
    void open() {
        sale = sales.open("KZT");
        hub = "/drives/" + sale.drive + "/sale";
    }

    private Browser volunteer() {
        return sale.house.browser(Role.VOLUNTEER);
    }

    @Test
    void coordinatorSetsFundCurrencyAndPricesAndEverybodySellsFromTheDrivesPage() {
        sale = sales.openWithoutTerms("sale");
        hub = "/drives/" + sale.drive + "/sale";
        String lot = sale.lay("jumpers-man", "L", 3);
        Browser coordinator = sale.house.browser(Role.COORDINATOR).open("/drives/" + sale.drive).click("To the sale");
        assertThat(coordinator.text()).contains("no fund and currency yet");
        coordinator.click("Fund and currency").fill("Save").type("Currency", "kzt").send().follow();
        assertThat(coordinator.heading()).isEqualTo("Sale: Christmas market");
        coordinator.click("Prices").click("Change the prices");
        coordinator.fill("Save the prices").type("Jumpers, man, good", "1.234").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.title()).startsWith("Error:");
        coordinator.fill("Save the prices").type("Jumpers, man, good", "500").set("prices[3].item", "Trousers, man").set("prices[3].price", "700,50").send().follow();
        assertThat(coordinator.text()).contains("Jumpers, man", "500.00", "Trousers, man", "700.50");
        Browser volunteer = volunteer().open("/drives/" + sale.drive).click("To the sale").click("Sell");
        assertThat(volunteer.page().select("datalist#items option").eachAttr("value")).containsExactly("Jumpers, man");
        volunteer.fill("Sell").type("What", "Jumpers, man").type("How many", "2").send().follow();
        assertThat(volunteer.text()).contains("1,000.00", "2 things sold", "Next customer");
        volunteer.open(hub + "/sell?lot=" + lot);
        assertThat(volunteer.page().getElementById("lines[0].item").val()).isEqualTo(lot);
        assertThat(volunteer.page().getElementById("lines[0].price").val()).isEqualTo("500.00");
        volunteer.fill("Sell").send().follow();
        assertThat(volunteer.text()).contains("500.00", "1 thing sold", "Nothing lies on the table");
    }

    @Test
    void aSellFormComesBackWithEverythingAndSaysWhatIsWrongWhere() {
        String lot = sale.lay("jumpers-man", "L", 3);
        Browser browser = volunteer().open(hub + "/sell");
        browser.fill("Sell")
                .set("lines[1].item", lot)
                .set("lines[1].quantity", "9")
                .set("lines[1].price", "10")
                .set("lines[2].item", "No such <b>thing</b> {config:x}")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[1].item");
        assertThat(browser.page().getElementById("lines[1].item").val()).isEqualTo("No such <b>thing</b> {config:x}");
        assertThat(browser.page().getElementById("lines[0].quantity").val()).isEqualTo("9");
        browser.fill("Sell").set("lines[1].item", "").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].quantity");
        browser.fill("Sell").set("lines[0].quantity", "٣").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Sell").set("lines[0].quantity", "1").set("lines[0].price", "").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].price");
        browser.fill("More lines").send();
        assertThat(browser.page().select("fieldset.goods")).hasSize(6);
        volunteer().open(hub + "/sell").fill("Sell").send();
        browser.open(hub + "/sell").fill("Sell").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].item");
        assertThat(browser.open("/sales?drive=" + sale.drive).text()).contains("Nothing was sold yet");
    }

    @Test
    void aDoubleClickSellsOnceAndACoordinatorTakesTheReceiptBack() {
        String lot = sale.lay("jumpers-man", "L", 3);
        Browser browser = volunteer().open(hub + "/sell");
        var form = browser.fill("Sell").type("What", lot.toLowerCase()).type("Price", "12,50");
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        String code = first.replaceFirst(".*done=", "");
        browser.open("/sales/" + code);
        assertThat(browser.text()).contains("Receipt " + code, "Jumpers, man, L", "12.50", "Christmas market").doesNotContain("Reverse it");
        Browser coordinator = sale.house.browser(Role.COORDINATOR).open("/sales/" + code);
        coordinator.fill("Reverse it").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Reverse it").type("Why", "Wrong price").send().follow();
        assertThat(coordinator.text()).contains("reversed", "Wrong price").doesNotContain("Reverse it");
        assertThat(browser.open("/sales?format=csv").response().asString()).contains(code, "reversed");
        assertThat(browser.open("/sales?format=xlsx").status()).isEqualTo(200);
    }

    @Test
    void theTableIsFilledAndEmptiedByForms() {
        String lot = goods.receive(sale.house, sale.house.shelfA, "jumpers-man", "L", 5);
        goods.receive(sale.house, sale.house.shelfB, "gloves-man", null, 7);
        Browser browser = volunteer().open(hub).click("Bring things to the table");
        assertThat(browser.page().select("datalist#items option").eachAttr("value")).containsExactly("Gloves, man", "Jumpers, man");
        browser.fill("Bring it").type("What", lot).type("How many", "2").send().follow();
        assertThat(browser.text()).contains("2 things are where you wanted");
        browser.fill("Bring it").choose("From", "School hall, Shelf B").choose("Where on the table", "Market table, Left end").set("all", "1").send().follow();
        assertThat(browser.text()).contains("7 things are");
        browser.fill("Bring it").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open(hub).click("Take things from the table").fill("Take it").type("What", "Gloves, man").type("How many", "3").choose("To", "School hall").send().follow();
        assertThat(browser.text()).contains("3 things are");
        browser.fill("Take it").set("all", "1").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#place");
        browser.open(hub);
        assertThat(browser.page().select("tbody tr").eachText()).containsExactly("Gloves, man 7 0 3 4", "Jumpers, man 2 0 2");
    }

    @Test
    void countingIsBlindAndADifferenceAsksForItsReason() {
        String lot = sale.lay("jumpers-man", "L", 3);
        sale.sell(ASale.lot(lot, 2, "500")).statusCode(201);
        Browser browser = volunteer().open(hub);
        assertThat(browser.text()).contains("1 receipt").doesNotContain("1,000.00");
        browser.click("Count the takings");
        assertThat(browser.text()).doesNotContain("1,000", "Why it differs");
        browser.fill("That is what I counted").type("In the box", "990").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("10.00", "less", "1,000.00");
        assertThat(browser.page().getElementById("counted").val()).isEqualTo("990");
        browser.fill("That is what I counted").type("Why it differs", "Change for <b>nobody</b>").send().follow();
        assertThat(browser.text()).contains("-10.00", "Change for <b>nobody</b>", "The receipts say");
        String code = browser.page().selectFirst("h1 .code").text();
        assertThat(browser.open("/takings?drive=" + sale.drive).text()).contains(code);
        assertThat(browser.open("/takings?format=csv").response().asString()).contains("-10.00");
        Browser coordinator = sale.house.browser(Role.COORDINATOR).open("/takings/" + code);
        coordinator.fill("Reverse it").type("Why", "Counted twice").send().follow();
        assertThat(coordinator.text()).contains("reversed");
    }

    @Test
    void aTableGoesForOneSum() {
        sale.lay("jumpers-man", "L", 3);
        Browser browser = volunteer().open(hub).click("Sell all of it for one sum");
        browser.fill("Sell all of it").type("For how much", "0").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Sell all of it").type("For how much", "2 000").send().follow();
        assertThat(browser.text()).contains("2,000.00", "all for one sum", "Jumpers, man");
    }

    @Test
    void whatIsLeftIsPassedOnWithANoteForBothToSign() {
        String lot = sale.lay("jumpers-man", "L", 3);
        assertThat(volunteer().open("/pass-ons/new?drive=" + sale.drive).status()).isEqualTo(403);
        Browser browser = sale.house.browser(Role.DISTRIBUTOR).open(hub).click("Pass things on to another charity");
        browser.fill("Pass it on").set("all", "1").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#partner");
        browser.fill("Pass it on").type("Name of the other charity", "Warm <b>Hands</b>").send().follow();
        assertThat(browser.heading()).isEqualTo("Passed on: Warm <b>Hands</b>");
        assertThat(browser.text()).contains("not told in public", lot);
        browser.click("Hand-over note");
        assertThat(browser.text()).contains("Warm <b>Hands</b>", "Market table", "Signature", "Given by", "Christmas market");
        assertThat(browser.open("/pass-ons?drive=" + sale.drive).text()).contains("Warm <b>Hands</b>");
        goods.receive(sale.house, sale.house.shelfA, "gloves-man", null, 2);
        browser.open("/pass-ons/new?from=" + sale.house.shelfA).fill("Pass it on").type("Name", "Others").type("What", "Gloves, man").send().follow();
        assertThat(browser.heading()).isEqualTo("Passed on: Others");
    }

    @Test
    void priceTagsAreMadeForWhatLiesOnTheTable() {
        String lot = sale.lay("jumpers-man", "L", 3);
        sale.lay("gloves-man", null, 2);
        sale.prices("jumpers-man", "500.00").statusCode(200);
        Browser browser = volunteer().open(hub + "/prices").click("Price tags");
        browser.fill("Make the tags").send();
        assertThat(browser.page().select(".label-card")).hasSize(5);
        assertThat(browser.page().select(".label-card .code").eachText()).contains(lot);
        browser.open(hub + "/prices/tags").fill("Make the tags").type("For what", "Jumpers, man").choose("How many tags", "one for each lot").send();
        assertThat(browser.page().select(".label-card").text()).contains("Jumpers, man", "size L", "500.00", lot);
        assertThat(browser.page().select(".label-card")).hasSize(1);
        browser.open(hub + "/prices/tags").fill("Make the tags").type("Or this many", "1001").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open(hub + "/prices/tags").fill("Make the tags").type("Or this many", "501").send();
        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void aDriveForSomethingElseAndAnothersSaleHaveNoSuchPages() {
        ASale.Opened other = sales.openWithoutTerms("collection");
        assertThat(volunteer().open("/drives/" + other.drive + "/sale").status()).isEqualTo(404);
        assertThat(other.house.browser(Role.VOLUNTEER).open("/drives/" + other.drive + "/sale").status()).isEqualTo(409);
        assertThat(other.house.browser(Role.VOLUNTEER).open("/drives/" + other.drive).text()).doesNotContain("To the sale");
        for (String page : new String[] {"", "/sell", "/sell/table", "/table", "/table/take", "/prices", "/prices/tags", "/takings"}) {
            assertThat(other.house.browser(Role.COORDINATOR).open(hub + page).status()).as(page).isEqualTo(404);
        }
        assertThat(volunteer().open(hub + "/terms").status()).isEqualTo(403);
        assertThat(volunteer().open(hub + "/prices/edit").status()).isEqualTo(403);
    }
}
