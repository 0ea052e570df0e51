package org.kindtrail.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Token;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class StopPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    TestPost post;

    private final String address = "stop." + UUID.randomUUID() + "@example.org";
    private AnOrganisation.House house;
    private String donor;
    private String stop;

    @BeforeEach
    void aLetterCame() throws MessagingException {
        post.clear();
        house = organisations.open();
        String drive = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Shoes", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", house.site))
                .post("/api/v1/drives")
                .then()
                .extract(), "code");
        donor = InJson.found(house.program(Role.VOLUNTEER)
                .body(Map.of(
                        "drive", drive, "place", house.site, "bags", 1, "newDonor", "Anna",
                        "contact", Map.of("email", address, "wants", List.of("received", "thanks"))))
                .post("/api/v1/donations")
                .then()
                .statusCode(201)
                .extract(), "donor");
        GreenMail server = TestPost.server();
        try {
            post.round(server);
            stop = TestPost.lettersTo(server, address).get(0).getHeader("List-Unsubscribe", null).replaceAll("[<>]|" + TestPost.SITE, "");
        } finally {
            server.stop();
        }
    }

    @AfterEach
    void forgetWrongGuesses() {
        post.sql("delete from attempt");
    }

    private List<String> wants() {
        return InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + donor).then().extract(), "wants");
    }

    @Test
    void openingTheLinkStopsNothingAndTheButtonDoes() {
        Browser browser = Browser.stranger().open(stop);
        assertThat(browser.text()).contains(house.name).doesNotContain("Anna", address);
        assertThat(browser.response().header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.response().header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(wants()).containsExactly("received", "thanks");
        browser.fill("Send me no more").send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.heading()).isEqualTo("It is stopped");
        assertThat(wants()).isEmpty();
        assertThat(house.browser(Role.VOLUNTEER).open("/donors/" + donor).text()).contains("wants no more e-mail");
        assertThat(browser.open(stop).fill("Send me no more").send().status()).isEqualTo(200);
    }

    @Test
    void aMailProgramStopsThemWithOneRequest() {
        given().contentType("application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click").post(stop).then().statusCode(200);
        assertThat(wants()).isEmpty();
    }

    @Test
    void itMaySendItAsMultipartToo() {
        given().multiPart("List-Unsubscribe", "One-Click").post(stop).then().statusCode(200);
        assertThat(wants()).isEmpty();
    }

    @Test
    void aLinkToAnAddressThatWasReplacedOpensNothing() {
        int version = InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + donor).then().extract(), "version");
        Map<String, Object> other = Map.of("knownAs", "Anna", "contact", Map.of("email", "other@example.org"));
        house.program(Role.VOLUNTEER).body(Map.of("version", version, "donor", other)).put("/api/v1/donors/" + donor).then().statusCode(200);
        assertThat(Browser.stranger().open(stop).status()).isEqualTo(404);
        assertThat(wants()).containsExactly("received", "thanks");
    }

    @Test
    void guessingIsSlowedDown() {
        int last = 0;
        for (int i = 0; i < 9 && last != 429; i++) {
            last = Browser.stranger().open("/stop/" + Token.random()).status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(Browser.stranger().open(stop).status()).as("the right one too").isEqualTo(429);
        assertThat(Browser.stranger().open("/stop/" + "x".repeat(3000)).status()).isEqualTo(404);
    }
}
