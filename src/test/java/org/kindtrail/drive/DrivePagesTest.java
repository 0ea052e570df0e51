package org.kindtrail.drive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class DrivePagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void coordinatorOpensADriveChangesItAndClosesIt() {
        Browser browser = house.browser(Role.COORDINATOR).open("/drives").click("Open a drive");
        browser.fill("Save")
                .type("Title", "Coats <b>{config:x}</b>")
                .type("First day", "2026-11-01")
                .type("Last day", "2026-12-20")
                .send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("Coats <b>{config:x}</b>");
        browser.click("Change this drive").fill("Save").type("Title", "Coats").send().follow();
        assertThat(browser.heading()).isEqualTo("Coats");
        browser.fill("Close the drive").send().follow();
        assertThat(browser.text()).contains("closed", "History");
        browser.open("/drives?open=false");
        assertThat(browser.text()).contains("Coats");
        browser.open("/drives?format=csv");
        assertThat(browser.response().asString()).contains("Coats");
    }

    @Test
    void aFormComesBackWithEverythingThatWasTypedAndSaysWhatIsWrong() {
        Browser browser = house.browser(Role.COORDINATOR).open("/drives/new");
        browser.fill("Save").type("Title", "").type("First day", "yesterday").type("Last day", "1999-01-01").type("What it", "kept").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#title", "#startsOn", "#endsOn");
        assertThat(browser.page().getElementById("startsOn").val()).isEqualTo("yesterday");
        assertThat(browser.page().getElementById("about").text()).isEqualTo("kept");
    }

    @Test
    void aDoubleClickOpensOneDrive() {
        Browser browser = house.browser(Role.COORDINATOR).open("/drives/new");
        var form = browser.fill("Save").type("Title", "Once").type("First day", "2026-11-01").type("Last day", "2026-12-20");
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        assertThat(browser.open("/drives").page().select("tbody tr")).hasSize(1);
    }

    @Test
    void aFormOfAnotherBrowserIsRefused() {
        Browser browser = house.browser(Role.COORDINATOR).open("/drives/new");
        browser.fill("Save").type("Title", "x").set("_form", "made.up").send();
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void volunteersSeeNoButtonToOpenOne() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/drives");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).doesNotContain("Open a drive");
        assertThat(browser.open("/drives/new").status()).isEqualTo(403);
    }
}
