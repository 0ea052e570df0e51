package org.kindtrail.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindtrail.fund.AFund.of;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class FundPagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    AFund fund;
    Browser browser;

    @BeforeEach
    void open() {
        house = organisations.open();
        fund = new AFund(house);
        browser = house.browser(Role.COORDINATOR);
    }

    @Test
    void aCoordinatorOpensAFundChangesItAndClosesIt() {
        browser.open("/funds").click("Open a fund");
        browser.fill("Save").type("Name", "Soap <b>{config:x}</b>").type("What its money is for", "Soap").send().follow();
        assertThat(browser.heading()).isEqualTo("Soap <b>{config:x}</b>");
        browser.click("Change this fund").fill("Save").type("Name", "Soap").send().follow();
        assertThat(browser.heading()).isEqualTo("Soap");
        browser.fill("Close the fund").send().follow();
        assertThat(browser.text()).contains("closed", "History");
        browser.fill("Open it again").send().follow();
        assertThat(browser.text()).contains("opened again");
        assertThat(browser.open("/funds?format=csv").response().asString()).contains("Soap");
    }

    @Test
    void aFundThatHoldsMoneySaysSoWhenItIsToBeClosed() {
        fund.given("12.50", "USD");
        browser.open("/funds/" + fund.code).fill("Close the fund").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("still holds 12.50 USD");
    }

    @Test
    void aGiftOfMoneyIsRecordedAndItsPageShowsItInItsOwnDigits() {
        browser.open("/funds/" + fund.code).click("Record a gift of money");
        browser.fill("Record it").type("How much", "1 250,5").type("Currency", "kzt").type("From", "Anna").send().follow();
        assertThat(browser.text()).contains("A gift of money", "1,250.50 KZT", "Anna", "For the donor");
        assertThat(browser.text()).doesNotContain("125,050", "Print the label");
        browser.open("/funds/" + fund.code);
        assertThat(browser.text()).contains("It holds 1,250.50 KZT", "Gifts of money 1,250.50 KZT");
        browser.click("Gifts of money");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.text()).contains("1,250.50", "Anna");
    }

    @Test
    void aPurchaseIsRecordedWithItsReceiptAndComesBackWithEverythingWhenItIsRefused() {
        fund.given("100.00", "USD");
        browser.open("/purchases/new?fund=" + fund.code);
        var form = browser.fill("Record it");
        form.type("Bought from", "Market").type("Currency of the prices", "KZT");
        form.set("lines[1].item", "chair-bed").set("lines[1].quantity", "4").set("lines[1].price", "45025.00");
        form.set("draws[0].amount", "100").set("draws[0].currency", "USD");
        form.attach("Photograph or PDF", "r.jpg", "image/jpeg", APhotograph.jpeg()).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#draws[0].rate");
        assertThat(browser.page().getElementById("lines[0].price").val()).isEqualTo("45025.00");
        form = browser.fill("Record it").set("draws[0].rate", "450.25");
        form.attach("Photograph or PDF", "r.jpg", "image/jpeg", APhotograph.jpeg()).send();
        String first = browser.location();
        assertThat(form.send().location()).as("pressed twice").isEqualTo(first);
        browser.follow();
        assertThat(browser.text())
                .contains("45,025.00 KZT", "100.00 USD = 45,025.00 KZT, 1 USD = 450.25 KZT", "School hall");
        assertThat(browser.page().select("img[src$=/receipts/1]")).hasSize(1);
        assertThat(browser.open(first + "/receipts/1").response().contentType()).startsWith("image/jpeg");
        browser.open(first).fill("Add it").attach("Photograph or PDF", "r.pdf", "x/y", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)).send().follow();
        assertThat(browser.text()).contains("Receipt 2 (PDF)");
        browser.fill("Add it").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Choose a photograph or a PDF.");
        browser.open(first).click("Record a refund").fill("Record it").type("How many", "1").type("What came back", "11256.25").send().follow();
        assertThat(browser.text()).contains("11,256.25 KZT");
        browser.fill("Reverse it").type("Why", "Typed twice").send().follow();
        assertThat(browser.text()).contains("reversed", "Typed twice");
    }

    @Test
    void moreLinesAndFundsAreShownWhenTheyAreAskedFor() {
        browser.open("/purchases/new");
        int lines = browser.page().select("[name$=.price]").size();
        browser.fill("More lines").set("supplier", "Market").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("[name$=.price]")).hasSize(lines + 3);
        assertThat(browser.page().getElementById("supplier").val()).isEqualTo("Market");
        browser.fill("Another fund").send();
        assertThat(browser.page().select("[name$=.rate]")).hasSize(2);
    }

    @Test
    void aPayOutHasAVoucherThatBearsNoAlias() {
        fund.given("100.00", "KZT");
        String shelter = InJson.found(fund.post(
                        "recipients",
                        of("alias", "Willow", "kind", "shelter", "country", "KZ", "region", "Almaty region", "disclosure", "region"))
                .extract(), "code");
        browser.open("/funds/" + fund.code).click("Pay out");
        browser.fill("Record it").choose("Paid to a recipient", "Willow").type("How much", "60").type("What for", "Heating").send();
        String act = browser.location();
        browser.follow();
        assertThat(browser.text()).contains("60.00 KZT", "Willow", "Heating");
        browser.click("Print the voucher");
        assertThat(browser.text()).contains(shelter, "60.00 KZT", "Heating", "Prepared", "Approved", "Received", "Beds");
        assertThat(browser.text()).doesNotContain("Willow");
        assertThat(browser.open("/pay-outs").text()).contains("Heating");
        browser.open(act).fill("Reverse it").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#why");
    }

    @Test
    void moneyIsTransferredAndExchangedOnPages() {
        fund.given("100.00", "USD");
        fund.another("Linen");
        browser.open("/funds/" + fund.code).click("Transfer to another fund");
        browser.fill("Record it").choose("To fund", "Linen: empty").type("How much", "40").send().follow();
        assertThat(browser.text()).contains("40.00 USD", "Linen");
        browser.open("/funds/" + fund.code).click("Change currency");
        browser.fill("Record it").set("fromAmount", "50").set("toCurrency", "kzt").type("Rate", "450,25").type("Fee", "1").send().follow();
        assertThat(browser.text()).contains("50.00 USD → 22,512.50 KZT", "1 USD = 450,25 KZT", "1.00 USD");
        browser.open("/exchanges/new?fund=" + fund.code).fill("Record it").set("fromAmount", "5").set("fromCurrency", "USD").set("toCurrency", "KZT").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#rate");
        for (String list : new String[] {"/transfers", "/exchanges", "/exchanges?fund=" + fund.code}) {
            assertThat(browser.open(list).page().select("tbody tr")).hasSize(1);
        }
    }

    @Test
    void theStatementIsAPageAndAFileThatAddUp() {
        fund.given("100.00", "KZT");
        fund.given("3", "JPY");
        fund.post("pay-outs", of("fund", fund.code, "amount", "60", "currency", "KZT", "payee", "Shop", "forWhat", "Soap"));
        browser.open("/funds/" + fund.code).click("Statement");
        assertThat(browser.page().select("h2").eachText()).containsExactly("JPY", "KZT");
        assertThat(browser.text()).contains("Opening balance 0.00", "Pay-out, Soap", "Closing balance 100.00 60.00 40.00");
        String csv = browser.open("/funds/" + fund.code + "/statement?format=csv").response().asString();
        assertThat(csv).contains("Opening balance", "Soap", "60.00,40.00");
        assertThat(csv.lines().count()).isEqualTo(8);
        assertThat(browser.open("/funds/" + fund.code + "/statement?format=xlsx").status()).isEqualTo(200);
        assertThat(browser.open("/funds/" + fund.code + "/statement?from=x").status()).isEqualTo(400);
        browser.open("/funds/" + fund.code + "/statement?from=2025-01-01&to=2025-01-31");
        assertThat(browser.text()).contains("The fund held nothing");
    }

    @Test
    void distributorsReadAndVolunteersDoNot() {
        fund.given("100.00", "KZT");
        Browser distributor = house.browser(Role.DISTRIBUTOR).open("/funds/" + fund.code);
        assertThat(distributor.status()).isEqualTo(200);
        assertThat(distributor.text()).doesNotContain("Pay out", "Close the fund", "Change this fund");
        assertThat(distributor.open("/purchases/new").status()).isEqualTo(403);
        assertThat(house.browser(Role.VOLUNTEER).open("/funds").status()).isEqualTo(403);
        AFund theirs = new AFund(organisations.open());
        assertThat(browser.open("/funds/" + theirs.code).status()).isEqualTo(404);
        assertThat(browser.open("/funds/" + theirs.code + "/gifts/new").status()).isEqualTo(404);
        assertThat(browser.open("/purchases?fund=" + theirs.code).status()).isEqualTo(404);
    }
}
