package org.kindtrail.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class WriteOffResourceTest {
    @Inject
    AStocktake stocktakes;

    @Inject
    SomeGoods goods;

    AStocktake.Opened here;
    String a;
    String b;

    @BeforeEach
    void open() {
        here = stocktakes.open();
        a = here.house.shelfA;
        b = here.house.shelfB;
    }

    private static Map<String, Object> of(String cause, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("cause", cause));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static Map<String, Object> piece(String lot, String place, Object quantity) {
        Map<String, Object> piece = new HashMap<>(Map.of("lot", lot, "quantity", quantity));
        if (place != null) {
            piece.put("place", place);
        }
        return piece;
    }

    private ValidatableResponse writeOff(Map<String, Object> body) {
        return here.send(Role.VOLUNTEER, "write-offs", body);
    }

    private void value(String amount, String currency) {
        here.house.program(Role.COORDINATOR).body(Map.of("grade", "good", "amount", amount, "currency", currency)).post("/api/v1/items/jumpers-man/values").then().statusCode(200);
    }

    private ValidatableResponse limit(Object... currenciesAndAmounts) {
        List<Map<String, Object>> limits = new ArrayList<>();
        for (int i = 0; i < currenciesAndAmounts.length; i += 2) {
            limits.add(Map.of("currency", currenciesAndAmounts[i], "amount", currenciesAndAmounts[i + 1]));
        }
        return here.house.program(Role.COORDINATOR).body(Map.of("limits", limits)).put("/api/v1/write-offs/limits").then();
    }

    @Test
    void withoutALimitItIsPostedAtOnceAndTakenBackWhole() {
        String lot = here.lay(a, "jumpers-man", "L", 12);
        String code = InJson.found(writeOff(of("damaged", "why", "Rain", "lines", List.of(piece(lot, null, 5))))
                .statusCode(201)
                .body(tells("state", equalTo("posted")))
                .body(tells("destination", equalTo("let_go")))
                .body(tells("secondPerson", nullValue()))
                .body(tells("lines", hasSize(1)))
                .body(tells("lines[0].place", equalTo(a)))
                .body(tells("unvalued", equalTo(1)))
                .extract(), "code");
        assertThat(here.moved(code)).containsExactly(lot + " " + a + ">let-go 5");
        here.read(Role.VOLUNTEER, "movements?document=" + code).body(tells("rows[0].reason", equalTo("written_off"))).body(tells("rows[0].why", equalTo("Rain")));
        here.send(Role.VOLUNTEER, "write-offs/" + code + "/reverse", Map.of("why", "Dry again")).statusCode(403);
        here.send(Role.COORDINATOR, "write-offs/" + code + "/reverse", Map.of("why", "Dry again")).statusCode(200).body(tells("reversedAt", startsWith("20")));
        here.send(Role.COORDINATOR, "write-offs/" + code + "/reverse", Map.of("why", "Dry again")).statusCode(409);
        assertThat(here.at(a, lot)).isEqualTo(12);
        String stolen = InJson.found(writeOff(of("stolen", "lines", List.of(piece(lot, a, 2)))).statusCode(201).body(tells("destination", equalTo("lost"))).extract(), "code");
        assertThat(here.moved(stolen)).containsExactly(lot + " " + a + ">lost 2");
        here.verify();
    }

    @Test
    void aboveTheLimitTheGoodsAreSetApartUntilAnotherPersonAgrees() {
        value("500", "KZT");
        String lot = here.lay(a, "jumpers-man", "L", 12);
        limit("kzt", "1000").statusCode(200).body(tells("limits[0].currency", equalTo("KZT"))).body(tells("limits[0].amount", equalTo("1000.00")));
        writeOff(of("unfit", "lines", List.of(piece(lot, a, 2)))).statusCode(201).body(tells("state", equalTo("posted"))).body(tells("worth[0].amount", equalTo("1000.00")));
        Map<String, Object> three = of("unfit", "lines", List.of(piece(lot, a, 3)));
        String code = InJson.found(here.send(Role.COORDINATOR, "write-offs", three).statusCode(201).body(tells("state", equalTo("proposed"))).body(tells("secondPerson", equalTo("above_limit"))).body(tells("mayApprove", equalTo(false))).body(tells("mayDecline", equalTo(true))).extract(), "code");
        here.move(lot, a, b, 8).statusCode(409).body(tells("detail", containsString(code)));
        here.move(lot, a, b, 7).statusCode(201);
        here.send(Role.COORDINATOR, "write-offs/" + code + "/approve", Map.of()).statusCode(409).body(tells("detail", containsString("Another coordinator")));
        here.send(Role.VOLUNTEER, "write-offs/" + code + "/approve", Map.of()).statusCode(403);
        here.send(Role.VOLUNTEER, "write-offs/" + code + "/decline", Map.of("why", "x")).statusCode(403);
        RestAssured.given().header("Authorization", "Bearer " + here.another()).contentType("application/json").body(Map.of()).post("/api/v1/write-offs/" + code + "/approve").then().statusCode(200).body(tells("state", equalTo("posted"))).body(tells("decidedBy", equalTo("The second coordinator")));
        assertThat(here.moved(code)).containsExactly(lot + " " + a + ">let-go 3");
        assertThat(here.at(a, lot)).isZero();
        here.send(Role.COORDINATOR, "write-offs/" + code + "/decline", Map.of("why", "x")).statusCode(409).body(tells("detail", containsString("decided already")));
        String declined = InJson.found(writeOff(of("lost", "lines", List.of(piece(lot, b, 7)))).body(tells("state", equalTo("proposed"))).extract(), "code");
        here.send(Role.COORDINATOR, "write-offs/" + declined + "/decline", Map.of()).statusCode(422);
        here.send(Role.COORDINATOR, "write-offs/" + declined + "/decline", Map.of("why", "They are in the wash")).statusCode(200).body(tells("state", equalTo("declined")));
        here.move(lot, b, a, 7).statusCode(201);
        String own = InJson.found(writeOff(of("lost", "lines", List.of(piece(lot, a, 7)))).extract(), "code");
        here.send(Role.VOLUNTEER, "write-offs/" + own + "/decline", Map.of("why", "Found them")).statusCode(200);
        here.send(Role.COORDINATOR, "write-offs/" + own + "/reverse", Map.of("why", "x")).statusCode(409);
        here.verify();
    }

    @Test
    void whatCannotBeComparedWithALimitNeedsASecondPersonToo() {
        String unknown = here.lay(a, "jumpers-man", "L", 1);
        value("1", "USD");
        String dollars = here.lay(a, "jumpers-man", "M", 1);
        writeOff(of("lost", "lines", List.of(piece(dollars, a, 1)))).body(tells("state", equalTo("posted")));
        dollars = here.lay(a, "jumpers-man", "M", 1);
        limit("KZT", "1000000").statusCode(200);
        writeOff(of("lost", "lines", List.of(piece(dollars, a, 1)))).body(tells("secondPerson", equalTo("not_limited")));
        // by the standard value of today, where nobody said what it was worth when it came
        writeOff(of("lost", "lines", List.of(piece(unknown, a, 1)))).body(tells("secondPerson", equalTo("not_limited")));
        String gloves = here.lay(a, "gloves-man", null, 1);
        writeOff(of("lost", "lines", List.of(piece(gloves, a, 1)))).body(tells("secondPerson", equalTo("unknown")));
        limit().statusCode(200).body(tells("limits", hasSize(0)));
        limit("KZT", "1", "kzt", "2").statusCode(422).body(tells("errors[0].pointer", equalTo("/limits/1/currency")));
        limit("XYZ", "1").statusCode(422);
        limit("KZT", "-1").statusCode(422);
        here.house.program(Role.DISTRIBUTOR).body(Map.of("limits", List.of())).put("/api/v1/write-offs/limits").then().statusCode(403);
    }

    @Test
    void aWholeBoxAndWhatIsPastItsDayAreWrittenOffInOne() {
        String box = here.box(a);
        String inner = here.box(box);
        here.lay(box, "jumpers-man", "L", 4);
        here.lay(inner, "gloves-man", null, 3);
        String code = InJson.found(writeOff(of("infested", "container", box)).statusCode(201).body(tells("lineCount", equalTo(2))).extract(), "code");
        assertThat(here.at(inner, "gloves-man") + here.at(box, "jumpers-man")).isZero();
        here.read(Role.VOLUNTEER, "write-offs/" + code + "/lines").body(tells("rows", hasSize(2)));
        writeOff(of("infested", "container", box)).statusCode(409).body(tells("detail", containsString("nothing in")));
        writeOff(of("infested", "container", a)).statusCode(422).body(tells("errors[0].pointer", equalTo("/container")));
        writeOff(of("expired", "expiredAt", here.house.site)).statusCode(409).body(tells("detail", containsString("past its day")));
        layUntil(a, LocalDate.of(2020, 5, 1));
        layUntil(b, LocalDate.of(2099, 5, 1));
        writeOff(of("expired", "expiredAt", here.house.site)).statusCode(201).body(tells("lineCount", equalTo(1))).body(tells("lines[0].place", equalTo(a)));
        assertThat(here.at(b, "hygiene-pads")).isEqualTo(0);
        assertThat(here.at(b, "jumpers-man")).isEqualTo(2);
    }

    @Inject
    org.kindtrail.stock.Ledger ledger;

    @Inject
    org.kindtrail.place.Places places;

    @Inject
    org.kindtrail.catalogue.Catalogue catalogue;

    @Inject
    org.kindtrail.kernel.Codes codes;

    private void layUntil(String place, LocalDate day) {
        here.work(() -> ledger.receive(
                4_000_000_000_001L,
                places.get(place),
                new org.kindtrail.stock.Entry(org.kindtrail.stock.Reason.RECEIVED, codes.next(org.kindtrail.kernel.CodeKind.DONATION), java.time.Instant.parse("2020-01-01T00:00:00Z")),
                List.of(new org.kindtrail.stock.NewLot(codes.next(org.kindtrail.kernel.CodeKind.BAG), catalogue.find("jumpers-man"), "L", null, org.kindtrail.catalogue.Grade.GOOD, 2)
                        .until(day))));
    }

    @Test
    void badInputIsRefusedByNameAndChangesNothing() {
        String lot = here.lay(a, "jumpers-man", "L", 10);
        here.move(lot, a, b, 4).statusCode(201);
        AStocktake.Opened other = stocktakes.open();
        String theirs = other.lay(other.house.shelfA, "jumpers-man", "L", 1);
        writeOff(of("damaged")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        writeOff(of("damaged", "container", "C-0000-0000", "expiredAt", a)).statusCode(422);
        writeOff(of("other", "lines", List.of(piece(lot, a, 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        writeOff(of("other", "why", "Given to a film crew", "lines", List.of(piece(lot, a, 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/destination")));
        writeOff(of("damaged", "lines", List.of(piece(lot, null, 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/place"))).body(tells("errors[0].detail", containsString("Shelf A; School hall, Shelf B")));
        writeOff(of("damaged", "lines", List.of(piece(theirs, a, 1), piece(lot, other.house.shelfA, 1), piece(lot, a, 1), piece(lot, a, 2))))
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of("/lines/0/lot", "/lines/1/place", "/lines/3/quantity"))));
        for (Object quantity : new Object[] {0, -1, 1_000_000_000_000L}) {
            writeOff(of("damaged", "lines", List.of(piece(lot, a, quantity)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        writeOff(of("damaged", "lines", List.of(piece(lot, a, 7)))).statusCode(409).body(tells("type", containsString("not-enough-stock")));
        writeOff(of("damaged", "foundAt", "1999-01-01T00:00:00Z", "lines", List.of(piece(lot, a, 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/foundAt")));
        writeOff(of("damaged", "disposal", "x".repeat(10_000), "lines", List.of(piece(lot, a, 1)))).statusCode(422).body(tells("errors[0].pointer", equalTo("/disposal")));
        assertThat(here.at(a, lot)).isEqualTo(6);
        String notOurs = InJson.found(other.send(Role.VOLUNTEER, "write-offs", of("lost", "lines", List.of(piece(theirs, null, 1)))).statusCode(201).extract(), "code");
        here.read(Role.COORDINATOR, "write-offs/" + notOurs).statusCode(404);
        here.send(Role.COORDINATOR, "write-offs/" + notOurs + "/reverse", Map.of("why", "x")).statusCode(404);
        here.read(Role.VOLUNTEER, "write-offs").body(tells("rows", hasSize(0)));
    }

    @Test
    void sixteenAtOnceWriteOffWhatIsThereAndNoMore() throws Exception {
        String lot = here.lay(a, "jumpers-man", "L", 10);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CyclicBarrier start = new CyclicBarrier(16);
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Callable<Integer> act = () -> {
                    start.await();
                    return writeOff(of("lost", "lines", List.of(piece(lot, a, 1)))).extract().statusCode();
                };
                running.add(threads.submit(act));
            }
            int posted = 0;
            for (Future<Integer> each : running) {
                assertThat(each.get()).isIn(201, 409, 422);
                posted += each.get() == 201 ? 1 : 0;
            }
            assertThat(posted).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
        assertThat(here.at(a, lot)).isZero();
        here.verify();
    }
}
