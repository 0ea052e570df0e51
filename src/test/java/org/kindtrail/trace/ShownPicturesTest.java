package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** Outside the house a photograph or story is seen by whom its consent says, where it belongs, and no longer than that. */
@HouseTest
class ShownPicturesTest {
    private static final String PICTURES = "/api/v1/pictures";

    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    AnOrganisation.House house;
    Histories.Drive drive;
    Histories.Gift gift;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = histories.drive(house, "Warm clothes", "For eleven men");
        gift = histories.gift(house, drive, daysAgo(200), Map.of("blankets", 40L));
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private String picture(String about, String kind, String audience) {
        Map<String, Object> sent = new HashMap<>(Map.of("kind", kind, "about", about, "words", "Words for " + audience + " <b>"));
        if (kind.equals("photograph")) {
            sent.put("shows", "Boxes for " + audience);
        }
        String code = house.program(Role.VOLUNTEER).body(sent).post(PICTURES).as(InJson.class, InJson.READ).get("code");
        if (kind.equals("photograph")) {
            house.program(Role.VOLUNTEER).contentType("image/jpeg").body(APhotograph.jpeg()).put(PICTURES + "/" + code + "/image").then().statusCode(200);
        }
        if (audience != null) {
            house.program(Role.COORDINATOR)
                    .body(Map.of("audience", audience, "by", "nobody_shown", "on", "2026-10-01"))
                    .post(PICTURES + "/" + code + "/consent")
                    .then()
                    .statusCode(200);
        }
        return code;
    }

    private Histories.Sending arrived(Disclosure disclosure, Histories.Gift of, int daysAgo) {
        Histories.Recipient recipient =
                histories.recipient(house, RecipientKind.SHELTER, "Region " + house.code, disclosure, "Alias " + disclosure);
        Histories.Sending sending = histories.stage(house, recipient, house.site, Map.of(of.lots().get(0), 5L));
        histories.depart(house, sending, daysAgo(daysAgo + 1));
        histories.arrive(house, sending, daysAgo(daysAgo), Map.of(), Map.of());
        return sending;
    }

    /** As if the consent had been recorded then. */
    private void recorded(String code, int daysAgo) {
        histories.sql(
                "update picture_consent set recorded_at = ?1 where picture_id = (select id from picture where code = ?2)",
                daysAgo(daysAgo),
                code);
    }

    private static String text(String path) {
        Browser browser = Browser.stranger().open(path);
        assertThat(browser.status()).as(path).isEqualTo(200);
        return browser.text();
    }

    private static List<String> images(String path) {
        return Browser.stranger().open(path).page().select("main img").eachAttr("src");
    }

    private static int status(String path) {
        return given().get(path).statusCode();
    }

    private String mine() {
        return "/t/" + gift.key();
    }

    private String everybodys() {
        return "/d/" + drive.code();
    }

    @Test
    void everyAudienceSeesWhatIsForItAndNothingElse() {
        String waiting = picture(drive.code(), "photograph", null);
        String inside = picture(drive.code(), "photograph", "house");
        String donors = picture(drive.code(), "photograph", "donors");
        String open = picture(drive.code(), "photograph", "public");
        assertThat(images(mine())).containsExactlyInAnyOrder(mine() + "/pictures/" + open, mine() + "/pictures/" + donors);
        assertThat(images(everybodys())).containsExactly(everybodys() + "/pictures/" + open);
        for (String code : List.of(waiting, inside)) {
            assertThat(status(mine() + "/pictures/" + code)).isEqualTo(404);
            assertThat(status(everybodys() + "/pictures/" + code)).isEqualTo(404);
        }
        assertThat(status(mine() + "/pictures/" + donors)).isEqualTo(200);
        assertThat(status(everybodys() + "/pictures/" + donors)).isEqualTo(404);
        Response image = given().get(everybodys() + "/pictures/" + open);
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.contentType()).isEqualTo("image/jpeg");
        assertThat(image.header("Cache-Control")).contains("no-store");
        assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(image.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(image.header("Content-Disposition")).isNull();
        assertThat(text(mine())).contains("Words for donors <b>").doesNotContain("Words for house", "The volunteer", "The coordinator");
        List<String> told = given().get("/api/v1/traces/" + gift.key()).as(InJson.class, InJson.READ).getList("pictures.code");
        assertThat(told).containsExactlyInAnyOrder(open, donors).isSorted();
    }

    @Test
    void donorsOfAnotherDriveSeeNothingOfIt() {
        String donors = picture(drive.code(), "photograph", "donors");
        String open = picture(drive.code(), "story", "public");
        Histories.Drive other = histories.drive(house, "Shoes", "");
        Histories.Gift stranger = histories.gift(house, other, daysAgo(30), Map.of("towels", 4L));
        for (String page : List.of("/t/" + stranger.key(), "/d/" + other.code())) {
            assertThat(text(page)).doesNotContain("Words for");
            assertThat(images(page)).isEmpty();
            assertThat(status(page + "/pictures/" + donors)).isEqualTo(404);
            assertThat(status(page + "/pictures/" + open)).isEqualTo(404);
        }
        assertThat(status("/t/nonsense/pictures/" + donors)).isEqualTo(404);
        assertThat(status("/d/nonsense/pictures/" + open)).isEqualTo(404);
        assertThat(status(mine() + "/pictures/nonsense")).isEqualTo(404);
    }

