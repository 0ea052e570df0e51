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
class SortingPagesTest {
    @Inject
    AnOrganisation organisations;

    AnIntake intake;
    String donation;
    String bag;
    Browser browser;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
        String[] codes = intake.aBag();
        donation = codes[0];
        bag = codes[1];
        browser = intake.house.browser(Role.VOLUNTEER);
    }

    private Browser begin() {
        return browser.open("/bags/" + bag).fill("Sort this bag").send().follow();
    }

    @Test
    void aBagIsSortedLineByLineAndClosed() {
        begin();
        assertThat(browser.heading()).isEqualTo("What is in bag " + bag);
        browser.fill("Write these down")
                .set("lines[0].item", "Jumpers, man").set("lines[0].size", "L").set("lines[0].quantity", "3")
                .set("lines[2].item", "Soap").set("lines[2].quantity", "7")
                .send().follow();
        assertThat(browser.page().select("tbody tr")).hasSize(2);
        browser.fill("Remove").send().follow();
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.text()).contains("Soap, good");
        browser.fill("Close: the bag is empty")
                .set("lines[0].item", "Towels").set("lines[0].quantity", "2").set("lines[0].grade", "unfit")
                .set("place", intake.house.shelfA)
                .send().follow();
        assertThat(browser.text()).contains("closed", "Soap, good", "School hall, Shelf A", "Towels, unfit to use", "let go");
        assertThat(browser.page().select("main form")).isEmpty();
        browser.open("/bags/" + bag);
        assertThat(browser.text()).contains("sorted", "not in the house", "What was in it");
        browser.open("/donations/" + donation);
        assertThat(browser.text()).contains("What came out of the bags", "Soap", "let go");
    }

    @Test
    void moreLinesKeepWhatIsTypedAndARefusalBringsItBack() {
        begin();
        browser.fill("More lines").set("lines[0].item", "Soap").set("lines[0].quantity", "7").send();
        assertThat(browser.page().select("fieldset.goods")).hasSize(6);
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Soap");
        browser.fill("Write these down").set("lines[1].item", "Jumpers, man").set("lines[1].size", "42").set("lines[1].quantity", "1").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("It comes in XS, S, M");
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Soap");
        assertThat(browser.page().select("tbody tr")).isEmpty();
    }

    @Test
    void closingWithNothingWrittenDownIsRefusedAndSaysWhatToDo() {
        begin();
        browser.fill("Close: the bag is empty").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("Record at least what was unfit");
        browser.fill("Write these down").send();
        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void ofTwoPeopleOneBeginsAndTheOtherIsLedToTheSameSorting() {
        Browser second = intake.house.browser(Role.DISTRIBUTOR).open("/bags/" + bag);
        begin();
        String first = browser.page().selectFirst("form[action^=/sortings/]").attr("action");
        assertThat(second.fill("Sort this bag").send().location()).isEqualTo(first);
        assertThat(second.open("/bags/" + bag).text()).contains("Go on sorting");
        assertThat(second.open("/donations/" + donation).text()).contains("being sorted");
    }

    @Test
    void aSortingBegunByMistakeIsGivenUpAndTheBagCanBeSortedAgain() {
        begin();
        browser.fill("Leave the bag as it is").send().follow();
        assertThat(browser.heading()).isEqualTo("Bag " + bag);
        begin();
        assertThat(browser.text()).contains("being sorted");
    }

    @Test
    void aFormThatWasOpenWhenTheSortingWasClosedChangesNothingAndSaysSo() {
        begin();
        String sorting = browser.page().selectFirst("form[action^=/sortings/]").attr("action");
        Browser second = intake.house.browser(Role.VOLUNTEER).open(sorting);
        var late = second.fill("Write these down").set("lines[0].item", "Soap").set("lines[0].quantity", "1");
        browser.fill("Close: the bag is empty").set("lines[0].item", "Soap").set("lines[0].quantity", "1").send();
        late.send();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("is closed already");
        assertThat(second.page().select("table").first().select("tbody tr")).hasSize(1);
    }

    @Test
    void aCoordinatorReversesWithAReasonThatStaysReadable() {
        begin();
        browser.fill("Close: the bag is empty").set("lines[0].item", "Soap").set("lines[0].quantity", "1").send();
        String sorting = browser.location();
        assertThat(browser.open(sorting).page().select("main form")).isEmpty();
        Browser coordinator = intake.house.browser(Role.COORDINATOR).open(sorting);
        coordinator.fill("Reverse it").type("Why", "").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Reverse it").type("Why", "Wrong <i>bag</i>").send().follow();
        assertThat(coordinator.text()).contains("reversed", "Wrong <i>bag</i>");
        coordinator.open("/bags/" + bag).fill("Sort this bag").send();
        assertThat(coordinator.status()).isEqualTo(303);
    }

    @Test
    void anotherOrganisationSeesNeitherBagNorSorting() {
        begin();
        Browser other = organisations.open().browser(Role.COORDINATOR);
        assertThat(other.open("/bags/" + bag).status()).isEqualTo(404);
        String sorting = browser.page().selectFirst("form[action^=/sortings/]").attr("action");
        assertThat(other.open(sorting).status()).isEqualTo(404);
        assertThat(browser.open("/sortings").page().select("tbody tr")).hasSize(1);
    }
}
