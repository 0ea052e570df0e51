package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class DonorPagesTest {
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
    void aDonorIsAddedFoundRenamedAndHasAPageWithWhatTheyGave() {
        browser.open("/donors").click("Add a donor").fill("Save").type("Name", "Айгүл 100% <b>").send().follow();
        assertThat(browser.heading()).isEqualTo("Айгүл 100% <b>");
        String code = browser.page().selectFirst(".code").text();
        browser.click("Record a bag of this donor").fill("Record it").send().follow();
        browser.open("/donors/" + code);
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        browser.click("Rename").fill("Save").type("Name", "Айгүл").send().follow();
        assertThat(browser.heading()).isEqualTo("Айгүл");
        assertThat(browser.text()).contains("renamed").doesNotContain("100%");
        intake.post(intake.donation("bags", 1, "newDonor", "Bert"));
        assertThat(browser.open("/donors?name=%D0%90%D0%99%D0%93").page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/donors?name=%25").page().select("tbody tr")).isEmpty();
        assertThat(browser.open("/donors?name=%00").status()).isEqualTo(200);
    }

    @Test
    void aNameIsNeededAndBoundedAndAStaleRenamingIsRefused() {
        browser.open("/donors/new").fill("Save").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open("/donors/new").fill("Save").type("Name", "x".repeat(10_000)).send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open("/donors/new").fill("Save").type("Name", "Anna").send();
        String page = browser.location();
        var stale = browser.open(page + "/edit").fill("Save").type("Name", "Late");
        browser.open(page + "/edit").fill("Save").type("Name", "Early").send();
        stale.send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.open(page).heading()).isEqualTo("Early");
    }

    @Test
    void anotherOrganisationsDonorIsNotThere() {
        browser.open("/donors/new").fill("Save").type("Name", "Anna").send();
        String page = browser.location();
        Browser other = organisations.open().browser(Role.COORDINATOR);
        assertThat(other.open(page).status()).isEqualTo(404);
        assertThat(other.open("/donors?name=Anna").page().select("tbody tr")).isEmpty();
    }
}
