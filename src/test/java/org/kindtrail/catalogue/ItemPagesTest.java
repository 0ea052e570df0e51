package org.kindtrail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class ItemPagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void coordinatorAddsAnItemFindsItAndRetiresIt() {
        Browser browser = house.browser(Role.COORDINATOR).open("/items").click("Add an item of our own");
        browser.fill("Add it").type("Name", "Felt <b>boots</b> {config:x}").choose("Category", "Shoes").choose("Who wears it", "man").choose("Counted in", "pairs").type("Sizes", "42, 43,44").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("Felt <b>boots</b> {config:x}, man");
        assertThat(browser.text()).contains("42, 43, 44", "pairs", "only " + house.name, "History");
        browser.open("/items?own=true");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        browser.click("Felt <b>boots</b> {config:x}, man").fill("Retire this item").send().follow();
        assertThat(browser.text()).contains("retired");
        assertThat(browser.open("/items?active=false").text()).contains("Felt");
    }

    @Test
    void findsItemsByCategoryAndPartOfTheName() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/items?category=shoes&search=PRACT");
        assertThat(browser.text()).contains("Practical shoes, man").doesNotContain("Jumpers");
        assertThat(browser.page().getElementById("search").val()).isEqualTo("PRACT");
        assertThat(browser.page().select("details summary").eachText()).contains("Category: Shoes");
        assertThat(browser.open("/items?search=no%20such%20%26%20thing").text()).contains("Nothing in the catalogue fits");
        assertThat(browser.open("/items?format=csv").response().asString()).contains("Jumpers, man");
        assertThat(browser.open("/items/new").status()).isEqualTo(403);
    }

    @Test
    void aFormComesBackWithEverythingThatWasTyped() {
        Browser browser = house.browser(Role.COORDINATOR).open("/items/new");
        browser.fill("Add it").type("Name", "Felt boots").choose("Category", "Shoes").type("Sizes", "42, 42").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#sizes");
        assertThat(browser.page().getElementById("sizes").val()).isEqualTo("42, 42");
        assertThat(browser.page().getElementById("name").val()).isEqualTo("Felt boots");
    }
}
