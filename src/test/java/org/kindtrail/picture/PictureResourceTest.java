package org.kindtrail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PictureResourceTest {
    private static final String PICTURES = "/api/v1/pictures";

    @Inject
    AnOrganisation organisations;

    @Inject
    org.kindtrail.stock.SomeGoods goods;

    @Inject
    EntityManager database;

    AnOrganisation.House house;
    String drive;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = drive(house);
    }

    private static String drive(AnOrganisation.House of) {
        return of.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Warm clothes", "startsOn", "2026-10-01", "endsOn", "2026-12-31", "site", of.site))
                .post("/api/v1/drives")
                .as(InJson.class, InJson.READ).get("code");
    }

    private Map<String, Object> story(String words) {
        return Map.of("kind", "story", "about", drive, "words", words);
    }

    private ValidatableResponse add(Role role, Map<String, Object> picture) {
        return house.program(role).body(picture).post(PICTURES).then();
    }

    private String story() {
        return InJson.found(add(Role.VOLUNTEER, story("They were all warm")).statusCode(201).extract(), "code");
    }

    private String photograph() {
        String code = InJson.found(add(Role.VOLUNTEER, Map.of("kind", "photograph", "about", drive, "shows", "Three boxes"))
                .statusCode(201)
                .extract(), "code");
        send(Role.VOLUNTEER, code, Shots.jpeg()).statusCode(200);
        return code;
    }

    private ValidatableResponse send(Role role, String code, byte[] image) {
        return house.program(role).contentType("image/jpeg").body(image).put(PICTURES + "/" + code + "/image").then();
    }

    private static Map<String, Object> consent(String audience) {
        return Map.of("audience", audience, "by", "place_keeper", "how", "written", "on", "2026-11-01");
    }

    private ValidatableResponse consent(String code, Map<String, Object> command) {
        return house.program(Role.COORDINATOR).body(command).post(PICTURES + "/" + code + "/consent").then();
    }

    private ValidatableResponse get(Role role, String path) {
        return house.program(role).get(PICTURES + path).then();
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private long imagesOf(String code) {
        return count("select count(*) from picture_image i join picture p on p.id = i.picture_id where p.code = '" + code + "'");
    }

    @Test
    void aPhotographIsAddedIllustratedConsentedToAndWithdrawn() {
        String code = InJson.found(add(
                        Role.VOLUNTEER,
                        Map.of("kind", "photograph", "about", drive, "words", "Ready <b>{config:x}</b>", "shows", " Three boxes "))
                .statusCode(201)
                .header("Location", containsString(PICTURES + "/F-"))
                .body(tells("state", equalTo("waiting")))
                .body(tells("about", equalTo(drive)))
                .body(tells("drive", equalTo("Warm clothes")))
                .body(tells("words", equalTo("Ready <b>{config:x}</b>")))
                .body(tells("shows", equalTo("Three boxes")))
                .body(tells("width", nullValue()))
                .body(tells("consent", nullValue()))
                .body(tells("addedBy", equalTo("The volunteer")))
                .extract(), "code");
        consent(code, consent("public")).statusCode(409).body(tells("detail", containsString("no image yet")));
        byte[] shot = Shots.with(Shots.jpeg(), Shots.exif(6, ByteOrder.BIG_ENDIAN), Shots.comment(Shots.CANARY));
        send(Role.VOLUNTEER, code, shot).statusCode(200).body(tells("width", equalTo(240))).body(tells("height", equalTo(320)));
        byte[] kept = get(Role.VOLUNTEER, "/" + code + "/image")
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "Exif");
        consent(code, consent("donors"))
                .statusCode(200)
                .body(tells("state", equalTo("consented")))
                .body(tells("consent.audience", equalTo("donors")))
                .body(tells("consent.by", equalTo("place_keeper")))
                .body(tells("consent.how", equalTo("written")))
                .body(tells("consent.on", equalTo("2026-11-01")))
                .body(tells("consent.recordedBy", equalTo("The coordinator")));
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("why", "They thought again"))
                .post(PICTURES + "/" + code + "/withdraw")
                .then()
                .statusCode(200)
                .body(tells("state", equalTo("withdrawn")))
                .body(tells("words", nullValue()))
                .body(tells("shows", nullValue()))
                .body(tells("width", nullValue()))
                .body(tells("endedWhy", equalTo("They thought again")))
                .body(tells("endedBy", equalTo("The distributor")))
                .body(tells("consent.audience", equalTo("donors")));
        assertThat(imagesOf(code)).isZero();
    }

    @Test
    void withoutAConsentOnlyWhoAddedItAndCoordinatorsSeeIt() {
        String code = photograph();
        for (Role role : List.of(Role.VOLUNTEER, Role.COORDINATOR)) {
            get(role, "/" + code).statusCode(200);
            get(role, "/" + code + "/image").statusCode(200);
            get(role, "").body(tells("rows.code", hasItem(code)));
        }
        get(Role.DISTRIBUTOR, "/" + code).statusCode(404);
        get(Role.DISTRIBUTOR, "/" + code + "/image").statusCode(404);
        get(Role.DISTRIBUTOR, "").body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).body(Map.of()).post(PICTURES + "/" + code + "/withdraw").then().statusCode(404);
        get(Role.ADMINISTRATOR, "/" + code).statusCode(403);
        consent(code, consent("house")).statusCode(200);
        get(Role.DISTRIBUTOR, "/" + code).statusCode(200);
        get(Role.DISTRIBUTOR, "/" + code + "/image").statusCode(200);
        get(Role.DISTRIBUTOR, "").body(tells("rows.code", contains(code)));
    }

    @Test
    void whatIsWithdrawnOrRemovedIsNowhereAnyMoreAndOnRecord() {
        for (String end : List.of("withdraw", "remove")) {
            String code = photograph();
            consent(code, consent("public")).statusCode(200);
            house.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/" + end).then().statusCode(200);
            for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR)) {
                get(role, "/" + code + "/image").statusCode(404);
                get(role, "").body(tells("rows", hasSize(0)));
                get(role, "?about=" + drive).body(tells("rows", hasSize(0)));
            }
            get(Role.VOLUNTEER, "/" + code).statusCode(404);
            get(Role.DISTRIBUTOR, "/" + code).statusCode(404);
            get(Role.COORDINATOR, "/" + code)
                    .statusCode(200)
                    .body(tells("words", nullValue()))
                    .body(tells("shows", nullValue()))
                    .body(tells("consent.audience", equalTo("public")))
                    .body(tells("endedBy", equalTo("The coordinator")));
            assertThat(imagesOf(code)).isZero();
            consent(code, consent("house")).statusCode(409).body(tells("detail", containsString("already")));
            send(Role.COORDINATOR, code, Shots.jpeg()).statusCode(409);
            house.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/withdraw").then().statusCode(409);
        }
    }

    @Test
    void theFirstAnswerThatIsKeptForARepeatDoesNotHoldTheWords() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> sent = story("CANARY-words of the story");
        String code = InJson.found(repeated(key, sent).statusCode(201).body(tells("words", equalTo("CANARY-words of the story"))).extract(), "code");
        repeated(key, sent).statusCode(201).body(tells("code", equalTo(code))).body(tells("words", equalTo("CANARY-words of the story")));
        house.program(Role.COORDINATOR)
                .header("Idempotency-Key", key)
                .body(consent("public"))
                .post(PICTURES + "/" + code + "/consent")
                .then()
                .statusCode(200)
                .body(tells("words", equalTo("CANARY-words of the story")));
        assertThat(count("select count(*) from answer where body like '%CANARY-words%'")).isZero();
        assertThat(count("select count(*) from note where detail like '%CANARY-words%'")).isZero();
        house.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/remove").then().statusCode(200);
        assertThat(count("select count(*) from picture where words like '%CANARY-words%'")).isZero();
        repeated(key, sent).statusCode(404);
    }

    private ValidatableResponse repeated(String key, Map<String, Object> sent) {
        return house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(sent).post(PICTURES).then();
    }

    @Test
    void anotherImageTakesTheConsentAwayAndNoneComesOncePeopleOutsideSeeIt() {
        String code = photograph();
        consent(code, consent("house")).statusCode(200);
        send(Role.DISTRIBUTOR, code, Shots.png()).statusCode(403);
        send(Role.VOLUNTEER, code, Shots.file(Shots.corners(100, 50), "png"))
                .statusCode(200)
                .body(tells("width", equalTo(100)))
                .body(tells("state", equalTo("waiting")))
                .body(tells("consent", nullValue()));
        assertThat(imagesOf(code)).isEqualTo(1);
        consent(code, consent("donors")).statusCode(200);
        send(Role.VOLUNTEER, code, Shots.jpeg()).statusCode(409).body(tells("detail", containsString("Withdraw")));
        consent(code, consent("house")).statusCode(200);
        send(Role.VOLUNTEER, code, Shots.jpeg()).statusCode(200);
        send(Role.VOLUNTEER, story(), Shots.jpeg()).statusCode(409).body(tells("detail", containsString("story")));
    }

    @Test
    @Tag("strict")
    void whatIsNoPhotographIsRefusedAndChangesNothing() {
        String code = photograph();
        String path = PICTURES + "/" + code + "/image";
        for (String type : List.of("image/jpeg", "image/png", "application/octet-stream")) {
            house.program(Role.VOLUNTEER).contentType(type).body(Shots.text("GIF89a")).put(path).then()
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/image")))
                    .body(tells("errors[0].detail", containsString("JPEG or PNG")));
        }
        house.program(Role.VOLUNTEER).contentType("application/octet-stream").body(Shots.png()).put(path).then().statusCode(200);
        house.program(Role.VOLUNTEER).contentType("image/gif").body(Shots.png()).put(path).then().statusCode(415);
        house.program(Role.VOLUNTEER).body("{}").put(path).then().statusCode(415);
        house.program(Role.VOLUNTEER).contentType("image/jpeg").put(path).then().statusCode(422);
        house.program(Role.VOLUNTEER).contentType("image/jpeg").body(new byte[11 * 1024 * 1024]).put(path).then()
                .statusCode(422)
                .body(tells("errors[0].detail", containsString("10 MB")));
        house.program(Role.VOLUNTEER).contentType("image/jpeg").body(new byte[13 * 1024 * 1024]).put(path).then().statusCode(413);
        assertThat(imagesOf(code)).isEqualTo(1);
    }

    @Test
    void fieldsAtFaultAreNamed() {
        add(Role.VOLUNTEER, Map.of()).statusCode(422).body(tells("errors.pointer", contains("/about", "/kind")));
        add(Role.VOLUNTEER, story(" ")).statusCode(422).body(tells("errors.pointer", contains("/words")));
        add(Role.VOLUNTEER, story("x".repeat(2001))).statusCode(422).body(tells("errors.pointer", contains("/words")));
        add(Role.VOLUNTEER, story("a\u0000b")).statusCode(422).body(tells("errors.pointer", contains("/words")));
        add(Role.VOLUNTEER, Map.of("kind", "photograph", "about", drive)).statusCode(422).body(tells("errors.pointer", contains("/shows")));
        add(Role.VOLUNTEER, Map.of("kind", "photograph", "about", drive, "shows", "x".repeat(301)))
                .statusCode(422)
                .body(tells("errors.pointer", contains("/shows")));
        add(Role.VOLUNTEER, Map.of("kind", "film", "about", drive)).statusCode(400);
        for (String about : List.of("", "nonsense", "V-0000-0000", house.site, "x".repeat(10_000))) {
            add(Role.VOLUNTEER, Map.of("kind", "story", "about", about, "words", "x"))
                    .statusCode(422)
                    .body(tells("errors.pointer", contains("/about")));
        }
        String code = story();
        consent(code, Map.of()).statusCode(422).body(tells("errors.pointer", contains("/audience", "/by", "/on")));
        for (String day : List.of("1999-12-31", LocalDate.now().plusDays(3).toString())) {
            Map<String, Object> given = new HashMap<>(consent("public"));
            given.put("on", day);
            consent(code, given).statusCode(422).body(tells("errors.pointer", contains("/on")));
        }
        Map<String, Object> unasked = Map.of("audience", "public", "by", "guardian", "on", "2026-11-01");
        consent(code, unasked).statusCode(422).body(tells("errors.pointer", contains("/how")));
        consent(code, Map.of("audience", "public", "by", "nobody_shown", "on", "2026-11-01"))
                .statusCode(200)
                .body(tells("consent.how", nullValue()));
        house.program(Role.COORDINATOR).body(Map.of("why", "x".repeat(501))).post(PICTURES + "/" + code + "/withdraw").then()
                .statusCode(422)
                .body(tells("errors.pointer", contains("/why")));
        get(Role.VOLUNTEER, "?about=V-0000-0000").statusCode(404);
        get(Role.VOLUNTEER, "?waiting=perhaps").statusCode(400);
        get(Role.VOLUNTEER, "?after=x").statusCode(400);
        get(Role.VOLUNTEER, "/F-0000-0001").statusCode(404);
    }

    @Test
    void onlyCoordinatorsPublishAndRemoveAndVolunteersDoNotWithdraw() {
        String code = photograph();
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR)) {
            house.program(role).body(consent("house")).post(PICTURES + "/" + code + "/consent").then().statusCode(403);
            house.program(role).body(Map.of()).post(PICTURES + "/" + code + "/remove").then().statusCode(403);
        }
        house.program(Role.VOLUNTEER).body(Map.of()).post(PICTURES + "/" + code + "/withdraw").then().statusCode(403);
        get(Role.VOLUNTEER, "/" + code).body(tells("state", equalTo("waiting")));
    }

    @Test
    void anotherOrganisationsPicturesAreNotThere() {
        String code = photograph();
        consent(code, consent("public")).statusCode(200);
        AnOrganisation.House other = organisations.open();
        RequestSpecification there = other.program(Role.COORDINATOR);
        there.get(PICTURES + "/" + code).then().statusCode(404);
        other.program(Role.COORDINATOR).get(PICTURES + "/" + code + "/image").then().statusCode(404);
        other.program(Role.COORDINATOR).get(PICTURES).then().body(tells("rows", hasSize(0)));
        other.program(Role.COORDINATOR).get(PICTURES + "?about=" + drive).then().statusCode(404);
        other.program(Role.COORDINATOR).body(consent("house")).post(PICTURES + "/" + code + "/consent").then().statusCode(404);
        other.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/withdraw").then().statusCode(404);
        other.program(Role.COORDINATOR).body(Map.of()).post(PICTURES + "/" + code + "/remove").then().statusCode(404);
        other.program(Role.COORDINATOR).contentType("image/jpeg").body(Shots.jpeg()).put(PICTURES + "/" + code + "/image").then().statusCode(404);
        other.program(Role.COORDINATOR)
                .body(Map.of("kind", "story", "about", drive, "words", "x"))
                .post(PICTURES)
                .then()
                .statusCode(422)
                .body(tells("errors.pointer", contains("/about")));
        get(Role.COORDINATOR, "/" + code).body(tells("state", equalTo("consented"))).body(tells("consent.audience", equalTo("public")));
    }

    @Test
    void theListIsReadPageByPageInOneStatement() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(0, story());
        }
        String other = drive;
        drive = drive(house);
        String elsewhere = story();
        get(Role.VOLUNTEER, "?about=" + drive).body(tells("rows.code", contains(elsewhere)));
        InJson first = get(Role.VOLUNTEER, "?limit=2&about=" + other).extract().as(InJson.class, InJson.READ);
        InJson second = get(Role.VOLUNTEER, "?limit=3&about=" + other + "&after=" + first.getString("next")).extract().as(InJson.class, InJson.READ);
        List<String> read = new ArrayList<>(first.getList("rows.code"));
        read.addAll(second.getList("rows.code"));
        assertThat(read).isEqualTo(codes);
        assertThat(second.getString("next")).isNull();
        consent(codes.get(0), consent("house")).statusCode(200);
        get(Role.COORDINATOR, "?waiting=true").body(tells("rows", hasSize(5)));
        int few = RoundTrips.during(() -> get(Role.VOLUNTEER, "?limit=1")).statements();
        RoundTrips.Count many = RoundTrips.during(() -> get(Role.VOLUNTEER, "").body(tells("rows", hasSize(6))));
        assertThat(many.statements()).as(String.join("\n", many.sql())).isEqualTo(few);
        assertThat(many.sql()).noneMatch(sql -> sql.contains("jpeg"));
    }

    @Test
    void theHistoryTellsOfItAtWhatItIsAbout() {
        String code = story();
        consent(code, consent("public")).statusCode(200);
        house.program(Role.DISTRIBUTOR).body(Map.of("why", "They asked")).post(PICTURES + "/" + code + "/withdraw").then().statusCode(200);
        assertThat(count("select count(*) from note where subject = '" + code + "' and happened = 'picture_withdrawn' and why = 'They asked'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from note where subject = '" + drive + "' and happened like 'picture_%' and detail = '" + code + "'"))
                .isEqualTo(2);
    }

    @Test
    void whatShowsALotOrABoxIsForTheHouseAlone() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 3);
        String box = InJson.found(house.program(Role.VOLUNTEER).body(Map.of("kind", "box", "in", house.shelfA)).post("/api/v1/containers").then().statusCode(201).extract(), "containers[0].code");
        for (String about : java.util.List.of(lot, box)) {
            String code = InJson.found(add(Role.VOLUNTEER, Map.of("kind", "photograph", "about", about, "shows", "A jumper"))
                    .statusCode(201)
                    .body(tells("about", equalTo(about)))
                    .body(tells("drive", nullValue()))
                    .extract(), "code");
            send(Role.VOLUNTEER, code, Shots.jpeg()).statusCode(200);
            for (String outside : java.util.List.of("donors", "public")) {
                consent(code, consent(outside)).statusCode(422).body(tells("errors[0].pointer", equalTo("/audience")));
            }
            get(Role.DISTRIBUTOR, "/" + code).statusCode(404);
            consent(code, consent("house")).statusCode(200);
            get(Role.DISTRIBUTOR, "?about=" + about).body(tells("rows.code", equalTo(java.util.List.of(code))));
            assertThat(house.browser(Role.COORDINATOR).open("/pictures/" + code).text()).contains(about).doesNotContain("Everybody");
            AnOrganisation.House other = organisations.open();
            other.program(Role.VOLUNTEER).body(Map.of("kind", "photograph", "about", about, "shows", "x")).post(PICTURES).then().statusCode(422);
            other.program(Role.COORDINATOR).get(PICTURES + "?about=" + about).then().statusCode(404);
            house.program(Role.DISTRIBUTOR).body(Map.of("why", "a name can be read")).post(PICTURES + "/" + code + "/withdraw").then().statusCode(200);
            get(Role.COORDINATOR, "/" + code + "/image").statusCode(404);
            assertThat(imagesOf(code)).isZero();
        }
        house.program(Role.VOLUNTEER).get("/api/v1/containers/" + box + "/history").then().body(tells("rows.happened", org.hamcrest.Matchers.hasItem("picture_withdrawn")));
    }
}