    @Test
    void aDeliveryIsShownToThoseWhoseGoodsWereInIt() {
        Histories.Gift beside = histories.gift(house, drive, daysAgo(200), Map.of("towels", 9L));
        Histories.Sending sending = arrived(Disclosure.REGION, gift, 100);
        String donors = picture(sending.code(), "photograph", "donors");
        String open = picture(sending.code(), "photograph", "public");
        recorded(donors, 90);
        recorded(open, 90);
        assertThat(images(mine())).containsExactlyInAnyOrder(mine() + "/pictures/" + open, mine() + "/pictures/" + donors);
        assertThat(status(mine() + "/pictures/" + donors)).isEqualTo(200);
        assertThat(images("/t/" + beside.key())).isEmpty();
        assertThat(status("/t/" + beside.key() + "/pictures/" + open)).isEqualTo(404);
        assertThat(images(everybodys())).containsExactly(everybodys() + "/pictures/" + open);
        assertThat(status(everybodys() + "/pictures/" + open)).isEqualTo(200);
    }

    @Test
    void aDeliveryToAPlaceThatIsNotNamedIsShownOnceItsArrivalIsTold() {
        for (Disclosure disclosure : List.of(Disclosure.DESCRIBED, Disclosure.REGION, Disclosure.HIDDEN)) {
            String code = picture(arrived(disclosure, gift, 2).code(), "photograph", "public");
            recorded(code, 90);
            for (String page : List.of(mine(), everybodys())) {
                assertThat(text(page)).doesNotContain("Words for");
                assertThat(status(page + "/pictures/" + code)).isEqualTo(404);
            }
        }
        String school = picture(arrived(Disclosure.NAMED, gift, 2).code(), "photograph", "public");
        assertThat(images(mine())).containsExactly(mine() + "/pictures/" + school);
        assertThat(images(everybodys())).containsExactly(everybodys() + "/pictures/" + school);
    }

    @Test
    void whatIsPublishedLaterOfAPlaceThatIsNotNamedWaitsForTheMonthToo() {
        String late = picture(arrived(Disclosure.REGION, gift, 100).code(), "photograph", "public");
        for (String page : List.of(mine(), everybodys())) {
            assertThat(images(page)).isEmpty();
            assertThat(status(page + "/pictures/" + late)).isEqualTo(404);
        }
        recorded(late, 50);
        for (String page : List.of(mine(), everybodys())) {
            assertThat(images(page)).hasSize(1);
            assertThat(status(page + "/pictures/" + late)).isEqualTo(200);
        }
    }

    @Test
    void whatHasNotArrivedIsNotShown() {
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Region", Disclosure.NAMED, "School");
        Histories.Sending sending = histories.stage(house, school, house.site, Map.of(gift.lots().get(0), 5L));
        histories.depart(house, sending, daysAgo(40));
        String code = picture(sending.code(), "photograph", "public");
        assertThat(images(mine())).isEmpty();
        assertThat(status(everybodys() + "/pictures/" + code)).isEqualTo(404);
    }

    @Test
    void whatIsWithdrawnIsGoneFromEveryPageAtOnce() {
        for (String end : List.of("withdraw", "remove")) {
            String photograph = picture(arrived(Disclosure.REGION, gift, 100).code(), "photograph", "public");
            recorded(photograph, 90);
            String story = picture(drive.code(), "story", "public");
            assertThat(images(mine())).hasSize(1);
            assertThat(text(everybodys())).contains("Words for public <b>");
            for (String code : List.of(photograph, story)) {
                house.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/" + end).then().statusCode(200);
            }
            for (String page : List.of(mine(), everybodys())) {
                assertThat(images(page)).isEmpty();
                assertThat(text(page)).doesNotContain("Words for", "Photographs and stories");
                assertThat(status(page + "/pictures/" + photograph)).isEqualTo(404);
            }
            assertThat(given().get("/api/v1/traces/" + gift.key()).as(InJson.class, InJson.READ).getList("pictures")).isEmpty();
        }
    }

    @Test
    void aGiftThatWasRecordedByMistakeShowsNothing() {
        String code = picture(drive.code(), "photograph", "public");
        histories.sql("update donation set reversed_at = ?1 where id = ?2", Instant.now(), gift.id());
        assertThat(images(mine())).isEmpty();
        assertThat(status(mine() + "/pictures/" + code)).isEqualTo(404);
        assertThat(status(everybodys() + "/pictures/" + code)).isEqualTo(200);
    }

    @Test
    void aPageShowsTheTwelveNewestInOneStatement() {
        picture(drive.code(), "story", "public");
        text(mine());
        RoundTrips.Count one = RoundTrips.during(() -> text(mine()));
        for (int i = 0; i < 14; i++) {
            picture(drive.code(), i % 2 == 0 ? "story" : "photograph", "public");
        }
        RoundTrips.Count many = RoundTrips.during(() -> text(mine()));
        assertThat(many.statements()).as(String.join("\n", many.sql())).isEqualTo(one.statements());
        assertThat(Browser.stranger().open(mine()).page().select(".pictures figure")).hasSize(12);
        assertThat(Browser.stranger().open(everybodys()).page().select(".pictures figure")).hasSize(12);
    }
}
