package org.kindtrail.matching;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Pdf;

@HouseTest
class PlanPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ScarceStock given;

    @Inject
    ShelterNeeds needs;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Browser planned() {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/plans/new");
        browser.fill("Plan for all of these").send();
        assertThat(browser.status()).isEqualTo(303);
        return browser.follow();
    }

    @Test
    void distributorPlansForAllChangesOnePickAndPromises() {
        String first = given.need(house, 4);
        String urgent = given.urgent(house, 4);
        given.wantedBy(urgent, LocalDate.of(2027, 1, 15));
        String lot = given.jumpers(house, 6, 3);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/").click("Plan who gets what");
        assertThat(browser.text()).contains("No plan was made yet");
        browser.click("Make a plan");
        browser.fill("Plan for all of these").send().follow();
        assertThat(browser.heading()).startsWith("Plan MP-");
        assertThat(browser.text())
                .contains("6 things of 8 that 2 needs miss.", "wanted by 15 Jan 2027", "4 of 4. All of it.")
                .contains("2 of 4. The rest went to 11 adult men (" + urgent + "), which is more urgent.", lot, "School hall, Shelf A");
        assertThat(browser.page().select("h2").eachText().subList(0, 2)).containsExactly("1. 11 adult men", "2. 11 adult men");
        String plan = browser.page().selectFirst("h1 .code").text();
        browser.fill("Save what I changed").set("pick-2", "1").send().follow();
        assertThat(browser.text()).contains("5 things of 8", "Proposed were 6.", "1 of 4. (2 proposed)");
        browser.fill("Promise these 5").send().follow();
        assertThat(browser.text()).contains("5 are promised.", "confirmed", "confirmed and promised");
        assertThat(browser.page().select("main form")).isEmpty();
        assertThat(browser.open("/needs/" + first).text()).contains("promised 1");
        assertThat(browser.open("/plans").text()).contains(plan, "confirmed");
        assertThat(browser.open("/plans?format=csv").response().asString()).contains(plan);
    }

    @Test
    void whatWasTakenMeanwhileIsSaidBesideEachPickAndTheRestPromisedWithASecondButton() {
        given.need(house, 4);
        String second = given.need(house, 4);
        given.jumpers(house, 8, 3);
        Browser browser = planned();
        Browser again = house.browser(Role.DISTRIBUTOR).open("/plans/" + browser.page().selectFirst("h1 .code").text());
        Browser.Filling confirming = browser.fill("Promise these 8");
        String other = given.need(house, 3);
        house.program(Role.DISTRIBUTOR).body(Map.of("need", other)).post("/api/v1/allocations").then().statusCode(201);
        confirming.send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("Of one pick less is there", "Somebody took some of it meanwhile. One can still be given.");
        browser.fill("Promise what is still there").send().follow();
        assertThat(browser.text()).contains("5 are promised.", "The plan gave 4.");
        assertThat(browser.open("/needs/" + second).text()).contains("promised 1");
        again.fill("Promise these 8").send();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("was confirmed already");
    }

    @Test
    void aWrongQuantityComesBackAsTypedAndNamesItsField() {
        given.need(house, 4);
        given.jumpers(house, 4, 3);
        Browser browser = planned();
        for (String wrong : List.of("5", "-1", "1.5", "٣", "9223372036854775808", "<b>two</b>{x}")) {
            browser.fill("Save what I changed").set("pick-1", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#pick-1");
            assertThat(browser.page().getElementById("pick-1").val()).isEqualTo(wrong);
        }
        browser.fill("Save what I changed").set("pick-1", "4").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Nothing is changed.");
        browser.fill("Save what I changed").set("pick-1", "").send().follow();
        assertThat(browser.text()).contains("Nothing of 4", "0 of 4. (4 proposed)");
        browser.fill("Drop it").send().follow();
        assertThat(browser.text()).contains("dropped");
    }

    @Test
    void onlyTickedNeedsAreInThePlan() {
        given.need(house, 4);
        String meant = given.need(house, 4);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/plans/new?need=" + meant);
        assertThat(browser.page().select("input[checked]").eachAttr("value")).containsExactly(meant);
        browser.fill("Plan for all of these").send().follow();
        assertThat(browser.text()).contains("Nothing of 4 that one need misses.", "needs picked out one by one", "Nothing that fits is in stock.");
    }

    @Test
    void aHouseWithNothingToPlanSaysWhatToDo() {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/plans/new");
        assertThat(browser.text()).contains("No open need misses anything");
        assertThat(house.browser(Role.VOLUNTEER).open("/plans").status()).isEqualTo(403);
    }

    @Test
    void manyNeedsStandOnSeveralPagesAndAChangeStaysOnItsPage() {
        for (int i = 0; i < 21; i++) {
            given.need(house, 2);
        }
        given.jumpers(house, 42, 3);
        Browser browser = planned();
        assertThat(browser.page().select(".card")).hasSize(20);
        browser.click("The next needs");
        assertThat(browser.page().select(".card h2").eachText()).containsExactly("21. 11 adult men");
        browser.fill("Save what I changed").set("pick-21", "1").send();
        assertThat(browser.location()).contains("?after=");
        browser.follow();
        assertThat(browser.text()).contains("41 things of 42", "1 of 2. (2 proposed)");
        browser.click("Back to the most urgent");
        assertThat(browser.page().select(".card")).hasSize(20);
    }

    @Test
    void thePaperNamesNoRecipientAndCanBeSigned() {
        String need = given.need(house, 4);
        given.jumpers(house, 3, 3);
        Browser browser = planned();
        browser.click("Print or sign");
        assertThat(browser.text()).contains(need, "There is no more of it.", "Signature", "Nothing of it is promised yet").doesNotContain("Shelter by the river");
        String plan = browser.page().select("main .code").isEmpty() ? "" : browser.page().selectFirst("main .code").text();
        assertThat(Pdf.page(browser.open("/plans/" + plan + "/paper.pdf").response())).contains("Plan of what is given").doesNotContain("river");
    }
}
