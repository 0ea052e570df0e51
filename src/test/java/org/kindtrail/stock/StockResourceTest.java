package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class StockResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse get(String path) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + path).then();
    }

    private ValidatableResponse putAway(String lot, String from, String to, Object quantity) {
        return house.program(Role.VOLUNTEER).body(Map.of("lot", lot, "from", from, "to", to, "quantity", quantity)).post("/api/v1/movements").then();
    }

    @Test
    void tellsWhatLiesWhereAndWhatIsPromised() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String other = goods.receive(house, house.site, "practical-shoes-man", "42", 3);
        String need = goods.code(CodeKind.NEED);
        String promise = goods.promise(house, lot, house.shelfA, need, 12);
        get("balances").statusCode(200).body(tells("rows.lot", equalTo(List.of(lot, other)))).body(tells("rows[0].onHand", equalTo(12))).body(tells("rows[0].promised", equalTo(12))).body(tells("rows[0].available", equalTo(0))).body(tells("rows[0].placeName", equalTo("School hall, Shelf A")));
        get("balances?available=true").body(tells("rows.lot", equalTo(List.of(other))));
        get("balances?category=shoes").body(tells("rows.lot", equalTo(List.of(other))));
        get("balances?item=jumpers-man").body(tells("rows.lot", equalTo(List.of(lot))));
        get("balances?place=" + house.shelfA).body(tells("rows.lot", equalTo(List.of(lot))));
        get("balances?place=" + house.site).body(tells("rows.lot", equalTo(List.of(lot, other))));
        get("balances?place=" + house.shelfB).body(tells("rows", hasSize(0)));
        get("allocations").body(tells("rows.code", equalTo(List.of(promise)))).body(tells("rows[0].need", equalTo(need))).body(tells("rows[0].state", equalTo("pending")));
        get("allocations?need=" + need + "&lot=" + lot + "&state=pending").body(tells("rows", hasSize(1)));
        get("allocations?state=voided").body(tells("rows", hasSize(0)));
        house.program(Role.VOLUNTEER).get("/api/v1/allocations").then().statusCode(403);
        putAway(lot, house.shelfA, house.shelfB, 1).statusCode(409).body(tells("type", equalTo("/problems/not-enough-stock"))).body(tells("detail", containsString(need)));
    }

    @Test
    void putsAwayAndTakesItBack() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String document = InJson.found(putAway(lot, house.shelfA, house.shelfB, 5)
                .statusCode(201)
                .body(tells("document", startsWith("M-")))
                .body(tells("reason", equalTo("put_away")))
                .body(tells("fromName", equalTo("School hall, Shelf A")))
                .body(tells("recordedBy", equalTo("The volunteer")))
                .extract(), "document");
        get("lots/" + lot).body(tells("quantity", equalTo(12))).body(tells("places.onHand", equalTo(List.of(7, 5))));
        Map<String, Object> why = Map.of("why", "wrong shelf");
        String reverse = "/api/v1/movements/" + document + "/reverse";
        house.program(Role.DISTRIBUTOR).body(why).post(reverse).then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(why).post(reverse).then().statusCode(404);
        house.program(Role.COORDINATOR).body(Map.of("why", " ")).post(reverse).then().statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        house.program(Role.COORDINATOR).body(why).post(reverse).then().statusCode(201).body(tells("reversal", equalTo(true))).body(tells("why", equalTo("wrong shelf")));
        house.program(Role.COORDINATOR).body(why).post(reverse).then().statusCode(409);
        get("movements?document=" + document).body(tells("rows", hasSize(2))).body(tells("rows[0].reversed", equalTo(true))).body(tells("rows[1].reason", equalTo("reversed")));
        get("lots/" + lot).body(tells("places.onHand", equalTo(List.of(12))));
        String received = InJson.found(get("movements?lot=" + lot).body(tells("rows[0].from", equalTo("donated"))).body(tells("rows", hasSize(3))).extract(), "rows[0].document");
        house.program(Role.COORDINATOR).body(why).post("/api/v1/movements/" + received + "/reverse").then().statusCode(404);
    }

    @Test
    void theSameKeyPutsAwayOnce() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("lot", lot, "from", house.shelfA, "to", house.shelfB, "quantity", 5);
        String first = house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/movements").then().statusCode(201).extract().asString();
        assertThat(house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/movements").asString()).isEqualTo(first);
        get("balances?place=" + house.shelfB).body(tells("rows.onHand", equalTo(List.of(5))));
    }

    @Test
    void refusesWhatCannotBePutAwayAndChangesNothing() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 12);
        AnOrganisation.House other = organisations.open();
        String theirs = goods.receive(other, other.shelfA, "jumpers-man", "L", 12);
        for (Object wrong : new Object[] {0, -1, 1_000_000_000_000L}) {
            putAway(lot, house.shelfA, house.shelfB, wrong).statusCode(422).body(tells("errors[0].pointer", equalTo("/quantity")));
        }
        for (String wrong : new String[] {"9223372036854775808", "1.5", "\"٣\"", "\"1.5\""}) {
            house.program(Role.VOLUNTEER).body("{\"lot\":\"" + lot + "\",\"from\":\"" + house.shelfA + "\",\"to\":\"" + house.shelfB + "\",\"quantity\":" + wrong + "}").post("/api/v1/movements").then().statusCode(400).body(tells("errors[0].pointer", equalTo("/quantity")));
        }
        putAway(lot, house.shelfA, house.shelfB, 13).statusCode(409);
        putAway(lot, house.shelfB, house.shelfA, 1).statusCode(409);
        putAway(lot, house.shelfA, house.shelfA, 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/to")));
        putAway(lot, house.shelfA, other.shelfA, 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/to")));
        putAway(lot, other.shelfA, house.shelfA, 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/from")));
        putAway(theirs, house.shelfA, house.shelfB, 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/lot")));
        putAway(lot, "donated", house.shelfB, 1).statusCode(422);
        putAway(lot, house.shelfA, "lost", 1).statusCode(422);
        putAway("B-XXXX-XXXX", house.shelfA, house.shelfB, 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/lot")));
        house.program(Role.VOLUNTEER).body("{}").post("/api/v1/movements").then().statusCode(422).body(tells("errors", hasSize(4)));
        get("movements").body(tells("rows", hasSize(1)));
        get("balances").body(tells("rows.onHand", equalTo(List.of(12))));
    }

    @Test
    void anotherOrganisationsGoodsAreNotThere() {
        AnOrganisation.House other = organisations.open();
        String theirs = goods.receive(other, other.shelfA, "jumpers-man", "L", 12);
        get("balances").body(tells("rows", hasSize(0)));
        get("lots").body(tells("rows", hasSize(0)));
        get("movements").body(tells("rows", hasSize(0)));
        get("lots/" + theirs).statusCode(404);
        get("movements?lot=" + theirs).statusCode(404);
        get("allocations?lot=" + theirs).statusCode(404);
        get("balances?place=" + other.shelfA).statusCode(404);
        get("lots?place=" + other.shelfA).statusCode(404);
        get("lots?after=" + theirs).statusCode(400);
        get("balances?after=" + theirs + "." + other.shelfA).statusCode(400);
    }

    @Test
    void namesWhatCannotBeRead() {
        for (String wrong : new String[] {"balances?after=x", "balances?limit=0", "balances?available=x", "balances?category=x", "lots?after=x", "lots?limit=501", "movements?after=-1", "allocations?state=x", "allocations?after=x"}) {
            get(wrong).statusCode(400).contentType("application/problem+json");
        }
        for (String wrong : new String[] {"lots/x", "lots?item=x", "movements?document=x", "balances?item=x", "balances?place=x", "allocations?need=x"}) {
            get(wrong).statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void listsAreReadPageByPageWithoutARepeat() {
        List<String> lots = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 10);
            lots.add(lot);
            putAway(lot, house.shelfA, house.shelfB, 1).statusCode(201);
        }
        assertThat(paged("lots?limit=2", "code")).isEqualTo(lots);
        assertThat(paged("lots?limit=2&item=jumpers-man&place=" + house.shelfB, "code")).isEqualTo(lots);
        assertThat(paged("balances?limit=3", "lot")).hasSize(10).containsAll(lots);
        assertThat(paged("balances?limit=1&place=" + house.shelfB, "lot")).isEqualTo(lots);
        assertThat(paged("movements?limit=3", "lot")).hasSize(10);
    }

    private List<String> paged(String path, String field) {
        List<String> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = get(path + "&after=" + next).statusCode(200).extract();
            all.addAll(page.as(InJson.class, InJson.READ).get("rows." + field));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        return all;
    }

    @Test
    void aListCostsTheSameStatementsHoweverLongItIs() {
        Map<String, Integer> few = new HashMap<>();
        List<String> paths = List.of("lots", "balances", "movements", "allocations", "balances?item=jumpers-man&available=true");
        String need = goods.code(CodeKind.NEED);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                String lot = goods.receive(house, i % 2 == 0 ? house.shelfA : house.shelfB, i % 2 == 0 ? "jumpers-man" : "practical-shoes-man", null, 10);
                goods.promise(house, lot, i % 2 == 0 ? house.shelfA : house.shelfB, need, 1);
            }
            for (String path : paths) {
                get(path).statusCode(200);
                RoundTrips.Count trips = RoundTrips.during(() -> get(path).statusCode(200));
                assertThat(trips.statements()).as("%s: %s", path, trips.sql()).isLessThanOrEqualTo(3).isEqualTo(few.computeIfAbsent(path, known -> trips.statements()));
            }
        }
        get("lots").body(tells("rows.places.flatten().promised", hasItem(1)));
    }

    @Test
    void puttingAwayCostsFewRoundTrips() {
        String lot = goods.receive(house, house.shelfA, "jumpers-man", "L", 10);
        putAway(lot, house.shelfA, house.shelfB, 1).statusCode(201);
        RoundTrips.Count trips = RoundTrips.during(() -> putAway(lot, house.shelfA, house.site, 1).statusCode(201));
        assertThat(trips.statements()).as("%s", trips.sql()).isLessThanOrEqualTo(11);
    }
}
