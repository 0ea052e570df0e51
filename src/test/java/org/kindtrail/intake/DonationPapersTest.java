package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Pdf;

@HouseTest
class DonationPapersTest {
    @Inject
    AnOrganisation organisations;

    AnIntake intake;
    Browser browser;
    String at;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        browser = intake.house.browser(Role.VOLUNTEER).open("/record").fill("Enter what is in it").type("From", "Әнна <b>").set("remark", "secret remark").send();
        browser.fill("Record it").set("lines[0].item", "Soap").set("lines[0].quantity", "3").send();
        at = browser.location();
    }

    @Test
    void theNoteSaysWhatWasReceivedAndLeavesRoomForWhatWasSent() {
        browser.open(at).click("Goods received note");
        assertThat(browser.text()).contains(intake.house.name, "Warm clothes for eleven men", "School hall").doesNotContain("Әнна", "secret remark");
        String note = Pdf.page(browser.open(at + "/received.pdf").response());
        assertThat(note)
                .contains("Goods received note", at.substring(at.lastIndexOf('/') + 1), "Soap", "3 pieces", "Sent", "Delivered by", "Received by")
                .doesNotContain("Әнна", "secret remark");
        assertThat(organisations.open().browser(Role.VOLUNTEER).open(at + "/received.pdf").status()).isEqualTo(404);
    }

    @Test
    void theCertificateNamesTheDonorOnlyWhenAskedAndPutsNoValueOnAnything() {
        browser.open(at).click("Donation certificate");
        assertThat(browser.text()).contains("No goods or services were given in return.", "puts no value").doesNotContain("Әнна", "secret remark");
        assertThat(Pdf.page(browser.open(at + "/certificate.pdf").response())).contains("Donation certificate", "Soap", intake.house.name).doesNotContain("Әнна");
        browser.open(at).click("Donation certificate with the name of the donor");
        assertThat(Pdf.page(browser.open(browser.page().select("a[href*=certificate.pdf]").attr("href")).response())).contains("Әнна <b>").doesNotContain("secret remark");
        assertThat(browser.open(at + "/certificate?named=perhaps").status()).isEqualTo(400);
    }

    @Test
    void ofWhatWasReversedThereIsNoCertificateAndItsNoteSaysSo() {
        Browser coordinator = intake.house.browser(Role.COORDINATOR).open(at);
        coordinator.fill("Reverse it").type("Why", "Twice").send();
        assertThat(browser.open(at + "/certificate").status()).isEqualTo(409);
        assertThat(browser.text()).contains("was reversed");
        assertThat(Pdf.page(browser.open(at + "/received.pdf").response())).contains("was reversed on");
    }
}
