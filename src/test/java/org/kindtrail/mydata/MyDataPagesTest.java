package org.kindtrail.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Token;
import org.kindtrail.mail.TestPost;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class MyDataPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    TestPost post;

    @Inject
    LinkRequests requests;

    @Inject
    Codes codes;

    @Inject
    EntityManager database;

    private final String address = "mine." + UUID.randomUUID() + "@example.org";
    private AnOrganisation.House house;
    private AGiver giver;

    @BeforeEach
    void open() {
        post.clear();
        house = organisations.open();
        giver = new AGiver(house, address);
    }

    @AfterEach
    void forgetWrongGuesses() {
        post.sql("delete from attempt");
        post.sql("delete from own_data_request");
    }

    private Browser visiting() {
        Browser browser = Browser.stranger().open("/mine").fill("Show me").type("Your own code", giver.ownCode().toLowerCase()).send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/mine");
        return browser.follow();
    }

    private List<MimeMessage> asked(Browser browser, String tracking) {
        // the page offers it only when the service has a mail server; the request itself is the same
        String form = browser.open(tracking + "/mine").page().selectFirst("input[name=_form]").val();
        var answer = io.restassured.RestAssured.given().redirects().follow(false).cookies(browser.cookies())
                .contentType("application/x-www-form-urlencoded").formParam("_form", form).post(tracking + "/mine");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/mine/asked");
        requests.handle();
        GreenMail server = TestPost.server();
        try {
            post.round(server);
            return TestPost.lettersTo(server, address);
        } finally {
            server.stop();
        }
    }

    private static String link(MimeMessage letter) {
        Matcher found = Pattern.compile(Pattern.quote(TestPost.SITE) + "(/mine/link/[A-Za-z0-9_-]{22})\n").matcher(TestPost.text(letter));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void theCodeThatWasGivenShowsAllThatIsHeld() {
        house.program(Role.DISTRIBUTOR).body(java.util.Map.of("why", "to thank")).post("/api/v1/donors/" + giver.donor + "/openings").then().statusCode(201);
        Browser browser = visiting();
        assertThat(browser.text())
                .contains(house.name, AGiver.NAME, address, "+7 700 999 88 77", "when some of it has arrived", "Warm clothes", "2 bags or lines", "Distributor", "Volunteer")
                .doesNotContain("The distributor", giver.donor, giver.first.getString("code"));
        assertThat(browser.page().select("main a[href=" + giver.tracking() + "], main a[href=" + giver.second.getString("tracking") + "]")).hasSize(2);
        assertThat(browser.page().select("main b, script")).isEmpty();
        assertThat(browser.page().select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(browser.response().header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.response().header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(browser.open("/").open("/mine").text()).contains(address);
    }

    @Test
    void theCookieIsOnlyForThisServiceAndEndsSoon() {
        Browser browser = Browser.stranger().open("/mine").fill("Show me").type("Your own code", giver.ownCode()).send();
        String cookie = browser.response().setCookie(MyDataPages.COOKIE);
        assertThat(cookie.toLowerCase(Locale.ROOT))
                .contains(";httponly", ";samesite=lax", ";path=/;", ";max-age=1800")
                .doesNotContain("domain");
        String value = browser.cookies().get(MyDataPages.COOKIE);
        assertThat(cookie).contains(value);
        assertThat(rows("select hash from donor_visit")).isNotEmpty().noneMatch(each -> each.equals(value));
        post.sql("update donor_visit set expires_at = made_at");
        assertThat(browser.open("/mine").text()).contains("begins with X").doesNotContain(address);
        assertThat(browser.open("/mine/edit").location()).isEqualTo("/mine");
    }

    private List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql, String.class).getResultList());
    }

    @Test
    void aTrackingCodeAloneOpensNothingPersonal() {
        Browser browser = Browser.stranger().open(giver.tracking()).click("What is held about you");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).doesNotContain("Canary", address, "999 88 77");
        browser.fill("Show me").type("Your own code", giver.first.getString("trackingCode")).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("begins with X");
        assertThat(browser.open("/mine/download?as=json").location()).isEqualTo("/mine");
        assertThat(Browser.stranger().open("/t/" + codes.next(CodeKind.TRACKING) + "/mine").status()).isEqualTo(404);
        assertThat(Browser.stranger().open("/t/nonsense/mine").status()).isEqualTo(404);
    }

    @Test
    void aNewCodeReplacesTheOneBefore() {
        String before = giver.ownCode();
        String after = giver.ownCode();
        Browser browser = Browser.stranger().open("/mine").fill("Show me").type("Your own code", before).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("opens nothing");
        assertThat(browser.fill("Show me").type("Your own code", after).send().status()).isEqualTo(303);
    }

    @Test
    void theHouseReadsTheCodeForAnHourAndItIsWrittenDownThatItWasMade() {
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/donors/" + giver.donor).click("A code of their own");
        assertThat(volunteer.text()).contains("They have no code yet");
        volunteer.fill("Make a code").send().follow();
        String code = volunteer.page().selectFirst(".key").text();
        assertThat(code).startsWith("X");
        assertThat(rows("select location from answer where location like '%own-code%'")).isNotEmpty().noneMatch(each -> each.contains(code));
        assertThat(rows("select manner from opening where subject = '" + giver.donor + "'")).containsExactly("SHOWN");
        post.sql("update donor set own_made_at = created_at where code = '" + giver.donor + "'");
        post.sql("update donor set own_made_at = timestamp with time zone '2026-01-01 00:00:00+00' where code = '" + giver.donor + "'");
        assertThat(volunteer.open("/donors/" + giver.donor + "/own-code").text()).contains("cannot be read here any more").doesNotContain(code);
        assertThat(Browser.stranger().open("/mine").fill("Show me").type("Your own code", code).send().status()).isEqualTo(303);
    }

    @Test
    void guessingCodesAndLinksIsSlowedDown() {
        int last = 0;
        for (int i = 0; i < 9 && last != 429; i++) {
            last = Browser.stranger().open("/mine").fill("Show me").type("Your own code", codes.next(CodeKind.MY_DATA)).send().status();
        }
        assertThat(last).isEqualTo(429);
        int lastLink = 0;
        for (int i = 0; i < 9 && lastLink != 429; i++) {
            lastLink = Browser.stranger().open("/mine/link/" + Token.random()).status();
        }
        assertThat(lastLink).isEqualTo(429);
    }

    @Test
    void aLinkComesByMailAndOpensOnce() {
        Browser browser = Browser.stranger();
        List<MimeMessage> letters = asked(browser, giver.tracking());
        assertThat(letters).hasSize(1);
        assertThat(TestPost.text(letters.get(0))).doesNotContain("999 88 77", giver.first.getString("trackingCode"));
        String link = link(letters.get(0));
        assertThat(rows("select hash from donor_visit")).isNotEmpty().noneMatch(each -> link.endsWith(each));
        // a program that reads letters opens it, and nothing is used up
        assertThat(Browser.stranger().open(link).status()).isEqualTo(200);
        assertThat(Browser.stranger().open(link).text()).doesNotContain(address);
        Browser.Filling form = browser.open(link).fill("Show me what is held about me");
        assertThat(form.send().status()).isEqualTo(303);
        assertThat(form.send().status()).as("a double click").isEqualTo(303);
        assertThat(browser.follow().text()).contains(address);
        Browser other = Browser.stranger().open(link);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.text()).contains("was used, or is too old");
    }

    @Test
    void ofTwoWhoHaveTheLinkOneComesIn() {
        String link = link(asked(Browser.stranger(), giver.tracking()).get(0));
        Browser.Filling mine = Browser.stranger().open(link).fill("Show me what is held about me");
        Browser.Filling theirs = Browser.stranger().open(link).fill("Show me what is held about me");
        assertThat(mine.send().status()).isEqualTo(303);
        assertThat(theirs.send().status()).isEqualTo(404);
    }

    @Test
    void aLinkThatIsTooOldOpensNothing() {
        String link = link(asked(Browser.stranger(), giver.tracking()).get(0));
        post.sql("update donor_visit set expires_at = made_at");
        assertThat(Browser.stranger().open(link).status()).isEqualTo(404);
    }

    @Test
    void theAnswerIsTheSameForWhoLeftNoAddressAndThreeADayAreEnough() {
        AGiver silent = new AGiver(organisations.open(), null);
        assertThat(asked(Browser.stranger(), silent.tracking())).isEmpty();
        int sent = 0;
        for (int i = 0; i < 5; i++) {
            post.sql("delete from attempt");
            sent += asked(Browser.stranger(), giver.tracking()).size();
        }
        assertThat(sent).isEqualTo(3);
        for (int i = 0; i < 5; i++) {
            post.sql("delete from attempt");
            sent += asked(Browser.stranger(), giver.second.getString("tracking")).size();
        }
        assertThat(sent).as("to one address").isEqualTo(5);
    }

    @Test
    void theSameIsWrittenForEverybodyWhoAsks() {
        AGiver silent = new AGiver(organisations.open(), null);
        int one = org.kindtrail.testing.RoundTrips.during(() -> press(silent.tracking())).statements();
        int other = org.kindtrail.testing.RoundTrips.during(() -> press(giver.tracking())).statements();
        assertThat(one).isEqualTo(other);
    }

    private void press(String tracking) {
        Browser browser = Browser.stranger().open(tracking + "/mine");
        String form = browser.page().selectFirst("input[name=_form]").val();
        io.restassured.RestAssured.given().redirects().follow(false).cookies(browser.cookies())
                .contentType("application/x-www-form-urlencoded").formParam("_form", form).post(tracking + "/mine").then().statusCode(303);
    }

    @Test
    void itIsCorrectedAndWhatIsEmptiedIsForgotten() {
        Browser browser = visiting().click("Correct it");
        assertThat(browser.page().getElementById("sealed.email").val()).isEqualTo(address);
        browser.fill("Keep it like this").type("Known as", " ").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Keep it like this").type("Known as", "Anna").type("Telephone", "").send();
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.follow().text()).contains("Anna", address, "when some of it has arrived").doesNotContain("Canary", "999 88 77");
        browser.open("/mine/edit").fill("Keep it like this").type("E-mail", "no address").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").attr("href")).isEqualTo("#sealed.email");
        browser.open("/mine/edit").fill("Keep it like this").type("E-mail", "").send();
        assertThat(browser.follow().text()).doesNotContain(address, "when some of it has arrived");
        assertThat(house.browser(Role.VOLUNTEER).open("/donors/" + giver.donor).text()).contains("corrected by the donor").doesNotContain("Canary");
    }

    @Test
    void itIsDownloadedAsJsonAndAsText() {
        Browser browser = visiting();
        var json = browser.open("/mine/download?as=json").response();
        assertThat(json.contentType()).startsWith("application/json");
        assertThat(json.header("Content-Disposition")).contains("attachment");
        assertThat(json.json().getString("email")).isEqualTo(address);
        assertThat(json.json().getList("gifts")).hasSize(2);
        var text = browser.open("/mine/download?as=text").response();
        assertThat(text.contentType()).startsWith("text/plain");
        assertThat(text.asString()).contains(address, AGiver.NAME, giver.tracking());
        assertThat(browser.open("/mine/download?as=pdf").status()).isEqualTo(400);
    }

    @Test
    void theVisitIsEnded() {
        Browser browser = visiting();
        String secret = browser.cookies().get(MyDataPages.COOKIE);
        browser.fill("I am done").send();
        assertThat(browser.cookies()).doesNotContainKey(MyDataPages.COOKIE);
        Browser kept = Browser.stranger();
        kept.cookies().put(MyDataPages.COOKIE, secret);
        assertThat(kept.open("/mine").text()).doesNotContain(address);
    }

    @Test
    void aVisitIsNoSignInAndASignInIsNoVisit() {
        assertThat(visiting().open("/donors").location()).startsWith("/login");
        assertThat(house.browser(Role.COORDINATOR).open("/mine").text()).contains("begins with X").doesNotContain(address);
    }
}
