package org.kindtrail.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindtrail.stocktake.AStocktake.lot;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class StocktakePagesTest {
    @Inject
    AStocktake stocktakes;

    AStocktake.Opened here;
    String a;

    @BeforeEach
    void open() {
        here = stocktakes.open();
        a = here.house.shelfA;
    }

    private String pdf(Browser browser, String address) throws Exception {
        byte[] file = browser.open(address).response().asByteArray();
        PdfReader reader = new PdfReader(file);
        return new PdfTextExtractor(reader).getTextFromPage(1);
    }

    @Test
    void oneCountsWithATelephoneAndAnotherApproves() throws Exception {
        String jumpers = here.lay(a, "jumpers-man", "L", 4711);
        here.lay(a, "gloves-man", null, 6133);
        Browser volunteer = here.house.browser(Role.VOLUNTEER).open("/places/" + a).click("Count what lies here");
        volunteer.fill("Begin").type("Remark", "Mind the <b>ladder</b>").send().follow();
        String address = volunteer.page().selectFirst(".code").text();
        volunteer.click("Count");
        volunteer.fill("Next").type("What", jumpers.toLowerCase()).type("How many", "4 700").send().follow();
        assertThat(volunteer.text()).contains("Noted: 4,700 of Jumpers, man");
        volunteer.fill("Next").type("What", "Gloves, man").type("How many", "6200").send();
        assertThat(volunteer.status()).isEqualTo(422);
        assertThat(volunteer.title()).startsWith("Error:");
        assertThat(volunteer.page().select(".faults a").eachAttr("href")).containsExactly("#lines[0].grade");
        assertThat(volunteer.page().getElementById("lines[0].quantity").val()).isEqualTo("6200");
        var form = volunteer.fill("Next").choose("Condition", "good");
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        volunteer.follow();
        String seen = volunteer.page().html()
                + volunteer.open("/stocktakes/" + address).page().html()
                + volunteer.open("/stocktakes/" + address + "/counts").page().html()
                + volunteer.open("/stocktakes/" + address + "/counts?format=csv").response().asString()
                + volunteer.open("/stocktakes/" + address + "/sheet").page().html()
                + volunteer.open("/stocktakes").page().html()
                + pdf(volunteer, "/stocktakes/" + address + "/sheet.pdf");
        assertThat(seen).contains("4,700", "6200", jumpers, "Mind the &lt;b&gt;ladder&lt;/b&gt;").doesNotContain("4711", "4,711", "6133", "6,133");
        assertThat(volunteer.open("/stocktakes/" + address + "/review").status()).isEqualTo(403);
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/stocktakes/" + address + "/review");
        assertThat(coordinator.status()).isEqualTo(409);
        volunteer.open("/stocktakes/" + address).fill("Hand it in").send().follow();
        assertThat(volunteer.text()).contains("waits for approval");
        coordinator.open("/stocktakes/" + address).click("Look at the differences and approve");
        assertThat(coordinator.text()).contains("4,711", "-11", "6,133", "67");
        assertThat(coordinator.open("/stocktakes/" + address + "/variances?which=differing&format=csv").response().asString()).contains("-11", jumpers);
        assertThat(pdf(coordinator, "/stocktakes/" + address + "/report.pdf")).contains("4,711", jumpers);
        coordinator.open("/stocktakes/" + address + "/review").fill("Approve and post the differences").type("What explains", "Miscounted <i>in May</i>").send().follow();
        assertThat(coordinator.text()).contains("approved", "Miscounted <i>in May</i>");
        assertThat(here.at(a, jumpers)).isEqualTo(4700);
        coordinator.fill("Take it back").type("Why", "Counted the wrong shelf").send().follow();
        assertThat(coordinator.text()).contains("taken back");
        assertThat(here.at(a, jumpers)).isEqualTo(4711);
    }

    @Test
    void severalLinesAtOnceAScannedShelfAndABoxThatIsTyped() {
        String box = here.box(a);
        String inBox = here.lay(box, "jumpers-man", "L", 5);
        String code = here.begin(here.house.site);
        Browser browser = here.house.browser(Role.VOLUNTEER).open("/stocktakes/" + code + "/count");
        browser.fill("Several at once").type("What", "no such <b>thing</b> {x}").send();
        assertThat(browser.page().select("fieldset.goods")).hasSize(11);
        browser.fill("Next").set("lines[1].what", inBox).set("lines[1].quantity", "٣").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#lines[0].what", "#lines[1].quantity");
        assertThat(browser.page().getElementById("lines[0].what").val()).isEqualTo("no such <b>thing</b> {x}");
        browser.fill("Next").set("lines[0].what", "").set("lines[1].quantity", "5").set("box", box.toLowerCase()).send().follow();
        assertThat(browser.text()).contains("Noted: 5 of Jumpers, man", "Box");
        browser.open("/stocktakes/" + code + "/count").fill("Next").type("What", here.house.shelfB).send().follow();
        assertThat(browser.page().selectFirst("select#place option[selected]").attr("value")).isEqualTo(here.house.shelfB);
        browser.fill("Next").type("What", inBox).type("How many", "1").set("place", "P-0000-0000").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#place");
        here.submit(code).statusCode(200);
        browser.open("/stocktakes/" + code + "/count");
        assertThat(browser.text()).contains("waits for approval").doesNotContain("How many");
    }

    @Test
    void theApproverSaysWhatIsNotCountedAndHasDisputedLinesCountedAgain() {
        String disputed = here.lay(a, "jumpers-man", "L", 10);
        here.lay(a, "jumpers-man", "M", 3);
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, lot(a, disputed, 10)).statusCode(201);
        here.count(Role.DISTRIBUTOR, code, lot(a, disputed, 9)).statusCode(201);
        here.submit(code).statusCode(200);
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/stocktakes/" + code + "/review");
        assertThat(coordinator.text()).contains("10: The volunteer", "9: The distributor", "counts disagree", "not counted");
        coordinator.fill("Approve and post the differences").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select(".faults a").eachAttr("href")).containsExactly("#uncounted");
        coordinator.fill("Have them counted again").set("because", "Two <b>numbers</b>").send().follow();
        assertThat(coordinator.text()).contains("Others count now").doesNotContain("Hand it in now");
        Browser volunteer = here.house.browser(Role.VOLUNTEER).open("/stocktakes/" + code);
        assertThat(volunteer.text()).contains("One line is to be counted again", "Two <b>numbers</b>");
        volunteer.click("Count").click("School hall, Shelf A: Jumpers, man, size L, " + disputed);
        assertThat(volunteer.page().getElementById("lines[0].what").val()).isEqualTo(disputed);
        volunteer.fill("Next").type("How many", "9").send().follow();
        assertThat(volunteer.page().select("s")).hasSize(1);
        volunteer.open("/stocktakes/" + code).fill("Hand it in").send();
        coordinator.open("/stocktakes/" + code + "/review").fill("Approve and post the differences").set("uncounted", "zero").send().follow();
        assertThat(coordinator.text()).contains("taken for lost");
        assertThat(here.at(a, "jumpers-man")).isEqualTo(9);
        assertThat(here.at(a, disputed)).isEqualTo(9);
        assertThat(coordinator.open("/stocktakes?state=approved&format=csv").response().asString()).contains(code);
        assertThat(coordinator.open("/stocktakes?format=xlsx").status()).isEqualTo(200);
    }

    @Test
    void somethingIsWrittenOffFromTheLotsPageWithItsReport() throws Exception {
        String lot = here.lay(a, "jumpers-man", "L", 10);
        Browser volunteer = here.house.browser(Role.VOLUNTEER).open("/lots/" + lot).click("Write off");
        assertThat(volunteer.page().getElementById("lines[0].quantity").val()).isEqualTo("10");
        volunteer.fill("Write it off").set("lines[0].quantity", "4").send();
        assertThat(volunteer.status()).isEqualTo(422);
        assertThat(volunteer.page().select(".faults a").eachAttr("href")).containsExactly("#cause");
        volunteer.fill("Write it off").choose("Cause", "damaged").type("What happened", "The <b>roof</b> leaked").type("Papers", "Photograph 7").send().follow();
        assertThat(volunteer.text()).contains("written off", "The <b>roof</b> leaked", "let go", lot);
        String code = volunteer.page().selectFirst("h1").text().replaceFirst("Write-off ", "");
        volunteer.click("Loss and damage report");
        assertThat(volunteer.text()).contains("The <b>roof</b> leaked", "School hall, Shelf A", "Photograph 7", "4 pieces", "Witness");
        assertThat(pdf(volunteer, "/write-offs/" + code + "/report.pdf")).contains(code, lot, "Photograph 7");
        assertThat(volunteer.open("/write-offs?format=csv").response().asString()).contains(code);
        assertThat(volunteer.open("/write-offs/" + code + "/lines").text()).contains(lot);
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/write-offs/" + code);
        coordinator.fill("Take it back").type("Why", "It dried").send().follow();
        assertThat(coordinator.text()).contains("taken back", "It dried");
    }

    @Test
    void aLimitIsSetAndTheSecondPersonAgreesOnThePage() {
        here.house.program(Role.COORDINATOR).body(Map.of("grade", "good", "amount", "500", "currency", "KZT")).post("/api/v1/items/jumpers-man/values").then().statusCode(200);
        String lot = here.lay(a, "jumpers-man", "L", 10);
        Browser coordinator = here.house.browser(Role.COORDINATOR).open("/write-offs").click("Second person for write-offs");
        coordinator.fill("Save").set("limits[0].currency", "KZT").set("limits[0].amount", "1.234").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Save").set("limits[0].amount", "900").send().follow();
        assertThat(coordinator.page().getElementById("limits[0].amount").val()).isEqualTo("900.00");
        assertThat(coordinator.text()).contains("limits set", "900.00 KZT");
        Browser volunteer = here.house.browser(Role.VOLUNTEER).open("/write-offs/new?lot=" + lot);
        volunteer.fill("Write it off").choose("Cause", "infested").send().follow();
        assertThat(volunteer.text()).contains("waits for a second person", "set apart", "5,000.00");
        String address = volunteer.page().selectFirst("h1").text().replaceFirst("Write-off ", "/write-offs/");
        coordinator.open(address).fill("I agree: write it off").send().follow();
        assertThat(coordinator.text()).contains("written off", "second person agreed");
        assertThat(volunteer.open("/write-offs/limits").status()).isEqualTo(403);
        assertThat(List.of(here.at(a, lot))).containsExactly(0L);
    }
}
