package org.kindtrail.picture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class PicturePagesTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    String drive;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Warm clothes", "startsOn", "2026-10-01", "endsOn", "2026-12-31", "site", house.site))
                .post("/api/v1/drives")
                .as(InJson.class, InJson.READ).get("code");
    }

    private static Browser.Filling filled(Browser browser, byte[] shot) {
        return browser.fill("Add it")
                .attach("Photograph", "Zhanna CANARY street 7.jpg", "image/jpeg", shot)
                .type("What can be seen", "Three boxes <b>{config:x}</b>")
                .type("A few words", "Ready for the winter, Ұя");
    }

    private String added() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new?about=" + drive);
        String where = filled(browser, Shots.jpeg()).send().location();
        return where.substring(where.lastIndexOf('/') + 1);
    }

    private Browser consented(String code, String audience) {
        Browser coordinator = house.browser(Role.COORDINATOR).open("/pictures/" + code);
        return coordinator.fill("Record this consent")
                .choose("To be shown to", audience)
                .choose("Given by", "who keeps the place (no person shown)")
                .choose("How", "in writing")
                .send()
                .follow();
    }

    @Test
    void aVolunteerTakesAPhotographFromTheDrivesPageAndACoordinatorRecordsTheConsent() {
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/drives/" + drive);
        volunteer.click("Its photographs and stories").click("Add a photograph");
        assertThat(volunteer.page().select("input[type=file]").attr("accept")).isEqualTo("image/jpeg,image/png");
        assertThat(volunteer.text()).contains("no face", "no sign", "no name");
        byte[] shot = Shots.with(Shots.withoutJfif(Shots.jpeg()), Shots.exif(6, ByteOrder.LITTLE_ENDIAN));
        filled(volunteer, shot).send().follow();
        assertThat(volunteer.status()).isEqualTo(200);
        assertThat(volunteer.text())
                .contains("without consent", "only who added it and coordinators", "Ready for the winter, Ұя", "Warm clothes")
                .doesNotContain("CANARY", "Withdraw", "Record");
        var img = volunteer.page().selectFirst("main img");
        assertThat(img.attr("alt")).isEqualTo("Three boxes <b>{config:x}</b>");
        assertThat(List.of(img.attr("width"), img.attr("height"))).isEqualTo(List.of("240", "320"));
        Browser image = volunteer.open(img.attr("src"));
        assertThat(image.response().contentType()).isEqualTo("image/jpeg");
        assertThat(image.response().header("Content-Security-Policy")).contains("img-src 'self'");
        assertThat(new String(image.response().asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("CANARY");
        String code = img.attr("src").split("/")[2];
        Browser coordinator = house.browser(Role.COORDINATOR).open("/pictures?waiting=true");
        coordinator.click(code);
        assertThat(coordinator.page().getElementById("on").val()).isNotBlank();
        Browser told = consented(code, "everybody");
        assertThat(told.text()).contains("with consent", "everybody", "who keeps the place", "in writing", "The coordinator");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/pictures").page().select("main img")).hasSize(1);
        assertThat(house.browser(Role.COORDINATOR).open("/pictures?waiting=true").page().select("main img")).isEmpty();
        assertThat(house.browser(Role.VOLUNTEER).open("/find?code=" + code).location()).isEqualTo("/pictures/" + code);
    }

    @Test
    void aStoryIsWrittenAndWithdrawnByOnePress() {
        Browser volunteer = house.browser(Role.VOLUNTEER).open("/pictures?about=" + drive).click("Write a story");
        String where = volunteer.fill("Add it").type("What happened", "They laughed\nall day").send().location();
        String code = where.substring(where.lastIndexOf('/') + 1);
        consented(code, "everybody");
        Browser distributor = house.browser(Role.DISTRIBUTOR).open(where);
        assertThat(distributor.text()).contains("They laughed");
        distributor.fill("Withdraw the consent").send().follow();
        assertThat(distributor.status()).isEqualTo(200);
        assertThat(distributor.text()).doesNotContain("They laughed", code);
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR)) {
            assertThat(house.browser(role).open(where).status()).isEqualTo(404);
        }
        Browser coordinator = house.browser(Role.COORDINATOR).open("/drives/" + drive);
        assertThat(coordinator.text()).contains("consent withdrawn, image and words deleted (" + code + ")");
        coordinator.open(where);
        assertThat(coordinator.status()).isEqualTo(200);
        assertThat(coordinator.text()).contains("consent withdrawn", "The distributor", "everybody").doesNotContain("They laughed");
        assertThat(coordinator.page().select("main form")).isEmpty();
    }

    @Test
    void aCoordinatorRemovesAPhotograph() {
        String code = added();
        consented(code, "the people of the organisation");
        Browser coordinator = house.browser(Role.COORDINATOR).open("/pictures/" + code);
        coordinator.fill("Remove it").send().follow();
        assertThat(coordinator.text()).contains("removed", "Image and words are deleted");
        assertThat(coordinator.open("/pictures/" + code + "/image").status()).isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedStays() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new");
        browser.fill("Add it").type("A few words", "kept").type("What it is about", "V-123").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#photograph", "#about");
        assertThat(browser.page().getElementById("words").wholeText()).isEqualTo("kept");
        assertThat(browser.page().getElementById("about").val()).isEqualTo("V-123");
        assertThat(browser.text()).contains("A photograph is missing", "choose it once more");
        byte[] gif = Shots.file(Shots.corners(9, 9), "gif");
        filled(browser, gif).type("What it is about", drive).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).isEqualTo(List.of("#photograph"));
        assertThat(browser.page().getElementById("photograph-wrong").text()).contains("neither a JPEG nor a PNG");
        filled(browser, Arrays.copyOf(Shots.jpeg(), 10 * 1024 * 1024 + 1)).send();
        assertThat(browser.page().getElementById("photograph-wrong").text()).contains("10 MB");
        browser.open("/pictures/new?about=" + drive);
        browser.fill("Add it").attach("Photograph", "x.jpg", "image/jpeg", Shots.jpeg()).send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).isEqualTo(List.of("#shows"));
        browser.open("/pictures/new-story?about=" + drive).fill("Add it").send();
        assertThat(browser.page().select(".faults a").eachAttr("href")).isEqualTo(List.of("#words"));
        assertThat(browser.open("/pictures").page().select("figure")).isEmpty();
    }

    @Test
    void aDoubleClickAddsOneAndAnotherFileUnderTheSameFormIsRefused() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new?about=" + drive);
        Browser.Filling form = filled(browser, Shots.jpeg());
        String first = form.send().location();
        assertThat(form.send().location()).isEqualTo(first);
        form.attach("Photograph", "other.png", "image/png", Shots.png()).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("sent before with other content");
        assertThat(browser.open("/pictures").page().select("figure")).hasSize(1);
    }

    @Test
    void aPhotographWithoutTheKeyOfItsFormIsRefused() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new?about=" + drive);
        filled(browser, Shots.jpeg()).set("_form", "made.up").send();
        assertThat(browser.status()).isEqualTo(403);
        given().cookies(browser.cookies()).multiPart("photograph", "x.jpg", Shots.jpeg(), "image/jpeg").post("/pictures").then().statusCode(403);
        given().cookies(browser.cookies())
                .contentType("application/x-www-form-urlencoded")
                .formParam("_form", browser.page().select("[name=_form]").val())
                .post("/pictures")
                .then()
                .statusCode(422);
        assertThat(browser.open("/pictures").page().select("figure")).isEmpty();
    }

    @Test
    void aPhotographOverAnEndedSignInIsNotCarriedAndThePageSaysSo() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new?about=" + drive);
        browser.cookies().remove("kindtrail_session");
        filled(browser, Shots.jpeg()).send();
        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.text()).contains("a photograph", "to keep over a new one", "Go back");
        assertThat(browser.page().select("form [name=words], form [name=photograph]")).isEmpty();
    }

    @Test
    void noFileThatWasSentStaysOnTheDisk() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "uploads");
        List<Path> before = files(folder);
        added();
        Browser browser = house.browser(Role.VOLUNTEER).open("/pictures/new?about=" + drive);
        filled(browser, Shots.text("GIF89a")).send();
        filled(browser, Shots.jpeg()).set("_form", "made.up").send();
        assertThat(folder).as("where what is sent is put").isDirectory();
        // It is deleted when the request has ended, which may be a moment after its answer is here.
        long patience = System.nanoTime() + 20_000_000_000L;
        while (!before.containsAll(files(folder)) && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(files(folder)).isSubsetOf(before);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void aConsentComesBackWithWhatIsWrong() {
        String code = added();
        Browser coordinator = house.browser(Role.COORDINATOR).open("/pictures/" + code);
        coordinator.fill("Record this consent").choose("Given by", "a parent or guardian").type("On", "1999-01-01").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select(".faults a").eachAttr("href")).isEqualTo(List.of("#on"));
        coordinator.fill("Record this consent").type("On", "2026-11-01").send();
        assertThat(coordinator.page().select(".faults a").eachAttr("href")).isEqualTo(List.of("#how"));
        assertThat(coordinator.page().select("#by option[selected]").val()).isEqualTo("guardian");
    }

    @Test
    void anotherOrganisationFindsNothing() {
        String code = added();
        consented(code, "everybody");
        Browser other = organisations.open().browser(Role.COORDINATOR);
        assertThat(other.open("/pictures/" + code).status()).isEqualTo(404);
        assertThat(other.open("/pictures/" + code + "/image").status()).isEqualTo(404);
        assertThat(other.open("/pictures?about=" + drive).status()).isEqualTo(404);
        Browser mine = other.open("/pictures/new-story");
        mine.fill("Add it").type("What happened", "x").type("What it is about", drive).send();
        assertThat(mine.status()).isEqualTo(422);
    }
}
