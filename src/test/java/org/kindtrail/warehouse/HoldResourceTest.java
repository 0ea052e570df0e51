package org.kindtrail.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;
import static org.kindtrail.warehouse.MoveResourceTest.line;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class HoldResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    @Inject
    ShelterNeeds needs;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse hold(Object... pairs) {
        Map<String, Object> body = line(pairs);
        body.putIfAbsent("kind", "check");
        body.putIfAbsent("why", "damp");
        return house.program(Role.VOLUNTEER).body(body).post("/api/v1/holds").then();
    }

    private ValidatableResponse release(String hold, Object... pairs) {
        return house.program(Role.DISTRIBUTOR).body(line(pairs)).post("/api/v1/holds/" + hold + "/release").then();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + path).then();
    }

    @Test
    void whatIsSetApartIsAvailableToNobodyUntilItIsReleased() {
        String lot = goods.receive(house, house.shelfA, "warm-jumpers-man", "L", 12);
        String need = needs.need(house, ShelterNeeds.line("warm-jumpers-man", 9, "L"));
        String code = InJson.found(hold("kind", "quarantine", "why", "bedbugs?", "lot", lot, "quantity", 8)
                .statusCode(201)
                .body(tells("kind", equalTo("quarantine")))
                .body(tells("madeBy", equalTo("The volunteer")))
                .body(tells("lines[0].held", equalTo(8)))
                .body(tells("lines[0].placeName", equalTo("School hall, Shelf A")))
                .body(tells("releasedAt", nullValue()))
                .extract(), "code");
        get("lots/" + lot).body(tells("places[0].available", equalTo(4))).body(tells("places[0].promised", equalTo(8)));
        get("needs/" + need + "/candidates").body(tells("lines[0].available", equalTo(4)));
        Map<String, Object> nine = line("need", need, "line", 1, "quantity", 9);
        house.program(Role.DISTRIBUTOR).body(nine).post("/api/v1/allocations").then().statusCode(409).body(tells("detail", containsString("Others are on hold under " + code)));
        house.program(Role.VOLUNTEER).body(line("lot", lot, "from", house.shelfA, "to", house.shelfB, "quantity", 5)).post("/api/v1/movements").then().statusCode(409).body(tells("detail", containsString("8 of them on hold under " + code)));
        String held = InJson.found(get("allocations?need=" + code).body(tells("rows", hasSize(1))).body(tells("rows[0].hold", equalTo(code))).body(tells("rows[0].need", nullValue())).extract(), "rows[0].code");
        house.program(Role.DISTRIBUTOR).body("{}").post("/api/v1/allocations/" + held + "/release").then().statusCode(409).body(tells("detail", containsString(code)));
        house.program(Role.DISTRIBUTOR).body(line("need", need)).post("/api/v1/dispatches").then().statusCode(409);
        house.program(Role.VOLUNTEER).body(line("outcome", "fine")).post("/api/v1/holds/" + code + "/release").then().statusCode(403);
        release(code, "outcome", " ").statusCode(422).body(tells("errors[0].pointer", equalTo("/outcome")));
        release(code, "outcome", "three were fine", "lines", List.of(line("line", 1, "quantity", 3)))
                .statusCode(200)
                .body(tells("releasedAt", nullValue()))
                .body(tells("lines[0].quantity", equalTo(8)))
                .body(tells("lines[0].held", equalTo(5)));
        get("lots/" + lot).body(tells("places[0].available", equalTo(7)));
        get("holds?standing=true").body(tells("rows.code", equalTo(List.of(code)))).body(tells("rows[0].held", equalTo(1)));
        release(code, "outcome", "all fine").statusCode(200).body(tells("outcome", equalTo("all fine"))).body(tells("releasedBy", equalTo("The distributor"))).body(tells("releasedAt", notNullValue()));
        get("lots/" + lot).body(tells("places[0].available", equalTo(12)));
        house.program(Role.DISTRIBUTOR).body(nine).post("/api/v1/allocations").then().statusCode(201);
        release(code, "outcome", "again").statusCode(409).body(tells("detail", containsString("released already")));
        get("holds?standing=true").body(tells("rows", hasSize(0)));
        get("holds?standing=false&kind=quarantine").body(tells("rows", hasSize(1)));
        get("holds?kind=check").body(tells("rows", hasSize(0)));
    }

    @Test
    void everythingFreeOfAnItemOrInABoxIsSetApart() {
        String box = goods.box(house, house.shelfA);
        String inner = goods.box(house, box);
        goods.receive(house, box, "towels", null, 5);
        goods.receive(house, inner, "soap", null, 7);
        goods.receive(house, house.shelfA, "soap", null, 4);
        goods.receive(house, house.shelfB, "soap", null, 3);
        goods.seal(house, inner);
        String ofBox = InJson.found(hold("place", box).statusCode(201).body(tells("lines", hasSize(2))).body(tells("lines.held.sum()", equalTo(12))).extract(), "code");
        hold("place", box).statusCode(409).body(tells("detail", containsString("Nothing is free")));
        // A box with what is on hold goes on within the house.
        goods.carry(house, box, house.shelfB);
        get("holds/" + ofBox).body(tells("lines[0].placeName", containsString("Shelf B")));
        hold("item", "soap", "place", house.shelfA).statusCode(201).body(tells("lines.held", equalTo(List.of(4))));
        hold("item", "soap", "quantity", 4).statusCode(409);
        hold("item", "soap", "place", house.site).statusCode(201).body(tells("lines.held", equalTo(List.of(3))));
        release(ofBox, "outcome", "fine", "lines", List.of(line("line", 1), line("line", 2, "quantity", 1))).statusCode(200);
        get("balances?item=soap&place=" + box).body(tells("rows.available.sum()", equalTo(1)));
    }

    @Test
    void refusesWhatCannotBeSetApartAndChangesNothing() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        AnOrganisation.House other = organisations.open();
        String theirs = goods.receive(other, other.shelfA, "jumpers-man", "L", 12);
        for (Object wrong : new Object[] {0, -1, 1_000_000_000_000L}) {
            hold("lot", lot, "quantity", wrong).statusCode(422).body(tells("errors[0].pointer", equalTo("/quantity")));
        }
        hold("lot", lot, "quantity", "1.5").statusCode(400);
        hold("lot", lot, "kind", "loan").statusCode(400);
        hold("lot", lot, "why", " ").statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        hold("lot", lot, "why", "x".repeat(10_000)).statusCode(422);
        hold("lot", theirs).statusCode(422).body(tells("errors[0].pointer", equalTo("/lot")));
        hold("lot", "B-XXXX-XXXX").statusCode(422);
        hold("lot", lot, "item", "jumpers-man").statusCode(422).body(tells("errors[0].pointer", equalTo("/item")));
        hold("item", "nothing").statusCode(422).body(tells("errors[0].pointer", equalTo("/item")));
        hold("item", "money-kzt").statusCode(422);
        hold("item", "jumpers-man", "size", "42").statusCode(422).body(tells("errors[0].pointer", equalTo("/size")));
        hold("lot", lot, "place", other.shelfA).statusCode(422).body(tells("errors[0].pointer", equalTo("/place")));
        hold("place", "lost").statusCode(422);
        hold().statusCode(422).body(tells("errors[0].pointer", equalTo("/place")));
        hold("place", house.shelfA, "quantity", 3).statusCode(422).body(tells("errors[0].pointer", equalTo("/quantity")));
        hold("lot", lot, "quantity", 13).statusCode(409);
        hold("lot", lot, "place", house.shelfB, "quantity", 1).statusCode(409);
        get("holds").body(tells("rows", hasSize(0)));
        get("allocations").body(tells("rows", hasSize(0)));
        String code = InJson.found(hold("lot", lot, "quantity", 5).statusCode(201).extract(), "code");
        for (Map<String, Object> wrong : List.of(line("line", 2), line("line", 1, "quantity", 6), line("line", 0), line("line", 1, "quantity", 0), line("line", 9_000_000_000L), line("quantity", 1))) {
            release(code, "outcome", "x", "lines", List.of(wrong)).statusCode(422);
        }
        release(code, "outcome", "x", "lines", List.of(line("line", 1), line("line", 1))).statusCode(422);
        other.program(Role.COORDINATOR).body(line("outcome", "x")).post("/api/v1/holds/" + code + "/release").then().statusCode(404);
        other.program(Role.COORDINATOR).get("/api/v1/holds/" + code).then().statusCode(404);
        other.program(Role.COORDINATOR).get("/api/v1/holds").then().body(tells("rows", hasSize(0)));
        get("holds/" + code).body(tells("lines[0].held", equalTo(5)));
        get("holds?standing=x").statusCode(400);
        get("holds?kind=x").statusCode(400);
        get("holds?after=x").statusCode(400);
        get("holds/HD-XXXX-XXXX").statusCode(404);
    }

    @Test
    void ofTwoWhoReleaseTheSameOneIsTold() throws Exception {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String code = InJson.found(hold("lot", lot).statusCode(201).extract(), "code");
        Callable<Integer> act = () -> release(code, "outcome", "fine").extract().statusCode();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> answer : threads.invokeAll(List.of(act, act, act))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
        get("lots/" + lot).body(tells("places[0].promised", equalTo(0)));
    }

    @Test
    void holdingFiftyLotsCostsHardlyMoreThanOne() {
        goods.receiveMany(house, house.shelfA, "towels", 50, 2);
        String one = goods.receive(house, house.shelfB, "soap", null, 3);
        hold("lot", one, "quantity", 1).statusCode(201);
        int few = RoundTrips.during(() -> hold("lot", one, "quantity", 1).statusCode(201)).statements();
        RoundTrips.Count many = RoundTrips.during(() -> hold("place", house.shelfA).statusCode(201).body(tells("lines", hasSize(50))));
        assertThat(many.statements()).as("%s", many.sql()).isLessThanOrEqualTo(few + 4).isLessThanOrEqualTo(22);
        String code = InJson.found(get("holds").extract(), "rows[0].code");
        RoundTrips.Count freed = RoundTrips.during(() -> release(code, "outcome", "fine").statusCode(200));
        assertThat(freed.statements()).as("%s", freed.sql()).isLessThanOrEqualTo(20);
        RoundTrips.Count list = RoundTrips.during(() -> get("holds").statusCode(200));
        assertThat(list.statements()).as("%s", list.sql()).isLessThanOrEqualTo(3);
    }
}
