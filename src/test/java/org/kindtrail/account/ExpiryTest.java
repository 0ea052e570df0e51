package org.kindtrail.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** What was opened ends by itself, however much it is used. */
@HouseTest
class ExpiryTest {
    @Inject
    AnOrganisation organisations;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static void later(Duration passed) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), passed), Clock.class);
    }

    @Test
    void aSessionEndsAfterSixteenHours() {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in")
                .type("Name", house.nameOf(Role.VOLUNTEER))
                .type("Password", AnOrganisation.PASSWORD)
                .send();
        int kept = (int) browser.response().getDetailedCookie("kindtrail_session").getMaxAge();
        assertThat(kept).isEqualTo((int) Duration.ofHours(16).toSeconds());
        later(Duration.ofMinutes(10));
        assertThat(browser.open("/drives").status()).isEqualTo(200);
        later(Duration.ofHours(16).plusMinutes(1));
        assertThat(browser.open("/drives").status()).isEqualTo(303);
        assertThat(browser.location()).startsWith("/login");
    }

    @Test
    void aTokenEndsAfterAYear() {
        String token = house.program(Role.VOLUNTEER)
                .body(Map.of("label", "Till at the shop"))
                .post("/api/v1/people/me/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(answer(token)).isEqualTo(200);
        later(Duration.ofDays(364));
        assertThat(answer(token)).isEqualTo(200);
        later(Duration.ofDays(366));
        assertThat(answer(token)).isEqualTo(401);
    }

    private static int answer(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/people/me").statusCode();
    }
}
