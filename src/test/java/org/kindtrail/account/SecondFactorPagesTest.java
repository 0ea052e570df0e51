package org.kindtrail.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

@HouseTest
class SecondFactorPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    PeopleService people;

    private final ForwardClock clock = new ForwardClock();
    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        house = organisations.open();
    }

    private AuthenticatorApp setUp(Role role) {
        AuthenticatorApp app = AuthenticatorApp.setUp(house.browser(role), clock);
        clock.nextCode();
        return app;
    }

    /** Name and password are right; what comes then is the test's. */
    private Browser passwordShown(Role role) {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", house.nameOf(role)).type("Password", AnOrganisation.PASSWORD).send();
        return browser;
    }

    private static Browser typed(Browser browser, String code) {
        browser.fill("Sign in").type("Code of your app", code).send();
        return browser;
    }

    private Browser askedForCode(Role role) {
        Browser browser = passwordShown(role);
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/login/code");
        assertThat(browser.cookies()).doesNotContainKeys("kindtrail_session", "kindtrail_device");
        return browser.follow();
    }

    private Browser signedIn(Role role, AuthenticatorApp app) {
        Browser browser = typed(askedForCode(role), app.code());
        assertThat(browser.status()).isEqualTo(303);
        clock.nextCode();
        return browser;
    }

    private static void act(Browser browser, String button, String password, String code) {
        browser.open("/me/second-factor").fill(button).type("Password", password).type("Code of the app", code).send();
    }

    private long count(String statement, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = database.createNativeQuery(statement, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }

    @Test
    void isSetUpWithAnAppAndAskedForAtTheNextSignIn() {
        Browser here = house.browser(Role.VOLUNTEER);
        here.open("/me").click("Set up a second factor");
        here.fill("Go on").type("Password", "not the password").send();
        assertThat(here.status()).isEqualTo(422);
        assertThat(here.text()).contains("not your password");
        here.fill("Go on").type("Password", AnOrganisation.PASSWORD).send();
        assertThat(here.location()).isEqualTo("/me/second-factor/new");
        AuthenticatorApp app = AuthenticatorApp.scans(here.follow().page(), clock);
        assertThat(app.name).isEqualTo(house.nameOf(Role.VOLUNTEER));
        // it waits, and does not count yet; another look shows the same
        assertThat(passwordShown(Role.VOLUNTEER).location()).isEqualTo("/");
        assertThat(AuthenticatorApp.scans(here.open("/me/second-factor/new").page(), clock).secret()).isEqualTo(app.secret());
        here.fill("Make it count from now on").type("First code", app.wrongCode()).send();
        assertThat(here.status()).isEqualTo(422);
        assertThat(here.text()).contains("shows another code");
        assertThat(AuthenticatorApp.scans(here.page(), clock).secret()).isEqualTo(app.secret());
        String code = app.code();
        here.fill("Make it count from now on").type("First code", " " + code.substring(0, 3) + " " + code.substring(3)).send();
        assertThat(here.status()).isEqualTo(200);
        assertThat(here.page().select(".recovery .code").eachText())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}"));
        assertThat(here.open("/me").text()).contains("active 10 recovery codes are left", "set up a second factor");
        Browser browser = askedForCode(Role.VOLUNTEER);
        assertThat(browser.open("/stock").location()).startsWith("/login");
        // the code that confirmed it was taken
        typed(browser.open("/login/code"), code);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        clock.nextCode();
        typed(browser, app.code());
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/");
        assertThat(browser.cookies()).containsKeys("kindtrail_session", "kindtrail_device").doesNotContainKey("kindtrail_pending");
        assertThat(browser.open("/stock").status()).isEqualTo(200);
        // nor does a browser that is known let anybody in without it
        browser.open("/login").fill("Sign in").type("Name", house.nameOf(Role.VOLUNTEER)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(browser.location()).isEqualTo("/login/code");
    }

    @Test
    void theFieldForTheCodeIsFilledInByTheTelephone() {
        setUp(Role.VOLUNTEER);
        var field = askedForCode(Role.VOLUNTEER).page().getElementById("_code");
        assertThat(field.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.attr("inputmode")).isEqualTo("numeric");
        assertThat(field.attr("type")).isEqualTo("text");
    }

    @Test
    void aSecretIsInNoAddressAndNoAnswerThatIsKeptAndSealedInTheDatabase() {
        Browser here = house.browser(Role.VOLUNTEER);
        AuthenticatorApp app = AuthenticatorApp.setUp(here, clock);
        String plain = "%" + app.secret() + "%";
        assertThat(count("select count(*) from answer where body like ?1 or location like ?1", plain)).isZero();
        assertThat(count("select count(*) from answer where location like '%otpauth%'")).isZero();
        assertThat(count("select count(*) from sealed where content like ?1", plain)).isZero();
        assertThat(count("select count(*) from sealed where owner = 'person' and owner_id = ?1 and field = 'totp'", house.person(Role.VOLUNTEER)))
                .isEqualTo(1);
        for (String code : app.recoveryCodes) {
            assertThat(count("select count(*) from answer where body like ?1", "%" + code + "%")).isZero();
            assertThat(count("select count(*) from recovery_code where hash = ?1", org.kindtrail.kernel.Code.hash(code.replace("-", "")))).isZero();
        }
        assertThat(here.response().header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theWaitingSecretIsShownInTheSessionThatAskedForItAndForHalfAnHour() {
        Browser here = house.browser(Role.VOLUNTEER).open("/me/second-factor");
        here.fill("Go on").type("Password", AnOrganisation.PASSWORD).send();
        String secret = AuthenticatorApp.scans(here.follow().page(), clock).secret();
        Browser elsewhere = passwordShown(Role.VOLUNTEER);
        assertThat(elsewhere.open("/me/second-factor/new").location()).isEqualTo("/me/second-factor");
        Browser.Filling late = here.fill("Make it count from now on").type("First code", "000000");
        clock.forward(SecondFactors.PENDING.plusSeconds(1));
        assertThat(here.open("/me/second-factor/new").location()).isEqualTo("/me/second-factor");
        late.send();
        assertThat(here.status()).isEqualTo(409);
        assertThat(here.text()).contains("Begin anew");
        here.fill("Go on").type("Password", AnOrganisation.PASSWORD).send();
        assertThat(AuthenticatorApp.scans(here.follow().page(), clock).secret()).isNotEqualTo(secret);
    }

    @Test
    void settingItUpEndsSessionsThatWereOpenedWithoutIt() {
        Browser elsewhere = passwordShown(Role.VOLUNTEER);
        assertThat(elsewhere.open("/stock").status()).isEqualTo(200);
        setUp(Role.VOLUNTEER);
        assertThat(elsewhere.open("/stock").location()).startsWith("/login");
        assertThat(house.browser(Role.VOLUNTEER).open("/stock").status()).isEqualTo(200);
    }

    @Test
    void aCodeIsTakenOnceAlsoByTwoAtTheSameMoment() throws Exception {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            browsers.add(askedForCode(Role.VOLUNTEER));
        }
        String code = app.code();
        var threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        browsers.forEach(browser -> answers.add(threads.submit(() -> typed(browser, code).status())));
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 422);
        // an older one that was not used is not taken after a later one
        Browser browser = askedForCode(Role.VOLUNTEER);
        assertThat(typed(browser, app.codeIn(TimeCodes.STEP.negated())).status()).isEqualTo(422);
    }

    @Test
    void aTelephonesClockMayBeHalfAMinuteOff() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        clock.forward(Duration.ofMinutes(10));
        clock.earlyInACode();
        assertThat(typed(askedForCode(Role.VOLUNTEER), app.codeIn(Duration.ofSeconds(-60))).status()).isEqualTo(422);
        assertThat(typed(askedForCode(Role.VOLUNTEER), app.codeIn(Duration.ofSeconds(60))).status()).isEqualTo(422);
        assertThat(typed(askedForCode(Role.VOLUNTEER), app.codeIn(Duration.ofSeconds(-30))).status()).isEqualTo(303);
        assertThat(typed(askedForCode(Role.VOLUNTEER), app.codeIn(Duration.ofSeconds(30))).status()).isEqualTo(303);
    }

    @Test
    void wrongCodesAreHeldUpWhereverTheyComeFromAndNonsenseIsJustWrong() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        String saysOneThing = null;
        for (String wrong : List.of(app.wrongCode(), "", "٣٣٣٣٣٣", "1.5", "9".repeat(10_000))) {
            Browser browser = typed(askedForCode(Role.VOLUNTEER), wrong);
            assertThat(browser.status()).as(wrong.substring(0, Math.min(9, wrong.length()))).isEqualTo(422);
            String said = browser.page().select(".faults").text();
            saysOneThing = saysOneThing == null ? said : saysOneThing;
            assertThat(said).isEqualTo(saysOneThing);
        }
        Browser another = typed(askedForCode(Role.VOLUNTEER), app.code());
        assertThat(another.status()).isEqualTo(429);
        assertThat(Integer.parseInt(another.response().header("Retry-After"))).isBetween(1, 60);
        clock.forward(Duration.ofMinutes(1));
        assertThat(typed(another, app.code()).status()).isEqualTo(303);
    }

    @Test
    void afterAHundredWrongCodesOnlyARecoveryCodeHelps() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update second_factor set wrong = ?1 where person_id = ?2")
                .setParameter(1, SecondFactors.MOST_WRONG - 1)
                .setParameter(2, house.person(Role.VOLUNTEER))
                .executeUpdate());
        Browser browser = askedForCode(Role.VOLUNTEER);
        typed(browser, app.wrongCode());
        assertThat(typed(browser, app.code()).status()).isEqualTo(422);
        browser.fill("Sign in").type("Recovery code", app.recoveryCodes.get(0)).send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.open("/me").text()).contains("100 wrong codes in a row", "9 recovery codes are left");
        clock.nextCode();
        assertThat(signedIn(Role.VOLUNTEER, app).open("/stock").status()).isEqualTo(200);
    }

    @Test
    void aRecoveryCodeStandsInOnceHoweverItIsTyped() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        String code = app.recoveryCodes.get(3);
        Browser browser = askedForCode(Role.VOLUNTEER);
        browser.fill("Sign in").type("Recovery code", " " + code.toLowerCase().replace("-", " ").replace('0', 'o').replace('1', 'l')).send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.open("/me").text()).contains("9 recovery codes are left", "with a recovery code");
        Browser again = askedForCode(Role.VOLUNTEER);
        again.fill("Sign in").type("Recovery code", code).send();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("details[open]")).hasSize(1);
        // nor is it somebody else's
        AuthenticatorApp other = setUp(Role.DISTRIBUTOR);
        again.fill("Sign in").type("Recovery code", other.recoveryCodes.get(0)).send();
        assertThat(again.status()).isEqualTo(422);
        // in the field for the app's code it is taken, too
        assertThat(typed(again, app.recoveryCodes.get(4)).status()).isEqualTo(303);
    }

    @Test
    void recoveryCodesAreMadeAnewAndTheOldOnesOpenNothing() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        Browser here = house.browser(Role.VOLUNTEER);
        act(here, "Make new recovery codes", AnOrganisation.PASSWORD, app.wrongCode());
        assertThat(here.status()).isEqualTo(422);
        act(here, "Make new recovery codes", "not the password", app.code());
        assertThat(here.status()).isEqualTo(422);
        Browser.Filling form = here.open("/me/second-factor")
                .fill("Make new recovery codes")
                .type("Password", AnOrganisation.PASSWORD)
                .type("Code of the app", app.code());
        form.send();
        assertThat(here.status()).isEqualTo(200);
        List<String> fresh = here.page().select(".recovery .code").eachText();
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes);
        form.send();
        assertThat(here.status()).isEqualTo(409);
        assertThat(here.text()).contains("were shown before").doesNotContain(fresh.get(0));
        Browser browser = askedForCode(Role.VOLUNTEER);
        browser.fill("Sign in").type("Recovery code", app.recoveryCodes.get(0)).send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Sign in").type("Recovery code", fresh.get(0)).send();
        assertThat(browser.status()).isEqualTo(303);
    }

    @Test
    void movesToAnotherTelephoneAndTheFirstCountsUntilThen() {
        AuthenticatorApp old = setUp(Role.VOLUNTEER);
        Browser here = house.browser(Role.VOLUNTEER);
        act(here, "Set it up on another telephone", AnOrganisation.PASSWORD, old.code());
        AuthenticatorApp next = AuthenticatorApp.scans(here.follow().page(), clock);
        clock.nextCode();
        assertThat(typed(askedForCode(Role.VOLUNTEER), next.code()).status()).isEqualTo(422);
        signedIn(Role.VOLUNTEER, old);
        here.fill("Make it count from now on").type("First code", next.code()).send();
        assertThat(here.status()).isEqualTo(200);
        clock.nextCode();
        assertThat(typed(askedForCode(Role.VOLUNTEER), old.code()).status()).isEqualTo(422);
        signedIn(Role.VOLUNTEER, next);
    }

    @Test
    void isTurnedOffWithPasswordAndCode() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        Browser here = house.browser(Role.VOLUNTEER);
        act(here, "Turn the second factor off", AnOrganisation.PASSWORD, "");
        assertThat(here.status()).isEqualTo(422);
        act(here, "Turn the second factor off", AnOrganisation.PASSWORD, app.code());
        assertThat(here.status()).isEqualTo(303);
        assertThat(here.open("/me").text()).contains("not set up", "turned the second factor off");
        assertThat(passwordShown(Role.VOLUNTEER).location()).isEqualTo("/");
        Long person = house.person(Role.VOLUNTEER);
        assertThat(count("select count(*) from sealed where owner = 'person' and owner_id = ?1", person)).isZero();
        assertThat(count("select count(*) from recovery_code where person_id = ?1", person)).isZero();
    }

    @Test
    void thePasswordOpensNothingInAnotherBrowserNorAfterTenMinutesNorOnceItIsChanged() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        Browser first = askedForCode(Role.VOLUNTEER);
        Browser other = Browser.stranger().open("/login");
        other.cookies().put("kindtrail_pending", first.cookies().get("kindtrail_pending"));
        assertThat(other.open("/login/code").location()).isEqualTo("/login");
        for (String madeUp : List.of("x", "eA.eA", "YQ".repeat(10) + "." + "A".repeat(43))) {
            other.cookies().put("kindtrail_pending", madeUp);
            assertThat(other.open("/login/code?_then=/stock").location()).isEqualTo("/login?_then=%2Fstock");
        }
        Browser late = askedForCode(Role.VOLUNTEER);
        clock.forward(PendingSignIn.LASTS.plusSeconds(1));
        typed(late, app.code());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.heading()).isEqualTo("Sign in");
        assertThat(late.text()).contains("Ten minutes have passed");
        Browser changed = askedForCode(Role.VOLUNTEER);
        house.as(Role.COORDINATOR, () -> people.newPassword(house.nameOf(Role.VOLUNTEER), new NewPassword("quite another sentence")));
        assertThat(typed(changed, app.code()).heading()).isEqualTo("Sign in");
    }

    @Test
    void aFormOfAnEndedSessionGoesThroughAfterBothSteps() {
        AuthenticatorApp app = setUp(Role.COORDINATOR);
        Browser browser = signedIn(Role.COORDINATOR, app).open("/drives/new");
        Browser.Filling drive = browser.fill("Save")
                .type("Title", "Kept over \"both\" <b>steps</b>")
                .type("First day", "2026-11-01")
                .type("Last day", "2026-12-20");
        browser.cookies().remove("kindtrail_session");
        drive.send();
        assertThat(browser.status()).isEqualTo(401);
        browser.fill("Sign in").type("Name", house.nameOf(Role.COORDINATOR)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.heading()).isEqualTo("One more step");
        assertThat(browser.page().html()).doesNotContain(AnOrganisation.PASSWORD);
        typed(browser, app.wrongCode());
        assertThat(browser.status()).isEqualTo(422);
        Browser.Filling second = browser.fill("Sign in").type("Code of your app", app.code());
        List<Map.Entry<String, String>> fields = second.fields();
        second.send();
        assertThat(browser.status()).isEqualTo(307);
        assertThat(browser.location()).isEqualTo("/drives");
        // as a browser does on 307
        RequestSpecification request = given().config(
                        RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .cookies(browser.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        fields.forEach(field -> request.formParam(field.getKey(), field.getValue()));
        Response again = request.post("/drives");
        assertThat(again.statusCode()).isEqualTo(303);
        browser.open(again.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertThat(browser.heading()).isEqualTo("Kept over \"both\" <b>steps</b>");
    }

    @Test
    void leadsOnToWhereOneWasGoing() {
        AuthenticatorApp app = setUp(Role.VOLUNTEER);
        Browser browser = Browser.stranger().open("/drives?open=true").follow();
        browser.fill("Sign in").type("Name", house.nameOf(Role.VOLUNTEER)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(browser.location()).isEqualTo("/login/code?_then=%2Fdrives%3Fopen%3Dtrue");
        assertThat(typed(browser.follow(), app.code()).location()).isEqualTo("/drives?open=true");
    }

    @Test
    void aCoordinatorTakesItAwayFromWhoLostTheTelephone() {
        setUp(Role.VOLUNTEER);
        Browser volunteer = house.browser(Role.VOLUNTEER);
        Browser coordinator = house.browser(Role.COORDINATOR).open("/people/" + house.nameOf(Role.VOLUNTEER));
        assertThat(coordinator.text()).contains("Second factor since");
        coordinator.fill("Take it away now").type("Why", " ").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Take it away now").type("Why", "Telephone <b>lost</b>").send();
        assertThat(coordinator.status()).isEqualTo(303);
        assertThat(coordinator.follow().text()).contains("second factor taken away, because: Telephone <b>lost</b>", "not set up");
        assertThat(coordinator.page().select("form[action$=second-factor/remove]")).isEmpty();
        assertThat(volunteer.open("/stock").location()).startsWith("/login");
        assertThat(passwordShown(Role.VOLUNTEER).location()).isEqualTo("/");
    }

    @Test
    void nobodyTakesTheirOwnAwayThatWay() {
        setUp(Role.COORDINATOR);
        Browser coordinator = house.browser(Role.COORDINATOR).open("/people/" + house.nameOf(Role.COORDINATOR));
        assertThat(coordinator.text()).doesNotContain("Take it away now");
        house.program(Role.COORDINATOR)
                .body(Map.of("reason", "so"))
                .post("/api/v1/people/" + house.nameOf(Role.COORDINATOR) + "/second-factor/remove")
                .then()
                .statusCode(409);
    }
}
