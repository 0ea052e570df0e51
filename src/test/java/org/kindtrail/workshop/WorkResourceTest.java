package org.kindtrail.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;
import static org.kindtrail.workshop.AWorkshop.kit;
import static org.kindtrail.workshop.AWorkshop.part;
import static org.kindtrail.workshop.AWorkshop.refused;
import static org.kindtrail.workshop.AWorkshop.with;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.stock.Shares;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class WorkResourceTest {
    private static final long ANNA = 71;
    private static final long BEN = 72;
    private static final long CLARA = 73;

    @Inject
    AnOrganisation organisations;

    @Inject
    AWorkshop workshop;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(String path, Object body) {
        return AWorkshop.post(house, Role.VOLUNTEER, path, body);
    }

    private ValidatableResponse get(String path) {
        return AWorkshop.get(house, path);
    }

    private ValidatableResponse reverse(String work) {
        return AWorkshop.reverse(house, work, "Counted wrong");
    }

    private ValidatableResponse pack(String kit, long quantity) {
        return post("works/packings", Map.of("kit", kit, "place", house.site, "quantity", quantity));
    }

    @Test
    void kitsArePackedOfTheOldestThatIsFreeAndBecomeOneLot() {
        String old = workshop.receive(house, ANNA, "soap", 4);
        String young = workshop.receive(house, BEN, "soap", 10);
        workshop.receive(house, CLARA, "towels", null, Grade.WORN, 6, house.shelfA);
        String kit = kit(house, "hygiene-kit", part(2, "soap"), part(1, "towels"));
        get("kits/" + kit + "/possible")
                .body(tells("inHouse", equalTo(6)))
                .body(tells("scarcest", equalTo(List.of(2))))
                .body(tells("sites[0].kits", equalTo(6)))
                .body(tells("parts[0].free", equalTo(14)));
        get("kits").body(tells("rows[0].possible", equalTo(6))).body(tells("rows[0].name", equalTo("Hygiene kits")));
        var packed = post("works/packings", Map.of("kit", kit, "place", house.site, "to", house.shelfB, "quantity", 3))
                .statusCode(201)
                .body(tells("kind", equalTo("kit")))
                .body(tells("code", matchesPattern("WK-.*")))
                .body(tells("inputs.lot", equalTo(List.of(old, young, workshop(2)))))
                .body(tells("inputs.quantity", equalTo(List.of(4, 2, 3))))
                .body(tells("outputs", hasSize(1)))
                .body(tells("outputs[0].quantity", equalTo(3)))
                .body(tells("outputs[0].grade", equalTo("worn")))
                .body(tells("outputs[0].placeName", equalTo("School hall, Shelf B")))
                .extract();
        assertThat(workshop.held(house, "soap")).isEqualTo(8);
        Map<Long, Long> givers = workshop.givers(house, packed.as(InJson.class, InJson.READ).get("outputs[0].lot"));
        assertThat(givers.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Shares.WHOLE);
        assertThat(givers).containsOnlyKeys(ANNA, BEN, CLARA);
        get("works/" + packed.as(InJson.class, InJson.READ).get("code")).statusCode(200).body(tells("recordedBy", equalTo("The volunteer")));
        get("works?kind=kit").body(tells("rows", hasSize(1))).body(tells("rows[0].kitName", equalTo("Hygiene kits")));
        get("works?kind=grading").body(tells("rows", hasSize(0)));
        get("kits/" + kit + "/possible").body(tells("inHouse", equalTo(3)));
    }

    private String workshop(int lot) {
        return InJson.found(get("lots").extract(), "rows[" + lot + "].code");
    }

    @Test
    void whatIsMissingIsNamedPartByPartAndNothingChanges() {
        workshop.receive(house, ANNA, "soap", 5);
        workshop.receive(house, ANNA, "towels", 1);
        String kit = kit(house, "hygiene-kit", part(2, "soap"), part(1, "towels"), part(1, "toothbrushes"));
        pack(kit, 3)
                .statusCode(409)
                .body(tells("type", containsString("not-enough-stock")))
                .body(tells("detail", containsString("1 × Soap; 2 × Towels; 3 × Toothbrushes")))
                .body(tells("detail", containsString("None can be packed")));
        assertThat(workshop.held(house, "soap")).isEqualTo(5);
        get("works").body(tells("rows", hasSize(0)));
    }

    @Test
    void partsThatShareAnAlternativeAreChosenSoThatAllOfThemCanBeFilled() {
        workshop.receive(house, ANNA, "soap", 10);
        workshop.receive(house, BEN, "shampoo", 3);
        String kit = kit(house, "hygiene-kit", part(1, "soap", "shampoo"), part(1, "soap"));
        get("kits/" + kit + "/possible").body(tells("inHouse", equalTo(6))).body(tells("scarcest", equalTo(List.of(1, 2))));
        pack(kit, 7).statusCode(409).body(tells("detail", containsString("Missing: 1 × Soap")));
        pack(kit, 6).statusCode(201).body(tells("inputs.quantity", equalTo(List.of(10, 2))));
    }

    @Test
    void ofTwoWhoPackTheLastPartsAtOnceOneIsTold() throws Exception {
        workshop.receive(house, ANNA, "soap", 4);
        workshop.receive(house, ANNA, "towels", 4);
        String kit = kit(house, "hygiene-kit", part(1, "soap"), part(1, "towels"));
        house.token(Role.VOLUNTEER);
        var pool = Executors.newFixedThreadPool(6);
        List<Integer> answers = new ArrayList<>();
        try {
            Callable<Integer> one = () -> pack(kit, 3).extract().statusCode();
            for (Future<Integer> each : pool.invokeAll(List.of(one, one, one, one, one, one))) {
                answers.add(each.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        assertThat(workshop.held(house, "soap")).isEqualTo(1);
        assertThat(workshop.held(house, "hygiene-kit")).isEqualTo(3);
    }

    @Test
    void tenKitsOpenedOneByOneReturnExactlyWhatWentInToEachGiver() {
        workshop.receive(house, ANNA, "soap", 13);
        workshop.receive(house, BEN, "soap", 4);
        workshop.receive(house, CLARA, "shampoo", 3);
        workshop.receive(house, BEN, "towels", 7);
        workshop.receive(house, CLARA, "towels", 3);
        String kit = kit(house, "hygiene-kit", part(2, "soap", "shampoo"), part(1, "towels"));
        String lot = InJson.found(pack(kit, 10).statusCode(201).extract(), "outputs[0].lot");
        assertThat(workshop.held(house, "soap")).isZero();
        for (int i = 0; i < 10; i++) {
            var opened = post("works/openings", Map.of("lot", lot, "quantity", 1))
                    .statusCode(201)
                    .body(tells("kind", equalTo("opening")))
                    .body(tells("packedBy", matchesPattern("WK-.*")))
                    .extract();
            List<Integer> quantities = opened.as(InJson.class, InJson.READ).get("outputs.quantity");
            assertThat(quantities.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        }
        assertThat(workshop.heldByGiver(house, "soap")).isEqualTo(Map.of(ANNA, 13L, BEN, 4L));
        assertThat(workshop.heldByGiver(house, "shampoo")).isEqualTo(Map.of(CLARA, 3L));
        assertThat(workshop.heldByGiver(house, "towels")).isEqualTo(Map.of(BEN, 7L, CLARA, 3L));
        post("works/openings", Map.of("lot", lot, "quantity", 1)).statusCode(409).body(tells("detail", containsString(lot)));
    }

    @Test
    void anOpenedKitReturnsTheSoapOfItsGiverAndWhatIsDamagedIsLetGo() {
        workshop.receive(house, ANNA, "soap", 2);
        workshop.receive(house, BEN, "towels", 1);
        String kit = kit(house, "hygiene-kit", part(2, "soap"), part(1, "towels"));
        String lot = InJson.found(pack(kit, 1).extract(), "outputs[0].lot");
        Map<String, Object> opening = Map.of("lot", lot, "quantity", 1, "to", house.shelfA);
        refused(post("works/openings", with(opening, "damaged", List.of(Map.of("item", "soap", "quantity", 3)))),
                "/damaged/0/quantity", "Of Soap, 2 pieces come out; 3");
        refused(post("works/openings", with(opening, "damaged", List.of(Map.of("item", "jumpers-man", "quantity", 1)))),
                "/damaged/0/item", "jumpers-man");
        var opened = post("works/openings", with(opening, "damaged", List.of(Map.of("item", "soap", "quantity", 1))))
                .statusCode(201)
                .body(tells("outputs.item", equalTo(List.of("soap", "soap", "towels"))))
                .body(tells("outputs.grade", equalTo(List.of("good", "unfit", "good"))))
                .body(tells("outputs[1].place", nullValue()))
                .body(tells("outputs[2].placeName", equalTo("School hall, Shelf A")))
                .extract();
        assertThat(workshop.givers(house, opened.as(InJson.class, InJson.READ).get("outputs[0].lot"))).isEqualTo(Map.of(ANNA, Shares.WHOLE));
        assertThat(workshop.givers(house, opened.as(InJson.class, InJson.READ).get("outputs[1].lot"))).isEqualTo(Map.of(ANNA, Shares.WHOLE));
        assertThat(workshop.givers(house, opened.as(InJson.class, InJson.READ).get("outputs[2].lot"))).isEqualTo(Map.of(BEN, Shares.WHOLE));
    }

    @Test
    void kitsThatWereSplitAreStillKitsAndOnesFromOutsideAreNot() {
        workshop.receive(house, ANNA, "soap", 6);
        String kit = kit(house, "hygiene-kit", part(1, "soap"));
        String lot = InJson.found(pack(kit, 6).extract(), "outputs[0].lot");
        var split = post("works/gradings", Map.of("lot", lot, "quantity", 6, "lines", List.of(
                        Map.of("quantity", 2, "place", house.shelfA), Map.of("quantity", 4, "grade", "worn"))))
                .statusCode(201)
                .extract();
        post("works/openings", Map.of("lot", split.<String>path("outputs[0].lot"), "quantity", 2)).statusCode(201);
        post("works/openings", Map.of("lot", split.<String>path("outputs[1].lot"), "quantity", 4)).statusCode(201);
        assertThat(workshop.heldByGiver(house, "soap")).isEqualTo(Map.of(ANNA, 6L));
        String given = workshop.receive(house, BEN, "hygiene-kit", 1);
        post("works/openings", Map.of("lot", given, "quantity", 1)).statusCode(409).body(tells("detail", containsString("was not packed here")));
    }

    @Test
    void kitsThatComeOutOfLargerKitsCanBeOpenedToo() {
        workshop.receive(house, ANNA, "soap", 4);
        workshop.receive(house, BEN, "towels", 2);
        pack(kit(house, "hygiene-kit", part(1, "soap")), 4).statusCode(201);
        String large = InJson.found(pack(kit(house, "bedding-kit", part(2, "hygiene-kit"), part(1, "towels")), 2).extract(), "outputs[0].lot");
        var opened = post("works/openings", Map.of("lot", large, "quantity", 2)).statusCode(201).extract();
        List<String> items = opened.as(InJson.class, InJson.READ).get("outputs.item");
        String small = opened.as(InJson.class, InJson.READ).get("outputs[" + items.indexOf("hygiene-kit") + "].lot");
        post("works/openings", Map.of("lot", small, "quantity", 4)).statusCode(201).body(tells("outputs[0].item", equalTo("soap")));
        assertThat(workshop.heldByGiver(house, "soap")).isEqualTo(Map.of(ANNA, 4L));
        post("works/openings", Map.of("lot", opened.<String>path("outputs[" + items.indexOf("towels") + "].lot"), "quantity", 1))
                .statusCode(409).body(tells("detail", containsString("was not packed here")));
    }

    @Test
    void aPackingWhoseKitsMovedIsNotReversedUntilThoseAre() {
        workshop.receive(house, ANNA, "soap", 6);
        String kit = kit(house, "hygiene-kit", part(1, "soap"));
        var packed = pack(kit, 6).extract();
        String work = packed.as(InJson.class, InJson.READ).get("code");
        String lot = packed.as(InJson.class, InJson.READ).get("outputs[0].lot");
        String move = workshop.move(house, lot, house.site, house.shelfA, 2);
        String first = InJson.found(post("works/openings", Map.of("lot", lot, "place", house.site, "quantity", 1)).extract(), "code");
        String second = InJson.found(post("works/openings", Map.of("lot", lot, "place", house.site, "quantity", 1)).extract(), "code");
        reverse(work).statusCode(409).body(tells("detail", containsString(move))).body(tells("detail", containsString(first)));
        get("works/" + work).body(tells("reversedAt", nullValue()));
        post("works/" + first + "/reverse", Map.of("why", "x")).statusCode(403);
        reverse(first).statusCode(200).body(tells("reversedAt", notNullValue()));
        reverse(first).statusCode(409).body(tells("detail", containsString(first)));
        // What was put back can be opened again, and all together is what went in.
        String third = InJson.found(post("works/openings", Map.of("lot", lot, "place", house.site, "quantity", 3)).statusCode(201).extract(), "code");
        assertThat(workshop.held(house, "soap")).isEqualTo(4);
        reverse(second).statusCode(200);
        reverse(third).statusCode(200);
        workshop.reverseMove(house, move);
        reverse(work).statusCode(200);
        assertThat(workshop.held(house, "soap")).isEqualTo(6);
        assertThat(workshop.held(house, "hygiene-kit")).isZero();
    }

    @Test
    void aChangedRecipeCountsFromNowOnAndARetiredOneIsPackedNoMore() {
        workshop.receive(house, ANNA, "soap", 6);
        workshop.receive(house, ANNA, "towels", 6);
        String kit = kit(house, "hygiene-kit", part(1, "soap"));
        String lot = InJson.found(pack(kit, 1).extract(), "outputs[0].lot");
        Map<String, Object> changed = AWorkshop.recipe("hygiene-kit", part(2, "towels"));
        int version = InJson.found(get("kits/" + kit).extract(), "version");
        put(kit, version, changed).statusCode(200).body(tells("parts[0].choices[0].item", equalTo("towels")));
        put(kit, version, changed).statusCode(409).body(tells("detail", containsString("meanwhile")));
        pack(kit, 3).statusCode(201).body(tells("inputs[0].item", equalTo("towels")));
        post("works/openings", Map.of("lot", lot, "quantity", 1)).statusCode(201).body(tells("outputs[0].item", equalTo("soap")));
        AWorkshop.post(house, Role.COORDINATOR, "kits", AWorkshop.recipe("hygiene-kit", part(1, "soap")))
                .statusCode(409)
                .body(tells("detail", containsString(kit)));
        AWorkshop.post(house, Role.VOLUNTEER, "kits/" + kit + "/retire", Map.of()).statusCode(403);
        AWorkshop.post(house, Role.COORDINATOR, "kits/" + kit + "/retire", Map.of()).statusCode(200).body(tells("active", equalTo(false)));
        pack(kit, 1).statusCode(409).body(tells("detail", containsString(kit)));
        get("kits").body(tells("rows", hasSize(0)));
        get("kits?active=false").body(tells("rows", hasSize(1)));
        kit(house, "hygiene-kit", part(1, "soap"));
    }

    private ValidatableResponse put(String kit, int version, Map<String, Object> recipe) {
        return house.program(Role.COORDINATOR)
                .body(Map.of("version", version, "kit", recipe))
                .put("/api/v1/kits/" + kit)
                .then();
    }

    @Test
    void aRecipeThatCannotBeIsRefusedAndNamesTheField() {
        refused(define("soap", part(1, "towels")), "/item", "counted in pieces");
        refused(define("no-such-thing", part(1, "towels")), "/item", "no-such-thing");
        refused(define("hygiene-kit"), "/parts", "Between 1 and 12");
        refused(define("hygiene-kit", part(0, "soap")), "/parts/0/quantity", "At least 1");
        refused(define("hygiene-kit", part(1_000_001, "soap")), "/parts/0/quantity", "At most 1,000,000");
        refused(define("hygiene-kit", part(1)), "/parts/0/choices", "Between 1 and 10");
        refused(define("hygiene-kit", part(1, "hygiene-kit")), "/parts/0/choices/0/item", "of itself");
        refused(define("hygiene-kit", part(1, "soap", "soap")), "/parts/0/choices/1/item", "stands there twice");
        refused(define("hygiene-kit", part(1, "soap", "practical-shoes-man")), "/parts/0/choices/1/item", "counted in pairs");
        refused(define("hygiene-kit", part(1, "unsorted-bag")), "/parts/0/choices/0/item", "Sort them first");
        refused(define("hygiene-kit", part(1, "<b>{x}</b>")), "/parts/0/choices/0/item", "<b>{x}</b>");
        refused(define("hygiene-kit", Map.of("quantity", 1, "choices", List.of(Map.of("item", "jumpers-man", "size", "42")))),
                "/parts/0/choices/0/size", "It comes in");
        AWorkshop.post(house, Role.COORDINATOR, "kits", Map.of("item", "hygiene-kit", "remark", "x".repeat(501), "parts", List.of(part(1, "soap"))))
                .statusCode(422).body(tells("errors[0].pointer", equalTo("/remark")));
        AWorkshop.post(house, Role.VOLUNTEER, "kits", AWorkshop.recipe("hygiene-kit", part(1, "soap"))).statusCode(403);
        get("kits").body(tells("rows", hasSize(0)));
    }

    @SafeVarargs
    private ValidatableResponse define(String item, Map<String, Object>... parts) {
        return AWorkshop.post(house, Role.COORDINATOR, "kits", AWorkshop.recipe(item, parts));
    }

    @Test
    void packingThatCannotBeIsRefusedAndChangesNothing() {
        workshop.receive(house, ANNA, "soap", 3);
        String kit = kit(house, "hygiene-kit", part(1, "soap"));
        refused(pack(kit, 0), "/quantity", "\"0\"");
        refused(pack(kit, -1), "/quantity", "\"-1\"");
        refused(pack(kit, 1_000_000_000_000L), "/quantity", "1000000000000");
        post("works/packings", Map.of("kit", kit, "place", house.site, "quantity", 1.5)).statusCode(400);
        post("works/packings", Map.of("kit", kit, "place", house.site, "quantity", "٣")).statusCode(400);
        post("works/packings", "{\"kit\":\"" + kit + "\",\"place\":\"" + house.site + "\",\"quantity\":9223372036854775808}").statusCode(400);
        refused(pack("KT-0000-0001", 1), "/kit", "KT-0000-0001");
        AnOrganisation.House other = organisations.open();
        refused(post("works/packings", Map.of("kit", kit, "place", other.site, "quantity", 1)), "/place", other.site);
        Map<String, Object> good = Map.of("kit", kit, "place", house.site, "quantity", 1);
        refused(post("works/packings", with(good, "to", other.shelfA)), "/to", other.shelfA);
        refused(post("works/packings", with(good, "occurredAt", "1999-12-31T00:00:00Z")), "/occurredAt", "2000");
        refused(post("works/packings", with(good, "occurredAt", "2031-01-01T00:00:00Z")), "/occurredAt", "future");
        refused(AWorkshop.post(other, Role.VOLUNTEER, "works/packings", Map.of("kit", kit, "place", other.site, "quantity", 1)), "/kit", kit);
        other.program(Role.COORDINATOR).get("/api/v1/kits/" + kit).then().statusCode(404);
        other.program(Role.COORDINATOR).get("/api/v1/kits/" + kit + "/possible").then().statusCode(404);
        String work = InJson.found(pack(kit, 1).extract(), "code");
        other.program(Role.COORDINATOR).get("/api/v1/works/" + work).then().statusCode(404);
        AWorkshop.post(other, Role.COORDINATOR, "works/" + work + "/reverse", Map.of("why", "x")).statusCode(404);
        assertThat(workshop.held(house, "soap")).isEqualTo(2);
    }

    @Test
    void aKitOfFiveFitsInFewRoundTripsHoweverManyLotsFillIt() {
        String[] items = {"soap", "towels", "toothbrushes", "toothpaste", "combs-brushes"};
        for (String item : items) {
            workshop.receive(house, ANNA, item, 30);
        }
        String kit = kit(house, "hygiene-kit", part(1, items[0]), part(1, items[1]), part(1, items[2]), part(1, items[3]), part(1, items[4]));
        pack(kit, 1).statusCode(201);
        var few = RoundTrips.during(() -> pack(kit, 2).statusCode(201));
        assertThat(few.statements()).as(String.join("\n", few.sql())).isLessThanOrEqualTo(20);
        for (int i = 0; i < 20; i++) {
            workshop.receive(house, BEN + i, "soap", 2);
        }
        int many = RoundTrips.during(() -> pack(kit, 27).statusCode(201)).statements();
        assertThat(many).isLessThanOrEqualTo(few.statements() + 3);
    }

    @Test
    void theSameRequestPacksOnce() {
        workshop.receive(house, ANNA, "soap", 3);
        String kit = kit(house, "hygiene-kit", part(1, "soap"));
        Map<String, Object> command = Map.of("kit", kit, "place", house.site, "quantity", 1);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            codes.add(InJson.found(house.program(Role.VOLUNTEER).header("Idempotency-Key", "one-press-" + kit).body(command)
                    .post("/api/v1/works/packings").then().statusCode(201).extract(), "code"));
        }
        assertThat(codes.get(0)).isEqualTo(codes.get(1));
        assertThat(workshop.held(house, "soap")).isEqualTo(2);
    }
}
