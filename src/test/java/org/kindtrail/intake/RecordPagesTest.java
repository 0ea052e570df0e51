package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class RecordPagesTest {
    @Inject
    AnOrganisation organisations;

    AnIntake intake;
    Browser browser;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        browser = intake.house.browser(Role.VOLUNTEER);
    }

    @Test
    void oneButtonRecordsAnAnonymousBag() {
        browser.open("/record").fill("Record it").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("It is recorded");
        assertThat(browser.text()).contains("One unsorted bag", "Warm clothes for eleven men", "School hall", "/t/T");
        assertThat(browser.page().select("svg.qr")).hasSize(2);
        assertThat(browser.page().select("script")).isEmpty();
    }

    @Test
    void aDoubleClickRecordsOneBag() {
        var form = browser.open("/record").fill("Record it");
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        assertThat(browser.open("/donations").page().select("tbody tr")).hasSize(1);
    }

    @Test
    void driveAndPlaceAreRememberedAndTheDriveInTheAddressWins() {
        String shoes = intake.aDrive("Shoes");
        browser.open("/record").fill("Record it").choose("For", "Shoes").choose("Put at", "School hall, Shelf B").send();
        browser.open("/record");
        assertThat(browser.text()).contains("For Shoes, at School hall, Shelf B: change");
        browser.open("/record?drive=" + intake.drive);
        assertThat(browser.text()).contains("For Warm clothes for eleven men, at School hall: change");
        assertThat(shoes).isNotEqualTo(intake.drive);
    }

    @Test
    void aNewDonorIsAddedWithTheBagAndFoundTheNextTime() {
        browser.open("/record").fill("Record it").type("From", "Anna {config:x}").type("How many", "2").send().follow();
        assertThat(browser.text()).contains("Anna {config:x}", "2 unsorted bags");
        String known = browser.open("/record").page().select("#donors option").attr("value");
        assertThat(known).startsWith("Anna {config:x} (G-");
        browser.fill("Record it").type("From", known).send().follow();
        assertThat(browser.text()).contains("Anna {config:x}");
        browser.open("/donors");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
    }

    @Test
    void theContentsAreEnteredLineByLineAndMoreLinesKeepWhatIsTyped() {
        browser.open("/record").fill("Enter what is in it").type("From", "Anna").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("fieldset.goods")).hasSize(3);
        assertThat(browser.page().getElementById("donor").val()).isEqualTo("Anna");
        browser.fill("More lines").set("lines[1].item", "Jumpers, man").set("lines[1].size", "L").set("lines[1].quantity", "4").send();
        assertThat(browser.page().select("fieldset.goods")).hasSize(6);
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Jumpers, man");
        browser.fill("Record it").set("lines[4].item", "towels").set("lines[4].quantity", "2").send().follow();
        assertThat(browser.text()).contains("2 lines", "Jumpers, man, L, good", "Towels", "Anna");
    }

    @Test
    void aRefusedFormComesBackWithEverythingAndNamesTheItemsOwnSizes() {
        browser.open("/record").fill("Enter what is in it").send();
        browser.fill("Record it")
                .set("lines[0].item", "Jumpers, man")
                .set("lines[0].size", "42")
                .set("lines[0].quantity", "1.5")
                .set("lines[2].item", "Flying carpets")
                .set("lines[2].quantity", "٣")
                .set("remark", "kept")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href"))
                .contains("#lines[0].quantity", "#lines[1].item", "#lines[1].quantity");
        assertThat(browser.page().getElementById("remark").text()).isEqualTo("kept");
        assertThat(browser.page().getElementById("lines[1].item").val()).isEqualTo("Flying carpets");
        browser.fill("Record it").set("lines[0].quantity", "1").set("lines[1].item", "").set("lines[1].quantity", "").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Jumpers, man does not come in size 42. It comes in XS, S, M");
        browser.open("/donations");
        assertThat(browser.page().select("tbody tr")).isEmpty();
    }

    @Test
    void lineSheetWithoutALineIsRefused() {
        browser.open("/record").fill("Enter what is in it").send();
        browser.fill("Record it").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("No line is filled in");
    }

    @Test
    void badNumbersDatesAndCodesGetAClearAnswer() {
        for (String bags : new String[] {"0", "-1", "1000000000000", "9223372036854775808", "1.5", "٣", "many"}) {
            assertThat(browser.open("/record").fill("Record it").type("How many", bags).send().status()).as(bags).isEqualTo(422);
            assertThat(browser.page().getElementById("bags").val()).isEqualTo(bags);
        }
        assertThat(browser.open("/record").fill("Record it").type("From", "G-0000-0001").send().status()).isEqualTo(422);
        assertThat(browser.text()).contains("is not a code");
        assertThat(browser.open("/record").fill("Record it").type("From", "x".repeat(10_000)).send().status()).isEqualTo(422);
        assertThat(browser.open("/record").fill("Record it").set("receivedAt", "1999-01-01").send().status()).isEqualTo(422);
        assertThat(browser.open("/record").fill("Record it").set("receivedAt", "2099-01-01").send().status()).isEqualTo(422);
        assertThat(browser.open("/record").fill("Record it").set("place", organisations.open().site).send().status()).isEqualTo(422);
        assertThat(browser.open("/donations").page().select("tbody tr")).isEmpty();
    }

    @Test
    void anotherLikeItIsFilledInLikeTheFirst() {
        browser.open("/record").fill("Enter what is in it").send();
        browser.fill("Record it").set("donor", "Anna").set("lines[0].item", "Soap").set("lines[0].quantity", "7").send().follow();
        browser.click("Record another like it").fill("Record it").send().follow();
        assertThat(browser.text()).contains("Soap", "7", "Anna");
        assertThat(browser.open("/donations").page().select("tbody tr")).hasSize(2);
    }

    @Test
    void withoutAnOpenDriveThePageSaysWhoCanOpenOne() {
        AnOrganisation.House empty = organisations.open();
        Browser there = empty.browser(Role.VOLUNTEER).open("/record");
        assertThat(there.text()).contains("No drive is open");
        assertThat(there.page().select("main form")).isEmpty();
    }

    @Test
    void theFormTakesAHandfulOfStatements() {
        intake.aBag();
        browser.open("/record");
        assertThat(RoundTrips.during(() -> browser.open("/record")).statements()).isLessThanOrEqualTo(6);
    }
}
