package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.Dispatch;
import org.kindtrail.dispatch.WaitingDispatch;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class RoundResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    WaitingDispatch waiting;

    AnOrganisation.House house;
    String day = LocalDate.now().plusDays(2).toString();

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(String path, Object body) {
        return house.program(Role.DISTRIBUTOR).body(body).post("/api/v1" + path).then();
    }

    private Map<String, Object> round(String... dispatches) {
        return new HashMap<>(Map.of("day", day, "vehicle", "123 ABC 02", "driver", "Aigul", "dispatches", List.of(dispatches)));
    }

    private String planned(String... dispatches) {
        return InJson.found(post("/rounds", round(dispatches)).statusCode(201).extract(), "code");
    }

    @Test
    void aRoundIsPlannedInAnOrderChangedAndCancelled() {
        String first = waiting.staged(house, 3);
        String second = waiting.loaded(house, 4);
        String third = waiting.staged(house, 5);
        String code = InJson.found(post("/rounds", round(second, first))
                .statusCode(201)
                .body(tells("state", equalTo("planned")))
                .body(tells("stops.dispatch", equalTo(List.of(second, first))))
                .body(tells("stops.number", equalTo(List.of(1, 2))))
                .body(tells("stops.state", equalTo(List.of("loaded", "staged"))))
                .body(tells("stops[0].recipientAlias", equalTo(WaitingDispatch.ALIAS)))
                .extract(), "code");
        assertThat(code).startsWith("RD-");
        Map<String, Object> changed = Map.of("version", 0, "round", round(third, second));
        int version = InJson.found(house.program(Role.DISTRIBUTOR)
                .body(changed)
                .put("/api/v1/rounds/" + code)
                .then()
                .statusCode(200)
                .body(tells("stops.dispatch", equalTo(List.of(third, second))))
                .extract(), "version");
        assertThat(version).isPositive();
        house.program(Role.DISTRIBUTOR)
                .body(changed)
                .put("/api/v1/rounds/" + code)
                .then()
                .statusCode(409)
                .body(tells("detail", containsString("Somebody else")));
        String other = planned(first);
        post("/rounds/" + other + "/cancel", "").statusCode(200).body(tells("state", equalTo("cancelled")));
        post("/rounds/" + other + "/cancel", "").statusCode(409).body(tells("detail", containsString("cancelled")));
        planned(first);
    }

    @Test
    void aDispatchIsOnOneStandingRoundAtMost() throws Exception {
        String dispatch = waiting.staged(house, 3);
        String round = planned(dispatch);
        post("/rounds", round(dispatch))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/dispatches/0")))
                .body(tells("errors[0].detail", containsString(round)));
        String wanted = waiting.staged(house, 2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 4; i++) {
                Callable<Integer> plan = () -> {
                    start.await();
                    return house.program(Role.DISTRIBUTOR)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(round(wanted))
                            .post("/api/v1/rounds")
                            .statusCode();
                };
                answers.add(threads.submit(plan));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422, 422);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aRoundDepartsWholeOrNotAtAllAndNamesWhatWasCancelledMeanwhile() {
        String loaded = waiting.loaded(house, 3);
        String picked = waiting.staged(house, 4);
        String cancelled = waiting.staged(house, 5);
        String code = planned(loaded, cancelled, picked);
        waiting.cancel(house, cancelled);
        post("/rounds/" + code + "/depart", "").statusCode(409).body(tells("detail", containsString(picked)));
        assertThat(waiting.get(house, loaded).state()).isEqualTo(Dispatch.State.LOADED);
        waiting.load(house, picked);
        post("/rounds/" + code + "/depart", "")
                .statusCode(200)
                .body(tells("round.state", equalTo("departed")))
                .body(tells("departed", equalTo(List.of(loaded, picked))))
                .body(tells("cancelled", equalTo(List.of(cancelled))))
                .body(tells("leftBefore", hasSize(0)))
                .body(tells("round.stops.state", equalTo(List.of("departed", "cancelled", "departed"))));
        assertThat(waiting.get(house, picked).vehicle()).isEqualTo("123 ABC 02");
        assertThat(waiting.get(house, picked).driver()).isEqualTo("Aigul");
        post("/rounds/" + code + "/depart", "").statusCode(409).body(tells("detail", containsString("left already")));
        post("/rounds/" + code + "/cancel", "").statusCode(409);
        String alone = waiting.staged(house, 1);
        String nothing = planned(alone);
        waiting.cancel(house, alone);
        post("/rounds/" + nothing + "/depart", "").statusCode(409).body(tells("detail", containsString("Nothing is left")));
    }

    @Test
    void theLoadingListSumsInWalkingOrderLoadsBackwardsAndTellsNobody() {
        String first = waiting.staged(house, 3, 4);
        String second = waiting.staged(house, 5);
        String code = planned(first, second);
        String body = house.program(Role.DISTRIBUTOR)
                .get("/api/v1/rounds/" + code + "/loading")
                .then()
                .statusCode(200)
                .body(tells("take.placeName", equalTo(List.of("School hall, Shelf A", "School hall, Shelf B", "School hall, Shelf B"))))
                .body(tells("take[0].quantity", equalTo(4)))
                .body(tells("take[0].stops", equalTo(List.of(1))))
                .body(tells("load.stop", equalTo(List.of(2, 1))))
                .body(tells("load.quantity", equalTo(List.of(5, 7))))
                .body(tells("load[1].recipient", notNullValue()))
                .extract()
                .asString();
        assertThat(body).doesNotContain(WaitingDispatch.ALIAS);
    }

    @Test
    void roundsAreListedByDayAndByKey() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            day = LocalDate.now().plusDays(i == 1 ? 9 : 4).toString();
            codes.add(planned(waiting.staged(house, 1)));
        }
        String next = InJson.found(house.program(Role.DISTRIBUTOR)
                .get("/api/v1/rounds?limit=2")
                .then()
                .statusCode(200)
                .body(tells("rows.code", equalTo(List.of(codes.get(1), codes.get(2)))))
                .body(tells("rows[0].stops", equalTo(1)))
                .extract(), "next");
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/rounds?limit=2&after=" + next)
                .then()
                .body(tells("rows.code", equalTo(List.of(codes.get(0)))))
                .body(tells("next", nullValue()));
        house.program(Role.DISTRIBUTOR).get("/api/v1/rounds?state=departed").then().body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/rounds?day=2026-13-01").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/rounds?day=" + day).then().body(tells("rows", hasSize(2)));
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        String dispatch = waiting.staged(house, 2);
        var other = organisations.open();
        String theirs = waiting.staged(other, 2);
        post("/rounds", round(theirs)).statusCode(422).body(tells("errors[0].detail", containsString("There is no dispatch")));
        post("/rounds", round(dispatch, dispatch)).statusCode(422).body(tells("errors[0].pointer", equalTo("/dispatches/1")));
        post("/rounds", round("W-0000-0001")).statusCode(422);
        post("/rounds", round("<b>{config:x}</b>")).statusCode(422);
        post("/rounds", round()).statusCode(422).body(tells("errors[0].pointer", equalTo("/dispatches")));
        for (String wrong : List.of("1999-12-31", LocalDate.now().getYear() + 2 + "-01-01")) {
            Map<String, Object> body = round(dispatch);
            body.put("day", wrong);
            post("/rounds", body).statusCode(422).body(tells("errors[0].pointer", equalTo("/day")));
        }
        Map<String, Object> longer = round(dispatch);
        longer.put("remark", "x".repeat(10_000));
        post("/rounds", longer).statusCode(422).body(tells("errors[0].pointer", equalTo("/remark")));
        Map<String, Object> nothing = round(dispatch);
        nothing.put("dispatches", null);
        post("/rounds", nothing).statusCode(422);
        String code = planned(dispatch);
        other.program(Role.DISTRIBUTOR).get("/api/v1/rounds/" + code).then().statusCode(404);
        other.program(Role.DISTRIBUTOR).post("/api/v1/rounds/" + code + "/depart").then().statusCode(404);
        house.program(Role.DISTRIBUTOR).body(Map.of("version", 0)).put("/api/v1/rounds/" + code).then().statusCode(400);
        house.program(Role.VOLUNTEER).get("/api/v1/rounds").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/rounds").then().body(tells("rows", hasSize(1))).body(tells("rows[0].code", equalTo(code)));
    }

    @Test
    void aRoundOfManyStopsIsReadInAFewStatements() {
        String[] dispatches = new String[6];
        for (int i = 0; i < dispatches.length; i++) {
            dispatches[i] = waiting.staged(house, 1, 2);
        }
        String code = planned(dispatches);
        house.program(Role.DISTRIBUTOR).get("/api/v1/rounds/" + code);
        RoundTrips.Count page = RoundTrips.during(
                () -> house.program(Role.DISTRIBUTOR).get("/api/v1/rounds/" + code).then().statusCode(200));
        assertThat(page.statements()).as(page.sql().toString()).isLessThanOrEqualTo(4);
        RoundTrips.Count loading = RoundTrips.during(
                () -> house.program(Role.DISTRIBUTOR).get("/api/v1/rounds/" + code + "/loading").then().statusCode(200));
        assertThat(loading.statements()).as(loading.sql().toString()).isLessThanOrEqualTo(6);
    }
}
