package org.kindtrail.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class WorkPagesTest {
    private static final long ANNA = 71;
    private static final long BEN = 72;

    @Inject
    AnOrganisation organisations;

    @Inject
    AWorkshop workshop;

    AnOrganisation.House house;
    Browser browser;
    Browser coordinator;

    @BeforeEach
    void open() {
        house = organisations.open();
        browser = house.browser(Role.VOLUNTEER);
        coordinator = house.browser(Role.COORDINATOR);
    }

    private String field(Browser shown, String name) {
        Element field = shown.page().getElementById(name);
        return field == null ? "no field " + name : field.val();
    }

    @Test
    void aKitIsDefinedPackedAndOpenedAgain() {
        workshop.receive(house, ANNA, "soap", 5);
        workshop.receive(house, BEN, "shampoo", 5);
        workshop.receive(house, BEN, "towels", 3);
        coordinator.open("/kits").click("Define a kit");
        coordinator.fill("Save")
                .choose("What comes of it", "Hygiene kits")
                .set("parts[0].quantity", "2").set("parts[0].choices[0].item", "Soap").set("parts[0].choices[2].item", "Shampoo")
                .set("parts[2].quantity", "1").set("parts[2].choices[0].item", "Towels")
                .type("What whoever packs it", "Wrap the <b>soap</b> {soap}")
                .send().follow();
        assertThat(coordinator.heading()).isEqualTo("Hygiene kits");
        assertThat(coordinator.text())
                .contains("Soap or else Shampoo", "3 can be packed", "There is least of: Towels", "School hall: 3", "Wrap the <b>soap</b> {soap}");
        String kit = coordinator.page().selectFirst(".code").text();
        browser.open("/kits").click("Hygiene kits");
        assertThat(browser.page().text()).doesNotContain("Change the recipe", "Retire");
        browser.fill("Pack them").type("How many kits", "4").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains("Missing: 1 × Towels", "3 can be packed there now");
        assertThat(field(browser, "quantity")).isEqualTo("4");
        browser.fill("Pack them").type("How many kits", "3").choose("Put at", "School hall, Shelf B").send().follow();
        assertThat(browser.heading()).isEqualTo("Kits packed: Hygiene kits");
        assertThat(browser.text()).contains("Shampoo, good", "School hall, Shelf B", "The volunteer");
        assertThat(browser.page().select("main form")).isEmpty();
        browser.click("Take kits apart");
        browser.fill("Take them apart").type("How many kits", "2").type("Soap", "5").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("5 cannot be damaged");
        assertThat(field(browser, "damaged[0].quantity")).isEqualTo("5");
        browser.fill("Take them apart").type("How many kits", "2").set("damaged[0].quantity", "1").send().follow();
        assertThat(browser.heading()).isEqualTo("Kits opened: Hygiene kits");
        assertThat(browser.text()).contains("let go", "Packed by WK-");
        browser.click(browser.page().selectFirst("main dd a.code").text()).click(browser.page().select("main td a.code").last().text());
        assertThat(browser.text()).contains("Take kits apart");
        browser.open("/works");
        assertThat(browser.page().select("tbody tr")).hasSize(2);
        assertThat(browser.text()).contains("Kits opened", "Kits packed", "Hygiene kits", "stands");
        assertThat(browser.open("/works?format=csv").response().asString()).contains("Kits packed");
        assertThat(browser.open("/kits?format=csv").response().asString()).contains(kit);
    }

    @Test
    void aRecipeIsChangedForWhatIsPackedFromNowOnAndRetired() {
        String kit = AWorkshop.kit(house, "hygiene-kit", AWorkshop.part(2, "soap", "shampoo"), AWorkshop.part(1, "towels"));
        coordinator.open("/kits/" + kit).click("Change the recipe");
        assertThat(field(coordinator, "parts[0].choices[1].item")).isEqualTo("Shampoo");
        Browser late = house.browser(Role.COORDINATOR).open("/kits/" + kit + "/edit");
        coordinator.fill("More parts").send();
        assertThat(coordinator.page().select("fieldset.goods")).hasSizeGreaterThan(4);
        coordinator.fill("Save").set("parts[1].choices[0].item", "Flying carpet").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.text()).contains("There is no item \"Flying carpet\"");
        assertThat(field(coordinator, "parts[1].choices[0].item")).isEqualTo("Flying carpet");
        coordinator.fill("Save").set("parts[1].quantity", "").set("parts[1].choices[0].item", "").send().follow();
        assertThat(coordinator.page().select("table").first().select("tbody tr")).hasSize(1);
        late.fill("Save").send();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Somebody else changed this meanwhile");
        coordinator.open("/kits/" + kit).fill("Retire it").send().follow();
        assertThat(coordinator.text()).contains("retired").doesNotContain("Pack them");
        assertThat(coordinator.open("/kits").text()).contains("There is no kit yet");
        assertThat(coordinator.open("/kits?active=false").page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/kits/new").status()).isEqualTo(403);
    }

    @Test
    void anEmptyRecipeSaysWhatToTypeAndTwiceTheSameFormDefinesOnce() {
        coordinator.open("/kits/new").fill("Save").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.text()).contains("No part is filled in");
        coordinator.fill("Save").set("parts[0].quantity", "1.5").set("parts[0].choices[0].item", "Soap").send();
        assertThat(coordinator.text()).contains("\"1.5\" is not");
        var form = coordinator.fill("Save").set("parts[0].quantity", "1");
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        assertThat(coordinator.open("/kits").page().select("tbody tr")).hasSize(1);
    }

    @Test
    void theStepsOfAWorkshopAreNumbersOnlyAfterTheFirst() {
        workshop.receive(house, ANNA, "used-greeting-cards", 100);
        String drive = AWorkshop.drive(house, "workshop");
        browser.open("/drives/" + drive).click("Work on things");
        assertThat(browser.heading()).isEqualTo("Card-Again");
        browser.fill("Write this step down").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Nothing is said to be used up", "Nothing is said to come of it");
        browser.fill("Write this step down")
                .set("inputs[0].item", "Used greeting cards").set("inputs[0].quantity", "40")
                .set("outputs[0].item", "Refurbished greeting cards").set("outputs[0].quantity", "31").set("outputs[0].grade", "new")
                .set("outputs[1].item", "Card scraps").set("outputs[1].quantity", "9").set("outputs[1].grade", "unfit")
                .send().follow();
        assertThat(browser.text()).contains(
                "40 × Used greeting cards became 31 × Refurbished greeting cards, 9 × Card scraps (let go)",
                "77.5 %", "60 × Used greeting cards");
        assertThat(browser.text()).doesNotContain("It was wrong");
        assertThat(field(browser, "inputs[0].item")).isEqualTo("Used greeting cards");
        assertThat(field(browser, "inputs[0].quantity")).isEmpty();
        browser.fill("Write this step down")
                .set("inputs[0].quantity", "20").set("outputs[0].quantity", "20").send().follow();
        assertThat(browser.text()).contains("20 × Used greeting cards became 20 × Refurbished greeting cards", "85.0 %");
        browser.fill("Write this step down").set("inputs[0].quantity", "41").set("outputs[0].quantity", "30").send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text()).contains("only 40 pieces are free");
        assertThat(field(browser, "outputs[0].quantity")).isEqualTo("30");
        browser.fill("More lines").send();
        assertThat(field(browser, "inputs[0].quantity")).isEqualTo("41");
        assertThat(browser.page().select("fieldset.goods")).hasSizeGreaterThanOrEqualTo(5);
        coordinator.open("/drives/" + drive + "/workshop").click("All steps");
        assertThat(coordinator.page().select("tbody tr")).hasSize(2);
        assertThat(browser.open("/drives/" + AWorkshop.drive(house, "collection") + "/workshop").status()).isEqualTo(404);
    }

    @Test
    void aStepNamesALotByItsCode() {
        workshop.receive(house, ANNA, "used-greeting-cards", 10);
        String lot = workshop.receive(house, BEN, "used-greeting-cards", 10);
        String drive = AWorkshop.drive(house, "workshop");
        browser.open("/drives/" + drive + "/workshop").fill("Write this step down")
                .set("inputs[0].item", lot.toLowerCase()).set("inputs[0].quantity", "10")
                .set("outputs[0].item", "Refurbished greeting cards").set("outputs[0].quantity", "10")
                .send().follow();
        assertThat(workshop.heldByGiver(house, "used-greeting-cards")).isEqualTo(Map.of(ANNA, 10L));
    }

    @Test
    void aLotIsGradedFromItsPageAndACoordinatorTakesItBackWithAReason() {
        String lot = workshop.receive(house, ANNA, "jumpers-man", "L", Grade.GOOD, 10, house.shelfA);
        browser.open("/bags/" + lot).follow().click("Grade or split");
        assertThat(browser.heading()).isEqualTo("Grade or split: Jumpers, man, size L");
        assertThat(field(browser, "lines[0].item")).isEqualTo("Jumpers, man");
        browser.fill("Write it down").type("How much of it", "10").set("lines[0].quantity", "7").set("lines[1].quantity", "2").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("The lines add up to 9; 10 of " + lot);
        browser.fill("Write it down").set("lines[1].quantity", "3").set("lines[1].grade", "unfit").send().follow();
        assertThat(browser.heading()).isEqualTo("Graded or split");
        assertThat(browser.text()).contains("Jumpers, man, L, unfit to use", "let go");
        String work = browser.page().selectFirst(".code").text();
        assertThat(browser.open("/lots/" + lot).text()).contains("looked at anew");
        coordinator.open("/works/" + work).fill("Reverse it").type("Why", "").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Reverse it").type("Why", "Wrong <i>pile</i>").send().follow();
        assertThat(coordinator.text()).contains("reversed", "Wrong <i>pile</i>");
        assertThat(workshop.held(house, "jumpers-man")).isEqualTo(10);
        String bag = workshop.receive(house, ANNA, "unsorted-bag", null, Grade.UNSORTED, 1, house.site);
        assertThat(browser.open("/lots/" + bag).text()).doesNotContain("Grade or split");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        workshop.receive(house, ANNA, "soap", 2);
        String kit = AWorkshop.kit(house, "hygiene-kit", AWorkshop.part(1, "soap"));
        String drive = AWorkshop.drive(house, "workshop");
        browser.open("/kits/" + kit).fill("Pack them").type("How many kits", "1").send();
        String work = browser.location();
        String lot = browser.follow().page().selectFirst("a[href$=/open]").attr("href");
        Browser other = organisations.open().browser(Role.COORDINATOR);
        for (String page : new String[] {"/kits/" + kit, "/kits/" + kit + "/edit", work, lot, lot.replace("open", "grade"), "/drives/" + drive + "/workshop"}) {
            assertThat(other.open(page).status()).as(page).isEqualTo(404);
        }
        assertThat(other.open("/works").text()).contains("Nothing was done yet");
    }
}
