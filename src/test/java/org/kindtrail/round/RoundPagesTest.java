package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.WaitingDispatch;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Pdf;

@HouseTest
class RoundPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    WaitingDispatch waiting;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Browser browser() {
        return house.browser(Role.DISTRIBUTOR);
    }

    private Browser planned(String first, String second) {
        Browser browser = browser().open("/rounds").click("Plan a round");
        browser.fill("Save")
                .type("Vehicle", "123 ABC 02")
                .set("stop." + first, "20")
                .set("stop." + second, "3")
                .send();
        assertThat(browser.status()).isEqualTo(303);
        return browser.follow();
    }

    @Test
    void aDistributorPlansARoundChangesItAndLetsItLeave() {
        String first = waiting.loaded(house, 3);
        String second = waiting.staged(house, 4);
        Browser browser = planned(first, second);
        assertThat(browser.heading()).startsWith("Delivery round RD-");
        assertThat(browser.page().select("tbody tr td:nth-child(3)").eachText()).containsExactly(second, first);
        assertThat(browser.text()).contains("One dispatch is not loaded yet", WaitingDispatch.ALIAS, "Driver's sheet");
        browser.fill("It leaves now").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains(second + " is still being picked");
        waiting.load(house, second);
        browser.click("Change this round").fill("Save").set("stop." + second, "30").type("Driver", "Aigul").send().follow();
        assertThat(browser.page().select("tbody tr td:nth-child(3)").eachText()).containsExactly(first, second);
        browser.fill("It leaves now").send().follow();
        assertThat(browser.text()).contains("on its way", "Waybill", "Aigul");
        assertThat(browser.page().select("tbody tr")).hasSize(2);
        String round = browser.heading().replace("Delivery round ", "");
        browser.open("/dispatches/" + first);
        assertThat(browser.page().select("dd a[href=/rounds/" + round + "]").text()).isEqualTo(round);
        browser.open("/rounds?state=departed");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
    }

    @Test
    void theLoadingListIsAPageAndAPdfAndBearsNoAlias() {
        String first = waiting.loaded(house, 3, 2);
        String second = waiting.loaded(house, 4);
        Browser browser = planned(first, second);
        String round = "/rounds/" + browser.heading().replace("Delivery round ", "");
        browser.click("Loading list");
        assertThat(browser.heading()).startsWith("Loading list RD-");
        assertThat(browser.text()).contains("the last stop first", "School hall, Shelf A").doesNotContain(WaitingDispatch.ALIAS);
        String paper = Pdf.page(browser.open(round + "/loading.pdf").response());
        assertThat(paper).contains("Loading list", first, second).doesNotContain(WaitingDispatch.ALIAS);
        assertThat(paper.lastIndexOf(first)).as("the last stop is loaded first").isLessThan(paper.lastIndexOf(second));
    }

    @Test
    void aFormComesBackWithEverythingThatWasTypedAndSaysWhatIsWrong() {
        String first = waiting.staged(house, 3);
        String second = waiting.staged(house, 4);
        Browser browser = browser().open("/rounds/new");
        browser.fill("Save").type("Day", "tomorrow").type("Vehicle", "<b>{config:x}</b>").set("stop." + first, "1").set("stop." + second, "1").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#day");
        assertThat(browser.text()).contains("Two dispatches have the number 1");
        assertThat(browser.page().getElementById("vehicle").val()).isEqualTo("<b>{config:x}</b>");
        assertThat(browser.page().getElementById("stop." + first).val()).isEqualTo("1");
        browser.open("/rounds/new").fill("Save").set("stop." + first, "0").send();
        assertThat(browser.text()).contains("Stops are numbered from 1 to 999");
        browser.open("/rounds/new").fill("Save").set("stop." + first, "\u0663").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.open("/rounds/new").fill("Save").send();
        assertThat(browser.text()).contains("Number at least one dispatch");
        Browser meanwhile = browser().open("/rounds/new");
        planned(first, second);
        meanwhile.fill("Save").set("stop." + first, "1").send();
        assertThat(meanwhile.status()).isEqualTo(422);
        assertThat(meanwhile.text()).contains(first + " is on round RD-");
    }

    @Test
    void aDoubleClickPlansOneRoundAndAStaleFormIsRefused() {
        String first = waiting.staged(house, 3);
        Browser browser = browser().open("/rounds/new");
        var form = browser.fill("Save").set("stop." + first, "1");
        String planned = form.send().location();
        assertThat(form.send().location()).isEqualTo(planned);
        Browser stale = browser().open(planned + "/edit");
        browser.open(planned + "/edit").fill("Save").type("Vehicle", "other").send().follow();
        stale.fill("Save").type("Vehicle", "mine").send();
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().getElementById("vehicle").val()).isEqualTo("mine");
        assertThat(organisations.open().browser(Role.DISTRIBUTOR).open(planned).status()).isEqualTo(404);
        assertThat(house.browser(Role.VOLUNTEER).open("/rounds").status()).isEqualTo(403);
        assertThat(browser.open("/rounds/new?day=" + LocalDate.now().plusDays(3)).page().getElementById("day").val())
                .isEqualTo(LocalDate.now().plusDays(3).toString());
    }
}
