package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class PeoplePagesTest {
    private static final String ANOTHER = "a bag for every evening";

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    String name;

    @BeforeEach
    void open() {
        house = organisations.open();
        name = "aigul." + house.code.toLowerCase();
    }

    private Browser added() {
        Browser browser = house.browser(Role.COORDINATOR).open("/people").click("Add somebody");
        browser.fill("Add")
                .type("Name", name.toUpperCase())
                .type("Shown as", "Aigul <i>K.</i>")
                .type("First password", ANOTHER)
                .send();
        assertThat(browser.status()).isEqualTo(303);
        return browser.follow();
    }

    private Browser signedIn(String password) {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", name).type("Password", password).send();
        return browser;
    }

    @Test
    void coordinatorAddsSomebodyWhoSignsInAndIsDeactivatedAtOnce() {
        Browser coordinator = added();
        assertThat(coordinator.heading()).isEqualTo("Aigul <i>K.</i>");
        assertThat(coordinator.text()).contains("Volunteer", name, "History", "added");
        Browser aigul = signedIn(ANOTHER);
        assertThat(aigul.open("/drives").status()).isEqualTo(200);
        String token = tokenOf(aigul);
        RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/people/me").then().statusCode(200);
        coordinator.fill("Deactivate now").send();
        assertThat(coordinator.follow().text()).contains("deactivated");
        assertThat(aigul.open("/drives").status()).isEqualTo(303);
        RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/people/me").then().statusCode(401);
        assertThat(signedIn(ANOTHER).status()).isEqualTo(422);
        coordinator.fill("Let them in again").send().follow();
        // what ended stays ended
        assertThat(aigul.open("/drives").status()).isEqualTo(303);
        RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/people/me").then().statusCode(401);
        assertThat(signedIn(ANOTHER).status()).isEqualTo(303);
    }

    private static String tokenOf(Browser browser) {
        browser.open("/me").fill("Make a token").type("What it is for", "a <till>").type("Password", ANOTHER).send();
        assertThat(browser.status()).isEqualTo(200);
        return browser.page().getElementById("secret").text();
    }

    @Test
    void rolesChangeAtOnceAndTheHistorySaysSo() {
        Browser coordinator = added();
        Browser aigul = signedIn(ANOTHER);
        assertThat(aigul.open("/people").status()).isEqualTo(403);
        coordinator.click("Change name and roles").fill("Save").set("roles", "coordinator").type("Shown as", "Aigul").send();
        assertThat(coordinator.follow().text()).contains("Coordinator", "volunteer > coordinator", "renamed");
        assertThat(aigul.open("/people").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsWhatWasOpenedWithTheOldOne() {
        Browser coordinator = added();
        Browser aigul = signedIn(ANOTHER);
        coordinator.fill("Set the password and end their sessions and tokens").type("New password", "short").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.text()).contains("at least 12");
        coordinator.fill("Set the password and end their sessions and tokens").type("New password", "quite another sentence").send();
        assertThat(coordinator.status()).isEqualTo(303);
        assertThat(aigul.open("/drives").status()).isEqualTo(303);
        assertThat(signedIn(ANOTHER).status()).isEqualTo(422);
        assertThat(signedIn("quite another sentence").status()).isEqualTo(303);
    }

    @Test
    void theFormComesBackAndSaysWhatIsWrongWithEachField() {
        Browser browser = house.browser(Role.COORDINATOR).open("/people/new");
        browser.fill("Add").type("Name", "a b").type("Shown as", "").type("First password", "Password1234").set("roles", "nothing").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#name", "#displayName", "#password", "#roles");
        assertThat(browser.page().getElementById("name").val()).isEqualTo("a b");
        browser.fill("Add").type("Name", house.nameOf(Role.VOLUNTEER)).type("Shown as", "x".repeat(10_000)).type("First password", ANOTHER).set("roles", "volunteer").send();
        assertThat(browser.status()).isEqualTo(422);
        // a password is typed anew each time: no page has it in it
        assertThat(browser.page().html()).doesNotContain(ANOTHER);
        browser.fill("Add").type("Shown as", "x").type("First password", ANOTHER).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("has the name \"" + house.nameOf(Role.VOLUNTEER));
    }

    @Test
    void anotherOrganisationsPeopleAreNotThere() {
        Browser other = organisations.open().browser(Role.COORDINATOR);
        assertThat(other.open("/people/" + house.nameOf(Role.VOLUNTEER)).status()).isEqualTo(404);
        assertThat(other.open("/people").text()).doesNotContain(house.nameOf(Role.VOLUNTEER));
    }

    @Test
    void changesTheOwnPasswordAndIsSignedOutElsewhere() {
        added();
        Browser elsewhere = signedIn(ANOTHER);
        Browser here = signedIn(ANOTHER).open("/me");
        here.fill("Change the password").type("Old password", "not it at all").type("New password", "quite another sentence").send();
        assertThat(here.status()).isEqualTo(422);
        assertThat(here.page().html()).doesNotContain("quite another sentence");
        here.fill("Change the password").type("Old password", ANOTHER).type("New password", "passwordpassword").send();
        assertThat(here.status()).isEqualTo(422);
        here.fill("Change the password").type("Old password", ANOTHER).type("New password", "quite another sentence").send();
        assertThat(here.follow().text()).contains("is changed");
        assertThat(elsewhere.open("/drives").status()).isEqualTo(303);
        assertThat(signedIn("quite another sentence").status()).isEqualTo(303);
    }

    @Test
    void seesAndEndsOtherSessions() {
        added();
        Browser elsewhere = signedIn(ANOTHER);
        Browser here = signedIn(ANOTHER).open("/me");
        assertThat(here.text()).contains("this one");
        here.fill("End").send();
        assertThat(here.status()).isEqualTo(303);
        assertThat(elsewhere.open("/drives").status()).isEqualTo(303);
        assertThat(here.follow().status()).isEqualTo(200);
    }

    @Test
    void aTokenIsShownOnceAndARepeatSaysSo() {
        added();
        Browser aigul = signedIn(ANOTHER).open("/me");
        Browser.Filling form = aigul.fill("Make a token").type("What it is for", "till").type("Password", ANOTHER);
        form.send();
        String secret = aigul.page().getElementById("secret").text();
        assertThat(secret).startsWith("kt_");
        form.send();
        assertThat(aigul.status()).isEqualTo(409);
        assertThat(aigul.text()).contains("was made before").doesNotContain(secret);
        assertThat(aigul.page().select("form[action$=/revoke]")).hasSize(1);
        aigul.fill("Revoke").send();
        RestAssured.given().header("Authorization", "Bearer " + secret).get("/api/v1/people/me").then().statusCode(401);
    }

    @Test
    void coordinatorTellsTheOrganisationAnew() {
        Browser browser = house.browser(Role.COORDINATOR).open("/organisation");
        browser.fill("Save").type("Name", "Friends & more").choose("Country", "Kyrgyzstan").choose("Time zone", "Asia/Bishkek").send();
        assertThat(browser.follow().heading()).isEqualTo("Friends & more");
        browser.fill("Save").type("Name", " ").set("country", "XX").set("timeZone", "Moon/Crater").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#name", "#country", "#timeZone");
    }

    @Test
    void theStartPageShowsWhatOnesRoleMayDo() {
        assertThat(house.browser(Role.VOLUNTEER).open("/").page().select("main .button.main").text()).isEqualTo("Record a bag");
        assertThat(house.browser(Role.VOLUNTEER).open("/").text()).doesNotContain("Dispatches", "People", "installation");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/").text()).contains("Needs", "Dispatches").doesNotContain("People");
        assertThat(house.browser(Role.COORDINATOR).open("/").text()).contains("People", "Thanks").doesNotContain("installation");
        assertThat(house.browser(Role.ADMINISTRATOR).open("/").text()).contains("installation").doesNotContain("Record", "Stock", "Needs");
        Browser stranger = Browser.stranger().open("/");
        assertThat(stranger.text()).contains("Follow a bag by its code", "Confirm what arrived");
        assertThat(stranger.page().select("form[action=/t] input[name=code], form[action=/k] input[name=code]")).hasSize(2);
        assertThat(stranger.click("Sign in").heading()).isEqualTo("Sign in");
    }

    @Test
    void anAdministratorAloneSeesNoGoodsAndNobodyServed() {
        Browser administrator = house.browser(Role.ADMINISTRATOR);
        assertThat(administrator.open("/drives").status()).isEqualTo(403);
        assertThat(administrator.open("/people").status()).isEqualTo(403);
        assertThat(administrator.open("/administration").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorAddsAnOrganisationWithItsCoordinator() {
        Browser administrator = house.browser(Role.ADMINISTRATOR).open("/administration").click("Add an organisation");
        administrator
                .fill("Add the organisation")
                .type("Organisation", "Friends of " + house.code)
                .type("First site", "Garage")
                .type("Shown as", "Aigul")
                .type("Name to sign in by", name)
                .type("Password", ANOTHER)
                .send();
        assertThat(administrator.follow().text()).contains("Friends of " + house.code);
        Browser aigul = signedIn(ANOTHER);
        assertThat(aigul.open("/people").text()).contains(name).doesNotContain(house.nameOf(Role.VOLUNTEER));
        assertThat(aigul.open("/administration").status()).isEqualTo(403);
        assertThat(aigul.open("/drives/new").text()).contains("Garage");
    }
}
