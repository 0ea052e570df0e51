package org.kindtrail.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.sale.ASale.lot;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.drive.Drives;
import org.kindtrail.fund.Funds;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Reason;
import org.kindtrail.stock.Transfer;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class TakingsTest {
    @Inject
    ASale sales;

    @Inject
    Ledger ledger;

    @Inject
    CountedTakings takings;

    @Inject
    Drives drives;

    @Inject
    Funds funds;

    @Inject
    Catalogue catalogue;

    @Inject
    Codes codes;

    ASale.Opened sale;
    String lot;

    @BeforeEach
    void open() {
        sale = sales.open("KZT");
        lot = sale.lay("jumpers-man", "L", 100);
    }

    private String sell(long quantity, String price) {
        return InJson.found(sale.sell(lot(lot, quantity, price)).statusCode(201).extract(), "code");
    }

    /** Money leaves the fund; the code of the document. */
    private String spend(long minor) {
        return sale.house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            Place purse = funds.get(sale.fund).getPlace();
            String document = codes.next(CodeKind.PAY_OUT);
            Entry entry = new Entry(Reason.PAID_OUT, document, java.time.Instant.parse("2026-11-01T10:00:00Z"));
            Place paidOut = ledger.boundary(Place.PAID_OUT);
            var lying = takings.proceeds(drives.get(sale.drive), purse, catalogue.money("KZT"), 0, 1).get(0);
            ledger.move(List.of(new Transfer(lying.lot(), purse, paidOut, minor, entry)));
            return document;
        }));
    }

    @Test
    void whatWasCountedExactlyNeedsNoReasonAndIsCountedOnce() {
        sell(2, "500");
        String reversed = sell(1, "70");
        sale.reverse("/api/v1/sales/" + reversed).statusCode(200);
        String code = InJson.found(sale.count("1 000,00", null)
                .statusCode(201)
                .body(tells("code", startsWith("TK-")))
                .body(tells("expected", equalTo("1000.00")))
                .body(tells("difference", equalTo("0.00")))
                .body(tells("receipts", equalTo(1)))
                .body(tells("why", nullValue()))
                .extract(), "code");
        sale.count("0", null).statusCode(409).body(tells("detail", containsString("since the last count")));
        sell(1, "300");
        sale.count("300", null).statusCode(201).body(tells("receipts", equalTo(1)));
        sale.house.program(Role.VOLUNTEER).get("/api/v1/takings?drive=" + sale.drive).then().body(tells("rows", hasSize(2))).body(tells("rows[1].code", equalTo(code)));
        sale.balance()
                .body(tells("money.sold", equalTo("1300.00")))
                .body(tells("money.counted", equalTo("1300.00")))
                .body(tells("money.uncounted", equalTo("0.00")))
                .body(tells("money.difference", equalTo("0.00")));
    }

    @Test
    void aDifferenceWithoutAReasonIsRefusedAndChangesNothing() {
        sell(2, "500");
        sale.count("990", null)
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/why")))
                .body(tells("errors[0].detail", containsString("10.00")))
                .body(tells("errors[0].detail", containsString("less")));
        sale.count("1010", "  ").statusCode(422).body(tells("errors[0].detail", containsString("more")));
        for (String counted : List.of("-1", "1.234", "", "ten", "1000000000000000000")) {
            sale.count(counted, "because").statusCode(422).body(tells("errors[0].pointer", equalTo("/counted")));
        }
        assertThat(sale.inFund("KZT")).isEqualTo(100_000);
        sale.house.program(Role.VOLUNTEER).get("/api/v1/takings").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void moreIsFoundAndLessIsLostSoThatTheFundHoldsWhatTheBoxHolds() {
        sell(2, "500");
        sale.count("1010", "a gift in the box").statusCode(201).body(tells("difference", equalTo("10.00")));
        assertThat(sale.inFund("KZT")).isEqualTo(101_000);
        sell(1, "200");
        sell(1, "100");
        String less = InJson.found(sale.count("150", "change was given wrong").statusCode(201).body(tells("difference", equalTo("-150.00"))).extract(), "code");
        assertThat(sale.inFund("KZT")).isEqualTo(116_000);
        sale.balance().body(tells("money.difference", equalTo("-140.00"))).body(tells("money.counted", equalTo("1160.00")));
        sale.reverse("/api/v1/takings/" + less).statusCode(200).body(tells("reversedAt", startsWith("20")));
        assertThat(sale.inFund("KZT")).isEqualTo(131_000);
        sale.count("300", null).statusCode(201);
    }

    @Test
    void aCountedReceiptIsReversedOnlyAfterItsCount() {
        String code = sell(2, "500");
        String count = InJson.found(sale.count("1000", null).statusCode(201).extract(), "code");
        sale.reverse("/api/v1/sales/" + code).statusCode(409).body(tells("detail", containsString(count)));
        sale.reverse("/api/v1/takings/" + count).statusCode(200);
        sale.reverse("/api/v1/takings/" + count).statusCode(409);
        sale.reverse("/api/v1/sales/" + code).statusCode(200);
    }

    @Test
    void whatWasSpentAlreadyStandsInTheWayByItsName() {
        String code = sell(2, "500");
        String document = spend(95_000);
        sale.reverse("/api/v1/sales/" + code).statusCode(409).body(tells("detail", containsString(document)));
        sale.count("900", "lost").statusCode(409).body(tells("detail", containsString(document)));
        sale.count("950", "lost").statusCode(201);
        assertThat(sale.inFund("KZT")).isZero();
    }

    @Test
    void othersDoNotCountHere() {
        ASale.Opened other = sales.open("KZT");
        String lots = other.lay("jumpers-man", "L", 1);
        other.sell(lot(lots, 1, "5")).statusCode(201);
        String theirs = InJson.found(other.count("5", null).statusCode(201).extract(), "code");
        sale.send("/api/v1/takings", Map.of("drive", other.drive, "counted", "5")).statusCode(422).body(tells("errors[0].pointer", equalTo("/drive")));
        sale.house.program(Role.COORDINATOR).get("/api/v1/takings/" + theirs).then().statusCode(404);
        sale.reverse("/api/v1/takings/" + theirs).statusCode(404);
    }
}
