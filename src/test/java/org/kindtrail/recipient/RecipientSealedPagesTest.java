package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class RecipientSealedPagesTest {
    private static final String NAME = "House of the <b>Willow</b>";

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    /** The address of the page of a new recipient. */
    private String added() {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/new");
        browser.fill("Save")
                .type("Alias", "By the river")
                .type("Region", "Region")
                .type("True name", NAME)
                .type("Address", "Poplar Street 4\nback door")
                .type("Telephone", "+7 700 123 45 67")
                .send()
                .follow();
        assertThat(browser.text()).contains("Sealed details True name, Address, Telephone").doesNotContain("Poplar", "Willow");
        return browser.page().baseUri().replaceFirst("^http://localhost", "");
    }

    private Browser opened(Browser browser, String reason) {
        Browser.Filling form = browser.fill(reason);
        return form.send();
    }

    @Test
    void onePressOpensThemAndIsWrittenDown() {
        String where = added();
        Browser browser = house.browser(Role.DISTRIBUTOR).open(where).click("Sealed details");
        assertThat(browser.text())
                .contains("True name kept, sealed", "Directions not kept")
                .doesNotContain("Poplar", "Who opened them", "Write them", "Erase");
        opened(browser, "to deliver");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.response().header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.text()).contains(NAME, "Poplar Street 4", "+7 700 123 45 67", "opened to deliver");
        assertThat(browser.title()).doesNotContain("Willow", "Poplar");
        assertThat(browser.page().select("a[href*=Poplar], a[href*=Willow]")).isEmpty();
        Browser coordinator = house.browser(Role.COORDINATOR).open(where + "/sealed");
        assertThat(coordinator.text()).contains("The distributor, read, to deliver").doesNotContain("Poplar");
        coordinator.click("All openings");
        assertThat(coordinator.text()).contains("The distributor", "to deliver", "read");
        coordinator.open(coordinator.page().select("td a").attr("href"));
        assertThat(coordinator.heading()).isEqualTo("By the river");
    }

    @Test
    void eachPressIsAnOpeningOfItsOwn() {
        String where = added();
        Browser browser = house.browser(Role.DISTRIBUTOR).open(where + "/sealed");
        Browser.Filling form = browser.fill("to arrange a day by telephone");
        form.send();
        form.send();
        assertThat(browser.text()).contains("Poplar Street 4");
        Browser coordinator = house.browser(Role.COORDINATOR).open(where + "/sealed");
        assertThat(coordinator.page().select("main li").eachText())
                .hasSize(2)
                .allMatch(line -> line.contains("to arrange a day by telephone"));
    }

    @Test
    void anOwnReasonIsTypedAndMustBeThere() {
        String where = added();
        Browser browser = house.browser(Role.DISTRIBUTOR).open(where + "/sealed");
        browser.fill("Open for this reason").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).doesNotContain("Poplar");
        browser.fill("Open for this reason").type("Another reason", "{w:x} <b>the door code changed</b>").send();
        assertThat(browser.text()).contains("Poplar Street 4", "opened {w:x} <b>the door code changed</b>");
        String list = house.browser(Role.COORDINATOR).open("/openings").text();
        assertThat(list).contains("<b>the door code changed</b>");
    }

    @Test
    void anEmptyFieldStaysAsItIsAndATickTakesAway() {
        String where = added();
        Browser browser = house.browser(Role.COORDINATOR).open(where + "/sealed").click("Write them");
        assertThat(browser.page().getElementById("sealed.trueName").val()).isEmpty();
        assertThat(browser.response().asString()).doesNotContain("Poplar", "Willow");
        browser.fill("Seal it").type("Address", "Birch Lane 9").set("remove.telephone", "1").send().follow();
        assertThat(browser.text()).contains("True name kept, sealed", "Telephone not kept");
        opened(browser, "to check what is written");
        assertThat(browser.text()).contains(NAME, "Birch Lane 9").doesNotContain("Poplar", "+7 700");
    }

    @Test
    void aRefusedFormComesBackWithWhatWasTyped() {
        String where = added();
        Browser browser = house.browser(Role.COORDINATOR).open(where + "/sealed/edit");
        browser.fill("Seal it")
                .type("Telephone", "7".repeat(61))
                .type("Address", "Birch Lane 9")
                .set("remove.address", "1")
                .set("remove.trueName", "1")
                .send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#sealed.telephone");
        assertThat(browser.page().getElementById("sealed.address").wholeText()).isEqualTo("Birch Lane 9");
        assertThat(browser.page().select("input[name=remove.trueName]").hasAttr("checked")).isTrue();
        browser.fill("Seal it").type("Telephone", "").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#sealed.address");
        assertThat(house.browser(Role.COORDINATOR).open(where + "/sealed").text()).contains("True name kept, sealed");
    }

    @Test
    void erasedIsErasedForEver() {
        String where = added();
        Browser browser = house.browser(Role.COORDINATOR).open(where + "/sealed");
        browser.fill("Erase for ever").send().follow();
        assertThat(browser.text()).contains("True name not kept").doesNotContain("Open them");
        assertThat(browser.open(where).text()).contains("sealed details erased");
    }

    @Test
    void theRightPeopleOfTheRightHouseOnly() {
        String where = added();
        AnOrganisation.House other = organisations.open();
        for (String page : List.of("/sealed", "/sealed/edit")) {
            assertThat(house.browser(Role.VOLUNTEER).open(where + page).status()).isEqualTo(403);
            assertThat(other.browser(Role.COORDINATOR).open(where + page).status()).isEqualTo(404);
        }
        assertThat(house.browser(Role.DISTRIBUTOR).open(where + "/sealed/edit").status()).isEqualTo(403);
        Browser.Filling form = house.browser(Role.DISTRIBUTOR).open(where + "/sealed").fill("to deliver");
        Browser stranger = other.browser(Role.COORDINATOR).open("/recipients/find");
        assertThat(stranger.fill("Find").set("sealed.trueName", NAME).send().text()).contains("Nobody is sealed");
        assertThat(form.send().status()).isEqualTo(200);
    }

    @Test
    void findsByTheWholeNameOrNumberAndNothingTypedIsInAnAddress() {
        String where = added();
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/recipients").click("Find by true name or telephone");
        browser.fill("Find").type("True name", NAME.toUpperCase()).send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).contains("One is sealed with exactly this: By the river");
        browser.fill("Find").type("True name", "").type("Telephone", "+7 (700) 123-45-67").send();
        assertThat(browser.text()).contains("By the river");
        browser.fill("Find").type("Telephone", "+7 700").send();
        assertThat(browser.text()).contains("Nobody is sealed with exactly this");
        browser.fill("Find").type("Telephone", "").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#sealed.trueName");
        Browser coordinator = house.browser(Role.COORDINATOR).open(where + "/sealed");
        assertThat(coordinator.page().select("main li").eachText())
                .hasSize(2)
                .allMatch(line -> line.contains("The distributor, found by a search"));
    }

    @Test
    void aTightenedDisclosureHoldsOnEveryPageAtOnce() {
        String where = added();
        Browser coordinator = house.browser(Role.COORDINATOR).open(where + "/edit");
        coordinator.fill("Save").set("disclosure", "named").type("Name that is shown", "River House").send().follow();
        assertThat(coordinator.text()).contains("River House");
        Browser distributor = house.browser(Role.DISTRIBUTOR).open(where);
        assertThat(distributor.text()).contains("River House");
        coordinator.click("Change this recipient")
                .fill("Save")
                .set("disclosure", "hidden")
                .type("Name that is shown", "")
                .send();
        assertThat(distributor.open(where).text()).contains("someone in need").doesNotContain("River House");
    }
}
