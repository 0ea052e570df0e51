package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Pdf;
import org.kindtrail.testing.Wire;

/** What goes out of a drive's public page. */
@HouseTest
class SharedDriveTest {
    private static final String SECRET = "Forget-me-not house";

    @Inject
    AnOrganisation organisations;

    @ConfigProperty(name = "kindtrail.address")
    String installation;

    AnOrganisation.House house;
    String drive;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = post(Role.COORDINATOR, "drives", Map.of(
                "kind", "collection", "title", "Warm <b>clothes</b> & \"boots\" {x}", "about", "For <i>eleven</i> men",
                "startsOn", LocalDate.now().toString(), "endsOn", LocalDate.now().plusDays(9).toString(), "site", house.site));
    }

    private String post(Role role, String path, Map<String, Object> body) {
        return InJson.found(house.program(role).body(body).post("/api/v1/" + path).then().statusCode(201).extract(), "code");
    }

    private void gather() {
        String shelter = post(Role.COORDINATOR, "recipients", Map.of(
                "alias", SECRET, "kind", "shelter", "country", "KZ", "region", "Hiddenland", "disclosure", "hidden",
                "sealed", Map.of("trueName", "True " + SECRET)));
        post(Role.DISTRIBUTOR, "needs", Map.of(
                "recipient", shelter, "forWhom", "73137 grown men", "onWishLists", true, "drive", drive,
                "lines", List.of(Map.of("item", "warm-jumpers-man", "quantity", 11, "sizes", List.of("L")))));
        post(Role.VOLUNTEER, "donations", Map.of(
                "drive", drive, "place", house.site, "receivedAt", Instant.now().minusSeconds(60).toString(),
                "lines", List.of(Map.of("item", "towels", "quantity", 12))));
    }

    private String wish() {
        return post(Role.COORDINATOR, "wish-lists", Map.of("title", "For a winter", "about", "Bring it.", "drive", drive));
    }

    private static String told(Browser browser, String property) {
        return browser.page().select("meta[property='" + property + "']").attr("content");
    }

    @Test
    void aLinkToItIsShownWithItsTitleWhatCameInWhatIsNeededAndAPicture() {
        gather();
        wish();
        Browser page = Browser.stranger().open("/d/" + drive);
        assertThat(told(page, "og:title")).isEqualTo("Warm <b>clothes</b> & \"boots\" {x}");
        assertThat(told(page, "og:description"))
                .isEqualTo("12 things have come in, and none of them has arrived yet. Needed: 11 Warm jumpers, man, L");
        assertThat(told(page, "og:site_name")).isEqualTo(house.name);
        assertThat(told(page, "og:url")).isEqualTo(installation + "/d/" + drive);
        assertThat(told(page, "og:image")).isEqualTo(installation + "/d/" + drive + "/picture.png?language=en");
        assertThat(page.text()).contains("What is needed", "11 Warm jumpers, man, L: 11 still missing");
        assertThat(page.page().select("main b, main i")).isEmpty();
        Browser russian = Browser.stranger().open("/d/" + drive + "?language=ru");
        assertThat(told(russian, "og:image")).endsWith("?language=ru");
        assertThat(told(russian, "og:description")).contains("Нужно: ");
    }

    @Test
    void whatIsWantedIsToldOnlyWhereAListIsOpen() {
        gather();
        assertThat(Browser.stranger().open("/d/" + drive).text()).doesNotContain("What is needed", "jumpers");
        String list = wish();
        assertThat(Browser.stranger().open("/d/" + drive).text()).contains("What is needed");
        house.program(Role.COORDINATOR).post("/api/v1/wish-lists/" + list + "/close").then().statusCode(200);
        assertThat(Browser.stranger().open("/d/" + drive).text()).doesNotContain("What is needed", "jumpers");
        assertThat(Wire.to("/d/" + drive + "/picture.svg").get().asString()).doesNotContain("jumpers");
    }

    @Test
    void theAddressIsTheConfiguredOneWhateverABrowserSays() {
        Answer answer = Wire.to("/d/" + drive).header("X-Forwarded-Host", "evil.example").get();
        assertThat(answer.asString()).contains(installation + "/d/" + drive).doesNotContain("evil.example");
    }

    @Test
    void thePictureTellsWhatThePageTellsAndNoMore() throws IOException {
        gather();
        wish();
        Answer svg = Wire.to("/d/" + drive.toLowerCase() + "/picture.svg").get();
        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.contentType()).startsWith("image/svg+xml");
        assertThat(svg.asString())
                .contains("Warm &lt;b&gt;clothes&lt;/b&gt; &amp;", "12 things have come in", "11 Warm jumpers, man, L")
                .doesNotContain(SECRET, "Hiddenland", "73137", "Kazakhstan");
        Answer png = Wire.to("/d/" + drive + "/picture.png?language=ky").get();
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.contentType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(png.asByteArray())).getWidth()).isEqualTo(1200);
    }

    @Test
    void thereIsNoPictureOfNothing() {
        for (String code : List.of("nonsense", "DR-0000-0000", "%00")) {
            for (String file : List.of("picture.svg", "picture.png")) {
                assertThat(Wire.to("/d/" + code + "/" + file).get().statusCode()).as(code).isIn(400, 404);
            }
        }
    }

    @Test
    void thePosterTellsTitleDaysWhatIsNeededAndLeadsToThePage() {
        gather();
        wish();
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/drives/" + drive).click("Poster to print");
        assertThat(volunteer.status()).isEqualTo(200);
        assertThat(volunteer.heading()).isEqualTo("Warm <b>clothes</b> & \"boots\" {x}");
        assertThat(volunteer.text())
                .contains("A collection of " + house.name, "For <i>eleven</i> men", "What is needed", "11 Warm jumpers, man, L")
                .contains(installation + "/d/" + drive)
                .doesNotContain(SECRET, "73137");
        assertThat(volunteer.page().select(".poster svg.qr")).hasSize(1);
        List<String> pages = Pdf.pages(volunteer.open("/drives/" + drive + "/poster.pdf").response());
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("Warm <b>clothes</b>", "What is needed", "11 Warm jumpers, man, L", "/d/" + drive);
    }

    @Test
    void aPosterFitsOnOnePageHoweverMuchItTells() {
        String large = post(Role.COORDINATOR, "drives", Map.of(
                "kind", "collection", "title", "Тёплая одежда ".repeat(11).strip(), "about", "Для одиннадцати мужчин. ".repeat(80).strip(),
                "startsOn", LocalDate.now().toString(), "endsOn", LocalDate.now().plusDays(9).toString(), "site", house.site));
        String shelter = post(Role.COORDINATOR, "recipients", Map.of(
                "alias", SECRET, "kind", "shelter", "country", "KZ", "region", "R", "disclosure", "hidden"));
        post(Role.DISTRIBUTOR, "needs", Map.of(
                "recipient", shelter, "forWhom", "men", "onWishLists", true, "drive", large,
                "lines", java.util.stream.IntStream.range(35, 49)
                        .mapToObj(size -> Map.of("category", "shoes", "fits", "man", "quantity", size, "sizes", List.of("" + size)))
                        .toList()));
        post(Role.COORDINATOR, "wish-lists", Map.of("title", "W", "about", "", "drive", large));
        List<String> pages = Pdf.pages(house.browser(Role.VOLUNTEER).open("/drives/" + large + "/poster.pdf?language=ru").response());
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("и другое", "/d/" + large);
    }

    @Test
    void nobodyPrintsThePosterOfAnotherOrganisation() {
        AnOrganisation.House other = organisations.open();
        for (String page : List.of("/poster", "/poster.pdf")) {
            assertThat(other.browser(Role.COORDINATOR).open("/drives/" + drive + page).status()).isEqualTo(404);
            assertThat(Browser.stranger().open("/drives/" + drive + page).status()).isIn(302, 303);
        }
    }
}
