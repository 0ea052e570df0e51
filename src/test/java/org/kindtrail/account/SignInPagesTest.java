package org.kindtrail.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class SignInPagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Browser.Filling filled(Browser browser, String name, String password) {
        return browser.fill("Sign in").type("Name", name).type("Password", password);
    }

    private Browser signedIn(Role role) {
        Browser browser = Browser.stranger().open("/login");
        filled(browser, house.nameOf(role), AnOrganisation.PASSWORD).send();
        return browser;
    }

    private static RequestSpecification as(Browser browser) {
        return given().config(RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .cookies(browser.cookies())
                .accept("text/html");
    }

    @Test
    void signsInWithNameAndPasswordInAnyCaseAndOutAgain() {
        Browser browser = Browser.stranger().open("/login");
        filled(browser, " " + house.nameOf(Role.VOLUNTEER).toUpperCase() + " ", AnOrganisation.PASSWORD).send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/");
        String session = browser.cookies().get("kindtrail_session");
        assertThat(browser.response().setCookie("kindtrail_session")).contains(";HttpOnly", ";SameSite=Lax");
        assertThat(browser.open("/drives").status()).isEqualTo(200);
        browser.fill("Sign out").send();
        assertThat(browser.location()).isEqualTo("/");
        assertThat(browser.cookies()).doesNotContainKey("kindtrail_session").containsKey("kindtrail_device");
        assertThat(browser.response().header("Clear-Site-Data")).isEqualTo("\"cache\"");
        // the session is over even for who kept the cookie
        Browser kept = Browser.stranger();
        kept.cookies().put("kindtrail_session", session);
        assertThat(kept.open("/drives").status()).isEqualTo(303);
        assertThat(kept.location()).startsWith("/login");
    }

    @Test
    void saysOneThingForAWrongPasswordAndForAnUnknownNameAndKeepsTheName() {
        Browser browser = Browser.stranger().open("/login");
        filled(browser, house.nameOf(Role.VOLUNTEER), "not the password").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        String wrong = browser.page().select(".faults").text();
        assertThat(wrong).contains("do not belong together");
        assertThat(browser.page().getElementById("_name").val()).isEqualTo(house.nameOf(Role.VOLUNTEER));
        assertThat(browser.page().html()).doesNotContain("not the password");
        assertThat(browser.cookies()).doesNotContainKeys("kindtrail_session", "kindtrail_device");
        filled(browser, "nobody.at.all", AnOrganisation.PASSWORD).send();
        assertThat(browser.page().select(".faults").text()).isEqualTo(wrong);
        filled(browser, "", "").send();
        assertThat(browser.status()).isEqualTo(422);
        filled(browser, "x".repeat(10_000), "y".repeat(10_000)).send();
        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void leadsToTheSignInAndBackWithTheQuery() {
        Browser browser = Browser.stranger().open("/drives?open=true&format=csv");
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("Sign in");
        filled(browser, house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).send();
        assertThat(browser.location()).isEqualTo("/drives?open=true&format=csv");
        assertThat(browser.follow().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example", "/\\evil.example", "https://evil.example", "https:evil.example", "javascript:alert(1)",
                "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", " //evil.example", "/%", "", "drives", "/login",
                "/logout", "///evil.example", "http:/evil.example", "/%2F/evil.example", "/drives\r\nSet-Cookie: a=b"
            })
    void neverLeadsToAnotherSite(String then) {
        Browser browser = Browser.stranger().open("/login");
        filled(browser, house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).set("_then", then).send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.response().header("Location")).matches("http://[^/]+:\\d+/(%2F/evil\\.example)?");
        assertThat(browser.response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
        Browser linked = Browser.stranger();
        assertThat(linked.open("/login?_then=" + java.net.URLEncoder.encode(then, java.nio.charset.StandardCharsets.UTF_8))
                        .page()
                        .select("input[name=_then]")
                        .val())
                .isIn("/", "/%2F/evil.example");
    }

    @Test
    void aFormOfAnEndedSessionGoesThroughAfterTheSignIn() {
        Browser browser = signedIn(Role.COORDINATOR).open("/drives/new");
        Browser.Filling drive = browser.fill("Save")
                .type("Title", "Kept \"over\" <b>the</b> end")
                .type("What it", "first line\nsecond line")
                .type("First day", "2026-11-01")
                .type("Last day", "2026-12-20");
        browser.cookies().remove("kindtrail_session");
        drive.send();
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.heading()).isEqualTo("Sign in");
        assertThat(browser.text()).contains("is kept");
        // a wrong password on the way loses nothing either
        filled(browser, house.nameOf(Role.COORDINATOR), "wrong at first").send();
        assertThat(browser.status()).isEqualTo(422);
        Response again = resent(browser, filled(browser, house.nameOf(Role.COORDINATOR), AnOrganisation.PASSWORD), "/drives");
        assertThat(again.statusCode()).isEqualTo(303);
        browser.open(again.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertThat(browser.heading()).isEqualTo("Kept \"over\" <b>the</b> end");
        assertThat(browser.text()).contains("second line");
        assertThat(browser.open("/drives").page().select("tbody tr")).hasSize(1);
    }

    /** Signs in and, as a browser does on 307, sends the very same fields to where that leads. */
    private Response resent(Browser browser, Browser.Filling signIn, String expected) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(signIn.fields());
        signIn.send();
        assertThat(browser.status()).isEqualTo(307);
        assertThat(browser.location()).isEqualTo(expected);
        RequestSpecification request = as(browser).contentType("application/x-www-form-urlencoded; charset=UTF-8");
        fields.forEach(field -> request.formParam(field.getKey(), field.getValue()));
        return request.post(expected);
    }

    @Test
    void repeatedAndNumberedFieldsAreCarriedAsTheyCame() {
        Response page = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("lines[0].x", "1")
                .formParam("lines[1].x", "two, \"и три\"")
                .formParam("many", "a")
                .formParam("many", "b")
                .formParam("empty", "")
                .formParam("_form", "key")
                .formParam("_name", "an.intruder")
                .formParam("_then", "//evil.example")
                .formParam("_sign_in", "made up")
                .post("/drives?x=y");
        assertThat(page.statusCode()).isEqualTo(401);
        var fields = Jsoup.parse(page.asString()).select("main form input[type=hidden]");
        assertThat(fields.stream().map(field -> field.attr("name") + "=" + field.attr("value")))
                .contains("lines[0].x=1", "lines[1].x=two, \"и три\"", "many=a", "many=b", "empty=", "_form=key", "_then=/drives?x=y")
                .doesNotContain("_name=an.intruder", "_then=//evil.example", "_sign_in=made up");
        assertThat(fields.eachAttr("name").indexOf("many")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void somebodyElseWhoSignsInDoesNotSendTheFormOfTheFirst() {
        Browser browser = signedIn(Role.COORDINATOR).open("/drives/new");
        Browser.Filling drive = browser.fill("Save")
                .type("Title", "Not mine")
                .type("First day", "2026-11-01")
                .type("Last day", "2026-12-20");
        browser.cookies().remove("kindtrail_session");
        drive.send();
        AnOrganisation.House other = organisations.open();
        Response refused = resent(browser, filled(browser, other.nameOf(Role.COORDINATOR), AnOrganisation.PASSWORD), "/drives");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.asString()).text()).contains("another person", "Nothing was changed");
        assertThat(browser.open("/drives").text()).doesNotContain("Not mine");
    }

    @Test
    void manyLongFieldsAreCarriedAndMoreThanThatIsSaidToBeLost() {
        assertThat(carried(400, 500)).isGreaterThan(400);
        assertThat(carried(40, 20_000)).isLessThan(10);
    }

    private int carried(int fields, int length) {
        RequestSpecification request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields; i++) {
            request.formParam("lines[" + i + "].note", "ж".repeat(length));
        }
        Response page = request.post("/drives");
        assertThat(page.statusCode()).isEqualTo(401);
        return Jsoup.parse(page.asString()).select("main form input[type=hidden]").size();
    }

    @Test
    void theSignInFormOfAnotherSiteIsRefused() {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("_name", house.nameOf(Role.VOLUNTEER))
                .formParam("_password", AnOrganisation.PASSWORD)
                .post("/login")
                .then()
                .statusCode(403);
        Browser mine = Browser.stranger().open("/login");
        String key = mine.page().select("input[name=_sign_in]").val();
        Browser other = Browser.stranger().open("/login");
        filled(other, house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).set("_sign_in", key).send();
        assertThat(other.status()).isEqualTo(403);
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTheOneThatIsSignedIn() {
        Browser browser = Browser.stranger().open("/login");
        browser.cookies().put("kindtrail_session", "planted");
        filled(browser, house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).send();
        assertThat(browser.cookies().get("kindtrail_session")).isNotEqualTo("planted").hasSize(43);
    }

    @Test
    void signingInAnewEndsTheSessionThatWasThere() {
        Browser browser = signedIn(Role.COORDINATOR);
        Browser before = Browser.stranger();
        before.cookies().putAll(browser.cookies());
        filled(browser.open("/login"), house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).send();
        assertThat(before.open("/drives").status()).isEqualTo(303);
        assertThat(browser.open("/drives").status()).isEqualTo(200);
    }

    @Test
    void guessingIsHeldUpAndTheOwnerOnAKnownBrowserIsNot() {
        Browser owner = signedIn(Role.COORDINATOR);
        assertThat(owner.cookies()).containsKey("kindtrail_device");
        Browser stranger = Browser.stranger().open("/login");
        for (int guess = 0; guess < 5; guess++) {
            filled(stranger, house.nameOf(Role.COORDINATOR), "guess number " + guess).send();
            assertThat(stranger.status()).isEqualTo(422);
        }
        filled(stranger, house.nameOf(Role.COORDINATOR).toUpperCase(), AnOrganisation.PASSWORD).send();
        assertThat(stranger.status()).isEqualTo(429);
        assertThat(Integer.parseInt(stranger.response().header("Retry-After"))).isBetween(1, 60);
        assertThat(stranger.text()).contains("Wait");
        assertThat(stranger.page().getElementById("_name").val()).isNotEmpty();
        // the same address, the browser that is known: nobody is in the way
        filled(owner.open("/login"), house.nameOf(Role.COORDINATOR), AnOrganisation.PASSWORD).send();
        assertThat(owner.status()).isEqualTo(303);
        // somebody else's mark does not help the stranger, nor does a made up one
        Browser volunteer = signedIn(Role.VOLUNTEER).open("/login");
        filled(volunteer, house.nameOf(Role.COORDINATOR), AnOrganisation.PASSWORD).send();
        assertThat(volunteer.status()).isEqualTo(429);
        // others at the same address come in
        assertThat(signedIn(Role.DISTRIBUTOR).status()).isEqualTo(303);
    }

    @Test
    void aSharedTelephoneKnowsEverybodyWhoSignedInOnIt() {
        Browser shared = signedIn(Role.COORDINATOR).open("/login");
        filled(shared, house.nameOf(Role.VOLUNTEER), AnOrganisation.PASSWORD).send();
        Browser stranger = Browser.stranger().open("/login");
        for (int guess = 0; guess < 6; guess++) {
            filled(stranger, house.nameOf(Role.COORDINATOR), "guess number " + guess).send();
        }
        assertThat(stranger.status()).isEqualTo(429);
        filled(shared.open("/login"), house.nameOf(Role.COORDINATOR), AnOrganisation.PASSWORD).send();
        assertThat(shared.status()).isEqualTo(303);
    }

    @Test
    void guessesThatComeAtOnceAreAllCounted() throws Exception {
        Browser stranger = Browser.stranger().open("/login");
        String key = stranger.page().select("input[name=_sign_in]").val();
        var threads = java.util.concurrent.Executors.newFixedThreadPool(8);
        List<java.util.concurrent.Future<Integer>> answers = new ArrayList<>();
        for (int guess = 0; guess < 8; guess++) {
            answers.add(threads.submit(() -> as(stranger)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("_sign_in", key)
                    .formParam("_name", house.nameOf(Role.COORDINATOR))
                    .formParam("_password", "wrong wrong wrong")
                    .post("/login")
                    .statusCode()));
        }
        for (var answer : answers) {
            assertThat(answer.get()).isIn(422, 429);
        }
        threads.shutdown();
        filled(stranger.open("/login"), house.nameOf(Role.COORDINATOR), "wrong wrong wrong").send();
        assertThat(stranger.status()).isEqualTo(429);
    }

    @Test
    void tokensOpenNoPageAndSessionsNoApi() {
        given().header("Authorization", "Bearer " + house.token(Role.COORDINATOR))
                .redirects()
                .follow(false)
                .get("/drives")
                .then()
                .statusCode(303);
        given().cookie("kindtrail_session", house.session(Role.COORDINATOR))
                .get("/api/v1/drives")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().cookie("kindtrail_session", house.token(Role.COORDINATOR))
                .redirects()
                .follow(false)
                .get("/drives")
                .then()
                .statusCode(303);
        given().header("Authorization", "Bearer " + house.session(Role.COORDINATOR))
                .get("/api/v1/drives")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutWithAnEndedSessionIsSimplyDone() {
        Browser browser = signedIn(Role.VOLUNTEER).open("/drives");
        Browser.Filling out = browser.fill("Sign out");
        browser.cookies().put("kindtrail_session", "ended");
        out.send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/");
    }

    @Test
    void programsGetAProblemAndNoPage() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/drives")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", org.hamcrest.Matchers.equalTo("Bearer"));
    }

    @Test
    void thePasswordIsNowhereInTheAddress() {
        Element form = Browser.stranger().open("/login").page().selectFirst("main form");
        assertThat(form.attr("method")).isEqualTo("post");
    }

    @Test
    void aPasswordIsNotCarriedOverASignIn() {
        Browser browser = signedIn(Role.VOLUNTEER).open("/me");
        Browser.Filling change = browser.fill("Change the password")
                .set("oldPassword", AnOrganisation.PASSWORD)
                .set("newPassword", "ninety bags in a morning");
        browser.cookies().put("kindtrail_session", "ended");
        change.send();
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.page().html()).doesNotContain(AnOrganisation.PASSWORD).doesNotContain("ninety bags");
        assertThat(browser.text()).contains("too private");
    }
}
