package org.kindtrail.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.need.NeedLine;
import org.kindtrail.need.OpenLines;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PlanResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ScarceStock given;

    @Inject
    ShelterNeeds needs;

    @Inject
    OpenLines openLines;

    @Inject
    Stock stock;

    @Inject
    Catalogue catalogue;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return house.program(Role.DISTRIBUTOR).body(body).post("/api/v1/plans" + path).then();
    }

    private String propose() {
        return InJson.found(post("", Map.of()).statusCode(201).extract(), "code");
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + path).then();
    }

    private ValidatableResponse needsOf(String plan) {
        return get("plans/" + plan + "/needs").statusCode(200);
    }

    private long promised(String need) {
        return InJson.<Integer>found(get("needs/" + need).extract(), "lines[0].promised");
    }

    @Test
    void whatIsScarceIsSharedAlikeAndThePlanSaysWho() {
        String first = given.need(house, 10);
        String second = given.need(house, 20);
        String lot = given.jumpers(house, 15, 3);
        String plan = InJson.found(post("", Map.of())
                .statusCode(201)
                .body(tells("state", equalTo("proposed")))
                .body(tells("needs", equalTo(2)))
                .body(tells("wanted", equalTo(30)))
                .body(tells("proposed", equalTo(15)))
                .body(tells("given", equalTo(15)))
                .body(tells("promised", nullValue()))
                .body(tells("linesSome", equalTo(2)))
                .body(tells("picks", equalTo(2)))
                .body(tells("places", equalTo(1)))
                .body(tells("takenMeanwhile", equalTo(0)))
                .extract(), "code");
        needsOf(plan)
                .body(tells("rows.need", equalTo(List.of(first, second))))
                .body(tells("rows[0].lines[0].proposed", equalTo(5)))
                .body(tells("rows[1].lines[0].proposed", equalTo(10)))
                .body(tells("rows[0].lines[0].reason", equalTo("fair")))
                .body(tells("rows[0].lines[0].named", equalTo(List.of(second))))
                .body(tells("rows[0].lines[0].why", allOf(startsWith("The rest went to "), endsWith(" (" + second + "), which had less."))))
                .body(tells("rows[0].lines[0].picks[0].lot", equalTo(lot)))
                .body(tells("rows[0].lines[0].picks[0].placeName", equalTo("School hall, Shelf A")))
                .body(tells("rows[0].lines[0].picks[0].there", equalTo(5)));
        assertThat(promised(first)).isZero();
    }

    @Test
    void theMoreUrgentNeedComesFirst() {
        String waiting = given.need(house, 4);
        String urgent = given.urgent(house, 6);
        given.jumpers(house, 6, 3);
        String plan = propose();
        needsOf(plan)
                .body(tells("rows.need", equalTo(List.of(urgent, waiting))))
                .body(tells("rows[0].lines[0].why", equalTo("All of it.")))
                .body(tells("rows[1].lines[0].reason", equalTo("urgent")))
                .body(tells("rows[1].lines[0].why", equalTo("What fits went to 11 adult men (" + urgent + "), which is more urgent.")));
        post("", Map.of("urgency", "urgent")).statusCode(201).body(tells("needs", equalTo(1))).body(tells("urgency", equalTo("urgent")));
    }

    @Test
    void whatExpiresSoonestThenTheOldestGoesFirstAndTheAskedItemBeforeSubstitutes() {
        given.needOr(house, 5, "jumpers-man");
        String newer = given.jumpers(house, 4, 1);
        String old = given.jumpers(house, 2, 300);
        String soon = given.lot(house, "warm-jumpers-man", "L", 2, LocalDate.now().plusDays(30), null);
        String second = given.lot(house, "jumpers-man", "L", 9, null, null);
        // On shelf A there is more of it than on shelf B, so that is where one goes first.
        needsOf(propose())
                .body(tells("rows[0].lines[0].picks.lot", equalTo(List.of(old, newer, soon))))
                .body(tells("rows[0].lines[0].picks.quantity", equalTo(List.of(2, 1, 2))));
        given.needOr(house, 9, "jumpers-man");
        needsOf(propose()).body(tells("rows[1].lines[0].picks.lot", hasItem(second))).body(tells("rows.lines.flatten().proposed.sum()", equalTo(14)));
    }

    @Test
    void everyReasonIsSaidInWords() {
        String programme = given.programme(house);
        given.lot(house, "warm-jumpers-man", "L", 3, null, programme);
        given.lot(house, "towels", null, 3, LocalDate.now().minusDays(1), null);
        given.stock(house, "warm-jumpers-woman", "S", Grade.GOOD, 3);
        given.stock(house, "blankets", null, Grade.UNFIT, 3);
        String need = needs.need(
                house,
                line("warm-jumpers-man", 5, "L"),
                line("towels", 5),
                line("warm-jumpers-woman", 5, "M", "L"),
                line("blankets", 5),
                line("prams", 5));
        needsOf(propose())
                .body(tells("rows[0].lines.reason", equalTo(List.of("kept", "past", "sizes", "unfit", "none"))))
                .body(tells("rows[0].lines[0].why", equalTo("What fits is kept for " + programme + ".")))
                .body(tells("rows[0].lines[2].why", equalTo("It is in stock, but only in other sizes: S.")));
        given.charge(need, programme);
        needsOf(propose()).body(tells("rows[0].lines[0].proposed", equalTo(3))).body(tells("rows[0].lines[0].reason", equalTo("no_more")));
        post("", Map.of("programme", programme)).statusCode(201).body(tells("needs", equalTo(1)));
        post("", Map.of("programme", given.programme(house))).statusCode(409);
    }

    @Test
    void confirmingPromisesEverythingOnceAndThePlanStaysAsItIs() {
        String first = given.need(house, 10);
        String second = given.need(house, 20);
        given.jumpers(house, 15, 3);
        String plan = propose();
        post("/" + plan + "/confirm", Map.of("version", 0))
                .statusCode(200)
                .body(tells("state", equalTo("confirmed")))
                .body(tells("promised", equalTo(15)))
                .body(tells("endedBy", equalTo("The distributor")));
        assertThat(List.of(promised(first), promised(second))).containsExactly(5L, 10L);
        get("allocations?need=" + first).body(tells("rows", hasSize(1))).body(tells("rows[0].quantity", equalTo(5)));
        needsOf(plan).body(tells("rows[0].lines[0].picks[0].promised", equalTo(5))).body(tells("rows[0].lines[0].picks[0].there", nullValue()));
        post("/" + plan + "/confirm", Map.of("version", 1)).statusCode(409).body(tells("detail", containsString("confirmed already")));
        post("/" + plan + "/drop", Map.of()).statusCode(409);
        post("/" + plan + "/change", Map.of("version", 1, "picks", List.of(Map.of("pick", 1, "quantity", 0)))).statusCode(409);
        assertThat(promised(first)).isEqualTo(5);
        get("plans?state=confirmed").body(tells("rows.code", equalTo(List.of(plan))));
        get("plans?state=proposed").body(tells("rows", hasSize(0)));
    }

    @Test
    void whatSomebodyElseTookIsShownAndNotOverwritten() {
        String first = given.need(house, 4);
        String second = given.need(house, 4);
        String third = given.need(house, 4);
        given.jumpers(house, 12, 3);
        String plan = propose();
        String other = given.need(house, 5);
        house.program(Role.DISTRIBUTOR).body(Map.of("need", other)).post("/api/v1/allocations").then().statusCode(201);
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + first + "/withdraw").then().statusCode(200);
        get("plans/" + plan).body(tells("takenMeanwhile", equalTo(2)));
        post("/" + plan + "/confirm", Map.of("version", 0))
                .statusCode(409)
                .body(tells("detail", containsString("Of 2 picks less is there")));
        assertThat(promised(second)).isZero();
        needsOf(plan)
                .body(tells("rows[0].lines[0].picks[0].meanwhile", equalTo("ended")))
                .body(tells("rows[1].lines[0].picks[0].meanwhile", nullValue()))
                .body(tells("rows[2].lines[0].picks[0].meanwhile", equalTo("taken")))
                .body(tells("rows[2].lines[0].picks[0].there", equalTo(3)));
        post("/" + plan + "/confirm", Map.of("version", 0, "whatIsThere", true)).statusCode(200).body(tells("promised", equalTo(7)));
        assertThat(List.of(promised(first), promised(second), promised(third), promised(other))).containsExactly(0L, 4L, 3L, 5L);
    }

    @Test
    void aPlanOfWhichNothingIsLeftPromisesNothing() {
        String need = given.need(house, 4);
        given.jumpers(house, 4, 3);
        String plan = propose();
        String other = given.need(house, 4);
        house.program(Role.DISTRIBUTOR).body(Map.of("need", other)).post("/api/v1/allocations").then().statusCode(201);
        for (boolean rest : List.of(true, false)) {
            post("/" + plan + "/confirm", Map.of("version", 0, "whatIsThere", rest))
                    .statusCode(409)
                    .body(tells("detail", containsString("Nothing that " + plan + " gives is still there")));
        }
        assertThat(promised(need)).isZero();
    }

    @Test
    void aLineThatWasMetMeanwhileGetsNoMoreThanItMisses() {
        String need = given.need(house, 4);
        given.jumpers(house, 9, 3);
        String plan = propose();
        house.program(Role.DISTRIBUTOR).body(Map.of("need", need, "line", 1, "quantity", 3)).post("/api/v1/allocations").then().statusCode(201);
        needsOf(plan).body(tells("rows[0].lines[0].picks[0].meanwhile", equalTo("met"))).body(tells("rows[0].lines[0].picks[0].there", equalTo(1)));
        post("/" + plan + "/confirm", Map.of("version", 0, "whatIsThere", true)).statusCode(200);
        assertThat(promised(need)).isEqualTo(4);
    }

    @Test
    void aPlanIsChangedToLessAndWhoLookedAtAnotherIsTold() {
        String need = given.need(house, 4);
        given.jumpers(house, 4, 3);
        String plan = propose();
        Map<String, Object> pick = Map.of("pick", 1, "quantity", 3);
        post("/" + plan + "/change", Map.of("version", 0, "picks", List.of(pick)))
                .statusCode(200)
                .body(tells("given", equalTo(3)))
                .body(tells("proposed", equalTo(4)))
                .body(tells("version", equalTo(1)));
        post("/" + plan + "/change", Map.of("version", 0, "picks", List.of(pick))).statusCode(409);
        post("/" + plan + "/confirm", Map.of("version", 0)).statusCode(409).body(tells("detail", containsString("Somebody else changed this")));
        for (long wrong : List.of(5L, -1L, 1_000_000_000_000L)) {
            post("/" + plan + "/change", Map.of("version", 1, "picks", List.of(Map.of("pick", 1, "quantity", wrong))))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/picks/0/quantity")));
        }
        for (long wrong : List.of(2L, 0L, -1L, 1_000_000_000_000L)) {
            post("/" + plan + "/change", Map.of("version", 1, "picks", List.of(Map.of("pick", wrong, "quantity", 0))))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/picks/0/pick")));
        }
        post("/" + plan + "/change", Map.of("version", 1, "picks", List.of(pick, pick))).statusCode(422);
        post("/" + plan + "/change", Map.of("version", 1, "picks", List.of())).statusCode(422);
        post("/" + plan + "/change", Map.of("version", 1, "picks", List.of(Map.of("pick", 1, "quantity", "two")))).statusCode(400);
        post("/" + plan + "/confirm", Map.of()).statusCode(422);
        post("/" + plan + "/confirm", Map.of("version", 1)).statusCode(200).body(tells("promised", equalTo(3)));
        assertThat(promised(need)).isEqualTo(3);
    }

    @Test
    void aPlanThatGivesNothingCannotBeConfirmedAndADroppedOneIsHistory() {
        given.need(house, 4);
        String empty = propose();
        post("/" + empty + "/confirm", Map.of("version", 0)).statusCode(409).body(tells("detail", containsString("gives nothing")));
        post("/" + empty + "/drop", Map.of()).statusCode(200).body(tells("state", equalTo("dropped")));
        post("/" + empty + "/confirm", Map.of("version", 1)).statusCode(409).body(tells("detail", containsString("was dropped")));
        given.made(empty, OffsetDateTime.now(ZoneOffset.UTC).minusDays(2));
        get("plans/" + empty).body(tells("old", equalTo(false)));
        String old = propose();
        given.made(old, OffsetDateTime.now(ZoneOffset.UTC).minusHours(25));
        get("plans/" + old).body(tells("old", equalTo(true)));
    }

    @Test
    void theSameKeyGivesTheSamePlan() {
        given.need(house, 4);
        given.jumpers(house, 4, 3);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            codes.add(InJson.found(house.program(Role.DISTRIBUTOR).header("Idempotency-Key", "plan-" + house.code).body(Map.of())
                    .post("/api/v1/plans").then().statusCode(201).extract(), "code"));
        }
        assertThat(codes.get(0)).isEqualTo(codes.get(1));
        for (int i = 0; i < 2; i++) {
            house.program(Role.DISTRIBUTOR).header("Idempotency-Key", "confirm-" + house.code).body(Map.of("version", 0))
                    .post("/api/v1/plans/" + codes.get(0) + "/confirm").then().statusCode(200).body(tells("promised", equalTo(4)));
        }
    }

    @Test
    void onlyTheNeedsThatAreMeantAreInIt() {
        String meant = given.need(house, 4);
        given.need(house, 4);
        given.jumpers(house, 4, 3);
        String plan = InJson.found(post("", Map.of("needs", List.of(meant))).statusCode(201).body(tells("chosen", equalTo(true))).extract(), "code");
        needsOf(plan).body(tells("rows.need", equalTo(List.of(meant)))).body(tells("rows[0].lines[0].proposed", equalTo(4)));
        post("", Map.of("region", "almaty REGION")).statusCode(201).body(tells("needs", equalTo(2)));
        post("", Map.of("region", "<b>elsewhere</b>")).statusCode(409).body(tells("detail", containsString("No open need among these")));
        post("", Map.of("needs", List.of())).statusCode(422);
        post("", Map.of("needs", List.of("N-0000-0001", "x".repeat(10_000)))).statusCode(422).body(tells("errors", hasSize(2)));
        post("", Map.of("urgency", "soon")).statusCode(400);
        post("", Map.of("region", "x".repeat(10_000))).statusCode(422);
    }

    @Test
    void anotherOrganisationsNeedsPlansAndProgrammesAreNotThere() {
        given.need(house, 4);
        String plan = propose();
        AnOrganisation.House other = organisations.open();
        String othersNeed = given.need(other, 4);
        post("", Map.of("needs", List.of(othersNeed))).statusCode(422).body(tells("errors[0].pointer", equalTo("/needs/0")));
        post("", Map.of("programme", given.programme(other))).statusCode(422).body(tells("errors[0].pointer", equalTo("/programme")));
        for (String path : List.of("", "/needs")) {
            other.program(Role.DISTRIBUTOR).get("/api/v1/plans/" + plan + path).then().statusCode(404);
        }
        for (String act : List.of("confirm", "drop", "change")) {
            other.program(Role.DISTRIBUTOR)
                    .body(Map.of("version", 0, "picks", List.of(Map.of("pick", 1, "quantity", 0))))
                    .post("/api/v1/plans/" + plan + "/" + act)
                    .then()
                    .statusCode(act.equals("confirm") ? 400 : 404);
        }
        other.program(Role.DISTRIBUTOR).body(Map.of("version", 0)).post("/api/v1/plans/" + plan + "/confirm").then().statusCode(404);
        get("plans/" + plan).body(tells("state", equalTo("proposed")));
        house.program(Role.VOLUNTEER).get("/api/v1/plans").then().statusCode(403);
        house.program(Role.VOLUNTEER).body(Map.of()).post("/api/v1/plans").then().statusCode(403);
    }

    @Test
    void manyLotsAndNeedsCostAsManyStatementsAsFew() {
        given.need(house, 3);
        given.jumpers(house, 1, 3);
        house.token(Role.DISTRIBUTOR);
        propose();
        int few = RoundTrips.during(this::propose).statements();
        for (int i = 0; i < 8; i++) {
            given.need(house, 4);
            given.jumpers(house, 2, i);
            needs.need(house, line("towels", 3), line("blankets", 4));
        }
        RoundTrips.Count many = RoundTrips.during(this::propose);
        assertThat(many.sql()).filteredOn(sql -> sql.contains("balance") && sql.contains("received_at")).hasSize(1);
        assertThat(many.statements()).isLessThanOrEqualTo(few + 2);
        String plan = propose();
        int read = RoundTrips.during(() -> needsOf(plan)).statements();
        assertThat(read).isLessThanOrEqualTo(12);
    }

    @Test
    void theSameStockInAnotherOrderGivesTheSamePlan() {
        for (int i = 0; i < 5; i++) {
            given.need(house, 3 + i);
            given.jumpers(house, 1 + i, i);
        }
        house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            List<NeedLine> lines = new ArrayList<>(openLines.missing(new OpenLines.Which(null, null, null, null), 100));
            List<Stock.Row> rows = new ArrayList<>(stock.of(Sharing.items(lines.get(0), catalogue.byId())));
            Sharing.Circumstances now = new Sharing.Circumstances(LocalDate.now(), ZoneOffset.UTC, Set.of(), catalogue.byId());
            Sharing.Proposal first = Sharing.of(lines, rows, now);
            assertThat(first.given()).isNotEmpty();
            for (int seed = 0; seed < 20; seed++) {
                Collections.shuffle(lines, new Random(seed));
                Collections.shuffle(rows, new Random(-seed));
                assertThat(Sharing.of(lines, rows, now)).isEqualTo(first);
            }
            return null;
        }));
    }

    @Test
    void sixteenWhoPromiseBesideAPlanNeverPromiseMoreThanThereIs() throws Exception {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(given.need(house, 6));
            given.jumpers(house, 4, i);
        }
        List<String> plans = List.of(propose(), propose(), propose(), propose());
        List<String> single = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            single.add(given.need(house, 1));
        }
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (String plan : plans) {
            answers.add(people.submit(() -> {
                go.await();
                return post("/" + plan + "/confirm", Map.of("version", 0, "whatIsThere", true)).extract().statusCode();
            }));
        }
        for (String need : single) {
            answers.add(people.submit(() -> {
                go.await();
                return house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/allocations").then().extract().statusCode();
            }));
        }
        go.countDown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 201, 409);
        }
        people.shutdown();
        int promised = InJson.<List<Integer>>found(get("allocations?state=pending&limit=500").extract(), "rows.quantity").stream().mapToInt(Integer::intValue).sum();
        assertThat(promised).isEqualTo(16);
        List<String> all = new ArrayList<>(single);
        all.addAll(waiting);
        assertThat(all.stream().mapToLong(this::promised).sum()).isEqualTo(16);
    }
}
