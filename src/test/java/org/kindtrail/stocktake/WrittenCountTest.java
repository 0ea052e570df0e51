package org.kindtrail.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.stocktake.AStocktake.heap;
import static org.kindtrail.stocktake.AStocktake.lot;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** A count sheet is typed in, by both doors, and typed again. */
@HouseTest
class WrittenCountTest {
    @Inject
    AStocktake stocktakes;

    @Inject
    AnOrganisation organisations;

    AStocktake.Opened opened;
    String shelf;

    @BeforeEach
    void open() {
        opened = stocktakes.open();
        shelf = opened.shelf("Shelf C");
    }

    @SafeVarargs
    private ValidatableResponse typed(String stocktake, Map<String, Object>... lines) {
        return opened.send(Role.VOLUNTEER, "stocktakes/" + stocktake + "/written-counts", Map.of("counts", List.of(lines)));
    }

    private ValidatableResponse counts(String stocktake) {
        return opened.read(Role.VOLUNTEER, "stocktakes/" + stocktake + "/counts");
    }

    @Test
    void theSameSheetAgainChangesNothingAndAnotherNumberIsTakenDown() {
        String soap = opened.lay(shelf, "soap", null, 10);
        String towels = opened.lay(shelf, "towels", null, 4);
        String stocktake = opened.begin(shelf);
        typed(stocktake, lot(shelf, soap, 9), lot(shelf, towels, 4), heap(shelf, "jumpers-man", "L", 2))
                .statusCode(200)
                .body(tells("taken", equalTo(3)))
                .body(tells("before", equalTo(0)));
        typed(stocktake, lot(shelf, soap, 9), lot(shelf, towels, 4), heap(shelf, "jumpers-man", "L", 2))
                .statusCode(200)
                .body(tells("taken", equalTo(0)))
                .body(tells("before", equalTo(3)));
        counts(stocktake).body(tells("rows", hasSize(3)));
        typed(stocktake, lot(shelf, soap, 8), lot(shelf, towels, 4)).body(tells("taken", equalTo(1))).body(tells("before", equalTo(1)));
        counts(stocktake).body(tells("rows", hasSize(4))).body(tells("rows[0].quantity", equalTo(8)));
    }

    @Test
    void whatIsToBeCountedAgainIsTakenDownThoughTheNumberIsTheSame() {
        String soap = opened.lay(shelf, "soap", null, 10);
        String stocktake = opened.begin(shelf);
        typed(stocktake, lot(shelf, soap, 9)).body(tells("taken", equalTo(1)));
        opened.submit(stocktake).statusCode(200);
        opened.send(Role.COORDINATOR, "stocktakes/" + stocktake + "/recount",
                        Map.of("lines", List.of(1), "why", "Once more"))
                .statusCode(200);
        typed(stocktake, lot(shelf, soap, 9)).statusCode(200).body(tells("taken", equalTo(1)));
        typed(stocktake, lot(shelf, soap, 9)).body(tells("taken", equalTo(0))).body(tells("before", equalTo(1)));
    }

    @Test
    void fourWhoTypeTheSameSheetAtOnceAreTakenDownOnce() throws Exception {
        String soap = opened.lay(shelf, "soap", null, 10);
        String stocktake = opened.begin(shelf);
        Callable<Integer> typist = () -> InJson.found(typed(stocktake, lot(shelf, soap, 9)).statusCode(200).extract(), "taken");
        int taken = 0;
        var typists = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> each : typists.invokeAll(Collections.nCopies(4, typist))) {
                taken += each.get();
            }
        } finally {
            typists.shutdown();
        }
        assertThat(taken).isEqualTo(1);
        counts(stocktake).body(tells("rows", hasSize(1)));
    }

    @Test
    void faultsNameTheLinesAndNothingIsTakenDown() {
        String soap = opened.lay(shelf, "soap", null, 10);
        String stocktake = opened.begin(shelf);
        AStocktake.Opened others = stocktakes.open();
        String elsewhere = others.lay(others.shelf("Shelf D"), "soap", null, 1);
        typed(stocktake, lot(shelf, soap, 9), lot(shelf, soap, 8), lot(shelf, "B-0000-0000", 1), lot(shelf, elsewhere, 1))
                .statusCode(422)
                .body(tells("errors.pointer", hasItems("/counts/1/quantity", "/counts/2/lot", "/counts/3/lot")));
        typed(stocktake, lot(shelf, soap, -1)).statusCode(422);
        typed(stocktake, lot(shelf, soap, 1_000_000_000_000L)).statusCode(422);
        typed(stocktake).statusCode(422);
        counts(stocktake).body(tells("rows", hasSize(0)));
        organisations.open().program(Role.VOLUNTEER)
                .body(Map.of("counts", List.of(lot(shelf, soap, 9))))
                .post("/api/v1/stocktakes/" + stocktake + "/written-counts")
                .then()
                .statusCode(404);
    }

    @Test
    void manyLinesTakeNoMoreStatementsThanTwo() {
        List<String> lots = opened.layMany(shelf, "soap", null, Collections.nCopies(22, 5L));
        String stocktake = opened.begin(shelf);
        RoundTrips.Count small = RoundTrips.during(() -> typed(stocktake, lot(shelf, lots.get(0), 5), lot(shelf, lots.get(1), 5)));
        @SuppressWarnings("unchecked")
        Map<String, Object>[] twenty = lots.subList(2, 22).stream().map(each -> lot(shelf, each, 5)).toArray(Map[]::new);
        RoundTrips.Count large = RoundTrips.during(() -> typed(stocktake, twenty).statusCode(200));
        assertThat(large.statements()).as(String.join("\n", large.sql())).isLessThanOrEqualTo(small.statements() + 2);
    }

    @Test
    void theSheetIsTypedInPageByPageAndSaysWhatIsTakenDown() {
        List<String> lots = opened.layMany(shelf, "soap", null, Collections.nCopies(23, 7L));
        String stocktake = opened.begin(shelf);
        Browser browser = opened.house.browser(Role.VOLUNTEER).open("/stocktakes/" + stocktake).click("Type in a count sheet");
        assertThat(browser.page().select("fieldset")).hasSize(WrittenCountPages.LINES);
        assertThat(browser.text()).contains(lots.get(0)).doesNotContain(lots.get(20), "7 pieces");
        browser.fill("Take these numbers down").send();
        assertThat(browser.text()).contains("No number is typed.");
        browser.fill("Take these numbers down").set("counts[4].quantity", "x").set("counts[5].quantity", "6").send();
        assertThat(browser.page().select(".faults li").text()).startsWith("Line 5: ");
        assertThat(browser.page().getElementById("counts[5].quantity").val()).isEqualTo("6");
        browser.fill("Take these numbers down").set("counts[4].quantity", "0").send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("2 numbers were taken down.");
        assertThat(browser.page().select("fieldset .state")).hasSize(2);
        browser.fill("Take these numbers down").set("counts[4].quantity", "0").set("counts[5].quantity", "6").send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("All 2 numbers stood there before. Nothing was changed.");
        browser.click("Next lines of the sheet");
        assertThat(browser.page().select("fieldset")).hasSize(3);
        browser.fill("Take these numbers down").set("counts[2].quantity", "7").send().follow();
        assertThat(browser.page().select("fieldset")).hasSize(3);
        assertThat(browser.page().select(".done").text()).isEqualTo("One number was taken down.");
        for (String after : List.of("nonsense", "P-0000-0000~B-0000-0000")) {
            assertThat(browser.open("/stocktakes/" + stocktake + "/written?after=" + after).status()).isBetween(400, 404);
        }
    }
}
