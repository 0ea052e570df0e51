package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.place.Place;
import org.kindtrail.stock.LedgerService;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class DispatchResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    @Inject
    LedgerService ledger;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @AfterEach
    void theLedgerIsWhole() {
        assertThat(ledger.verify().differences()).isZero();
    }

    private ValidatableResponse post(String path, Object body) {
        return house.program(Role.DISTRIBUTOR).body(body).post("/api/v1" + path).then();
    }

    private ValidatableResponse coordinator(String path, Object body) {
        return house.program(Role.COORDINATOR).body(body).post("/api/v1" + path).then();
    }

    private String prepared(PromisedGoods.Promised promised) {
        return InJson.found(post("/dispatches", Map.of("need", promised.need())).statusCode(201).extract(), "code");
    }

    private String departed(PromisedGoods.Promised promised) {
        String code = prepared(promised);
        post("/dispatches/" + code + "/load", Map.of()).statusCode(200);
        post("/dispatches/" + code + "/depart", Map.of()).statusCode(200);
        return code;
    }

    private static Map<String, Object> line(int line, long received, long damaged) {
        return Map.of("line", line, "received", received, "damaged", damaged);
    }

    private static Map<String, Object> counted(String dispatch, Object... lines) {
        return Map.of("dispatch", dispatch, "lines", List.of(lines));
    }

    @Test
    void promisedGoodsArePickedLoadedSentAndArrive() {
        var promised = goods.jumpers(house, 3, 4);
        String code = prepared(promised);
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/dispatches/" + code)
                .then()
                .body(tells("state", equalTo("staged")))
                .body(tells("recipientAlias", equalTo(PromisedGoods.ALIAS)))
                .body(tells("lines.quantity", equalTo(List.of(3, 4))))
                .body(tells("lines.takenBack", equalTo(List.of(false, false))))
                .body(tells("vehicle", nullValue()));
        post("/dispatches/" + code + "/depart", Map.of())
                .statusCode(409)
                .body(tells("detail", containsString("still being picked")));
        post("/dispatches/" + code + "/load", Map.of()).body(tells("state", equalTo("loaded")));
        post("/dispatches/" + code + "/depart", Map.of("vehicle", "123 ABC 02", "driver", "Somebody"))
                .statusCode(200)
                .body(tells("dispatch.state", equalTo("departed")))
                .body(tells("dispatch.vehicle", equalTo("123 ABC 02")))
                .body(tells("confirmation.key", matchesPattern("K[0-9A-Z]{3}(-[0-9A-Z]{4}){3}")))
                .body(tells("confirmation.address", equalTo("/k")));
        assertThat(goods.counts(promised)).containsExactly(0L, 7L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(3L, 0L);
        String delivery = InJson.found(post("/deliveries", Map.of("dispatch", code, "allArrived", true, "thanks", "Thank you all."))
                .statusCode(201)
                .body(tells("byKey", equalTo(false)))
                .body(tells("lines.received", equalTo(List.of(3, 4))))
                .extract(), "code");
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 7L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(0L, 0L);
        assertThat(goods.gone(promised.lots().get(1), Place.DELIVERED)).isEqualTo(4);
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/dispatches/" + code)
                .then()
                .body(tells("state", equalTo("delivered")))
                .body(tells("delivery", equalTo(delivery)));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/dispatches?state=delivered&need=" + promised.need())
                .then()
                .body(tells("rows.code", equalTo(List.of(code))));
        house.program(Role.DISTRIBUTOR).get("/api/v1/deliveries").then().body(tells("rows.code", hasItem(delivery)));
    }

    @Test
    void countsShortSurplusAndDamagedToTheLastPiece() {
        var promised = goods.jumpers(house, 12, 5, 4);
        String code = departed(promised);
        post("/deliveries", counted(code, line(1, 10, 3), line(2, 8, 7), line(3, 0, 0))).statusCode(201);
        assertThat(goods.gone(promised.lots().get(0), Place.DELIVERED)).isEqualTo(7);
        assertThat(goods.gone(promised.lots().get(0), Place.LET_GO)).isEqualTo(3);
        assertThat(goods.gone(promised.lots().get(0), Place.LOST)).isEqualTo(2);
        assertThat(goods.gone(promised.lots().get(1), Place.DELIVERED)).isEqualTo(1);
        assertThat(goods.gone(promised.lots().get(1), Place.LET_GO)).isEqualTo(7);
        assertThat(goods.gone(promised.lots().get(1), Place.FOUND)).isEqualTo(-3);
        assertThat(goods.gone(promised.lots().get(2), Place.LOST)).isEqualTo(4);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 8L);
    }

    @Test
    void aWrongConfirmationIsReversedAndMadeAnew() {
        var promised = goods.jumpers(house, 12);
        String code = departed(promised);
        String wrong = InJson.found(post("/deliveries", counted(code, line(1, 15, 1))).statusCode(201).extract(), "code");
        post("/deliveries/" + wrong + "/reverse", Map.of("why", "wrong row")).statusCode(403);
        coordinator("/deliveries/" + wrong + "/reverse", Map.of("why", " ")).statusCode(422);
        coordinator("/deliveries/" + wrong + "/reverse", Map.of("why", "wrong row"))
                .statusCode(200)
                .body(tells("lines[0].received", nullValue()));
        coordinator("/deliveries/" + wrong + "/reverse", Map.of("why", "again")).statusCode(409);
        assertThat(goods.counts(promised)).containsExactly(0L, 12L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(12L, 0L);
        post("/deliveries", counted(code, line(1, 11, 0))).statusCode(201);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 11L);
        assertThat(goods.gone(promised.lots().get(0), Place.DELIVERED)).isEqualTo(11);
        assertThat(goods.gone(promised.lots().get(0), Place.FOUND)).isZero();
    }

    @Test
    void aDispatchThatCameBackPutsItsGoodsOnTheirShelvesAgain() {
        var promised = goods.jumpers(house, 12);
        String code = departed(promised);
        coordinator("/dispatches/" + code + "/reverse", Map.of("why", "Road closed"))
                .statusCode(200)
                .body(tells("state", equalTo("cancelled")));
        coordinator("/dispatches/" + code + "/reverse", Map.of("why", "again")).statusCode(409);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(12L, 0L);
        post("/deliveries", Map.of("dispatch", code, "allArrived", true)).statusCode(409);
    }

    @Test
    void whatHasArrivedDoesNotComeBackBeforeItsConfirmationIsReversed() {
        String code = departed(goods.jumpers(house, 12));
        post("/deliveries", Map.of("dispatch", code, "allArrived", true)).statusCode(201);
        coordinator("/dispatches/" + code + "/reverse", Map.of("why", "x")).statusCode(409);
    }

    @Test
    void cancellingBeforeDepartureFreesEverything() {
        var promised = goods.jumpers(house, 3, 4);
        String code = prepared(promised);
        post("/dispatches/" + code + "/cancel", Map.of()).body(tells("state", equalTo("cancelled")));
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 0L);
        assertThat(goods.standing(promised.lots().get(1))).containsExactly(4L, 0L);
        post("/dispatches/" + code + "/cancel", Map.of()).statusCode(409);
        post("/dispatches/" + code + "/load", Map.of()).statusCode(409);
        post("/dispatches", Map.of("need", promised.need())).statusCode(409);
    }

    @Test
    void takesOnlyWhatIsOnNoOtherDispatch() {
        var promised = goods.jumpers(house, 3);
        prepared(promised);
        post("/dispatches", Map.of("need", promised.need()))
                .statusCode(409)
                .body(tells("detail", containsString(promised.need())));
        goods.more(house, promised, 6);
        post("/dispatches", Map.of("need", promised.need())).statusCode(201).body(tells("lines.quantity", equalTo(List.of(6))));
    }

    @Test
    void oneLineIsTakenOffBeforeDepartureAndItsPromiseWithIt() {
        var promised = goods.jumpers(house, 3, 4);
        String code = prepared(promised);
        post("/dispatches/" + code + "/lines/1/remove", Map.of()).body(tells("lines.line", equalTo(List.of(2))));
        assertThat(goods.counts(promised)).containsExactly(4L, 0L, 0L);
        assertThat(goods.standing(promised.lots().get(0))).containsExactly(3L, 0L);
        post("/dispatches/" + code + "/lines/1/remove", Map.of()).statusCode(404);
        post("/dispatches/" + code + "/lines/x/remove", Map.of()).statusCode(404);
        post("/dispatches/" + code + "/lines/2/remove", Map.of()).statusCode(409);
    }

    @Test
    void aPromiseTakenBackOnTheNeedStaysBehindAndIsSaid() {
        var promised = goods.jumpers(house, 3, 4);
        String code = prepared(promised);
        goods.takeBackOnNeed(house, promised.allocations().get(0));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/dispatches/" + code)
                .then()
                .body(tells("lines.takenBack", equalTo(List.of(true, false))));
        post("/dispatches/" + code + "/load", Map.of()).statusCode(200);
        post("/dispatches/" + code + "/depart", Map.of()).statusCode(200).body(tells("dispatch.lines.line", equalTo(List.of(2))));
        assertThat(goods.counts(promised)).containsExactly(0L, 4L, 0L);
        post("/deliveries", counted(code, line(2, 4, 0))).statusCode(201);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 4L);
    }

    @Test
    void nothingLeavesWhenEveryPromiseWasTakenBack() {
        var promised = goods.jumpers(house, 3);
        String code = prepared(promised);
        goods.takeBackOnNeed(house, promised.allocations().get(0));
        post("/dispatches/" + code + "/load", Map.of()).statusCode(200);
        post("/dispatches/" + code + "/depart", Map.of()).statusCode(409).body(tells("detail", containsString("Cancel")));
        post("/dispatches/" + code + "/cancel", Map.of()).statusCode(200);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void leavesOnceHoweverManyPressAtTheSameMoment() throws Exception {
        var promised = goods.jumpers(house, 12);
        String code = prepared(promised);
        post("/dispatches/" + code + "/load", Map.of());
        List<Integer> answers =
                atOnce(8, () -> post("/dispatches/" + code + "/depart", Map.of()).extract().statusCode());
        assertThat(answers).containsOnlyOnce(200).filteredOn(each -> each != 200).containsOnly(409);
        assertThat(goods.counts(promised)).containsExactly(0L, 12L, 0L);
    }

    @Test
    void ofSixteenWhoConfirmAtTheSameMomentOneStands() throws Exception {
        var promised = goods.jumpers(house, 12);
        String code = departed(promised);
        house.token(Role.DISTRIBUTOR);
        List<Integer> answers = atOnce(
                16,
                () -> post("/deliveries", Map.of("dispatch", code, "allArrived", true)).extract().statusCode());
        assertThat(answers).containsOnlyOnce(201).filteredOn(each -> each != 201).containsOnly(409);
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 12L);
        assertThat(goods.gone(promised.lots().get(0), Place.DELIVERED)).isEqualTo(12);
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (var threads = new Closing(count)) {
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    gate.await();
                    return work.call();
                }));
            }
            gate.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        }
    }

    /** Threads that end with the test; the library's own are closeable only since Java 19. */
    private static final class Closing implements AutoCloseable {
        private final java.util.concurrent.ExecutorService threads;

        Closing(int count) {
            threads = Executors.newFixedThreadPool(count);
        }

        <T> Future<T> submit(Callable<T> work) {
            return threads.submit(work);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameRequestLeavesOnceAndGetsTheSameKeyThatIsKeptNowhere() {
        var promised = goods.jumpers(house, 12);
        String code = prepared(promised);
        post("/dispatches/" + code + "/load", Map.of());
        String once = UUID.randomUUID().toString();
        var first = house.program(Role.DISTRIBUTOR).header("Idempotency-Key", once).body("{}").post("/api/v1/dispatches/" + code + "/depart");
        var second = house.program(Role.DISTRIBUTOR).header("Idempotency-Key", once).body("{}").post("/api/v1/dispatches/" + code + "/depart");
        String key = first.as(InJson.class, InJson.READ).get("confirmation.key");
        assertThat(second.<String>path("confirmation.key")).isEqualTo(key);
        assertThat(goods.whereKept(key)).isEmpty();
        post("/dispatches/" + code + "/depart", Map.of()).statusCode(409).body(tells("detail", containsString("has left already")));
    }

    @Test
    void quantitiesThatCannotBeAreRefusedAndChangeNothing() {
        var promised = goods.jumpers(house, 12, 5);
        String code = departed(promised);
        String two = "{\"line\": 2, \"received\": 5}";
        for (String wrong : List.of("-1", "1000000000000", "121", "null")) {
            post("/deliveries", "{\"dispatch\":\"%s\",\"lines\":[{\"line\":1,\"received\":%s},%s]}".formatted(code, wrong, two))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/lines/0/received")));
        }
        for (String wrong : List.of("9223372036854775808", "1.5", "\"12\"", "\"\\u0663\"")) {
            post("/deliveries", "{\"dispatch\":\"%s\",\"lines\":[{\"line\":1,\"received\":%s},%s]}".formatted(code, wrong, two))
                    .statusCode(400);
        }
        post("/deliveries", counted(code, line(1, 12, 13), line(2, 5, 0)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/damaged")));
        post("/deliveries", counted(code, line(1, 12, 0)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines")))
                .body(tells("errors[0].detail", containsString("2")));
        post("/deliveries", counted(code, line(1, 12, 0), line(1, 12, 0), line(2, 5, 0)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/1/line")));
        post("/deliveries", counted(code, line(1, 12, 0), line(2, 5, 0), line(3, 5, 0))).statusCode(422);
        post("/deliveries", Map.of("dispatch", code)).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        post("/deliveries", Map.of("dispatch", code, "allArrived", true, "lines", List.of(line(1, 12, 0)))).statusCode(422);
        post("/deliveries", Map.of("dispatch", code, "allArrived", true, "thanks", "x".repeat(1001))).statusCode(422);
        post("/deliveries", Map.of("dispatch", code, "allArrived", true, "remark", "x".repeat(10_000))).statusCode(422);
        for (String day : List.of("1999-12-31", LocalDate.now().plusYears(2).toString(), LocalDate.now().minusDays(3).toString())) {
            post("/deliveries", Map.of("dispatch", code, "allArrived", true, "receivedOn", day))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/receivedOn")));
        }
        assertThat(goods.counts(promised)).containsExactly(0L, 17L, 0L);
    }

    @Test
    void itDoesNotLeaveBeforeItsGoodsCameInNorInTheFuture() {
        String code = prepared(goods.jumpers(house, 12));
        post("/dispatches/" + code + "/load", Map.of());
        for (Instant wrong : List.of(
                Instant.now().minus(6, ChronoUnit.DAYS),
                Instant.now().plus(1, ChronoUnit.HOURS),
                Instant.parse("1999-01-01T00:00:00Z"))) {
            post("/dispatches/" + code + "/depart", Map.of("departedAt", wrong.toString()))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/departedAt")));
        }
        post("/dispatches/" + code + "/depart", Map.of("driver", "x".repeat(121))).statusCode(422);
        post("/dispatches/" + code + "/depart", Map.of("departedAt", Instant.now().minus(2, ChronoUnit.DAYS).toString()))
                .statusCode(200);
        post("/deliveries", Map.of("dispatch", code, "allArrived", true, "receivedOn", LocalDate.now().minusDays(1).toString()))
                .statusCode(201);
    }

    @Test
    void anotherOrganisationSeesAndChangesNothing() {
        var promised = goods.jumpers(house, 12);
        String code = departed(promised);
        String delivery = InJson.found(post("/deliveries", Map.of("dispatch", code, "allArrived", true, "thanks", "x")).extract(), "code");
        AnOrganisation.House own = house;
        String thanks = house.program(Role.COORDINATOR).get("/api/v1/thanks").as(InJson.class, InJson.READ).get("rows[0].code");
        house = organisations.open();
        var theirs = house.program(Role.COORDINATOR);
        theirs.get("/api/v1/dispatches/" + code).then().statusCode(404);
        theirs.get("/api/v1/deliveries/" + delivery).then().statusCode(404);
        theirs.get("/api/v1/dispatches").then().body(tells("rows", hasSize(0)));
        theirs.get("/api/v1/deliveries").then().body(tells("rows", hasSize(0)));
        theirs.get("/api/v1/thanks").then().body(tells("rows", hasSize(0)));
        coordinator("/dispatches", Map.of("need", promised.need())).statusCode(422).body(tells("errors[0].pointer", equalTo("/need")));
        coordinator("/deliveries", Map.of("dispatch", code, "allArrived", true))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/dispatch")));
        for (String act : List.of("load", "cancel", "depart", "confirmation-key", "lines/1/remove")) {
            coordinator("/dispatches/" + code + "/" + act, Map.of()).statusCode(404);
        }
        coordinator("/dispatches/" + code + "/reverse", Map.of("why", "x")).statusCode(404);
        coordinator("/deliveries/" + delivery + "/reverse", Map.of("why", "x")).statusCode(404);
        coordinator("/thanks/" + thanks + "/approve", Map.of()).statusCode(404);
        own.program(Role.VOLUNTEER).get("/api/v1/dispatches/" + code).then().statusCode(403);
    }

    @Test
    void thanksArePublicOnlyWhenACoordinatorSaysSoAndTheDecisionCanChange() {
        String code = departed(goods.jumpers(house, 12));
        post("/deliveries", Map.of("dispatch", code, "allArrived", true, "thanks", "<b>Thank {you}</b>")).statusCode(201);
        String thanks = InJson.found(house.program(Role.COORDINATOR)
                .get("/api/v1/thanks?state=waiting")
                .then()
                .body(tells("rows[0].words", equalTo("<b>Thank {you}</b>")))
                .body(tells("rows[0].state", equalTo("waiting")))
                .extract(), "rows[0].code");
        house.program(Role.DISTRIBUTOR).get("/api/v1/thanks").then().statusCode(403);
        post("/thanks/" + thanks + "/approve", Map.of()).statusCode(403);
        coordinator("/thanks/" + thanks + "/approve", Map.of()).body(tells("state", equalTo("approved")));
        coordinator("/thanks/" + thanks + "/approve", Map.of()).statusCode(409);
        coordinator("/thanks/" + thanks + "/decline", Map.of()).body(tells("state", equalTo("declined")));
        house.program(Role.COORDINATOR).get("/api/v1/thanks?state=approved").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void aCodeThatCannotBeIsNotFound() {
        for (String code : List.of("W-0000-0000", "nonsense", "W-0000-0001", "E-0000-0000")) {
            house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + code).then().statusCode(404);
            house.program(Role.DISTRIBUTOR).get("/api/v1/deliveries/" + code).then().statusCode(404);
        }
        post("/dispatches", new HashMap<>()).statusCode(422);
        post("/deliveries", new HashMap<>()).statusCode(422);
        house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches?state=lost").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches?after=x").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches").then().body(tells("rows", not(hasItem("x"))));
    }

    /** Measured on H2: 19 to depart and 15 to confirm, for 5 lines as for 20; the bound leaves room for sequences. */
    @Test
    void leavingAndArrivingTakeTheSameNumberOfStatementsHoweverManyLinesThereAre() {
        departed(goods.jumpers(house, 1));
        int[] few = statements(5);
        int[] many = statements(20);
        assertThat(few[0]).isLessThanOrEqualTo(24);
        assertThat(few[1]).isLessThanOrEqualTo(20);
        assertThat(many[0]).isLessThanOrEqualTo(few[0] + 4);
        assertThat(many[1]).isLessThanOrEqualTo(few[1] + 4);
    }

    private int[] statements(int lines) {
        long[] quantities = new long[lines];
        java.util.Arrays.fill(quantities, 2);
        var promised = goods.jumpers(house, quantities);
        String code = prepared(promised);
        post("/dispatches/" + code + "/load", Map.of());
        var depart = RoundTrips.during(() -> post("/dispatches/" + code + "/depart", Map.of()).statusCode(200));
        var confirm = RoundTrips.during(() -> post("/deliveries", Map.of("dispatch", code, "allArrived", true)).statusCode(201));
        var read = RoundTrips.during(() -> house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + code).then().statusCode(200));
        assertThat(read.statements()).isLessThanOrEqualTo(4);
        return new int[] {depart.statements(), confirm.statements()};
    }
}
