package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Wire;

/** Whoever reads, reads their own language. */
@HouseTest
class ChosenLanguageTest {
    @Inject
    AnOrganisation organisation;

    private static String language(Browser browser) {
        return browser.page().selectFirst("html").attr("lang");
    }

    @Test
    void aBrowserGetsTheLanguageThatItAsksFor() {
        Answer page = Wire.to("/login").header("Accept", "text/html").header("Accept-Language", "kk-KZ,ru;q=0.5").get();
        assertThat(page.asString()).contains("<html lang=\"kk\">");
        assertThat(page.header("Content-Language")).isEqualTo("kk");
    }

    @Test
    void alsoWhatIsNotThereIsSaidInIt() {
        Answer page = Wire.to("/nowhere").header("Accept", "text/html").header("Accept-Language", "ru").get();
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("<html lang=\"ru\">").containsPattern("\\p{IsCyrillic}{4,}");
    }

    @Test
    void aLinkChoosesALanguageAndTheBrowserKeepsIt() {
        Browser visitor = Browser.stranger().open("/login?back=%2Fstock").click("Русский");
        assertThat(visitor.path()).contains("back=%2Fstock").contains("language=ru");
        assertThat(language(visitor)).isEqualTo("ru");
        assertThat(language(visitor.open("/login"))).isEqualTo("ru");
        assertThat(visitor.page().select("footer [aria-current=true]").text()).isEqualTo("Русский");
        assertThat(visitor.page().select("footer a[hreflang]").eachAttr("lang")).containsExactly("en", "kk", "ky");
    }

    @Test
    void aPersonFindsTheirLanguageAgainInAnotherBrowser() {
        AnOrganisation.House house = organisation.open();
        house.browser(Role.VOLUNTEER).open("/?language=ky");
        Browser another = house.browser(Role.VOLUNTEER).open("/");
        assertThat(language(another)).isEqualTo("ky");
        another.open("/?language=en");
        assertThat(language(house.browser(Role.VOLUNTEER).open("/"))).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotSpokenHereChangesNothing() {
        AnOrganisation.House house = organisation.open();
        Browser browser = house.browser(Role.VOLUNTEER).open("/?language=ru").open("/?language=xx");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(language(browser)).isEqualTo("ru");
        assertThat(browser.cookies()).containsEntry("kindtrail_language", "ru");
    }

    @Test
    void aRefusedFormLeadsToTheFirstPageInAnotherLanguage() {
        Browser visitor = Browser.stranger().open("/login?language=en");
        visitor.fill("Sign in").send();
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select("footer a[hreflang=ru]").attr("href")).isEqualTo("/?language=ru");
    }

    @Test
    void aProgramChoosesForItsPerson() {
        AnOrganisation.House house = organisation.open();
        house.program(Role.COORDINATOR)
                .body(Map.of("language", "kk"))
                .put("/api/v1/people/me/language")
                .then()
                .statusCode(200)
                .body(tells("language", equalTo("kk")));
        assertThat(language(house.browser(Role.COORDINATOR).open("/"))).isEqualTo("kk");

        house.program(Role.COORDINATOR)
                .body(Map.of("language", "de"))
                .put("/api/v1/people/me/language")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/language")));
        house.program(Role.COORDINATOR).get("/api/v1/people/me").then().body(tells("language", equalTo("kk")));
    }

    @Test
    void aProgramIsAnsweredInTheLanguageOfItsHeader() {
        AnOrganisation.House house = organisation.open();
        house.program(Role.COORDINATOR)
                .header("Accept-Language", "ru")
                .get("/api/v1/drives/D-NONE-NONE")
                .then()
                .statusCode(404)
                .body(tells("detail", org.hamcrest.Matchers.matchesPattern("(?s).*\\p{IsCyrillic}{3,}.*")));
    }
}
