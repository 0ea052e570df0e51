package org.kindtrail.programme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class ProgrammePagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void aCoordinatorOpensOneChangesItClosesItAndOpensItAgain() {
        Browser browser = house.browser(Role.COORDINATOR).open("/programmes").click("Open a programme");
        browser.fill("Save")
                .type("Name", "Winter <b>{config:x}</b>")
                .type("Funder", "Relief Fund")
                .type("First day", "2026-11-01")
                .type("Last day", "2027-03-31")
                .type("Currency", "kzt")
                .set("budget[1].name", "Coal")
                .set("budget[1].amount", "250 000,50")
                .set("targets[0].kind", "dispatches")
                .set("targets[0].number", "12")
                .set("partners[0].name", "Red Crescent")
                .send()
                .follow();
        assertThat(browser.heading()).isEqualTo("Winter <b>{config:x}</b>");
        assertThat(browser.text()).contains("1. Coal", "250,000.50", "dispatches", "Red Crescent", "(funder)");
        browser.click("Change this programme").fill("Save").type("Name", "Winter").set("budget[0].amount", "-1").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").attr("href")).isEqualTo("#budget[0].amount");
        browser.fill("Save").set("budget[0].amount", "7").send().follow();
        assertThat(browser.heading()).isEqualTo("Winter");
        assertThat(browser.text()).contains("1. Coal");
        browser.click("Change this programme").fill("Save").set("budget[1].name", "Boots").set("budget[1].amount", "9").send().follow();
        browser.click("Change this programme").fill("Save").set("budget[0].name", "").set("budget[0].amount", "").send().follow();
        assertThat(browser.text()).contains("2. Boots").doesNotContain("Coal");
        String at = browser.path();
        browser.click("Change this programme");
        assertThat(browser.page().select("legend").eachText()).contains("Line 2", "New line").doesNotContain("Line 1");
        browser.open(at).fill("Close it").set("frees", "1").send().follow();
        assertThat(browser.text()).contains("closed, what is left is free");
        browser.fill("Open it again").send().follow();
        assertThat(browser.text()).contains("opened again");
        assertThat(browser.open("/programmes?open=true").text()).contains("Winter");
        assertThat(browser.open("/programmes?format=csv").response().asString()).contains("Relief Fund");
    }

    @Test
    void moreLinesAreShownWithoutAnythingBeingLostOrKept() {
        Browser browser = house.browser(Role.COORDINATOR).open("/programmes/new");
        browser.fill("More lines").type("Name", "Winter").set("budget[1].name", "Coal").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().getElementById("name").val()).isEqualTo("Winter");
        assertThat(browser.page().getElementById("budget[0].name").val()).isEqualTo("Coal");
        assertThat(browser.page().getElementById("budget[5].name")).isNotNull();
        assertThat(browser.open("/programmes").page().select("tbody tr")).isEmpty();
    }

    @Test
    void volunteersReadItWithoutItsMoney() {
        AProgramme programmes = new AProgramme(house);
        String code = programmes.open("Winter", "budget", java.util.List.of(AProgramme.of("name", "Coal", "amount", "1")));
        Browser browser = house.browser(Role.VOLUNTEER).open("/programmes").click("Winter");
        assertThat(browser.text()).contains("Relief Fund").doesNotContain("Coal", "Change this programme");
        assertThat(browser.open("/programmes/" + code + "/edit").status()).isEqualTo(403);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/programmes/" + code).text()).contains("Coal");
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/programmes/" + code).status()).isEqualTo(404);
    }
}
