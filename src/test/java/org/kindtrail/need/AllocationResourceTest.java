package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class AllocationResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse allocate(Map<String, Object> command) {
        return house.program(Role.DISTRIBUTOR).body(command).post("/api/v1/allocations").then();
    }

    private static Map<String, Object> pick(int line, String lot, String place, Object quantity) {
        return Map.of("line", line, "lot", lot, "place", place, "quantity", quantity);
    }

    private ValidatableResponse need(String code) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + code).then().statusCode(200);
    }

    @Test
    void listsWhatFitsOldestFirstWithItsPlace() {
        String newer = given.jumpers(house, "L", 4, 2);
        String older = given.jumpers(house, "XL", 3, 9);
        given.jumpers(house, "S", 5, 30);
        given.stock(house, house.shelfA, "warm-jumpers-man", "L", null, Grade.UNFIT, 6, 40);
        given.stock(house, house.shelfB, "warm-jumpers-woman", "L", null, Grade.GOOD, 6, 40);
        String need = given.need(house, line("warm-jumpers-man", 11, "L", "XL"));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/needs/" + need + "/candidates")
                .then()
                .statusCode(200)
                .body(tells("lines", hasSize(1)))
                .body(tells("lines[0].candidates.lot", equalTo(List.of(older, newer))))
                .body(tells("lines[0].candidates[0].placeWords", equalTo("School hall, Shelf A")))
                .body(tells("lines[0].candidates.available", equalTo(List.of(3, 4))))
                .body(tells("lines[0].available", equalTo(7)))
                .body(tells("lines[0].missing", equalTo(11)));
    }

    @Test
    void promisesTheOldestFirstUpToWhatIsMissing() {
        String newer = given.jumpers(house, "L", 4, 2);
        String older = given.jumpers(house, "XL", 3, 9);
        String need = given.need(house, line("warm-jumpers-man", 5, "L", "XL"));
        allocate(Map.of("need", need, "line", 1))
                .statusCode(201)
                .body(tells("allocations.lot", equalTo(List.of(older, newer))))
                .body(tells("allocations.quantity", equalTo(List.of(3, 2))));
        need(need).body(tells("lines[0].promised", equalTo(5))).body(tells("lines[0].missing", equalTo(0)));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/allocations?state=pending&need=" + need)
                .then()
                .statusCode(200)
                .body(tells("rows.lot", equalTo(List.of(older, newer))));
        allocate(Map.of("need", need, "line", 1)).statusCode(409).body(tells("detail", containsString("Nothing is missing")));
    }

    @Test
    void promisesAllLinesAtOnceAndNoThingTwice() {
        String towels = given.stock(house, house.shelfB, "towels", null, null, Grade.NEW, 4, 5);
        given.jumpers(house, "L", 2, 3);
        String need = given.need(
                house,
                line("towels", 3),
                Map.of("category", "tops", "fits", "man", "quantity", 9),
                line("towels", 3));
        allocate(Map.of("need", need))
                .statusCode(201)
                .body(tells("allocations.line", equalTo(List.of(1, 2, 3))))
                .body(tells("allocations.quantity", equalTo(List.of(3, 2, 1))))
                .body(tells("allocations[2].lot", equalTo(towels)));
        need(need).body(tells("lines.missing", equalTo(List.of(0, 7, 2))));
    }

    @Test
    void promisesWhatWasPickedAllOrNone() {
        String four = given.jumpers(house, "L", 4, 2);
        String three = given.jumpers(house, "XL", 3, 9);
        String need = given.need(house, line("warm-jumpers-man", 11, "L", "XL"));
        allocate(Map.of(
                        "need", need,
                        "picks", List.of(pick(1, four, house.shelfA, 4), pick(1, three, house.shelfA, 4))))
                .statusCode(409)
                .body(tells("type", equalTo("/problems/not-enough-stock")))
                .body(tells("detail", containsString(three)))
                .body(tells("detail", containsString("3 are at School hall, Shelf A; 4 were asked for")));
        need(need).body(tells("lines[0].promised", equalTo(0)));
        allocate(Map.of(
                        "need", need,
                        "picks", List.of(pick(1, four, house.shelfA, 4), pick(1, three, house.shelfA, 3))))
                .statusCode(201)
                .body(tells("allocations", hasSize(2)));
        need(need).body(tells("lines[0].promised", equalTo(7)));
    }

    @Test
    void refusesMoreThanIsMissingAndNamesIt() {
        String lot = given.jumpers(house, "L", 40, 2);
        String need = given.need(house, line("warm-jumpers-man", 11, "L"));
        allocate(Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, 12))))
                .statusCode(409)
                .body(tells("type", equalTo("/problems/conflict")))
                .body(tells("detail", equalTo("Line 1 of " + need + ", Warm jumpers, man, misses only 11; 12 were to be promised.")));
        allocate(Map.of("need", need, "line", 1, "quantity", 12)).statusCode(409);
        allocate(Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, 6), pick(1, lot, house.shelfA, 6))))
                .statusCode(409);
        need(need).body(tells("lines[0].promised", equalTo(0)));
    }

    @Test
    void namesTheNeedThatStandsInTheWay() {
        given.jumpers(house, "L", 5, 2);
        String first = given.need(house, line("warm-jumpers-man", 5, "L"));
        String second = given.need(house, line("warm-jumpers-man", 4, "L"));
        allocate(Map.of("need", first, "line", 1)).statusCode(201);
        allocate(Map.of("need", second, "line", 1))
                .statusCode(409)
                .body(tells("type", equalTo("/problems/not-enough-stock")))
                .body(tells("detail", containsString("nothing is free; 4 were asked for. Others are promised to " + first)));
    }

    @Test
    void refusesWhatDoesNotFitTheLine() {
        String small = given.jumpers(house, "S", 5, 2);
        String unfit = given.stock(house, house.shelfA, "warm-jumpers-man", "L", null, Grade.UNFIT, 6, 4);
        String womans = given.stock(house, house.shelfA, "warm-jumpers-woman", "L", null, Grade.GOOD, 6, 4);
        String need = given.need(house, line("warm-jumpers-man", 5, "L"));
        for (String lot : List.of(small, unfit, womans)) {
            allocate(Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, 1))))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/picks/0/lot")))
                    .body(tells("errors[0].detail", containsString(lot)));
        }
    }

    @Test
    void aThingForAnybodyOrForAdultsFitsAMan() {
        String forAnybody = given.stock(house, house.site, "towels", null, Wearer.WOMAN, Grade.WORN, 2, 4);
        String need = given.need(house, line("towels", 2), Map.of("item", "towels", "fits", "man", "quantity", 2));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/needs/" + need + "/candidates")
                .then()
                .body(tells("lines[0].candidates.lot", equalTo(List.of(forAnybody))))
                .body(tells("lines[1].candidates", empty()));
    }

    @Test
    void takesAPromiseBackOnce() {
        given.jumpers(house, "L", 5, 2);
        String need = given.need(house, line("warm-jumpers-man", 5, "L"));
        String code = InJson.found(allocate(Map.of("need", need, "line", 1)).extract(), "allocations[0].code");
        house.program(Role.DISTRIBUTOR)
                .post("/api/v1/needs/" + need + "/close")
                .then()
                .statusCode(409)
                .body(tells("detail", containsString(need)));
        house.program(Role.DISTRIBUTOR)
                .post("/api/v1/allocations/" + code + "/release")
                .then()
                .statusCode(200)
                .body(tells("quantity", equalTo(5)));
        need(need).body(tells("lines[0].promised", equalTo(0)));
        house.program(Role.DISTRIBUTOR)
                .post("/api/v1/allocations/" + code + "/release")
                .then()
                .statusCode(409)
                .body(tells("detail", containsString("has ended already")));
        need(need).body(tells("lines[0].promised", equalTo(0)));
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/close").then().statusCode(200);
        allocate(Map.of("need", need, "line", 1)).statusCode(409).body(tells("detail", containsString("has ended")));
    }

    @Test
    void anotherOrganisationsCodesAreNotThere() {
        String lot = given.jumpers(house, "L", 5, 2);
        String need = given.need(house, line("warm-jumpers-man", 5, "L"));
        AnOrganisation.House other = organisations.open();
        String othersLot = given.jumpers(other, "L", 5, 2);
        String othersNeed = given.need(other, line("warm-jumpers-man", 5, "L"));
        allocate(Map.of("need", othersNeed, "line", 1))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/need")));
        allocate(Map.of("need", need, "picks", List.of(pick(1, othersLot, other.shelfA, 1))))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/picks/0/lot")));
        allocate(Map.of("need", need, "picks", List.of(pick(1, lot, other.shelfA, 1))))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/picks/0/place")));
        allocate(Map.of("need", need, "picks", List.of(pick(7, lot, house.shelfA, 1))))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/picks/0/line")));
        String code = InJson.found(other.program(Role.DISTRIBUTOR)
                .body(Map.of("need", othersNeed, "line", 1))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201)
                .extract(), "allocations[0].code");
        house.program(Role.DISTRIBUTOR).post("/api/v1/allocations/" + code + "/release").then().statusCode(404);
        need(need).body(tells("lines[0].promised", equalTo(0)));
    }

    @Test
    void quantitiesThatAreNoneAreRefused() {
        String lot = given.jumpers(house, "L", 5, 2);
        String need = given.need(house, line("warm-jumpers-man", 5, "L"));
        for (Object quantity : List.of(0, -1, 1_000_000_000_000L)) {
            allocate(Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, quantity))))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/picks/0/quantity")));
            allocate(Map.of("need", need, "line", 1, "quantity", quantity)).statusCode(422);
        }
        for (Object quantity : List.of(new BigInteger("9223372036854775808"), new BigDecimal("1.5"), "٣", "3")) {
            allocate(Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, quantity)))).statusCode(400);
        }
        allocate(Map.of("need", need, "picks", List.of())).statusCode(422);
        allocate(Map.of("need", need, "quantity", 2)).statusCode(422).body(tells("errors[0].pointer", equalTo("/line")));
        allocate(Map.of("need", need, "line", 1, "picks", List.of(pick(1, lot, house.shelfA, 1)))).statusCode(422);
        allocate(Map.of()).statusCode(422);
        need(need).body(tells("lines[0].promised", equalTo(0)));
    }

    @Test
    void volunteersDoNotPromise() {
        house.program(Role.VOLUNTEER).body(Map.of("need", "N-0000-0000")).post("/api/v1/allocations").then().statusCode(403);
    }

    @Test
    void sixteenWhoWantTheSameFiveGetFiveBetweenThem() throws Exception {
        String lot = given.jumpers(house, "L", 5, 2);
        house.token(Role.DISTRIBUTOR);
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            needs.add(given.need(house, line("warm-jumpers-man", 1, "L")));
        }
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        List<String> refusals = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 16; i++) {
            String need = needs.get(i);
            Map<String, Object> command = i % 2 == 0
                    ? Map.of("need", need, "line", 1)
                    : Map.of("need", need, "picks", List.of(pick(1, lot, house.shelfA, 1)));
            answers.add(people.submit(() -> {
                go.await();
                ValidatableResponse answer = allocate(command);
                int status = answer.extract().statusCode();
                if (status != 201) {
                    refusals.add(InJson.found(answer.extract(), "detail"));
                }
                return status;
            }));
        }
        go.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        people.shutdown();
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(11);
        assertThat(refusals).allSatisfy(words -> assertThat(words).contains("promised to N-"));
        long promised = needs.stream()
                .mapToLong(need -> InJson.<Integer>found(need(need).extract(), "lines[0].promised"))
                .sum();
        assertThat(promised).isEqualTo(5);
    }
}
