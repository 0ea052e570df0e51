package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.intake.AnIntake.line;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Lots;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;
import org.kindtrail.place.Places;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class SortingResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    Ledger ledger;

    @Inject
    Lots lots;

    @Inject
    Places places;

    AnIntake intake;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
    }

    private static Map<String, Object> unfit(String item, long quantity) {
        Map<String, Object> line = new HashMap<>(line(item, null, quantity));
        line.put("grade", "unfit");
        return line;
    }

    private ValidatableResponse sort(String bag, Object lines, Object... more) {
        Map<String, Object> command = new HashMap<>(Map.of("bag", bag, "lines", lines));
        for (int i = 0; i < more.length; i += 2) {
            command.put((String) more[i], more[i + 1]);
        }
        return intake.house.program(Role.VOLUNTEER).body(command).post("/api/v1/sortings").then();
    }

    private ValidatableResponse reverse(String what) {
        return intake.house.program(Role.COORDINATOR).body(Map.of("why", "Counted wrong")).post("/api/v1/" + what + "/reverse").then();
    }

    private long held(String lot) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(sum(b.on_hand), 0) from lot l left join balance b on b.lot_id = l.id where l.code = ?1")
                        .setParameter(1, lot)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void aSortedBagIsEmptyAndWhatWasInItIsHereOrLetGo() {
        String[] bag = intake.aBag();
        var shelfB = new HashMap<>(line("towels", null, 2));
        shelfB.put("place", intake.house.shelfB);
        var answer = sort(bag[1], List.of(line("jumpers-man", "L", 3), shelfB, unfit("jumpers-man", 5)), "place", intake.house.shelfA)
                .statusCode(201)
                .body(tells("state", equalTo("closed")))
                .body(tells("donation", equalTo(bag[0])))
                .body(tells("lines", hasSize(3)))
                .body(tells("lines[0].placeName", equalTo("School hall, Shelf A")))
                .body(tells("lines[0].lot", matchesPattern("B-.*")))
                .body(tells("lines[1].placeName", equalTo("School hall, Shelf B")))
                .body(tells("lines[2].placeName", nullValue()))
                .extract();
        assertThat(held(bag[1])).isZero();
        assertThat(held(answer.as(InJson.class, InJson.READ).get("lines[0].lot"))).isEqualTo(3);
        assertThat(held(answer.as(InJson.class, InJson.READ).get("lines[2].lot"))).isZero();
        intake.get("/api/v1/donations/" + bag[0])
                .body(tells("lots.state", equalTo(List.of("sorted", "held", "held", "let_go"))))
                .body(tells("lots[0].sorting", equalTo(answer.as(InJson.class, InJson.READ).get("code"))))
                .body(tells("lots[1].outOf", equalTo(answer.as(InJson.class, InJson.READ).get("code"))))
                .body(tells("lots[1].onHand", equalTo(3)));
        intake.get("/api/v1/sortings/" + answer.as(InJson.class, InJson.READ).get("code")).statusCode(200).body(tells("lines[0].lot", equalTo(answer.as(InJson.class, InJson.READ).get("lines[0].lot"))));
        intake.get("/api/v1/sortings").body(tells("rows", hasSize(1))).body(tells("rows[0].lines", equalTo(3)));
        intake.get("/api/v1/donations?unsorted=true").body(tells("rows", hasSize(0)));
    }

    @Test
    void aBagIsSortedOnceAndTheSecondIsToldWhichSortingStands() {
        String bag = intake.aBag()[1];
        String first = InJson.found(sort(bag, List.of(line("soap", null, 1))).statusCode(201).extract(), "code");
        sort(bag, List.of(line("soap", null, 1))).statusCode(409).body(tells("detail", containsString(first)));
    }

    @Test
    void sixteenWhoSortOneBagAtOnceMakeOneSorting() throws Exception {
        String bag = intake.aBag()[1];
        intake.house.token(Role.VOLUNTEER);
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(() -> sort(bag, List.of(line("soap", null, 1))).extract().statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : pool.invokeAll(all)) {
                answers.add(each.get());
            }
            assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        } finally {
            pool.shutdownNow();
        }
        intake.get("/api/v1/sortings").body(tells("rows", hasSize(1)));
    }

    @Test
    void aReversedSortingLeavesTheBagWholeAndItCanBeSortedAgain() {
        String[] bag = intake.aBag();
        String first = InJson.found(sort(bag[1], List.of(line("soap", null, 4))).extract(), "code");
        intake.house.program(Role.VOLUNTEER).body(Map.of("why", "x")).post("/api/v1/sortings/" + first + "/reverse").then().statusCode(403);
        reverse("sortings/" + first).statusCode(200).body(tells("state", equalTo("reversed")));
        assertThat(held(bag[1])).isEqualTo(1);
        reverse("sortings/" + first).statusCode(409).body(tells("detail", containsString(first)));
        String second = InJson.found(sort(bag[1], List.of(line("soap", null, 5))).statusCode(201).extract(), "code");
        intake.get("/api/v1/donations/" + bag[0])
                .body(tells("lots.state", equalTo(List.of("sorted", "reversed", "held"))))
                .body(tells("lots[2].outOf", equalTo(second)));
    }

    @Test
    void aSortingWhoseThingsMovedOnIsNotReversedAndSaysWhatStandsInTheWay() {
        String bag = intake.aBag()[1];
        var sorted = sort(bag, List.of(line("soap", null, 4))).extract();
        String lot = sorted.as(InJson.class, InJson.READ).get("lines[0].lot");
        intake.house.as(Role.VOLUNTEER, () -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> {
            Lot soap = lots.get(lot);
            ledger.move(List.of(new Transfer(
                    soap,
                    places.get(intake.house.site),
                    places.get(intake.house.shelfA),
                    2,
                    new Entry(Reason.PUT_AWAY, "M-TEST-MOVE", java.time.Instant.now()))));
            return null;
        }));
        reverse("sortings/" + sorted.as(InJson.class, InJson.READ).get("code")).statusCode(409).body(tells("detail", containsString("M-TEST-MOVE")));
        intake.get("/api/v1/sortings/" + sorted.as(InJson.class, InJson.READ).get("code")).body(tells("state", equalTo("closed")));
    }

    @Test
    void aDonationWhoseBagWasSortedIsNotReversedAndNamesTheSorting() {
        String[] bag = intake.aBag();
        String sorting = InJson.found(sort(bag[1], List.of(line("soap", null, 4))).extract(), "code");
        reverse("donations/" + bag[0]).statusCode(409).body(tells("detail", containsString(sorting)));
        reverse("sortings/" + sorting).statusCode(200);
        reverse("donations/" + bag[0]).statusCode(200);
        sort(bag[1], List.of(line("soap", null, 1))).statusCode(409).body(tells("detail", containsString("not in the house")));
    }

    @Test
    void refusesWhatDoesNotFitAndNamesTheField() {
        String bag = intake.aBag()[1];
        refused(sort(bag, List.of()), "/lines", "Between 1 and 200");
        refused(sort("B-0000-0000", List.of(line("soap", null, 1))), "/bag", "B-0000-0000");
        refused(sort(bag, List.of(line("soap", null, 0))), "/lines/0/quantity", "\"0\"");
        refused(sort(bag, List.of(line("soap", null, -1))), "/lines/0/quantity", "\"-1\"");
        refused(sort(bag, List.of(line("soap", null, 1_000_000_000_000L))), "/lines/0/quantity", "1000000000000");
        refused(sort(bag, List.of(line("jumpers-man", "42", 1))), "/lines/0/size", "It comes in");
        refused(sort(bag, List.of(line("unsorted-bag", null, 1))), "/lines/0/item", "Name the things");
        refused(sort(bag, List.of(line("soap", null, 1)), "place", organisations.open().site), "/place", "no open site");
        AnIntake other = new AnIntake(organisations.open());
        String theirs = other.aBag()[1];
        refused(sort(theirs, List.of(line("soap", null, 1))), "/bag", theirs);
        String lot = InJson.found(intake.post(intake.donation("lines", List.of(line("soap", null, 1)))).extract(), "lots[0].code");
        sort(lot, List.of(line("soap", null, 1))).statusCode(409).body(tells("detail", containsString(lot)));
        intake.get("/api/v1/sortings").body(tells("rows", hasSize(0)));
    }

    private static void refused(ValidatableResponse answer, String pointer, String words) {
        answer.statusCode(422).body(tells("errors[0].pointer", equalTo(pointer))).body(tells("errors[0].detail", containsString(words)));
    }

    @Test
    void anotherOrganisationsSortingIsNotThere() {
        AnIntake other = new AnIntake(organisations.open());
        String bag = intake.aBag()[1];
        String code = InJson.found(sort(bag, List.of(line("soap", null, 1))).extract(), "code");
        other.get("/api/v1/sortings/" + code).statusCode(404);
        other.house.program(Role.COORDINATOR).body(Map.of("why", "x")).post("/api/v1/sortings/" + code + "/reverse").then().statusCode(404);
    }

    @Test
    void twentyLinesTakeAsManyStatementsAsTwo() {
        List<Map<String, Object>> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twenty.add(line("soap", null, i + 1));
        }
        sort(intake.aBag()[1], twenty).statusCode(201);
        String first = intake.aBag()[1];
        String second = intake.aBag()[1];
        int few = RoundTrips.during(() -> sort(first, twenty.subList(0, 2)).statusCode(201)).statements();
        int many = RoundTrips.during(() -> sort(second, twenty).statusCode(201)).statements();
        assertThat(many).isBetween(few - 2, few + 2);
    }
}
