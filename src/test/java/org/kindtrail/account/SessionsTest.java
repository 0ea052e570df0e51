package org.kindtrail.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** How long a session and a token open the door, and what their owner sees of them. */
@HouseTest
class SessionsTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    Forgetting forgetting;

    private final ForwardClock clock = new ForwardClock();
    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        house = organisations.open();
    }

    private Browser signedIn() {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", house.nameOf(Role.VOLUNTEER)).type("Password", AnOrganisation.PASSWORD).send();
        return browser;
    }

    private static boolean isIn(Browser browser) {
        return browser.open("/stock").status() == 200;
    }

    @Test
    void aSessionThatNobodyUsesEndsAndOneInUseLastsTheEvening() {
        Browser used = signedIn();
        Browser left = signedIn();
        for (int i = 0; i < 3; i++) {
            clock.forward(Accesses.SESSION_IDLES.minusMinutes(10));
            assertThat(isIn(used)).isTrue();
        }
        assertThat(isIn(left)).isFalse();
        assertThat(left.location()).startsWith("/login");
        assertThat(used.open("/me").text()).contains("this one").doesNotContain("End all others");
        clock.forward(Accesses.SESSION_IDLES.plusSeconds(1));
        assertThat(isIn(used)).isFalse();
    }

    @Test
    void noSessionLastsLongerThanADaysWork() {
        Browser browser = signedIn();
        for (int hour = 0; hour < 15; hour++) {
            clock.forward(Duration.ofHours(1));
            assertThat(isIn(browser)).as("after %d hours", hour + 1).isTrue();
        }
        clock.forward(Duration.ofHours(1).plusSeconds(1));
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void thatItIsUsedIsWrittenDownNowAndThenAndNotEachTime() {
        Browser browser = signedIn();
        var fresh = RoundTrips.during(() -> isIn(browser));
        assertThat(fresh.sql()).noneMatch(sql -> sql.startsWith("update access"));
        clock.forward(Duration.ofMinutes(6));
        var later = RoundTrips.during(() -> isIn(browser));
        assertThat(later.sql()).filteredOn(sql -> sql.startsWith("update")).hasSize(1);
        var again = RoundTrips.during(() -> isIn(browser));
        assertThat(again.sql()).noneMatch(sql -> sql.startsWith("update"));
    }

    @Test
    void aTokenDoesNotMindLyingButEndsOnItsDay() {
        Browser browser = signedIn().open("/me");
        browser.fill("Make a token").type("What it is for", "till").type("For how many days", "30").type("Password", AnOrganisation.PASSWORD).send();
        String secret = browser.page().getElementById("secret").text();
        clock.forward(Duration.ofDays(29));
        given().header("Authorization", "Bearer " + secret).get("/api/v1/people/me").then().statusCode(200);
        clock.forward(Duration.ofDays(1).plusSeconds(1));
        given().header("Authorization", "Bearer " + secret).get("/api/v1/people/me").then().statusCode(401);
    }

    @Test
    void aTokenIsMadeWithThePasswordAndForAYearAtMost() {
        Browser browser = signedIn().open("/me");
        browser.fill("Make a token").type("What it is for", "till").type("Password", "not the password").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("not your password").doesNotContain("kt_");
        for (String wrong : new String[] {"0", "-1", "366", "1000000000000", "9223372036854775808", "1.5", "٣"}) {
            browser.fill("Make a token").type("What it is for", "till").type("For how many days", wrong).type("Password", AnOrganisation.PASSWORD).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.page().select(".faults a").eachAttr("href")).as(wrong).containsExactly("#days");
        }
        assertThat(browser.open("/me").page().select("form[action$=/revoke]")).isEmpty();
    }

    @Test
    void aTokenThatATokenMadeEndsNoLaterThanThatOne() {
        String limit = InJson.found(house.program(Role.VOLUNTEER)
                .body(Map.of("label", "short", "days", 2))
                .post("/api/v1/people/me/tokens")
                .then()
                .statusCode(201)
                .extract(), "token.expiresAt");
        assertThat(Instant.parse(limit)).isCloseTo(clock.instant().plus(Duration.ofDays(2)), within());
        clock.forward(Duration.ofDays(100));
        String late = InJson.found(house.program(Role.VOLUNTEER)
                .body(Map.of("label", "long"))
                .post("/api/v1/people/me/tokens")
                .then()
                .statusCode(201)
                .extract(), "token.expiresAt");
        assertThat(Instant.parse(late)).isCloseTo(clock.instant().plus(Duration.ofDays(265)), within());
        for (Object wrong : new Object[] {0, 366, -1}) {
            house.program(Role.VOLUNTEER).body(Map.of("label", "x", "days", wrong)).post("/api/v1/people/me/tokens").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/days")));
        }
        house.program(Role.VOLUNTEER).body(Map.of("label", "x", "days", 1.5)).post("/api/v1/people/me/tokens").then().statusCode(400);
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(5, ChronoUnit.MINUTES);
    }

    @Test
    void endsAllOthersAtOnceAndSeesTheLatestSignIns() {
        Browser one = signedIn();
        Browser two = signedIn();
        Browser here = signedIn().open("/me");
        assertThat(here.page().select("details li").eachText()).hasSizeGreaterThanOrEqualTo(3);
        here.fill("End all others").send();
        assertThat(here.status()).isEqualTo(303);
        assertThat(isIn(one)).isFalse();
        assertThat(isIn(two)).isFalse();
        assertThat(here.follow().text()).contains("this one", "Your latest sign-ins");
        assertThat(here.page().select("details.more").get(0).select("li")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aProgramSeesAndEndsTheSessionsOfItsPerson() {
        Browser browser = signedIn();
        String mine = "/api/v1/people/me/sessions";
        var rows = house.program(Role.VOLUNTEER).get(mine).then().statusCode(200).body(tells("rows", hasSize(1))).body(tells("rows[0].current", equalTo(false))).extract();
        String session = mine + "/" + rows.as(InJson.class, InJson.READ).get("rows[0].id");
        house.program(Role.DISTRIBUTOR).delete(session).then().statusCode(404);
        assertThat(isIn(browser)).isTrue();
        house.program(Role.VOLUNTEER).delete(session).then().statusCode(204);
        house.program(Role.VOLUNTEER).delete(session).then().statusCode(404);
        assertThat(isIn(browser)).isFalse();
        house.program(Role.VOLUNTEER).get("/api/v1/people/me/sessions").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void signInsAreForgottenAfterNinetyDays() {
        signedIn();
        clock.forward(Duration.ofDays(90));
        forgetting.letGo();
        Browser here = signedIn().open("/me");
        assertThat(here.page().select("details.more").get(0).select("li")).hasSize(2);
        clock.forward(Duration.ofDays(1));
        forgetting.letGo();
        assertThat(signedIn().open("/me").page().select("details.more").get(0).select("li")).hasSize(2);
    }

    @Test
    void tellsOnWhichDayEachWasLastUsed() {
        Browser left = signedIn();
        house.program(Role.VOLUNTEER).get("/api/v1/people/me").then().statusCode(200);
        clock.forward(Duration.ofDays(3));
        String today = clock.instant().atZone(java.time.ZoneId.of("Asia/Almaty")).toLocalDate().toString();
        var tokens = house.program(Role.VOLUNTEER).get("/api/v1/people/me/tokens").then().statusCode(200).extract();
        assertThat(tokens.<String>path("rows[0].lastUsedOn")).isEqualTo(today);
        assertThat(tokens.<String>path("rows[0].createdAt")).isLessThan(today);
        assertThat(isIn(left)).isFalse();
    }
}
