package org.kindtrail.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** What somebody found who had not read the code. */
@HouseTest
class OutsiderTest {
    @Inject
    AnOrganisation organisation;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisation.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/mine",
                "people/somebody",
                "donors/G-0000-0000",
                "drives/V-0000-0000",
                "places/P-0000-0000",
                "recipients/R-0000-0000"
            })
    void aChangeWithoutABodyIsUnreadable(String what) {
        for (String body : new String[] {"", "null"}) {
            house.program(Role.COORDINATOR)
                    .contentType("application/json")
                    .body(body)
                    .put("/api/v1/" + what)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(tells("type", equalTo("/problems/unreadable")));
        }
    }

    @Test
    void aStrayPercentSignInAFormIsUnreadableAndNoFaultOfOurs() {
        for (String broken : new String[] {"_name=%", "_name=%zz", "_name=a&_password=%e"}) {
            Response answer = form(broken);
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.asString()).contains("This form cannot be read");
        }
    }

    @Test
    void aFormWithTooManyFieldsIsRefusedAndNoFaultOfOurs() {
        Response answer = form("x=1&".repeat(2500));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("too many fields");
    }

    private static Response form(String body) {
        return given().contentType("application/x-www-form-urlencoded").body(body).post("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/openapi"})
    void whatTheFrameworkAnswersIsGuardedLikeTheRest(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void anAdministratorIsShownNoWayThatIsShutToThem() {
        String page = house.browser(Role.ADMINISTRATOR).open("/").page().html();
        assertThat(page).doesNotContain("href=\"/find\"");
        assertThat(house.browser(Role.VOLUNTEER).open("/").page().html()).contains("href=\"/find\"");
    }

    @Test
    void aCoordinatorIsOfferedNothingThatOnlyAnAdministratorMayDo() {
        String page = house.browser(Role.COORDINATOR)
                .open("/people/" + house.nameOf(Role.ADMINISTRATOR))
                .page().html();
        assertThat(page).contains("Only an administrator").doesNotContain("/password\"", "/deactivate\"", "/edit\"");
        String own = house.browser(Role.COORDINATOR)
                .open("/people/" + house.nameOf(Role.VOLUNTEER))
                .page().html();
        assertThat(own).contains("/password\"", "/deactivate\"", "/edit\"");
    }

    @Test
    void aFormThatAnotherSitesPageSendsIsRefusedEvenWithAKeyThatFits() {
        var browser = house.browser(Role.VOLUNTEER).open("/");
        String key = browser.page().selectFirst("input[name=_form]").val();
        assertThat(signOut(browser, key, "cross-site").statusCode()).isEqualTo(403);
        assertThat(signOut(browser, key, "same-origin").statusCode()).isEqualTo(303);
    }

    private static Response signOut(org.kindtrail.testing.Browser browser, String key, String from) {
        return given().redirects()
                .follow(false)
                .cookies(browser.cookies())
                .header("Sec-Fetch-Site", from)
                .formParam("_form", key)
                .post("/logout");
    }
}
