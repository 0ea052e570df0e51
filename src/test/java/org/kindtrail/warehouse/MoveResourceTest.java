package org.kindtrail.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class MoveResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    /** A line from name-value pairs; a null value is left out. */
    static Map<String, Object> line(Object... pairs) {
        Map<String, Object> line = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                line.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return line;
    }

    private Map<String, Object> move(String from, String to, List<Map<String, Object>> lines) {
        return line("from", from, "to", to, "lines", lines);
    }

    private ValidatableResponse post(Object body) {
        return house.program(Role.VOLUNTEER).body(body).post("/api/v1/moves").then();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + path).then();
    }

    @Test
    void severalLinesGoUnderOneDocumentByLotAndByItem() {
        String lot = goods.receive(house, house.site, "towels", null, 12);
        String soon = goods.receive(house, house.shelfB, "canned-food", null, 5, LocalDate.now().plusDays(20));
        String later = goods.receive(house, house.site, "canned-food", null, 9, LocalDate.now().plusDays(90));
        String never = goods.receive(house, house.site, "canned-food", null, 9);
        Map<String, Object> body = move(house.site, house.shelfA, List.of(line("lot", lot, "quantity", 4), line("item", "canned-food", "quantity", 8)));
        body.put("why", "to the front");
        String code = InJson.found(post(body)
                .statusCode(201)
                .body(tells("code", startsWith("M-")))
                .body(tells("why", equalTo("to the front")))
                .body(tells("recordedBy", equalTo("The volunteer")))
                .body(tells("lines.lot", equalTo(List.of(lot, soon, later))))
                .body(tells("lines.quantity", equalTo(List.of(4, 5, 3))))
                .body(tells("lines.fromName", equalTo(List.of("School hall", "School hall, Shelf B", "School hall"))))
                .body(tells("lines.toName", equalTo(List.of("School hall, Shelf A", "School hall, Shelf A", "School hall, Shelf A"))))
                .extract(), "code");
        get("moves/" + code.toLowerCase()).statusCode(200).body(tells("lines", hasSize(3))).body(tells("reversedAt", nullValue()));
        get("moves").body(tells("rows.code", equalTo(List.of(code)))).body(tells("rows[0].lines", equalTo(3))).body(tells("rows[0].from", nullValue())).body(tells("rows[0].to", equalTo("School hall, Shelf A"))).body(tells("rows[0].reversed", equalTo(false)));
        Map<String, Object> why = Map.of("why", "wrong shelf");
        house.program(Role.DISTRIBUTOR).body(why).post("/api/v1/moves/" + code + "/reverse").then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(why).post("/api/v1/moves/" + code + "/reverse").then().statusCode(404);
        house.program(Role.COORDINATOR).body(why).post("/api/v1/moves/" + code + "/reverse").then().statusCode(200).body(tells("reversedWhy", equalTo("wrong shelf"))).body(tells("lines", hasSize(3)));
        house.program(Role.COORDINATOR).body(why).post("/api/v1/moves/" + code + "/reverse").then().statusCode(409);
        get("balances?place=" + house.shelfA).body(tells("rows", hasSize(0)));
        get("moves").body(tells("rows[0].reversed", equalTo(true)));
        // What is past its day can still be moved, and what never expires goes last.
        String past = goods.receive(house, house.site, "canned-food", null, 2, LocalDate.now().minusDays(3));
        post(move(house.site, house.shelfA, List.of(line("item", "canned-food")))).statusCode(201).body(tells("lines.lot", equalTo(List.of(past, soon, later, never))));
    }

    @Test
    void takesWhatLinesSayAndNothingTwice() {
        String large = goods.receive(house, house.shelfA, "jumpers-man", "L", 6);
        String small = goods.receive(house, house.shelfB, "jumpers-man", "S", 6);
        post(line("to", house.site, "lines", List.of(line("item", "jumpers-man", "quantity", 7), line("item", "jumpers-man", "size", "L", "quantity", 5))))
                .statusCode(201)
                .body(tells("lines.findAll { it.lot == '" + large + "' }.quantity.sum()", equalTo(6)))
                .body(tells("lines.findAll { it.lot == '" + small + "' }.quantity.sum()", equalTo(6)));
        // All of a lot, wherever it lies, into a box, and from the box to a shelf.
        String box = goods.box(house, house.shelfA);
        String bag = goods.receive(house, house.shelfB, "unsorted-bag", null, 1);
        post(line("to", box, "lines", List.of(line("lot", large), line("lot", bag)))).statusCode(201).body(tells("lines.quantity", equalTo(List.of(6, 1)))).body(tells("lines.to", equalTo(List.of(box, box))));
        post(line("from", box, "lines", List.of(line("lot", large, "quantity", 2, "to", house.shelfB), line("item", "unsorted-bag", "to", house.site)))).statusCode(201);
        get("balances?place=" + box).body(tells("rows.onHand", equalTo(List.of(4))));
        goods.seal(house, box);
        post(line("from", box, "to", house.site, "lines", List.of(line("lot", large, "quantity", 1)))).statusCode(409).body(tells("detail", containsString("sealed")));
        post(line("from", house.site, "to", box, "lines", List.of(line("lot", bag)))).statusCode(409).body(tells("detail", containsString("sealed")));
    }

    @Test
    void aDocumentOfAnotherRoomIsShownWhateverItMoved() {
        String box = goods.box(house, house.shelfA);
        String carried = goods.carry(house, box, house.shelfB);
        get("moves/" + carried).statusCode(200).body(tells("lines", hasSize(0))).body(tells("containers[0].container", equalTo(box))).body(tells("containers[0].fromName", equalTo("School hall, Shelf A"))).body(tells("containers[0].toName", equalTo("School hall, Shelf B")));
        house.program(Role.COORDINATOR).body(Map.of("why", "no")).post("/api/v1/moves/" + carried + "/reverse").then().statusCode(409).body(tells("detail", containsString("moved containers")));
        get("moves").body(tells("rows[0].code", equalTo(carried))).body(tells("rows[0].containers", equalTo(1))).body(tells("rows[0].from", equalTo("School hall, Shelf A"))).body(tells("rows", hasSize(1)));
        organisations.open().program(Role.COORDINATOR).get("/api/v1/moves/" + carried).then().statusCode(404);
        assertThat(house.browser(Role.VOLUNTEER).open("/moves/" + carried).text()).contains("Containers, with all that is in them", box);
    }

    @Test
    void refusesWhatCannotBeMovedAndChangesNothing() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        AnOrganisation.House other = organisations.open();
        String theirs = goods.receive(other, other.shelfA, "jumpers-man", "L", 12);
        for (Object wrong : new Object[] {0, -1, 1_000_000_000_000L}) {
            post(move(null, house.shelfB, List.of(line("lot", lot, "quantity", wrong)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        for (String wrong : new String[] {"9223372036854775808", "1.5", "\"٣\""}) {
            post("{\"to\":\"" + house.shelfB + "\",\"lines\":[{\"lot\":\"" + lot + "\",\"quantity\":" + wrong + "}]}").statusCode(400).body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        refused("/lines/0/to", line("lot", lot, "quantity", 1));
        refused("/lines/0/lot", line("lot", theirs, "to", house.shelfB));
        refused("/lines/0/lot", line("lot", "B-XXXX-XXXX", "to", house.shelfB));
        refused("/lines/0/lot", line("lot", "x".repeat(10_000), "to", house.shelfB));
        refused("/lines/0/to", line("lot", lot, "to", other.shelfB));
        refused("/lines/0/to", line("lot", lot, "to", "lost"));
        refused("/lines/0/from", line("lot", lot, "from", other.shelfA, "to", house.shelfB));
        refused("/lines/0/to", line("lot", lot, "from", house.shelfA, "to", house.shelfA));
        refused("/lines/0/item", line("to", house.shelfB));
        refused("/lines/0/item", line("lot", lot, "item", "jumpers-man", "to", house.shelfB));
        refused("/lines/0/item", line("item", "money-kzt", "to", house.shelfB));
        refused("/lines/0/item", line("item", "{item.x}<b>", "to", house.shelfB));
        refused("/lines/0/size", line("item", "jumpers-man", "size", "42", "to", house.shelfB));
        post(move(null, house.shelfB, List.of())).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        post(move(null, house.shelfB, java.util.Collections.nCopies(51, line("lot", lot)))).statusCode(422);
        post("{}").statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        Map<String, Object> dated = move(null, house.shelfB, List.of(line("lot", lot)));
        for (String wrong : new String[] {"1999-12-31T12:00:00Z", "2126-01-01T12:00:00Z"}) {
            dated.put("occurredAt", wrong);
            post(dated).statusCode(422).body(tells("errors[0].pointer", equalTo("/occurredAt")));
        }
        post(move(house.shelfA, house.shelfB, List.of(line("lot", lot, "quantity", 13)))).statusCode(409).body(tells("detail", containsString("12 are at School hall, Shelf A")));
        post(move(null, house.shelfB, List.of(line("lot", lot, "quantity", 13)))).statusCode(409);
        post(move(house.shelfB, house.site, List.of(line("lot", lot)))).statusCode(409).body(tells("detail", containsString("Nothing of " + lot + " is free")));
        post(move(null, house.shelfB, List.of(line("lot", lot, "quantity", 1), line("item", "jumpers-man", "quantity", 12)))).statusCode(409);
        post(move(null, house.shelfA, List.of(line("item", "jumpers-man")))).statusCode(409);
        String need = goods.code(CodeKind.NEED);
        goods.promise(house, lot, house.shelfA, need, 12);
        post(move(house.shelfA, house.shelfB, List.of(line("lot", lot, "quantity", 1)))).statusCode(409).body(tells("detail", containsString("promised to " + need)));
        get("movements").body(tells("rows", hasSize(1)));
        get("moves").body(tells("rows", hasSize(0)));
        get("moves?after=x").statusCode(400);
        get("moves?limit=0").statusCode(400);
        get("moves/M-XXXX-XXXX").statusCode(404);
        get("moves/" + "x".repeat(500)).statusCode(404);
    }

    private void refused(String pointer, Map<String, Object> line) {
        post(line("lines", List.of(line))).statusCode(422).body(tells("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void theSameKeyMovesOnceAndPagesFollowEachOther() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = move(house.shelfA, house.shelfB, List.of(line("lot", lot, "quantity", 2)));
        String first = house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/moves").then().statusCode(201).extract().asString();
        assertThat(house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/moves").asString()).isEqualTo(first);
        for (int i = 0; i < 4; i++) {
            post(body).statusCode(201);
        }
        goods.carry(house, goods.box(house, house.shelfA), house.shelfB);
        List<String> all = InJson.found(get("moves").body(tells("rows", hasSize(6))).extract(), "rows.code");
        List<String> paged = new ArrayList<>();
        for (String next = ""; next != null; ) {
            var page = get("moves?limit=2&after=" + next).statusCode(200).extract();
            paged.addAll(page.as(InJson.class, InJson.READ).get("rows.code"));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void fiftyLinesCostHardlyMoreThanOne() {
        List<String> lots = goods.receiveMany(house, house.site, "towels", 50, 10);
        goods.receiveMany(house, house.site, "soap", 50, 2);
        List<Map<String, Object>> lines = new ArrayList<>(lots.stream().limit(25).map(lot -> line("lot", lot, "quantity", 3)).toList());
        for (int i = 0; i < 25; i++) {
            lines.add(line("item", i % 2 == 0 ? "soap" : "towels", "quantity", 1));
        }
        post(move(house.site, house.shelfA, lines)).statusCode(201);
        int one = RoundTrips.during(() -> post(move(house.site, house.shelfA, List.of(line("lot", lots.get(30), "quantity", 1)))).statusCode(201)).statements();
        RoundTrips.Count trips = RoundTrips.during(() -> post(move(house.site, house.shelfB, lines)).statusCode(201));
        assertThat(trips.statements()).as("%s", trips.sql()).isLessThanOrEqualTo(one + 3).isLessThanOrEqualTo(17);
        for (String path : List.of("moves", "moves/" + InJson.found(get("moves").extract(), "rows[0].code"))) {
            RoundTrips.Count read = RoundTrips.during(() -> get(path).statusCode(200));
            assertThat(read.statements()).as("%s", read.sql()).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void ofManyWhoMoveHoldAndPromiseTheSameLotOnlyWhatIsThereIsTaken() throws Exception {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String need = goods.code(CodeKind.NEED);
        List<Callable<Integer>> acts = List.of(
                () -> post(move(house.shelfA, house.shelfB, List.of(line("lot", lot, "quantity", 5)))).extract().statusCode(),
                () -> house.program(Role.VOLUNTEER).body(line("kind", "check", "why", "damp", "lot", lot, "place", house.shelfA, "quantity", 5)).post("/api/v1/holds").statusCode(),
                () -> {
                    try {
                        goods.promise(house, lot, house.shelfA, need, 5);
                        return 201;
                    } catch (Exception refused) {
                        return 409;
                    }
                },
                () -> post(move(house.shelfA, house.site, List.of(line("item", "jumpers-man", "quantity", 5)))).extract().statusCode());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(answer -> answer == 201)).hasSize(2);
        List<Integer> onHand = InJson.found(get("lots/" + lot).extract(), "places.onHand");
        assertThat(onHand.stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
        get("movements?lot=" + lot).body(tells("rows.reason", not(hasItem("reversed"))));
        assertThat(Arrays.asList(0, 5, 10)).contains((Integer) InJson.found(get("lots/" + lot).extract(), "places.promised.sum()"));
    }
}
