package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

/** It holds for the whole installation, and tests share one: each of these leaves it as it found it. */
@HouseTest
class SecondFactorRequirementTest {
    private static final String API = "/api/v1/second-factor/";

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    SecondFactorService factors;

    private final ForwardClock clock = new ForwardClock();
    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        house = organisations.open();
    }

    @AfterEach
    void requiredOfNobody() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update installation set second_factor_roles = ''").executeUpdate());
    }

    private void require(Role... roles) {
        List<String> words = Arrays.stream(roles).map(Role::word).toList();
        house.program(Role.ADMINISTRATOR).body(Map.of("roles", words)).put(API + "requirement").then().statusCode(200);
    }

    @Test
    void anAdministratorTicksRolesAndWhoHasThemIsLedToSetItUp() {
        Browser coordinator = house.browser(Role.COORDINATOR);
        assertThat(coordinator.open("/drives").status()).isEqualTo(200);
        Browser.Filling drive = coordinator.open("/drives/new").fill("Save").type("Title", "Too early");
        Browser administrator = house.browser(Role.ADMINISTRATOR).open("/administration").click("Second factor: who needs one");
        administrator.fill("Save").set("roles", "coordinator").send();
        assertThat(administrator.follow().text()).contains("Saved.", "required (coordinator)");
        assertThat(administrator.page().select("input[checked]").eachAttr("value")).containsExactly("coordinator");
        for (String door : List.of("/", "/drives", "/me", "/people", "/drives?format=csv")) {
            assertThat(coordinator.open(door).status()).as(door).isEqualTo(303);
            assertThat(coordinator.location()).isEqualTo("/me/second-factor");
        }
        drive.send();
        assertThat(coordinator.status()).isEqualTo(403);
        assertThat(coordinator.text()).contains("needs a second factor", "Nothing was changed");
        assertThat(coordinator.open("/me/second-factor").text()).contains("Your role needs a second factor");
        assertThat(coordinator.page().select("header nav a").eachAttr("href")).containsExactly("/me");
        // neither sessions nor tokens of others are touched
        assertThat(house.browser(Role.DISTRIBUTOR).open("/drives").status()).isEqualTo(200);
        house.program(Role.DISTRIBUTOR).get("/api/v1/drives").then().statusCode(200);
        house.program(Role.COORDINATOR)
                .get("/api/v1/drives")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body(tells("type", equalTo("/problems/second-factor-needed")))
                .body(tells("detail", containsString("set it up under your name")));
        house.program(Role.COORDINATOR).get("/api/v1/people/me").then().statusCode(403);
        assertThat(Browser.stranger().open("/problems/second-factor-needed").status()).isEqualTo(200);
        AuthenticatorApp app = AuthenticatorApp.setUp(coordinator, clock);
        assertThat(coordinator.open("/drives").status()).isEqualTo(200);
        house.program(Role.COORDINATOR).get("/api/v1/drives").then().statusCode(200);
        // and it cannot be turned off
        clock.nextCode();
        assertThat(coordinator.open("/me/second-factor").text()).doesNotContain("Turn the second factor off");
        Browser.Filling off = coordinator.fill("Make new recovery codes")
                .type("Password", AnOrganisation.PASSWORD)
                .type("Code of the app", app.code());
        house.as(Role.COORDINATOR, () -> {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> factors.turnOff(AnOrganisation.PASSWORD, app.code()))
                    .isInstanceOf(org.kindtrail.kernel.Refused.class)
                    .hasMessageContaining("error_factor_required");
            return null;
        });
        off.send();
        assertThat(coordinator.status()).as("what was refused used up no code").isEqualTo(200);
    }

    @Test
    void signingOutStaysOpenAndTheNextSignInLeadsThere() {
        require(Role.VOLUNTEER);
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", house.nameOf(Role.VOLUNTEER)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(browser.follow().location()).isEqualTo("/me/second-factor");
        assertThat(browser.follow().status()).isEqualTo(200);
        browser.fill("Sign out").send();
        assertThat(browser.location()).isEqualTo("/");
        assertThat(browser.follow().text()).contains("Follow a bag");
    }

    @Test
    void aRoleThatIncludesOneThatNeedsItNeedsItToo() {
        require(Role.DISTRIBUTOR);
        house.program(Role.VOLUNTEER).get("/api/v1/drives").then().statusCode(200);
        house.program(Role.DISTRIBUTOR).get("/api/v1/drives").then().statusCode(403);
        house.program(Role.COORDINATOR).get("/api/v1/drives").then().statusCode(403);
        require();
        house.program(Role.DISTRIBUTOR).get("/api/v1/drives").then().statusCode(200);
    }

    @Test
    void whoHasNoneCannotRequireItOfThemselves() {
        house.program(Role.ADMINISTRATOR)
                .body(Map.of("roles", List.of("coordinator", "administrator")))
                .put(API + "requirement")
                .then()
                .statusCode(409)
                .body(tells("detail", containsString("lock you out")));
        house.program(Role.ADMINISTRATOR).get(API + "requirement").then().statusCode(200).body(tells("roles", equalTo(List.of())));
        Browser administrator = house.browser(Role.ADMINISTRATOR).open("/administration/second-factor");
        administrator.fill("Save").set("roles", "administrator").send();
        assertThat(administrator.status()).isEqualTo(409);
        assertThat(administrator.page().select("input[checked]").eachAttr("value")).containsExactly("administrator");
        AuthenticatorApp.setUp(house.browser(Role.ADMINISTRATOR), clock);
        require(Role.ADMINISTRATOR);
        house.program(Role.ADMINISTRATOR).get(API + "requirement").then().statusCode(200).body(tells("roles", equalTo(List.of("administrator"))));
        // an administrator of another organisation has none yet
        organisations.open().program(Role.ADMINISTRATOR).get(API + "requirement").then().statusCode(403);
    }

    @Test
    void refusesWhatIsNoListOfRoles() {
        for (String wrong : List.of("{}", "{\"roles\":null}", "{\"roles\":[null]}")) {
            house.program(Role.ADMINISTRATOR).body(wrong).put(API + "requirement").then().statusCode(422).body(tells("errors.pointer", equalTo(List.of("/roles"))));
        }
        for (String wrong : List.of("", "[]", "{\"roles\":\"coordinator\"}", "{\"roles\":[\"king\"]}", "{\"roles\":[],\"more\":1}")) {
            house.program(Role.ADMINISTRATOR).body(wrong).put(API + "requirement").then().statusCode(400);
        }
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR)) {
            house.program(role).get(API + "requirement").then().statusCode(403);
            house.program(role).body(Map.of("roles", List.of())).put(API + "requirement").then().statusCode(403);
            assertThat(house.browser(role).open("/administration/second-factor").status()).isEqualTo(403);
        }
    }

    @Test
    void costsNoStatementOfItsOwn() {
        // made before, so that making one is not counted
        house.token(Role.VOLUNTEER);
        house.token(Role.COORDINATOR);
        var without = RoundTrips.during(() -> house.program(Role.VOLUNTEER).get("/api/v1/drives").then().statusCode(200));
        require(Role.COORDINATOR);
        var with = RoundTrips.during(() -> house.program(Role.VOLUNTEER).get("/api/v1/drives").then().statusCode(200));
        assertThat(with.statements()).isEqualTo(without.statements());
        var refused = RoundTrips.during(() -> house.program(Role.COORDINATOR).get("/api/v1/drives").then().statusCode(403));
        assertThat(refused.sql()).filteredOn(sql -> sql.startsWith("select")).hasSize(1);
    }

    @Test
    void aProgramReadsHowItStandsWithItsPerson() {
        String mine = "/api/v1/people/me/second-factor";
        house.program(Role.VOLUNTEER)
                .get(mine)
                .then()
                .statusCode(200)
                .body(tells("active", equalTo(false)))
                .body(tells("since", equalTo(null)))
                .body(tells("required", equalTo(false)))
                .body(tells("recoveryCodesLeft", equalTo(0)));
        AuthenticatorApp.setUp(house.browser(Role.VOLUNTEER), clock);
        require(Role.VOLUNTEER);
        house.program(Role.VOLUNTEER)
                .get(mine)
                .then()
                .body(tells("active", equalTo(true)))
                .body(tells("required", equalTo(true)))
                .body(tells("recoveryCodesLeft", equalTo(10)));
    }

    @Test
    void programsTakeItAwayWithAReasonOnceAndOnlyWhereTheyMay() {
        AuthenticatorApp.setUp(house.browser(Role.VOLUNTEER), clock);
        AuthenticatorApp.setUp(house.browser(Role.ADMINISTRATOR), clock);
        String volunteer = "/api/v1/people/" + house.nameOf(Role.VOLUNTEER) + "/second-factor/remove";
        Map<String, Object> lost = Map.of("reason", "lost");
        organisations.open().program(Role.COORDINATOR).body(lost).post(volunteer).then().statusCode(404);
        house.program(Role.DISTRIBUTOR).body(lost).post(volunteer).then().statusCode(403);
        house.program(Role.COORDINATOR).body(Map.of("reason", "x".repeat(301))).post(volunteer).then().statusCode(422);
        house.program(Role.COORDINATOR).body(Map.of()).post(volunteer).then().statusCode(422);
        house.program(Role.COORDINATOR)
                .body(lost)
                .post("/api/v1/people/" + house.nameOf(Role.ADMINISTRATOR) + "/second-factor/remove")
                .then()
                .statusCode(403);
        String key = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++) {
            house.program(Role.COORDINATOR)
                    .header("Idempotency-Key", key)
                    .body(lost)
                    .post(volunteer)
                    .then()
                    .statusCode(200)
                    .body(tells("name", equalTo(house.nameOf(Role.VOLUNTEER))));
        }
        house.program(Role.COORDINATOR).body(lost).post(volunteer).then().statusCode(409).body(tells("detail", containsString("has no second factor")));
    }

    @Test
    void anAdministratorHelpsACoordinatorOfAnyOrganisationAndNobodyElse() {
        AnOrganisation.House other = organisations.open();
        Browser coordinator = other.browser(Role.COORDINATOR);
        AuthenticatorApp.setUp(coordinator, clock);
        AuthenticatorApp.setUp(other.browser(Role.VOLUNTEER), clock);
        Browser administrator = house.browser(Role.ADMINISTRATOR).open("/administration/second-factor");
        for (String nobody : List.of(other.nameOf(Role.VOLUNTEER), "nobody.at.all", "<b>{config:x}")) {
            administrator.fill("Take the second factor away").type("Their name", nobody).type("Why", "lost").send();
            assertThat(administrator.status()).as(nobody).isEqualTo(422);
            assertThat(administrator.text()).contains("signs in by the name \"" + nobody);
        }
        administrator.fill("Take the second factor away").type("Their name", "").type("Why", "").send();
        assertThat(administrator.page().select(".faults a").eachAttr("href")).containsExactly("#name", "#reason");
        administrator
                .fill("Take the second factor away")
                .type("Their name", other.nameOf(Role.COORDINATOR).toUpperCase())
                .type("Why", "came in person")
                .send();
        assertThat(administrator.status()).isEqualTo(303);
        assertThat(administrator.follow().text()).contains("taken away");
        assertThat(coordinator.open("/people").location()).startsWith("/login");
        Browser again = Browser.stranger().open("/login");
        again.fill("Sign in").type("Name", other.nameOf(Role.COORDINATOR)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(again.open("/people/" + other.nameOf(Role.COORDINATOR)).text()).contains("taken away, because: came in person");
        house.program(Role.ADMINISTRATOR)
                .body(Map.of("name", other.nameOf(Role.COORDINATOR), "reason", "again"))
                .post(API + "removals")
                .then()
                .statusCode(409);
        house.program(Role.COORDINATOR)
                .body(Map.of("name", other.nameOf(Role.COORDINATOR), "reason", "again"))
                .post(API + "removals")
                .then()
                .statusCode(403);
    }
}
