package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class RecipientPagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    String region;

    @BeforeEach
    void open() {
        house = organisations.open();
        region = "Region " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Browser added(String alias) {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/new");
        browser.fill("Save").type("Alias", alias).type("Region", region).send();
        return browser.follow();
    }

    @Test
    void aNewRecipientStartsAsAShelterThatTellsItsRegion() {
        Browser browser = added("River <b>{config:x}</b>");
        assertThat(browser.heading()).isEqualTo("River <b>{config:x}</b>");
        assertThat(browser.text()).contains("a shelter in Kazakhstan", "Fewer than 3 that could be meant are known in " + region);
        browser.click("Change this recipient").fill("Save").type("Alias", "Hill").set("disclosure", "hidden").send().follow();
        assertThat(browser.heading()).isEqualTo("Hill");
        assertThat(browser.text()).contains("someone in need", "changed (region > hidden)");
    }

    @Test
    void thePreviewShowsWhatThePublicWillReadAndKeepsNothing() {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/new");
        browser.fill("Preview").type("Alias", "River").type("Region", region).send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().getElementById("said").text())
                .contains("a shelter in Kazakhstan")
                .contains("Fewer than 3");
        assertThat(browser.page().getElementById("alias").val()).isEqualTo("River");
        assertThat(house.browser(Role.COORDINATOR).open("/recipients").text()).contains("There is no recipient yet");
        added("One");
        added("Two");
        browser.fill("Preview").send();
        assertThat(browser.page().getElementById("said").text()).isEqualTo("What the public reads a shelter in " + region);
        browser.fill("Save").send().follow();
        assertThat(browser.text()).contains("a shelter in " + region);
        browser.click("Change this recipient").fill("Preview").set("disclosure", "named").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        browser.fill("Preview").type("Name that is shown", "River House").send();
        assertThat(browser.page().getElementById("said").text()).isEqualTo("What the public reads River House");
    }

    @Test
    void aFormComesBackWithEverythingThatWasTyped() {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/new");
        browser.fill("Save")
                .type("Alias", "")
                .type("Region", "kept")
                .set("disclosure", "named")
                .type("Name that is shown", "also kept")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#alias");
        assertThat(browser.page().getElementById("region").val()).isEqualTo("kept");
        assertThat(browser.page().getElementById("publicName").val()).isEqualTo("also kept");
        assertThat(browser.page().selectFirst("input[name=disclosure][checked]").val()).isEqualTo("named");
    }

    @Test
    void distributorsReadAndDoNotChange() {
        String where = added("River").page().baseUri().replaceFirst("^http://localhost", "");
        Browser browser = house.browser(Role.DISTRIBUTOR).open(where);
        assertThat(browser.heading()).isEqualTo("River");
        assertThat(browser.text()).contains("Post a need for it").doesNotContain("Change this recipient", "Retire");
        assertThat(browser.open(where + "/edit").status()).isEqualTo(403);
        assertThat(house.browser(Role.VOLUNTEER).open("/recipients").status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.COORDINATOR).open(where).status()).isEqualTo(404);
    }

    @Test
    void aRetiredRecipientLeavesTheListAndCanBeTakenUpAgain() {
        Browser browser = added("River");
        browser.fill("Retire: no more needs").send().follow();
        assertThat(browser.text()).contains("retired").doesNotContain("Post a need for it");
        assertThat(browser.open("/recipients").text()).doesNotContain("River");
        browser.open("/recipients?active=false").click("River");
        browser.fill("Take it up again").send().follow();
        assertThat(browser.open("/recipients?q=riv").text()).contains("River");
        assertThat(browser.open("/recipients?q=riv&kind=group").text()).contains("No recipient fits");
    }
}
