package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

/**
 * The same story where people stand before a page, in a real Chromium without JavaScript: the shelter's own person with a telephone,
 * the distributor who decides by a plan, the coordinator who signs the report, and strangers.
 */
@Tag("once")
@HouseTest
@Tag("chromium")
class StoryFourInChromiumTest extends StoryFour {
    @TestHTTPResource("/")
    URI address;

    private Chromium chromium;

    @BeforeEach
    void nobodyGuessed() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    @BeforeEach
    void openChromium() {
        chromium = new Chromium(address.toString().replaceFirst("/+$", "")).atEveryPage(window -> {
            WellMade.is(window.path(), window.source());
            assertThat(window.sticksOut()).as("pixels that %s sticks out", window.path()).isZero();
        });
    }

    @AfterEach
    void closeChromium() {
        chromium.close();
    }

    private static Chromium.Window signedIn(Chromium.Window window, String name) {
        return window.open("/login").type("Name", name).type("Password", AnOrganisation.PASSWORD).press("Sign in");
    }

    private static String end(Chromium.Window window) {
        return window.path().substring(window.path().lastIndexOf('/') + 1);
    }

    @Override
    String theShelterAsks() {
        String key = link();
        Chromium.Window phone = chromium.telephone().open("/q/" + key).press("Come in");
        assertThat(phone.heading()).isEqualTo("What you need, and what is coming");
        phone.click("What could be had");
        assertThat(phone.text()).doesNotContain("School hall", "Winter Relief Fund");
        phone.open("/portal").click("Say what you need");
        phone.type("For whom", "11 women and girls").choose("How urgent it is", "critical: health is in danger");
        phone.type("How many (1)", "6").choose("Sex (1)", "female").choose("Age (1)", "18 to 59");
        phone.type("How many (2)", "5").choose("Sex (2)", "female").choose("Age (2)", "12 to 17");
        phone.type("Thing 1", "What", "Warm jumpers, woman")
                .type("Thing 1", "How many", "11")
                .type("Thing 1", "Sizes that will do", "M, L");
        phone.type("Thing 2", "What", "Bed linen sets").type("Thing 2", "How many", "11").press("Ask for it");
        assertThat(phone.heading()).isEqualTo("11 women and girls");
        assertThat(phone.text()).contains("6 female, 18 to 59", "5 female, 12 to 17");
        return end(phone);
    }

    @Override
    String theNeedIsTakenOn(String referral) {
        Chromium.Window distributor = signedIn(chromium.desk(), house.nameOf(Role.DISTRIBUTOR)).open("/referrals/" + referral);
        assertThat(distributor.text()).contains("7 women", centre.name, "They arrive on Friday.");
        distributor.type("What your house calls the new one", "Guests of the crisis centre").press("Take it on");
        assertThat(distributor.text()).contains(house.name + ", since");
        return here.get(Role.DISTRIBUTOR, "referrals/" + referral).getString("need");
    }

    @Override
    String aPlanOverAllOpenNeeds() {
        Chromium.Window distributor = signedIn(chromium.telephone(), house.nameOf(Role.DISTRIBUTOR));
        distributor.open("/plans/new").press("Plan for all of these");
        assertThat(distributor.text()).contains("1. 11 women and girls", "7 women", "a household of 5", "11 of 11. All of it.");
        String plan = end(distributor);
        distributor.page().locator(".card").first().locator("input[name^=pick-]").last().fill("10");
        distributor.press("Save what I changed");
        assertThat(distributor.text()).contains("10 of 11. (11 proposed)");
        distributor.page().locator("form[action$='/confirm'] button").first().click();
        distributor.open("/plans/" + plan);
        assertThat(distributor.text()).contains("confirmed");
        return plan;
    }

    @Override
    void theShelterCountsAndThanks(String dispatch) {
        Chromium.Window phone = signedIn(chromium.telephone(), headsName);
        phone.open("/portal").click("11 women and girls");
        assertThat(phone.path()).isEqualTo("/portal/dispatches/" + dispatch);
        phone.type("Words to the givers", "Clean beds for everybody.").press("This is what arrived");
        assertThat(phone.text()).contains("arrived");
        String waiting = here.get(Role.COORDINATOR, "thanks?state=waiting").getString("rows[0].code");
        here.press(Role.COORDINATOR, "thanks/" + waiting + "/approve");
    }

    @Override
    String theFirstHalfIsReported() {
        Chromium.Window coordinator = signedIn(chromium.desk(), house.nameOf(Role.COORDINATOR));
        coordinator.open("/reports/new");
        coordinator.type("First day", fromOfTheFirstHalf()).type("Last day", toOfTheFirstHalf());
        coordinator.choose("Programme", "Care for One - Care for All").press("Show the figures");
        assertThat(coordinator.heading()).isEqualTo("Before it is issued");
        coordinator.type("Title", "First half-year").press("Issue the report");
        assertThat(coordinator.heading()).isEqualTo("First half-year");
        assertThat(coordinator.text()).contains("Winter Relief Fund", "People helped").doesNotContain("House Linden", "Family Willow");
        return end(coordinator);
    }

    @Override
    void strangersReadHowToGetHelp() {
        super.strangersReadHowToGetHelp();
        Chromium.Window stranger = chromium.telephone().open("/get-help/" + house.code);
        assertThat(stranger.text()).contains("whatever happened", "+77000000000", "Telegram");
    }

    @Override
    String strangersReadWhatIsMissing() {
        String list = super.strangersReadWhatIsMissing();
        Chromium.Window stranger = chromium.telephone().open("/wishes/" + list);
        assertThat(stranger.text()).contains("11 Warm jumpers, man, L: 4 still missing");
        return list;
    }
}
