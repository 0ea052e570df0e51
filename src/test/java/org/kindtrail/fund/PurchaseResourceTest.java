package org.kindtrail.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.fund.AFund.line;
import static org.kindtrail.fund.AFund.of;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PurchaseResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnOrganisation.House house;
    AFund fund;

    @BeforeEach
    void open() {
        house = organisations.open();
        fund = new AFund(house);
    }

    private Map<String, Object> beds(String price, List<Map<String, Object>> draws, Object... more) {
        return fund.purchase(List.of(line("chair-bed", 4, price)), draws, more);
    }

    private void refused(Map<String, Object> command, int status, String pointer, String... words) {
        var answer = fund.post("purchases", command).statusCode(status).body(tells("errors[0].pointer", equalTo(pointer)));
        for (String each : words) {
            answer.body(tells("errors[0].detail", containsString(each)));
        }
    }

    @Test
    void goodsAreBoughtWithTheOldestMoneyAndBearTheirPrice() {
        String first = fund.given("40000.00", "KZT");
        fund.given("20000.00", "KZT");
        String code = fund.bought();
        fund.get("purchases/" + code)
                .statusCode(200)
                .body(tells("total", equalTo("54000.50")))
                .body(tells("lines[0].price", equalTo("48000.00")))
                .body(tells("lines[0].grade", equalTo("new")))
                .body(tells("draws[0].amount", equalTo("54000.50")))
                .body(tells("draws[0].countsFor", equalTo("54000.50")))
                .body(tells("draws[0].rate", nullValue()))
                .body(tells("reversedAt", nullValue()));
        assertThat(fund.holds()).containsExactly("5999.50 KZT");
        String lot = InJson.found(fund.get("purchases/" + code).extract(), "lines[0].lot");
        house.program(Role.VOLUNTEER).get("/api/v1/lots/" + lot).then().statusCode(200).body(tells("quantity", equalTo(4)));
        house.program(Role.VOLUNTEER).get("/api/v1/donations/" + first).then().body(tells("lots[0].onHand", equalTo(0)));
        fund.get("purchases?fund=" + fund.code).body(tells("rows.code", hasItem(code)));
        fund.get("purchases?fund=" + fund.another("Other")).body(tells("rows", hasSize(0)));
    }

    @Test
    void severalFundsAndCurrenciesPayTogetherAndTheirShareIsWhatTheyCountFor() {
        fund.given("10000.00", "KZT");
        fund.given("100.00", "USD");
        String other = fund.another("Linen");
        fund.given(other, "5000.00", "KZT");
        String code = InJson.found(fund.post(
                        "purchases",
                        beds("60025.00", List.of(
                                of("fund", fund.code, "amount", "10000.00"),
                                of("fund", fund.code, "amount", "100.00", "currency", "USD", "rate", "450.25"),
                                of("fund", other, "amount", "5000.00", "currency", "KZT"))))
                .statusCode(201)
                .body(tells("draws[1].countsFor", equalTo("45025.00")))
                .body(tells("draws[1].rate", equalTo("450.25")))
                .extract(), "code");
        assertThat(fund.holds()).isEmpty();
        assertThat(fund.holds(other)).isEmpty();
        List<Number> shares = shares(code);
        assertThat(shares.stream().mapToLong(Number::longValue).sum()).isEqualTo(1_000_000_000_000L);
        assertThat(shares).extracting(Number::longValue).contains(750_104_123_282L, 166_597_251_145L, 83_298_625_573L);
    }

    @SuppressWarnings("unchecked")
    private List<Number> shares(String document) {
        return database.createNativeQuery(
                        "select i.share from conversion_input i join conversion c on c.id = i.conversion_id where c.document = ?1")
                .setParameter(1, document)
                .getResultList();
    }

    @Test
    void bothAmountsMayBeTypedAndMustAgreeWithARateThatIsTypedToo() {
        fund.given("100.00", "USD");
        List<Map<String, Object>> both =
                List.of(of("fund", fund.code, "amount", "10.00", "currency", "USD", "countsFor", "4502.50"));
        fund.post("purchases", beds("4502.50", both)).statusCode(201).body(tells("draws[0].rate", nullValue()));
        refused(
                beds("4502.50", List.of(of(
                        "fund", fund.code, "amount", "10.00", "currency", "USD", "countsFor", "4502.50", "rate", "470"))),
                422,
                "/draws/0/countsFor",
                "4,700.00");
        assertThat(fund.holds()).containsExactly("90.00 USD");
    }

    @Test
    void moreThanAFundHoldsIsRefusedNamingItWhatItHoldsAndWhatWasWanted() {
        fund.given("100.00", "KZT");
        refused(beds("48000.00", List.of(of("fund", fund.code))), 409, "/draws/0/amount", "Beds", "100.00", "48,000.00");
        fund.post("purchases", beds("48000.00", List.of(of("fund", fund.code)))).body(tells("type", equalTo("/problems/not-enough-stock")));
        refused(beds("5.00", List.of(of("fund", fund.code, "amount", "1.00", "currency", "USD", "rate", "5"))), 409, "/draws/0/amount", "0.00");
        assertThat(fund.holds()).containsExactly("100.00 KZT");
    }

    @Test
    void badInputIsToldAtItsFieldAndChangesNothing() {
        fund.given("1000.00", "KZT");
        fund.given("1000", "JPY");
        List<Map<String, Object>> all = List.of(of("fund", fund.code));
        refused(beds("10.005", all), 422, "/lines/0/price", "KZT has 2 digits");
        refused(beds("10.5", all, "currency", "JPY"), 422, "/lines/0/price", "no smaller units");
        refused(beds("-1", all), 422, "/lines/0/price", "less than nothing");
        refused(beds("0", all), 422, "/lines/0/price", "above nothing");
        refused(beds("1".repeat(10_000), all), 422, "/lines/0/price");
        refused(beds("٣", all), 422, "/lines/0/price");
        refused(beds("10", all, "currency", "XYZ"), 422, "/currency", "XYZ");
        refused(beds("10", all, "supplier", " "), 422, "/supplier");
        refused(beds("10", all, "supplier", "x".repeat(10_000)), 422, "/supplier");
        refused(beds("10", all, "place", "P-0000-0001"), 422, "/place");
        refused(beds("10", all, "occurredAt", "1999-01-01T00:00:00Z"), 422, "/occurredAt");
        refused(beds("10", List.of(of("fund", "FN-0000-0000"))), 422, "/draws/0/fund");
        refused(beds("10", List.of(of("fund", fund.code, "amount", "7"))), 422, "/draws/0/amount", "3.00");
        refused(beds("10", List.of(of("fund", fund.code, "amount", "11"))), 422, "/draws/0/amount", "1.00");
        refused(
                beds("10", List.of(of("fund", fund.code, "amount", "5"), of("fund", fund.code, "amount", "5"))),
                422,
                "/draws/1/fund",
                "twice");
        refused(beds("10", List.of(of("fund", fund.code, "amount", "5", "currency", "JPY"))), 422, "/draws/0/rate");
        refused(beds("10", List.of(of("fund", fund.code, "amount", "10", "rate", "2"))), 422, "/draws/0/rate");
        refused(beds("10", List.of(of("fund", fund.code, "amount", "5", "currency", "JPY", "rate", "0"))), 422, "/draws/0/rate");
        refused(beds("10", List.of()), 422, "/draws");
        refused(fund.purchase(List.of(), all), 422, "/lines");
        refused(fund.purchase(List.of(line("chair-bed", 0, "10")), all), 422, "/lines/0/quantity");
        refused(fund.purchase(List.of(line("money-kzt", 1, "10")), all), 422, "/lines/0/item");
        refused(fund.purchase(List.of(line("unsorted-bag", 1, "10")), all), 422, "/lines/0/item");
        fund.post("purchases", fund.purchase(List.of(of("item", "chair-bed", "quantity", 1.5, "price", "1")), all)).statusCode(400);
        fund.post("purchases", fund.purchase(List.of(of("item", "chair-bed", "quantity", 1, "price", 1)), all)).statusCode(400);
        assertThat(fund.holds()).containsExactly("1000 JPY", "1000.00 KZT");
        fund.get("purchases").body(tells("rows", hasSize(0)));
    }

    @Test
    void whatIsAnotherOrganisationsIsNotThere() {
        fund.given("1000.00", "KZT");
        AFund theirs = new AFund(organisations.open());
        theirs.given("1000.00", "KZT");
        refused(beds("10", List.of(of("fund", theirs.code))), 422, "/draws/0/fund");
        refused(beds("10", List.of(of("fund", fund.code)), "place", theirs.house.site), 422, "/place");
        String bought = InJson.found(theirs.post("purchases", theirs.purchase(List.of(line("chair-bed", 1, "10")), List.of(of("fund", theirs.code))))
                .statusCode(201)
                .extract(), "code");
        fund.get("purchases/" + bought).statusCode(404);
        fund.reverse("purchases", bought).statusCode(404);
        fund.post("refunds", of("purchase", bought, "line", 1, "quantity", 1, "amount", "1")).statusCode(422);
        fund.get("purchases?fund=" + theirs.code).statusCode(404);
    }

    @Test
    void ofTwoWhoSpendTheLastMoneyAtTheSameMomentOneIsTold() throws Exception {
        fund.given("100.00", "KZT");
        house.token(Role.COORDINATOR);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(hands.submit(() -> {
                start.await();
                return fund.post("purchases", beds("60.00", List.of(of("fund", fund.code)))).extract().statusCode();
            }));
        }
        start.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : answers) {
            statuses.add(each.get());
        }
        hands.shutdown();
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(fund.holds()).containsExactly("40.00 KZT");
    }

    @Test
    void theSameKeyBuysOnce() {
        fund.given("1000.00", "KZT");
        String key = UUID.randomUUID().toString();
        Map<String, Object> command = beds("10.00", List.of(of("fund", fund.code)));
        String first = keyed(key, command);
        assertThat(keyed(key, command)).isEqualTo(first);
        assertThat(fund.holds()).containsExactly("990.00 KZT");
    }

    private String keyed(String key, Map<String, Object> command) {
        return house.program(Role.COORDINATOR)
                .header("Idempotency-Key", key)
                .body(command)
                .post("/api/v1/purchases")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    @Test
    void whatWentBackBringsMoneyBackAndNeverMoreThanWasPaid() {
        fund.given("60000.00", "KZT");
        String code = fund.bought();
        String refund = InJson.found(fund.post("refunds", of("purchase", code, "line", 1, "quantity", 1, "amount", "12000.00"))
                .statusCode(201)
                .body(tells("fund", equalTo(fund.code)))
                .extract(), "code");
        assertThat(fund.holds()).containsExactly("17999.50 KZT");
        fund.get("purchases/" + code).body(tells("refunds.code", hasItem(refund)));
        String other = fund.another("Other");
        var told = fund.post("refunds", of("purchase", code, "line", 1, "quantity", 1, "amount", "36000.01"));
        told.statusCode(422).body(tells("errors[0].pointer", equalTo("/amount"))).body(tells("errors[0].detail", containsString("36,000.00")));
        refundRefused(of("purchase", code, "line", 3, "quantity", 1, "amount", "1"), 422, "/line");
        refundRefused(of("purchase", code, "line", 1, "quantity", 4, "amount", "1"), 409, "/quantity");
        refundRefused(of("purchase", code, "line", 1, "quantity", 1, "amount", "1", "fund", other), 422, "/fund");
        refundRefused(of("purchase", code, "line", 1, "quantity", 1, "amount", "1", "place", house.shelfA), 409, "/quantity");
        refundRefused(of("purchase", "PC-0000-0000", "line", 1, "quantity", 1, "amount", "1"), 422, "/purchase");
        refundRefused(of("purchase", code, "line", 1, "quantity", 0, "amount", "1"), 422, "/quantity");
        refundRefused(of("purchase", code, "line", 1, "quantity", 1, "amount", "0"), 422, "/amount");
        fund.reverse("purchases", code).statusCode(409).body(tells("detail", containsString(refund)));
        fund.reverse("refunds", refund).statusCode(200).body(tells("reversedAt", notNullValue()));
        fund.reverse("refunds", refund).statusCode(409);
        fund.reverse("purchases", code).statusCode(200).body(tells("reversedAt", notNullValue()));
        assertThat(fund.holds()).containsExactly("60000.00 KZT");
        refundRefused(of("purchase", code, "line", 1, "quantity", 1, "amount", "1"), 409, null);
    }

    private void refundRefused(Map<String, Object> command, int status, String pointer) {
        fund.post("refunds", command).statusCode(status).body(tells("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void whatStandsInTheWayOfAReversalIsNamedAndItIsPossibleAfter() {
        String gift = fund.given("60000.00", "KZT");
        String code = fund.bought();
        fund.reverse("donations", gift).statusCode(409).body(tells("detail", containsString(code)));
        fund.post("purchases/" + code + "/reverse", of("why", " ")).statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        fund.reverse("purchases", code).statusCode(200);
        fund.reverse("donations", gift).statusCode(200);
        assertThat(fund.holds()).isEmpty();
    }

    @Test
    void aReceiptIsAPhotographDrawnAnewOrAPdf() {
        fund.given("60000.00", "KZT");
        String code = fund.bought();
        byte[] pdf = "%PDF-1.4 of a shop".getBytes(StandardCharsets.US_ASCII);
        receipt(code, "image/jpeg", APhotograph.jpeg(), 200);
        receipt(code, "application/pdf", pdf, 200);
        receipt(code, "application/pdf", pdf, 200);
        receipt(code, "application/pdf", "GIF89a".getBytes(StandardCharsets.US_ASCII), 422);
        receipt(code, "application/pdf", new byte[0], 422);
        receipt(code, "image/png", new byte[5 * 1024 * 1024 + 1], 422);
        receipt(code, "text/html", "<b>".getBytes(StandardCharsets.US_ASCII), 415);
        fund.get("purchases/" + code)
                .body(tells("receipts", hasSize(2)))
                .body(tells("receipts[0].contentType", equalTo("image/jpeg")))
                .body(tells("receipts[1].contentType", equalTo("application/pdf")))
                .body(tells("receipts[1].size", equalTo(pdf.length)));
        var served = house.program(Role.DISTRIBUTOR).accept("*/*").get("/api/v1/purchases/" + code + "/receipts/2").then();
        served.statusCode(200)
                .header("Content-Disposition", allOf(containsString("attachment"), containsString(code)))
                .header("X-Content-Type-Options", "nosniff");
        assertThat(served.extract().asByteArray()).isEqualTo(pdf);
        house.program(Role.DISTRIBUTOR).accept("*/*").get("/api/v1/purchases/" + code + "/receipts/3").then().statusCode(404);
        house.program(Role.VOLUNTEER).accept("*/*").get("/api/v1/purchases/" + code + "/receipts/2").then().statusCode(403);
    }

    private void receipt(String code, String type, byte[] file, int status) {
        house.program(Role.COORDINATOR)
                .contentType(type)
                .body(file)
                .post("/api/v1/purchases/" + code + "/receipts")
                .then()
                .statusCode(status);
    }

    @Test
    void distributorsReadAndCoordinatorsBuy() {
        fund.given("60000.00", "KZT");
        String code = fund.bought();
        house.program(Role.VOLUNTEER).get("/api/v1/purchases").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/purchases/" + code).then().statusCode(200);
        house.program(Role.DISTRIBUTOR).body(beds("1", List.of(of("fund", fund.code)))).post("/api/v1/purchases").then().statusCode(403);
    }

    @Test
    void aPurchaseCostsANumberOfStatementsThatDoesNotGrowWithItsLines() {
        for (int i = 0; i < 3; i++) {
            fund.given("60000.00", "KZT");
        }
        fund.bought();
        int few = RoundTrips.during(() -> fund.bought()).statements();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(line("chair-bed", 1, "100.00"));
        }
        Map<String, Object> many = fund.purchase(lines, List.of(of("fund", fund.code)));
        int more = RoundTrips.during(() -> fund.post("purchases", many).statusCode(201)).statements();
        assertThat(more).isLessThanOrEqualTo(few + 3);
        assertThat(few).isLessThan(45);
    }
}
