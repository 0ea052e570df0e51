package org.kindtrail.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.stocktake.AStocktake.heap;
import static org.kindtrail.stocktake.AStocktake.lot;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class StocktakeResourceTest {
    @Inject
    AStocktake stocktakes;

    @Inject
    SomeGoods goods;

    @Inject
    CountSheet sheet;

    AStocktake.Opened here;
    String a;
    String b;

    @BeforeEach
    void open() {
        here = stocktakes.open();
        a = here.house.shelfA;
        b = here.house.shelfB;
    }

    private ValidatableResponse variances(String code) {
        return here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances").statusCode(200);
    }

    @Test
    void postsOnlyTheDifferencesAndTakesThemBackWhole() {
        String less = here.lay(a, "jumpers-man", "L", 12);
        String exact = here.lay(a, "jumpers-man", "M", 5);
        String more = here.lay(b, "gloves-man", null, 7);
        String code = here.begin(here.house.site);
        here.count(Role.VOLUNTEER, code, lot(a, less, 10), lot(a, exact, 5)).statusCode(201).body(tells("counts", hasSize(2))).body(tells("counts[0].quantity", equalTo(10)));
        here.count(Role.DISTRIBUTOR, code, lot(b, more, 9)).statusCode(201);
        here.submit(code).statusCode(200).body(tells("state", equalTo("counted"))).body(tells("mayReview", equalTo(false)));
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report").statusCode(200).body(tells("counted", equalTo(3))).body(tells("differing", equalTo(2))).body(tells("uncounted", equalTo(0))).body(tells("unvalued", equalTo(2)));
        variances(code).body(tells("rows", hasSize(3))).body(tells("rows.find { it.lot == '" + less + "' }.difference", equalTo(-2))).body(tells("rows.find { it.lot == '" + less + "' }.posted", nullValue()));
        here.approve(code, null).statusCode(200).body(tells("state", equalTo("approved"))).body(tells("endedBy", equalTo("The coordinator")));
        List<String> moved = here.moved(code);
        assertThat(moved).hasSize(2).anyMatch(each -> each.equals(less + " " + a + ">lost 2")).anyMatch(each -> each.endsWith(" found>" + b + " 2"));
        assertThat(here.at(a, less)).isEqualTo(10);
        assertThat(here.at(b, "gloves-man")).isEqualTo(9);
        assertThat(here.at(b, more)).isEqualTo(7);
        variances(code).body(tells("rows.find { it.lot == '" + less + "' }.posted", equalTo(-2)));
        here.approve(code, null).statusCode(409).body(tells("detail", containsString("approved already")));
        here.send(Role.COORDINATOR, "stocktakes/" + code + "/reverse", Map.of("why", "Wrong shelf")).statusCode(200).body(tells("reversedAt", startsWith("20")));
        here.send(Role.COORDINATOR, "stocktakes/" + code + "/reverse", Map.of("why", "Again")).statusCode(409);
        assertThat(here.at(a, less)).isEqualTo(12);
        assertThat(here.at(b, "gloves-man")).isEqualTo(7);
        here.verify();
    }

    @Test
    void whoCountedDoesNotApproveAndSeesNothingOfWhatIsExpected() {
        String lot = here.lay(a, "jumpers-man", "L", 4711);
        String code = here.begin(a);
        String one = here.count(Role.COORDINATOR, code, lot(a, lot, 4700)).statusCode(201).extract().asString();
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances").statusCode(409).body(tells("detail", containsString("People still count")));
        here.submit(code).statusCode(200);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances").statusCode(409).body(tells("detail", containsString("You counted")));
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report").statusCode(409);
        here.read(Role.VOLUNTEER, "stocktakes/" + code + "/variances").statusCode(403);
        here.approve(code, null).statusCode(409).body(tells("detail", containsString("ask another coordinator")));
        String all = one
                + here.read(Role.COORDINATOR, "stocktakes/" + code).extract().asString()
                + here.read(Role.COORDINATOR, "stocktakes/" + code + "/counts").extract().asString()
                + here.read(Role.VOLUNTEER, "stocktakes").extract().asString();
        assertThat(all).contains("4700").doesNotContainPattern("(?<![0-9.])4711(?![0-9])").doesNotContain("expected");
        assertThat(here.at(a, lot)).isEqualTo(4711);
        String another = here.another();
        io.restassured.RestAssured.given().header("Authorization", "Bearer " + another).contentType("application/json").body(Map.of("version", here.version(code))).post("/api/v1/stocktakes/" + code + "/approve").then().statusCode(200);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances").statusCode(200).body(tells("rows[0].expected", equalTo(4711)));
    }

    @Test
    void thingsWithoutLabelsAreExpectedOfAllLotsAndMissingFromTheNewest() {
        List<String> lots = here.layMany(a, "jumpers-man", "L", List.of(10L, 10L, 10L));
        String own = here.lay(a, "jumpers-man", "L", 8);
        here.lay(a, "jumpers-man", "M", 3);
        String code = here.begin(a);
        // the heap first, its lot with a label after: it is not expected twice
        here.count(Role.VOLUNTEER, code, heap(a, "jumpers-man", "L", 24), heap(a, "jumpers-man", "M", 4)).statusCode(201);
        here.count(Role.VOLUNTEER, code, lot(a, own, 8)).statusCode(201);
        here.submit(code).statusCode(200);
        variances(code).body(tells("rows.find { it.lot == null && it.size == 'L' }.expected", equalTo(30))).body(tells("rows.find { it.lot == '" + own + "' }.difference", equalTo(0)));
        here.approve(code, null).statusCode(200);
        assertThat(here.moved(code)).contains(lots.get(2) + " " + a + ">lost 6").hasSize(2);
        assertThat(here.at(a, lots.get(2))).isEqualTo(4);
        assertThat(here.at(a, "jumpers-man")).isEqualTo(24 + 8 + 4);
    }

    @Test
    void aLotThatLiesElsewhereIsTooMuchHereAndGoesHereWhenItIsMissingThere() {
        String lot = here.lay(a, "jumpers-man", "L", 12);
        String shelf = here.begin(b);
        here.count(Role.VOLUNTEER, shelf, lot(b, lot, 3)).statusCode(201);
        here.submit(shelf).statusCode(200);
        here.approve(shelf, null).statusCode(200);
        assertThat(here.moved(shelf)).singleElement().asString().endsWith("found>" + b + " 3").doesNotContain(lot);
        String site = here.begin(here.house.site);
        here.count(Role.VOLUNTEER, site, lot(a, lot, 5), lot(b, lot, 6)).statusCode(201);
        here.submit(site).statusCode(200);
        here.approve(site, "left_out").statusCode(200);
        assertThat(here.moved(site)).containsExactlyInAnyOrder(lot + " " + a + ">" + b + " 6", lot + " " + a + ">lost 1");
        assertThat(here.at(b, "jumpers-man")).isEqualTo(9);
    }

    @Test
    void theApproverSaysWhatBecomesOfWhatNobodyCountedButWhatMovedMeanwhileStays() {
        String gone = here.lay(a, "jumpers-man", "L", 12);
        String moved = here.lay(a, "jumpers-man", "M", 5);
        String counted = here.lay(a, "jumpers-man", "S", 2);
        String sealed = here.box(a);
        String packed = here.lay(sealed, "gloves-man", null, 40);
        here.seal(sealed);
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, lot(a, counted, 2)).statusCode(201);
        here.move(moved, a, b, 2).statusCode(201);
        String late = here.lay(a, "jumpers-man", "XL", 6);
        here.submit(code).statusCode(200);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report").body(tells("uncounted", equalTo(3))).body(tells("uncountedMoved", equalTo(2)));
        here.approve(code, null).statusCode(422).body(tells("errors[0].pointer", equalTo("/uncounted")));
        here.approve(code, "zero").statusCode(200).body(tells("uncounted", equalTo("zero")));
        assertThat(here.moved(code)).containsExactly(gone + " " + a + ">lost 12");
        assertThat(here.at(a, moved)).isEqualTo(3);
        assertThat(here.at(a, late)).isEqualTo(6);
        assertThat(here.at(sealed, packed)).isEqualTo(40);
        variances(code).body(tells("rows.find { it.lot == '" + moved + "' }.posted", nullValue()));
    }

    @Test
    void whatMovedOrIsDisputedIsCountedAgainByOthers() {
        String moving = here.lay(a, "jumpers-man", "L", 12);
        String disputed = here.lay(a, "jumpers-man", "M", 8);
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, lot(a, moving, 12), lot(a, disputed, 8)).statusCode(201);
        here.count(Role.DISTRIBUTOR, code, lot(a, disputed, 6)).statusCode(201);
        here.submit(code).statusCode(200);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report").body(tells("moved", equalTo(0))).body(tells("disagreeing", equalTo(1)));
        here.move(moving, a, b, 2).statusCode(201);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report").body(tells("moved", equalTo(1)));
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances?which=disagreeing").body(tells("rows", hasSize(1))).body(tells("rows[0].counts.difference", equalTo(List.of(0, -2)))).body(tells("rows[0].counts.by", equalTo(List.of("The volunteer", "The distributor"))));
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/variances?which=moved").body(tells("rows", hasSize(1))).body(tells("rows[0].lot", equalTo(moving)));
        int before = here.version(code);
        here.send(Role.COORDINATOR, "stocktakes/" + code + "/recount", Map.of("lines", List.of(77))).statusCode(422);
        here.send(Role.COORDINATOR, "stocktakes/" + code + "/recount", Map.of("doubtful", true, "why", "Once more")).statusCode(200).body(tells("state", equalTo("open"))).body(tells("recounts", equalTo(2))).body(tells("mayCount", equalTo(false)));
        here.count(Role.COORDINATOR, code, lot(a, moving, 10)).statusCode(409).body(tells("detail", containsString("others count")));
        here.count(Role.VOLUNTEER, code, lot(a, moving, 10), lot(a, disputed, 7)).statusCode(201);
        here.submit(code).statusCode(200);
        here.send(Role.COORDINATOR, "stocktakes/" + code + "/approve", Map.of("version", before)).statusCode(409).body(tells("detail", containsString("meanwhile")));
        here.approve(code, null).statusCode(200);
        assertThat(here.moved(code)).containsExactly(disputed + " " + a + ">lost 1");
    }

    @Test
    void whatIsPromisedIsNotLostSilentlyAndWhatWentMeanwhileIsCountedAgain() {
        String lot = here.lay(a, "jumpers-man", "L", 10);
        String need = goods.code(org.kindtrail.kernel.CodeKind.NEED);
        goods.promise(here.house, lot, a, need, 8);
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, lot(a, lot, 5)).statusCode(201);
        here.submit(code).statusCode(200);
        here.approve(code, null).statusCode(409).body(tells("type", containsString("not-enough-stock"))).body(tells("detail", containsString(need))).body(tells("detail", containsString("only 2 of them")));
        assertThat(here.moved(code)).isEmpty();
        String heap = here.lay(b, "gloves-man", null, 6);
        String other = here.begin(b);
        here.count(Role.VOLUNTEER, other, heap(b, "gloves-man", null, 1)).statusCode(201);
        here.submit(other).statusCode(200);
        here.move(heap, b, a, 4).statusCode(201);
        here.approve(other, null).statusCode(409).body(tells("detail", containsString("counted again")));
        here.send(Role.COORDINATOR, "stocktakes/" + other + "/cancel", Map.of("why", "Too late")).statusCode(200).body(tells("state", equalTo("cancelled")));
        here.send(Role.COORDINATOR, "stocktakes/" + other + "/cancel", Map.of("why", "Too late")).statusCode(409);
        here.count(Role.VOLUNTEER, other, heap(b, "gloves-man", null, 1)).statusCode(409);
    }

    @Test
    void differencesHaveTheirWorthByCurrency() {
        here.house.program(Role.COORDINATOR).body(Map.of("grade", "good", "amount", "10.00", "currency", "USD")).post("/api/v1/items/jumpers-man/values").then().statusCode(200);
        String dollars = here.lay(a, "jumpers-man", "L", 3);
        here.house.program(Role.COORDINATOR).body(Map.of("grade", "good", "amount", "500", "currency", "KZT")).post("/api/v1/items/jumpers-man/values").then().statusCode(200);
        String tenge = here.lay(a, "jumpers-man", "M", 3);
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, lot(a, dollars, 1), lot(a, tenge, 5)).statusCode(201);
        here.submit(code).statusCode(200);
        here.read(Role.COORDINATOR, "stocktakes/" + code + "/report")
                .body(tells("worth.currency", equalTo(List.of("KZT", "USD"))))
                .body(tells("worth.missing", equalTo(List.of("0.00", "20.00"))))
                .body(tells("worth.surplus", equalTo(List.of("1000.00", "0.00"))));
        variances(code).body(tells("rows.find { it.lot == '" + dollars + "' }.worth", equalTo("-20.00")));
    }

    @Test
    void anItemIsCountedEverywhereAndContainersAreCountedWhereTheyStand() {
        String box = here.box(a);
        String inBox = here.lay(box, "jumpers-man", "L", 9);
        here.lay(b, "gloves-man", null, 5);
        String code = InJson.found(here.send(Role.VOLUNTEER, "stocktakes", Map.of("item", "jumpers-man")).statusCode(201).body(tells("what", equalTo("Jumpers, man"))).extract(), "code");
        here.count(Role.VOLUNTEER, code, heap(b, "gloves-man", null, 5)).statusCode(422).body(tells("errors[0].detail", containsString("Only Jumpers, man")));
        here.count(Role.VOLUNTEER, code, lot(box, inBox, 7)).statusCode(201);
        here.submit(code).statusCode(200);
        here.approve(code, null).statusCode(200);
        assertThat(here.at(box, inBox)).isEqualTo(7);
        assertThat(here.at(b, "gloves-man")).isEqualTo(5);
        String shelf = here.begin(a);
        here.count(Role.VOLUNTEER, shelf, lot(box, inBox, 6)).statusCode(201);
        here.count(Role.VOLUNTEER, shelf, lot(b, inBox, 6)).statusCode(422).body(tells("errors[0].detail", containsString("Shelf B is not part")));
        here.submit(shelf).statusCode(200);
        here.seal(box);
        here.approve(shelf, null).statusCode(409).body(tells("detail", containsString(box)));
    }

    @Test
    void badCountsAreRefusedByNameAndChangeNothing() {
        String lot = here.lay(a, "jumpers-man", "L", 10);
        AStocktake.Opened other = stocktakes.open();
        String theirs = other.lay(other.house.shelfA, "jumpers-man", "L", 1);
        String code = here.begin(a);
        for (Object quantity : new Object[] {-1, 1_000_000_000_000L, 1_000_000_001L}) {
            here.count(Role.VOLUNTEER, code, lot(a, lot, quantity)).statusCode(422).body(tells("errors[0].pointer", equalTo("/counts/0/quantity")));
        }
        for (String quantity : List.of("1.5", "\"٣\"", "9223372036854775808", "null")) {
            int status = here.house.program(Role.VOLUNTEER)
                    .body("{\"counts\":[{\"place\":\"" + a + "\",\"lot\":\"" + lot + "\",\"quantity\":" + quantity + "}]}")
                    .post("/api/v1/stocktakes/" + code + "/counts")
                    .statusCode();
            assertThat(status).as(quantity).isBetween(400, 422);
        }
        here.count(Role.VOLUNTEER, code, lot(a, theirs, 1), lot(other.house.shelfA, lot, 1), lot(a, "B-0000-000X", 1), lot(a, "<b>{x}</b>".repeat(1000), 1))
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of("/counts/0/lot", "/counts/1/place", "/counts/2/lot", "/counts/3/lot"))));
        here.count(Role.VOLUNTEER, code, heap(a, "jumpers-man", "99", 1), heap(a, "no-such", null, 1), heap(a, "jumpers-man", "L", 1), heap(a, "jumpers-man", "L", 2))
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of("/counts/0/size", "/counts/1/item", "/counts/3/quantity"))));
        Map<String, Object> both = new HashMap<>(lot(a, lot, 1));
        both.put("item", "jumpers-man");
        here.count(Role.VOLUNTEER, code, both, Map.of("place", a, "quantity", 1), Map.of("place", a, "item", "jumpers-man", "quantity", 1)).statusCode(422).body(tells("errors", hasSize(3)));
        here.send(Role.VOLUNTEER, "stocktakes/" + code + "/counts", Map.of("counts", List.of())).statusCode(422);
        here.send(Role.VOLUNTEER, "stocktakes/" + code + "/counts", Map.of()).statusCode(422);
        here.send(Role.VOLUNTEER, "stocktakes", Map.of()).statusCode(422);
        here.send(Role.VOLUNTEER, "stocktakes", Map.of("place", other.house.site)).statusCode(422);
        here.send(Role.VOLUNTEER, "stocktakes", Map.of("place", a, "remark", "x".repeat(10_000))).statusCode(422);
        here.submit(code).statusCode(409).body(tells("detail", containsString("Nothing is counted")));
        here.approve(code, null).statusCode(409);
        here.read(Role.VOLUNTEER, "stocktakes/" + code).body(tells("counts", equalTo(0)));
        String notOurs = other.begin(other.house.site);
        here.read(Role.COORDINATOR, "stocktakes/" + notOurs).statusCode(404);
        here.count(Role.VOLUNTEER, notOurs, lot(a, lot, 1)).statusCode(404);
        here.read(Role.VOLUNTEER, "stocktakes?state=closed").statusCode(400);
    }

    @Test
    void fiveHundredLinesCostAFewStatements() {
        List<Long> ones = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ones.add(2L);
        }
        List<String> lots = here.layMany(a, "gloves-man", null, ones);
        String code = here.begin(a);
        List<Map<String, Object>> lines = lots.stream().map(each -> lot(a, each, 1)).toList();
        RoundTrips.Count counting = RoundTrips.during(() -> here.send(Role.VOLUNTEER, "stocktakes/" + code + "/counts", Map.of("counts", lines)).statusCode(201));
        assertThat(counting.statements()).as("counting: %s", counting.sql()).isLessThan(45);
        RoundTrips.Count handing = RoundTrips.during(() -> here.submit(code).statusCode(200));
        assertThat(handing.statements()).as("handing in: %s", handing.sql()).isLessThan(35);
        RoundTrips.Count looking = RoundTrips.during(() -> variances(code).body(tells("rows", hasSize(50))));
        assertThat(looking.statements()).as("looking: %s", looking.sql()).isLessThan(9);
        RoundTrips.Count approving = RoundTrips.during(() -> here.approve(code, null).statusCode(200));
        assertThat(approving.statements()).as("approving: %s", approving.sql()).isLessThan(70);
        assertThat(here.at(a, "gloves-man")).isEqualTo(500);
    }

    @Test
    void aSheetOfManyLinesHasEachOfThemOnce() {
        List<Long> ones = new ArrayList<>(java.util.Collections.nCopies(400, 3L));
        List<String> lots = new ArrayList<>(here.layMany(a, "gloves-man", null, ones));
        lots.addAll(here.layMany(b, "jumpers-man", "L", ones));
        lots.addAll(here.layMany(a, "jumpers-man", "L", ones));
        String code = here.begin(here.house.site);
        var page = here.house.browser(Role.VOLUNTEER).open("/stocktakes/" + code + "/sheet").page();
        assertThat(page.select("tbody tr td:nth-child(2)").eachText().stream().filter(each -> each.startsWith("B-"))).hasSize(1000).doesNotHaveDuplicates();
        List<String> listed = here.work(() -> {
            List<String> all = new ArrayList<>();
            for (org.kindtrail.kernel.Page<CountSheet.Row> some = sheet.rows(code, null, 500); ; some = sheet.rows(code, some.next(), 500)) {
                some.rows().forEach(row -> all.add(row.lot()));
                if (some.next() == null) {
                    return all;
                }
            }
        });
        assertThat(listed).containsExactlyInAnyOrderElementsOf(lots);
    }
}
