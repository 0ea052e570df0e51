package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.kindtrail.testing.Pdf;
import org.kindtrail.testing.RoundTrips;

/** What a picker wrote on the list is typed in, by both doors. */
@HouseTest
class PickedTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String prepared(PromisedGoods.Promised promised) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", promised.need()))
                .post("/api/v1/dispatches")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private static Map<String, Object> line(int line, Object taken) {
        return Map.of("line", line, "taken", taken);
    }

    @SafeVarargs
    private ValidatableResponse post(String dispatch, Map<String, Object>... lines) {
        return house.program(Role.DISTRIBUTOR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("lines", List.of(lines)))
                .post("/api/v1/dispatches/" + dispatch + "/picked")
                .then();
    }

    @Test
    void whatWasNotTakenIsPromisedNoMoreAndTheSameListAgainChangesNothing() {
        var promised = goods.jumpers(house, 12, 5, 7);
        String dispatch = prepared(promised);
        for (int changed : List.of(2, 0)) {
            post(dispatch, line(1, 8), line(2, 0), line(3, 7))
                    .statusCode(200)
                    .body(tells("changed", equalTo(changed)))
                    .body(tells("dispatch.lines.line", equalTo(List.of(1, 3))))
                    .body(tells("dispatch.lines.quantity", equalTo(List.of(8, 7))));
        }
        assertThat(goods.counts(promised)).containsExactly(15L, 0L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(12L, 8L);
        assertThat(goods.standing(promised.lots().get(1))).containsExactly(5L, 0L);
    }

    @Test
    void whatWasTakenLeavesAndTheListTypedAfterwardsStillChangesNothing() {
        var promised = goods.jumpers(house, 12);
        String dispatch = prepared(promised);
        post(dispatch, line(1, 8)).body(tells("changed", equalTo(1)));
        for (String step : List.of("load", "depart")) {
            house.program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/dispatches/" + dispatch + "/" + step).then().statusCode(200);
        }
        assertThat(goods.counts(promised)).containsExactly(0L, 8L, 0L);
        post(dispatch, line(1, 8)).statusCode(200).body(tells("changed", equalTo(0)));
        post(dispatch, line(1, 7)).statusCode(409);
    }

    @Test
    void whatCannotBeIsRefusedLineByLineAndChangesNothing() {
        var promised = goods.jumpers(house, 12, 5);
        String dispatch = prepared(promised);
        post(dispatch, line(1, 13), line(2, 4), line(2, 3), line(9, 1))
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of("/lines/0/taken", "/lines/2/line", "/lines/3/taken"))))
                .body(tells("errors.detail", hasItem(containsString("13 were taken, and 12 are promised"))));
        for (Object taken : List.of(-1, 1_000_000_000_000L)) {
            post(dispatch, line(1, taken)).statusCode(422);
        }
        for (Object taken : List.of("1.5", "٣", 9223372036854775808.0)) {
            assertThat(post(dispatch, line(1, taken)).extract().statusCode()).isBetween(400, 422);
        }
        post(dispatch).statusCode(422);
        post(dispatch, line(1, 0), line(2, 0)).statusCode(409);
        assertThat(goods.counts(promised)).containsExactly(17L, 0L, 0L);
        organisations.open()
                .program(Role.DISTRIBUTOR)
                .body(Map.of("lines", List.of(line(1, 1))))
                .post("/api/v1/dispatches/" + dispatch + "/picked")
                .then()
                .statusCode(404);
    }

    @Test
    void fourWhoTypeTheSameListAtOnceChangeItOnce() throws Exception {
        var promised = goods.jumpers(house, 12, 5);
        String dispatch = prepared(promised);
        var typists = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> typist = () -> InJson.found(post(dispatch, line(1, 8), line(2, 0)).statusCode(200).extract(), "changed");
            int changed = 0;
            for (Future<Integer> each : typists.invokeAll(List.of(typist, typist, typist, typist))) {
                changed += each.get();
            }
            assertThat(changed).isEqualTo(2);
        } finally {
            typists.shutdown();
        }
        assertThat(goods.counts(promised)).containsExactly(8L, 0L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(12L, 8L);
    }

    @Test
    void manyLinesTakeNoMoreStatementsThanTwo() {
        String few = prepared(goods.jumpers(house, 5, 5));
        String many = prepared(goods.jumpers(house, 5, 5, 5, 5, 5, 5, 5, 5));
        RoundTrips.Count small = RoundTrips.during(() -> post(few, line(1, 4), line(2, 4)).statusCode(200));
        RoundTrips.Count large = RoundTrips.during(
                () -> post(many, line(1, 4), line(2, 4), line(3, 4), line(4, 4), line(5, 4), line(6, 4), line(7, 4)).statusCode(200));
        assertThat(large.statements()).as(String.join("\n", large.sql())).isLessThanOrEqualTo(small.statements() + 2);
    }

    @Test
    void theListHasRoomToWriteAndIsTypedInOnAPage() {
        String dispatch = prepared(goods.jumpers(house, 12, 5));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch);
        assertThat(Pdf.page(browser.open("/dispatches/" + dispatch + "/picking.pdf").response())).contains("Taken", "Remark");
        browser.open("/dispatches/" + dispatch).click("Type in the picking list");
        browser.fill("Keep these numbers").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("No number is typed.");
        browser.fill("Keep these numbers").set("lines[0].taken", "many").set("lines[1].taken", "6").send();
        assertThat(browser.page().select(".faults li a").eachAttr("href")).containsExactly("#lines[0].taken");
        assertThat(browser.page().select(".faults li").text()).startsWith("Line 1: ");
        assertThat(browser.page().getElementById("lines[1].taken").val()).isEqualTo("6");
        browser.fill("Keep these numbers").set("lines[0].taken", "").send();
        assertThat(browser.page().select(".faults li").text()).isEqualTo(
                "Line 2: 6 were taken, and 5 are promised. Put the rest back, or promise it to the need first.");
        browser.fill("Keep these numbers").set("lines[1].taken", "3").send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("One line was changed.");
        browser.fill("Keep these numbers").set("lines[1].taken", "3").send().follow();
        assertThat(browser.page().select(".done").text()).isEqualTo("It stood like this before. Nothing was changed.");
        assertThat(browser.open("/dispatches/" + dispatch).text()).contains("fewer taken", "3 pieces");
        house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + dispatch).then().body(tells("lines", hasSize(2)));
    }
}
