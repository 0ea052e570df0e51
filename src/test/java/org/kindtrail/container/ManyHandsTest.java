package org.kindtrail.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.stock.Verification;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** Several people at the same box: one of them succeeds, the other is told why, and the ledger adds up. */
@HouseTest
class ManyHandsTest {
    private static final int ROUNDS = 12;

    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    @Inject
    DataSource connections;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
        house.token(Role.COORDINATOR);
    }

    private int status(String path, Object body) {
        return house.program(Role.COORDINATOR).body(body).post("/api/v1" + path).statusCode();
    }

    private String made(String in) {
        return InJson.found(house.program(Role.COORDINATOR).body(Map.of("kind", "box", "in", in)).post("/api/v1/containers").then().statusCode(201).extract(), "containers[0].code");
    }

    private interface Act {
        int status();
    }

    /** All begin at the same moment; their answers in the same order. */
    private static List<Integer> together(Act... acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            CyclicBarrier start = new CyclicBarrier(acts.length);
            List<Future<Integer>> all = new ArrayList<>();
            for (Act act : acts) {
                all.add(threads.submit(() -> {
                    start.await();
                    return act.status();
                }));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : all) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<String, Object> line(String lot, int quantity) {
        return Map.of("lines", List.of(Map.of("lot", lot, "quantity", quantity)));
    }

    private void adds() throws Exception {
        try (Connection connection = connections.getConnection()) {
            Verification.Result result = Verification.of(connection);
            assertThat(result.first()).as("differences").isEmpty();
        }
    }

    @Test
    void ofTwoWhoPackTheSameLotOneHasItAndTheOtherIsTold() throws Exception {
        String one = made(house.shelfA);
        String two = made(house.shelfA);
        for (int round = 0; round < ROUNDS; round++) {
            String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
            List<Integer> answers = together(
                    () -> status("/containers/" + one + "/pack", line(lot, 8)),
                    () -> status("/containers/" + two + "/pack", line(lot, 8)));
            assertThat(answers).contains(201).containsAnyOf(409, 422);
        }
        adds();
    }

    @Test
    void whoeverSealsFirstShutsOutWhoeverPacks() throws Exception {
        int shutOut = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String box = made(house.shelfA);
            String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 1);
            List<Integer> answers = together(
                    () -> status("/containers/" + box + "/seal", Map.of()),
                    () -> status("/containers/" + box + "/pack", line(lot, 1)),
                    () -> status("/containers/move", Map.of("containers", List.of(box), "to", house.shelfB)),
                    () -> status("/containers", Map.of("kind", "box", "in", box)));
            assertThat(answers.get(0)).isEqualTo(200);
            assertThat(answers.get(1)).isIn(201, 409);
            assertThat(answers.get(2)).isEqualTo(200);
            assertThat(answers.get(3)).isIn(201, 409);
            shutOut += answers.get(1) == 409 ? 1 : 0;
            var events = house.program(Role.VOLUNTEER).get("/api/v1/containers/" + box + "/history").as(InJson.class, InJson.READ).getList("rows.happened");
            assertThat(events).contains("sealed", "moved");
            assertThat(events.contains("packed")).isEqualTo(answers.get(1) == 201);
            if (events.contains("packed")) {
                assertThat(events.indexOf("packed")).as("packed before it was sealed").isGreaterThan(events.indexOf("sealed"));
            }
        }
        org.jboss.logging.Logger.getLogger(getClass()).infof("%d of %d were shut out", shutOut, ROUNDS);
        adds();
    }

    @Test
    void noContainerIsStrandedAtAClosedShelf() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String shelf = InJson.found(house.program(Role.COORDINATOR).body(Map.of("kind", "shelf", "name", "Busy", "site", house.site)).post("/api/v1/places").then().statusCode(201).extract(), "code");
            String box = made(house.shelfA);
            List<Integer> answers = together(
                    () -> status("/places/" + shelf + "/close", ""),
                    () -> status("/containers/move", Map.of("containers", List.of(box), "to", shelf)),
                    () -> status("/containers", Map.of("kind", "pallet", "in", shelf)));
            assertThat(answers.get(0)).isIn(200, 409);
            boolean closed = answers.get(0) == 200;
            assertThat(answers.subList(1, 3)).as("closed: %s", closed).allMatch(status -> closed ? status == 409 : status == 200 || status == 201);
        }
        adds();
    }

    @Test
    void noTwoContainersStandInEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String one = made(house.shelfA);
            String two = made(house.shelfA);
            List<Integer> answers = together(
                    () -> status("/containers/move", Map.of("containers", List.of(one), "to", two)),
                    () -> status("/containers/move", Map.of("containers", List.of(two), "to", one)));
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        adds();
    }

    @Test
    void movingCostsTheSameHoweverMuchIsInIt() throws Exception {
        int few = moving(10);
        int many = moving(10_000);
        assertThat(many).isLessThanOrEqualTo(few);
        assertThat(few).isLessThan(30);
        adds();
    }

    /** The statements of moving a pallet with so many lots in a box on it, and of looking at the box's page. */
    private int moving(int lots) {
        String pallet = made(house.shelfA);
        String box = made(pallet);
        goods.receive(house, box, lots);
        house.session(Role.VOLUNTEER);
        int moved = RoundTrips.during(() -> assertThat(status("/containers/move", Map.of("containers", List.of(pallet), "to", house.shelfB))).isEqualTo(200)).statements();
        int shown = RoundTrips.during(() -> house.browser(Role.VOLUNTEER).open("/containers/" + box)).statements();
        assertThat(shown).isLessThan(30);
        return moved;
    }

    @Test
    void severalAreMovedInAsManyStatementsAsOne() {

        List<String> all = InJson.found(house.program(Role.COORDINATOR).body(Map.of("kind", "box", "in", house.shelfA, "count", 40)).post("/api/v1/containers").then().statusCode(201).extract(), "containers.code");

        String one = made(house.shelfA);
        int single = RoundTrips.during(() -> assertThat(status("/containers/move", Map.of("containers", List.of(one), "to", house.shelfB))).isEqualTo(200)).statements();
        int together = RoundTrips.during(() -> assertThat(status("/containers/move", Map.of("containers", all, "to", house.shelfB))).isEqualTo(200)).statements();
        assertThat(together).isLessThanOrEqualTo(single + 2);
    }
}
