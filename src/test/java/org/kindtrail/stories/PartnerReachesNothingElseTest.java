package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** Knocks at every route of the running service as a recipient's own person, with a session and with a token. */
@Tag("once")
@HouseTest
class PartnerReachesNothingElseTest {
    private static final String SIGN_OUT = "POST /logout";

    @Inject
    AnOrganisation organisations;

    private final List<String> faults = new ArrayList<>();

    @Test
    void theDoorsThatAreOpenToPartnersAreThese() {
        TreeSet<String> open = new TreeSet<>();
        Routes.ofTheHouse().stream()
                .filter(route -> route.open() != null && route.isOpenTo(Role.PARTNER))
                .filter(route -> !route.path().startsWith("/portal") && !route.path().startsWith("/api/v1/portal/"))
                .forEach(route -> open.add(route.toString()));
        assertThat(open)
                .containsExactly(
                        "GET /me",
                        "GET /me/second-factor",
                        "GET /me/second-factor/new",
                        "POST /logout",
                        "POST /me/other-sessions/end",
                        "POST /me/password",
                        "POST /me/second-factor/new",
                        "POST /me/second-factor/off",
                        "POST /me/second-factor/recovery-codes",
                        "POST /me/second-factor/start",
                        "POST /me/sessions/{id}/end",
                        "POST /me/tokens",
                        "POST /me/tokens/{id}/revoke",
                        "PUT /api/v1/people/me/language");
        assertThat(Routes.ofTheHouse())
                .filteredOn(route -> route.path().startsWith("/portal") || route.path().startsWith("/api/v1/portal"))
                .hasSizeGreaterThan(10)
                .allMatch(route -> route.isOpenTo(Role.PARTNER) && !route.isOpenTo(Role.COORDINATOR)
                        && !route.isOpenTo(Role.ADMINISTRATOR));
    }

    @Test
    void everyOtherDoorIsShut() {
        AnOrganisation.House house = organisations.open();
        Browser browser = house.browser(Role.PARTNER).open("/me");
        String key = browser.page().selectFirst("input[name=_form]").val();
        int shut = 0;
        for (Routes.Route route : Routes.ofTheHouse()) {
            if (route.open() == null || route.isOpenTo(Role.PARTNER) || route.toString().equals(SIGN_OUT)) {
                continue;
            }
            RequestSpecification request = given().config(
                    RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)));
            String path = route.path().replaceAll("\\{[a-z]+}", "nothing");
            if (route.forPrograms()) {
                request.header("Authorization", "Bearer " + house.token(Role.PARTNER)).contentType("application/json");
            } else {
                request.cookies(browser.cookies());
            }
            if (!route.forPrograms() && !route.reads()) {
                request.contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("_form", key);
            }
            shut++;
            int status = request.request(route.method(), path).statusCode();
            if (status != 403) {
                faults.add(route + ": " + status);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shut).isGreaterThan(500);
    }
}
