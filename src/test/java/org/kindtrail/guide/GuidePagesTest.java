package org.kindtrail.guide;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.web.Languages;

@HouseTest
class GuidePagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void everybodyReadsTheGuidesInTheirLanguage() {
        for (String language : Languages.SPOKEN) {
            Browser stranger = Browser.stranger().open("/guide?language=" + language);
            assertThat(stranger.status()).isEqualTo(200);
            assertThat(stranger.page().select("main a")).hasSize(GuideName.values().length);
            Browser guide = Browser.stranger().open("/guide/volunteer?language=" + language);
            assertThat(guide.page().select("h1")).hasSize(1);
            assertThat(guide.page().select(".guide").attr("lang")).isEqualTo(language);
            assertThat(guide.page().select("#record-a-bag")).as(language).hasSize(1);
            assertThat(guide.page().select("nav a[href='#record-a-bag']")).hasSize(1);
        }
    }

    @Test
    void aGuideThatIsNotTranslatedSaysSoAndIsThereInEnglish() {
        Browser stranger = Browser.stranger().open("/guide/matching?language=ru");
        assertThat(stranger.page().select("main .note").text()).isEqualTo("Это руководство пока не переведено. Вот оно на английском.");
        assertThat(stranger.page().select(".guide").attr("lang")).isEqualTo("en");
        assertThat(Browser.stranger().open("/guide/matching").page().select("main .note")).isEmpty();
    }

    @Test
    void everyPageOfTheMenuHasALinkToItsParagraph() {
        for (Role role : List.of(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            Browser browser = house.browser(role);
            List<String> pages = browser.open("/me").page().select("header nav a").stream().map(each -> each.attr("href")).toList();
            assertThat(pages).isNotEmpty();
            for (String page : pages) {
                Element help = browser.open(page).page().selectFirst("header a.help");
                assertThat(help).as(page).isNotNull();
                assertThat(help.attr("href")).as(page).startsWith("/guide/");
            }
        }
    }

    @Test
    void helpLeadsToWhatIsToldOfThePage() {
        Browser browser = house.browser(Role.VOLUNTEER);
        assertThat(browser.open("/record").page().select("header a.help").attr("href")).isEqualTo("/guide/volunteer#record-a-bag");
        assertThat(browser.open("/places/" + house.site + "/card").page().select("header a.help").attr("href"))
                .isEqualTo("/guide/volunteer#papers");
        assertThat(browser.open("/").page().select("header a.help").attr("href")).isEqualTo("/guide");
        assertThat(browser.open("/guide/volunteer").page().select("header nav a")).isNotEmpty();
    }

    @Test
    void thePageThatLeavesNothingLeadsToNoneThatDoes() {
        assertThat(Browser.stranger().open("/get-help").page().select("a.help")).isEmpty();
    }

    @Test
    void aPictureIsGivenToEverybodyAndKeptByTheirBrowser() {
        Answer picture = Browser.stranger().open("/guide/pictures/record-kk.png").response();
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).isEqualTo("private, max-age=86400");
        Element shown = Browser.stranger().open("/guide/volunteer?language=kk").page().selectFirst(".guide img");
        assertThat(shown.attr("src")).isEqualTo("/guide/pictures/record-kk.png");
        assertThat(shown.attr("width")).isEqualTo("360");
        assertThat(shown.attr("loading")).isEqualTo("lazy");
        assertThat(shown.attr("alt")).contains("Қап тіркеу");
    }

    @Test
    void aPictureThatIsNotThereIsNotFound() {
        for (String name : List.of("start.png", "..%2Fvolunteer.md", "record-en.png", "record", "record.PNG", "record.png%00", "x.png")) {
            assertThat(Browser.stranger().open("/guide/pictures/" + name).status()).as(name).isIn(404, 400);
        }
    }

    @Test
    void aGuideThatIsNotThereIsNotFound() {
        for (String name : List.of("nonsense", "..%2Fplaces", "VOLUNTEER", "ru%2Fvolunteer", "places.properties", "%00")) {
            assertThat(Browser.stranger().open("/guide/" + name).status()).as(name).isIn(404, 400);
        }
    }
}
