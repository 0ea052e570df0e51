package org.kindtrail.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.sale.ASale.line;
import static org.kindtrail.sale.ASale.lot;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;

import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class SaleResourceTest {
    @Inject
    ASale sales;

    @Inject
    SomeGoods goods;

    private long free(ASale.Opened sale, String lot) {
        List<Integer> onHand = InJson.found(sale.house
                .program(Role.VOLUNTEER)
                .get("/api/v1/lots/" + lot)
                .then()
                .statusCode(200)
                .extract(), "places.onHand");
        return onHand.stream().mapToLong(Integer::longValue).sum();
    }

    @Test
    void aReceiptOfSeveralLinesEarnsExactlyItsTotalOldestFirst() {
        ASale.Opened sale = sales.open("KZT");
        String old = sale.lay("jumpers-man", "L", 2);
        String young = sale.lay("jumpers-man", "L", 5);
        String socks = sale.lay("thick-socks-man", null, 10);
        sale.prices("jumpers-man", "500.00").statusCode(200).body(tells("prices[0].price", equalTo("500.00")));
        String code = InJson.found(sale.sell(line("jumpers-man", 3), lot(socks, 2, "75,50"))
                .statusCode(201)
                .body(tells("code", startsWith("SA-")))
                .body(tells("total", equalTo("1651.00")))
                .body(tells("pieces", equalTo(5)))
                .body(tells("kind", equalTo("pieces")))
                .body(tells("lines", hasSize(2)))
                .body(tells("lines[0].amount", equalTo("1500.00")))
                .body(tells("lines[0].lots.lot", equalTo(List.of(old, young))))
                .body(tells("lines[0].lots.quantity", equalTo(List.of(2, 1))))
                .body(tells("lines[1].priceEach", equalTo("75.50")))
                .body(tells("recordedBy", equalTo("The volunteer")))
                .extract(), "code");
        assertThat(sale.inFund("KZT")).isEqualTo(165_100);
        assertThat(free(sale, old)).isZero();
        assertThat(free(sale, young)).isEqualTo(4);
        sale.house.program(Role.VOLUNTEER).get("/api/v1/sales?drive=" + sale.drive).then().body(tells("rows.code", equalTo(List.of(code))));
        sale.house
                .program(Role.VOLUNTEER)
                .get("/api/v1/sales/" + code)
                .then()
                .body(tells("lines[0].lots.lot", equalTo(List.of(old, young))))
                .body(tells("takings", nullValue()));
        sale.balance()
                .body(tells("lines.find { it.item == 'jumpers-man' }.sold", equalTo(3)))
                .body(tells("lines.find { it.item == 'jumpers-man' }.there", equalTo(4)))
                .body(tells("money.sold", equalTo("1651.00")))
                .body(tells("money.uncountedReceipts", equalTo(1)));
    }

    @Test
    void aTableGoesForOneSumInOneConversion() {
        ASale.Opened sale = sales.open("KZT");
        sale.lay("jumpers-man", "L", 2);
        sale.lay("thick-socks-man", null, 10);
        String shelved = goods.receive(sale.house, sale.shelf, "winter-hats-man", null, 3);
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "1000.00", "shelf", sale.shelf))
                .statusCode(201)
                .body(tells("kind", equalTo("table")))
                .body(tells("pieces", equalTo(3)))
                .body(tells("lines[0].amount", nullValue()));
        assertThat(free(sale, shelved)).isZero();
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "2500.00")).statusCode(201).body(tells("pieces", equalTo(12))).body(tells("lines", hasSize(2)));
        assertThat(sale.inFund("KZT")).isEqualTo(350_000);
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "5.00")).statusCode(409).body(tells("detail", containsString("Market table")));
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "5.00", "shelf", sale.house.shelfA)).statusCode(422).body(tells("errors[0].pointer", equalTo("/shelf")));
    }

    @Test
    void moreLotsThanOneStatementTakesGoByThePieceAndAsAWhole() {
        ASale.Opened sale = sales.open("KZT");
        sale.layMany("jumpers-man", 1200);
        String some = InJson.found(sale.sell(line("jumpers-man", 700, "1")).statusCode(201).body(tells("lines[0].lots", hasSize(700))).extract(), "code");
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "333.33")).statusCode(201).body(tells("pieces", equalTo(500)));
        assertThat(sale.inFund("KZT")).isEqualTo(70_000 + 33_333);
        sale.reverse("/api/v1/sales/" + some).statusCode(200);
        sale.balance().body(tells("lines[0].sold", equalTo(500))).body(tells("lines[0].there", equalTo(700)));
    }

    @Test
    void aReversedReceiptPutsEverythingBackAndSpentMoneyStandsInTheWay() {
        ASale.Opened sale = sales.open("JPY");
        String lot = sale.lay("jumpers-man", "L", 4);
        String code = InJson.found(sale.sell(lot(lot, 3, "900")).statusCode(201).extract(), "code");
        sale.send(Role.VOLUNTEER, "/api/v1/sales/" + code + "/reverse", Map.of("why", "x")).statusCode(403);
        sale.reverse("/api/v1/sales/" + code).statusCode(200).body(tells("reversedAt", startsWith("20")));
        assertThat(sale.inFund("JPY")).isZero();
        assertThat(free(sale, lot)).isEqualTo(4);
        sale.reverse("/api/v1/sales/" + code).statusCode(409).body(tells("detail", containsString(code)));
        sale.balance().body(tells("lines[0].sold", equalTo(0))).body(tells("lines[0].there", equalTo(4))).body(tells("money.sold", equalTo("0")));
    }

    @Test
    void whatCannotBeSoldIsRefusedAndChangesNothing() {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 4);
        String elsewhere = goods.receive(sale.house, sale.house.shelfA, "jumpers-man", "L", 9);
        sale.sell(lot(lot, 5, "1.00"))
                .statusCode(409)
                .body(tells("type", equalTo("/problems/not-enough-stock")))
                .body(tells("errors[0].pointer", equalTo("/lines/0/quantity")))
                .body(tells("errors[0].detail", containsString("only 4 are")));
        sale.sell(line("jumpers-man", 3, "1.00"), lot(lot, 2, "1.00")).statusCode(409);
        sale.sell(lot(elsewhere, 1, "1.00")).statusCode(409).body(tells("errors[0].pointer", equalTo("/lines/0/lot")));
        sale.sell(line("thick-socks-man", 1, "1.00")).statusCode(409).body(tells("errors[0].pointer", equalTo("/lines/0/item")));
        for (String price : List.of("1.234", "-1", "0", "0.00", "ten", "1e3", "٣", "100000000000000000")) {
            sale.sell(lot(lot, 1, price)).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/price")));
        }
        for (long quantity : new long[] {0, -1, 1_000_000_000_000L, Long.MAX_VALUE}) {
            sale.sell(lot(lot, quantity, "1.00")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        sale.sell(Map.of("lot", lot, "quantity", "1.5", "price", "1.00")).statusCode(400);
        sale.sell(line("jumpers-man", 1)).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/price"))).body(tells("errors[0].detail", containsString("Jumpers")));
        sale.sell(Map.of("item", "jumpers-man", "size", "47", "price", "1.00")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/size")));
        sale.sell(Map.of("item", "money-kzt", "price", "1.00")).statusCode(422);
        sale.sell(Map.of("item", "jumpers-man", "grade", "unfit", "price", "1.00")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/grade")));
        sale.sell(Map.of("price", "1.00")).statusCode(422);
        sale.sell(Map.of("lot", "B-0000-0001", "price", "1.00")).statusCode(422);
        sale.send("/api/v1/sales", Map.of("drive", sale.drive)).statusCode(422);
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "lines", List.of())).statusCode(422);
        sale.send("/api/v1/sales", Map.of("drive", sale.drive, "sum", "0")).statusCode(422).body(tells("errors[0].pointer", equalTo("/sum")));
        Map<String, Object> early = new HashMap<>(Map.of("drive", sale.drive, "lines", List.of(lot(lot, 1, "1.00"))));
        early.put("occurredAt", "1999-12-31T10:00:00Z");
        sale.send("/api/v1/sales", early).statusCode(422).body(tells("errors[0].pointer", equalTo("/occurredAt")));
        assertThat(sale.inFund("KZT")).isZero();
        assertThat(free(sale, lot)).isEqualTo(4);
    }

    @Test
    void anAmountBeyondAllMoneyIsRefused() {
        ASale.Opened sale = sales.open("JPY");
        String lot = sale.lay("jumpers-man", "L", 900_000_000);
        sale.sell(lot(lot, 900_000_000, "90000000000000")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        sale.sell(lot(lot, 1, "1.5")).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/price")));
        assertThat(sale.inFund("JPY")).isZero();
    }

    @Test
    void aClosedDriveAnotherKindAndOthersCodesAreRefused() {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 4);
        ASale.Opened other = sales.open("KZT");
        String others = other.lay("jumpers-man", "L", 4);
        sale.sell(lot(others, 1, "1.00")).statusCode(409);
        sale.send("/api/v1/sales", Map.of("drive", other.drive, "lines", List.of(lot(lot, 1, "1.00")))).statusCode(422).body(tells("errors[0].pointer", equalTo("/drive")));
        sale.send("/api/v1/sales", Map.of("drive", "V-0000-0000", "lines", List.of(lot(lot, 1, "1.00")))).statusCode(422);
        String theirs = InJson.found(other.sell(lot(others, 1, "1.00")).statusCode(201).extract(), "code");
        sale.house.program(Role.COORDINATOR).get("/api/v1/sales/" + theirs).then().statusCode(404);
        sale.reverse("/api/v1/sales/" + theirs).statusCode(404);
        sale.house.program(Role.COORDINATOR).get("/api/v1/drives/" + other.drive + "/sale").then().statusCode(404);
        sale.house.program(Role.COORDINATOR).body(Map.of("fund", other.fund, "currency", "KZT", "version", 1)).put("/api/v1/drives/" + sale.drive + "/sale").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/fund")));
        ASale.Opened collecting = sales.openWithoutTerms("collection");
        collecting.terms("KZT").statusCode(409).body(tells("detail", containsString("does not sell")));
        sales.openWithoutTerms("sale").sell(lot(lot, 1, "1.00")).statusCode(409).body(tells("detail", containsString("no fund")));
        sale.house.program(Role.COORDINATOR).post("/api/v1/drives/" + sale.drive + "/close").then().statusCode(200);
        sale.sell(lot(lot, 1, "1.00")).statusCode(409).body(tells("detail", containsString("closed")));
    }

    @Test
    void termsStayOnceSomethingWasSoldAndAnotherCurrencyBeginsThePriceListAnew() {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 4);
        sale.prices("jumpers-man", "500.00").statusCode(200);
        String path = "/api/v1/drives/" + sale.drive + "/sale";
        Map<String, Object> dollars = Map.of("fund", sale.fund, "currency", "USD", "version", 1);
        sale.house.program(Role.VOLUNTEER).body(dollars).put(path).then().statusCode(403);
        sale.house.program(Role.COORDINATOR).body(Map.of("fund", sale.fund, "currency", "XXY", "version", 1)).put(path).then().statusCode(422).body(tells("errors[0].pointer", equalTo("/currency")));
        sale.house.program(Role.COORDINATOR).body(dollars).put(path).then().statusCode(200).body(tells("currency", equalTo("USD"))).body(tells("version", equalTo(2)));
        sale.house.program(Role.COORDINATOR).body(dollars).put(path).then().statusCode(409);
        sale.house.program(Role.VOLUNTEER).get(path + "/prices").then().body(tells("prices", hasSize(0))).body(tells("currency", equalTo("USD")));
        sale.sell(lot(lot, 1, "5.00")).statusCode(201);
        sale.house.program(Role.COORDINATOR).body(Map.of("fund", sale.fund, "currency", "KZT", "version", 2)).put(path).then().statusCode(409).body(tells("detail", containsString("stay")));
    }

    @Test
    void aPriceListHoldsEachItemAndConditionOnce() {
        ASale.Opened sale = sales.open("KZT");
        sale.prices("jumpers-man", "500.00", "jumpers-man", "600.00").statusCode(422).body(tells("errors[0].pointer", equalTo("/prices/1/item")));
        sale.prices("jumpers-man", "500.001").statusCode(422).body(tells("errors[0].pointer", equalTo("/prices/0/price")));
        sale.prices("jumpers-man", "0").statusCode(422);
        sale.prices("no-such-thing", "1").statusCode(422).body(tells("errors[0].pointer", equalTo("/prices/0/item")));
        sale.prices("jumpers-man", "500.00", "thick-socks-man", "20").statusCode(200).body(tells("prices", hasSize(2)));
        sale.prices("thick-socks-man", "25").statusCode(200).body(tells("prices.price", equalTo(List.of("25.00"))));
    }

    @Test
    void thingsAreBroughtToTheTableTakenBackAndOnToAnother() {
        ASale.Opened sale = sales.open("KZT");
        String path = "/api/v1/drives/" + sale.drive + "/sale/table";
        String old = goods.receive(sale.house, sale.house.shelfA, "jumpers-man", "L", 3);
        String young = goods.receive(sale.house, sale.house.shelfB, "jumpers-man", "M", 5);
        sale.send(path, Map.of("direction", "bring", "lines", List.of(line("jumpers-man", 4))))
                .statusCode(201)
                .body(tells("quantity", equalTo(4)))
                .body(tells("lines.lot", equalTo(List.of(old, young))));
        sale.send(path, Map.of("direction", "bring", "lines", List.of(line("jumpers-man", 5)))).statusCode(409).body(tells("errors[0].detail", containsString("only 4 are")));
        sale.send(path, Map.of("direction", "bring", "place", sale.house.shelfB, "shelf", sale.shelf, "all", true)).statusCode(201).body(tells("quantity", equalTo(4)));
        sale.send(path, Map.of("direction", "take", "place", sale.house.shelfA, "lines", List.of(Map.of("lot", young, "quantity", 2)))).statusCode(201).body(tells("quantity", equalTo(2)));
        sale.send(path, Map.of("direction", "take", "all", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/place")));
        sale.send(path, Map.of("direction", "bring", "all", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/place")));
        sale.send(path, Map.of("direction", "bring", "place", sale.shelf, "all", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/place")));
        sale.send(path, Map.of("direction", "bring", "place", sale.house.shelfA)).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        sale.balance().body(tells("lines[0].brought", equalTo(8))).body(tells("lines[0].taken", equalTo(2))).body(tells("lines[0].there", equalTo(6)));
        String moved = InJson.found(sale.send(path, Map.of("direction", "take", "place", sale.house.shelfA, "all", true)).statusCode(201).body(tells("quantity", equalTo(6))).extract(), "code");
        sale.reverse("/api/v1/movements/" + moved).statusCode(201);
        sale.balance().body(tells("lines[0].there", equalTo(6)));
    }

    @Test
    void whatIsLeftIsPassedOnInOneStepAndTheBalanceStillAddsUp() {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 6);
        sale.lay("thick-socks-man", null, 10);
        sale.sell(lot(lot, 1, "100")).statusCode(201);
        Map<String, Object> some = Map.of(
                "drive", sale.drive, "partner", "Warm <b>Hands</b>", "partnerPublic", true, "lines", List.of(Map.of("lot", lot, "quantity", 2)));
        sale.send("/api/v1/pass-ons", some).statusCode(403);
        String first = InJson.found(sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", some)
                .statusCode(201)
                .body(tells("partner", equalTo("Warm <b>Hands</b>")))
                .body(tells("partnerPublic", equalTo(true)))
                .body(tells("lines[0].quantity", equalTo(2)))
                .extract(), "code");
        String rest = InJson.found(sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("drive", sale.drive, "partner", "Others", "all", true))
                .statusCode(201)
                .body(tells("partnerPublic", equalTo(false)))
                .body(tells("lines.quantity", hasItems(3, 10)))
                .extract(), "code");
        sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("drive", sale.drive, "partner", "Others", "all", true)).statusCode(409);
        sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("partner", "Others", "all", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/from")));
        sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("drive", sale.drive, "all", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/partner")));
        sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("drive", sale.drive, "partner", "x".repeat(10_000), "all", true)).statusCode(422);
        sale.balance()
                .body(tells("lines.find { it.item == 'jumpers-man' }.passedOn", equalTo(5)))
                .body(tells("lines.find { it.item == 'jumpers-man' }.sold", equalTo(1)))
                .body(tells("lines.find { it.item == 'jumpers-man' }.there", equalTo(0)));
        sale.reverse("/api/v1/pass-ons/" + first).statusCode(200).body(tells("reversedAt", startsWith("20")));
        sale.reverse("/api/v1/pass-ons/" + first).statusCode(409);
        sale.house.program(Role.VOLUNTEER).get("/api/v1/pass-ons?drive=" + sale.drive).then().body(tells("rows.code", equalTo(List.of(rest, first))));
        assertThat(free(sale, lot)).isEqualTo(2);
        goods.receive(sale.house, sale.house.shelfA, "winter-hats-man", null, 2);
        sale.send(Role.DISTRIBUTOR, "/api/v1/pass-ons", Map.of("from", sale.house.shelfA, "partner", "Others", "all", true)).statusCode(201).body(tells("drive", nullValue()));
    }

    @Test
    void theSameKeySellsOnce() {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 4);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("drive", sale.drive, "lines", List.of(lot(lot, 1, "10")));
        String one = sale.house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/sales").then().statusCode(201).extract().asString();
        String two = sale.house.program(Role.VOLUNTEER).header("Idempotency-Key", key).body(body).post("/api/v1/sales").then().statusCode(201).extract().asString();
        assertThat(two).isEqualTo(one);
        assertThat(free(sale, lot)).isEqualTo(3);
    }

    @Test
    void sixteenSellOneLotToItsLastPieceAndTheRestAreTold() throws Exception {
        ASale.Opened sale = sales.open("KZT");
        String lot = sale.lay("jumpers-man", "L", 40);
        sale.house.token(Role.VOLUNTEER);
        ExecutorService people = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            tries.add(() -> sale.sell(lot(lot, 1, "12.50")).extract().statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : people.invokeAll(tries)) {
            answers.add(answer.get());
        }
        people.shutdown();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(40);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(24);
        assertThat(free(sale, lot)).isZero();
        assertThat(sale.inFund("KZT")).isEqualTo(40 * 1250);
        sale.balance().body(tells("lines[0].sold", equalTo(40))).body(tells("money.sold", equalTo("500.00"))).body(tells("money.receipts", equalTo(40)));
    }

    @Test
    void aReceiptOfFiveLinesCostsTheSameHoweverMuchLiesOnTheTable() {
        ASale.Opened sale = sales.open("KZT");
        List<String> items = List.of("jumpers-man", "thick-socks-man", "winter-hats-man", "trousers-man", "coats-man");
        items.forEach(item -> sale.lay(item, null, 5));
        Map<String, Object>[] lines = items.stream().map(item -> line(item, 1, "10")).toArray(Map[]::new);
        sale.sell(lines).statusCode(201);
        int few = RoundTrips.during(() -> sale.sell(lines).statusCode(201)).statements();
        for (int i = 0; i < 20; i++) {
            items.forEach(item -> sale.lay(item, null, 5));
        }
        sale.sell(lines).statusCode(201);
        RoundTrips.Count many = RoundTrips.during(() -> sale.sell(lines).statusCode(201));
        assertThat(many.statements()).as(String.join("\n", many.sql())).isLessThanOrEqualTo(Math.max(few, 20)).isLessThanOrEqualTo(20);
    }
}
