package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Pdf;

@HouseTest
class IntakeSheetPagesTest {
    @Inject
    AnOrganisation organisations;

    AnIntake intake;
    Browser browser;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        browser = intake.house.browser(Role.VOLUNTEER);
    }

    /** Where the new sheet is typed in. */
    private String sheet(String lines) {
        browser.open("/intake-sheets/new?drive=" + intake.drive).fill("Make it").type("How many lines", lines).send().follow();
        return browser.page().selectFirst("h1 .code").text();
    }

    private List<String> codes() {
        return browser.page().select("fieldset legend .code").eachText();
    }

    @Test
    void theSheetIsPrintedWithItsCodesAndNothingThatIsSomebodys() {
        intake.post(intake.donation("bags", 1, "newDonor", "Anna")).statusCode(201);
        String sheet = sheet("45");
        List<String> codes = codes();
        assertThat(codes).hasSize(45);
        browser.open("/intake-sheets/" + sheet + "/print");
        assertThat(browser.text()).contains("Warm clothes for eleven men", codes.get(0), codes.get(44)).doesNotContain("Anna");
        List<String> pages = Pdf.pages(browser.open("/intake-sheets/" + sheet + "/print.pdf").response());
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.get(0)).contains(codes.get(0), sheet).containsPattern("1 ?/ 2$").doesNotContain("Anna", "The volunteer");
        assertThat(browser.open("/l/" + sheet.toLowerCase().replace("-", "")).location()).isEqualTo("/intake-sheets/" + sheet);
    }

    @Test
    void theSheetIsTypedInOnOnePageAndSaysWhatIsRecorded() {
        String sheet = sheet("3");
        List<String> codes = codes();
        browser.fill("Record these lines")
                .set("bags[0].came", "1")
                .set("bags[2].item", "Soap")
                .set("bags[2].quantity", "3")
                .set("bags[2].donor", "Anna")
                .send()
                .follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("2 lines were recorded.");
        assertThat(browser.text()).contains("2 of 3 lines recorded", "Soap");
        assertThat(codes()).containsExactly(codes.get(1));
        assertThat(browser.open("/bags/" + codes.get(0)).status()).isEqualTo(200);
        assertThat(browser.open("/intake-sheets?drive=" + intake.drive).text()).contains(sheet);
    }

    @Test
    void aPageThatIsSentAgainChangesNothingAndSaysSo() {
        String sheet = sheet("2");
        Browser second = intake.house.browser(Role.VOLUNTEER);
        second.open("/intake-sheets/" + sheet);
        browser.fill("Record these lines").set("bags[0].came", "1").set("bags[1].came", "1").send().follow();
        second.fill("Record these lines").set("bags[0].came", "1").set("bags[1].item", "Soap").set("bags[1].quantity", "9").send().follow();
        assertThat(second.page().select(".done").text()).isEqualTo("All 2 lines were recorded before. Nothing was changed.");
        assertThat(second.page().select("form[action=/written-bags] button.main")).isEmpty();
    }

    @Test
    void faultsNameTheLineAndEverythingTypedStays() {
        String sheet = sheet("5");
        browser.fill("Record these lines")
                .set("bags[1].item", "Soup <b>{x}</b>")
                .set("bags[1].quantity", "many")
                .set("bags[3].quantity", "4")
                .set("bags[4].item", "Soap")
                .set("bags[4].remark", "wet")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().title()).startsWith("Error:");
        assertThat(browser.page().select(".faults li").eachText())
                .anySatisfy(each -> assertThat(each).startsWith("Line 2: ").contains("Soup <b>{x}</b>"))
                .anySatisfy(each -> assertThat(each).startsWith("Line 2: ").contains("many"));
        assertThat(browser.page().getElementById("bags[1].item").val()).isEqualTo("Soup <b>{x}</b>");
        assertThat(browser.page().getElementById("bags[4].remark").val()).isEqualTo("wet");
        browser.fill("Record these lines").set("bags[1].item", "").set("bags[1].quantity", "").send();
        assertThat(browser.page().select(".faults li a").eachAttr("href")).contains("#bags[3].item", "#bags[4].quantity");
        assertThat(browser.page().select(".faults li").text()).contains("Line 4: ", "Line 5: The number is missing.");
        browser.fill("Record these lines").set("bags[3].quantity", "").set("bags[4].quantity", "2").send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("One line was recorded.");
        assertThat(browser.open("/intake-sheets/" + sheet).text()).contains("1 of 5 lines recorded");
    }

    @Test
    void aFormWithNothingInItSaysSo() {
        sheet("2");
        browser.fill("Record these lines").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults").text()).contains("No line is filled in.");
    }

    @Test
    void withoutASheetTheCodesOfLabelsAreTypedToo() {
        browser.open("/labels/blank").fill("Make them").type("How many", "2").send().follow();
        List<String> labels = browser.page().select(".label-card .code").eachText();
        browser.open("/written-bags?drive=" + intake.drive);
        assertThat(browser.page().select("fieldset")).hasSize(20);
        browser.fill("Record these lines").set("bags[7].item", "Soap").set("bags[7].quantity", "2").send();
        assertThat(browser.page().select(".faults").text()).contains("Line 8: ");
        browser.fill("Record these lines").set("bags[7].label", labels.get(0).toLowerCase().replace("-", " ")).send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("One line was recorded.");
        assertThat(browser.open("/L/" + labels.get(0)).location()).startsWith("/donations/");
    }

    @Test
    void anotherOrganisationFindsNoSuchSheet() {
        String sheet = sheet("1");
        Browser other = organisations.open().browser(Role.VOLUNTEER);
        for (String page : List.of("", "/print", "/print.pdf")) {
            assertThat(other.open("/intake-sheets/" + sheet + page).status()).isEqualTo(404);
        }
    }
}
