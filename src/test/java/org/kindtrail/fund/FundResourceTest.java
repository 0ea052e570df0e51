package org.kindtrail.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.kindtrail.fund.AFund.line;
import static org.kindtrail.fund.AFund.of;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Money;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class FundResourceTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    AFund fund;

    @BeforeEach
    void open() {
        house = organisations.open();
        fund = new AFund(house);
    }

    private void refused(String what, Map<String, Object> command, int status, String pointer, String... words) {
        var answer = fund.post(what, command).statusCode(status).body(tells("errors[0].pointer", equalTo(pointer)));
        for (String each : words) {
            answer.body(tells("errors[0].detail", containsString(each)));
        }
    }

    @Test
    void aFundIsOpenedToldAnewClosedWhenItIsEmptyAndOpenedAgain() {
        fund.get("funds/" + fund.code).body(tells("name", equalTo("Beds"))).body(tells("open", equalTo(true))).body(tells("holds", hasSize(0)));
        house.program(Role.COORDINATOR)
                .body(of("version", 0, "fund", of("name", "Beds and linen", "purpose", "More")))
                .put("/api/v1/funds/" + fund.code)
                .then()
                .statusCode(200)
                .body(tells("name", equalTo("Beds and linen")));
        house.program(Role.COORDINATOR)
                .body(of("version", 0, "fund", of("name", "Late", "purpose", "Late")))
                .put("/api/v1/funds/" + fund.code)
                .then()
                .statusCode(409);
        String gift = fund.given("12.50", "USD");
        fund.post("funds/" + fund.code + "/close", of()).statusCode(409).body(tells("detail", containsString("12.50")));
        fund.reverse("donations", gift).statusCode(200);
        fund.post("funds/" + fund.code + "/close", of()).statusCode(200).body(tells("open", equalTo(false)));
        fund.post("funds/" + fund.code + "/close", of()).statusCode(409);
        fund.post("funds/" + fund.code + "/gifts", of("drive", fund.drive, "amount", "1", "currency", "USD"))
                .statusCode(409)
                .body(tells("detail", containsString("closed")));
        refused("pay-outs", of("fund", fund.code, "amount", "1", "currency", "USD", "payee", "x", "forWhat", "y"), 422, "/fund");
        fund.post("funds/" + fund.code + "/reopen", of()).statusCode(200).body(tells("open", equalTo(true)));
        fund.given("1", "JPY");
    }

    @Test
    void whatIsWrongWithAFundIsToldAtItsField() {
        refused("funds", of("name", " ", "purpose", "x"), 422, "/name");
        refused("funds", of("name", "x".repeat(161), "purpose", "x"), 422, "/name");
        refused("funds", of("name", "x"), 422, "/purpose");
        AFund theirs = new AFund(organisations.open());
        for (String what : List.of("", "/account", "/statement", "/gifts")) {
            fund.get("funds/" + theirs.code + what).statusCode(404);
        }
        fund.post("funds/" + theirs.code + "/close", of()).statusCode(404);
        fund.post("funds/" + theirs.code + "/gifts", of("drive", fund.drive, "amount", "1", "currency", "USD")).statusCode(404);
        house.program(Role.VOLUNTEER).get("/api/v1/funds").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/funds").then().statusCode(200).body(tells("rows.code", hasItem(fund.code)));
        house.program(Role.DISTRIBUTOR).body(of("name", "x", "purpose", "y")).post("/api/v1/funds").then().statusCode(403);
    }

    @Test
    void aGiftOfMoneyIsADonationThatTheDonorCanFollow() {
        String donation = InJson.found(fund.post(
                        "funds/" + fund.code + "/gifts",
                        of("drive", fund.drive, "newDonor", "Anna", "amount", "5 000,50", "currency", "KZT", "remark", "in an envelope"))
                .statusCode(201)
                .body(tells("code", startsWith("D-")))
                .body(tells("donorName", equalTo("Anna")))
                .body(tells("trackingCode", startsWith("T")))
                .body(tells("lots[0].quantity", equalTo(500050)))
                .body(tells("lots[0].unit", equalTo("KZT")))
                .extract(), "code");
        assertThat(fund.holds()).containsExactly("5000.50 KZT");
        fund.get("funds/" + fund.code + "/gifts")
                .body(tells("rows[0].code", equalTo(donation)))
                .body(tells("rows[0].amount", equalTo("5000.50")))
                .body(tells("rows[0].donorName", equalTo("Anna")))
                .body(tells("next", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/donations").then().body(tells("rows.code", hasItem(donation)));
        String gifts = "funds/" + fund.code + "/gifts";
        refused(gifts, of("drive", "V-0000-0000", "amount", "1", "currency", "KZT"), 422, "/drive");
        refused(gifts, of("drive", fund.drive, "amount", "1.005", "currency", "KZT"), 422, "/amount");
        refused(gifts, of("drive", fund.drive, "amount", "1", "currency", "kzt"), 422, "/currency");
        refused(gifts, of("drive", fund.drive, "amount", "1", "currency", "KZT", "donor", "G-0000-0000"), 422, "/donor");
        refused(gifts, of("drive", fund.drive, "amount", "1", "currency", "KZT", "receivedAt", "2031-01-01T00:00:00Z"), 422, "/receivedAt");
        assertThat(fund.holds()).containsExactly("5000.50 KZT");
    }

    @Test
    void moneyIsPaidOutToARecipientOrToSomebodyElseButNotToBothOrNobody() {
        fund.given("100.00", "KZT");
        String shelter = InJson.found(fund.post(
                        "recipients",
                        of("alias", "Willow", "kind", "shelter", "country", "KZ", "region", "Almaty region", "disclosure", "region"))
                .statusCode(201)
                .extract(), "code");
        String code = InJson.found(fund.post(
                        "pay-outs",
                        of("fund", fund.code, "amount", "60.00", "currency", "KZT", "recipient", shelter, "forWhat", "Heating"))
                .statusCode(201)
                .body(tells("recipientAlias", equalTo("Willow")))
                .body(tells("payee", nullValue()))
                .extract(), "code");
        assertThat(fund.holds()).containsExactly("40.00 KZT");
        Map<String, Object> good = of("fund", fund.code, "amount", "1", "currency", "KZT", "forWhat", "Bus");
        refused("pay-outs", good, 422, "/recipient");
        refused("pay-outs", with(good, "recipient", shelter, "payee", "Bus company"), 422, "/recipient");
        refused("pay-outs", with(good, "recipient", "R-0000-0000"), 422, "/recipient");
        refused("pay-outs", with(good, "payee", "Bus company", "amount", "40.01"), 409, "/amount", "40.00", "40.01");
        refused("pay-outs", with(good, "payee", "Bus company", "forWhat", ""), 422, "/forWhat");
        fund.post("pay-outs", with(good, "payee", "Bus company")).statusCode(201).body(tells("payee", equalTo("Bus company")));
        fund.get("pay-outs?fund=" + fund.code).body(tells("rows", hasSize(2)));
        fund.reverse("pay-outs", code).statusCode(200).body(tells("reversedAt", notNullValue()));
        assertThat(fund.holds()).containsExactly("99.00 KZT");
    }

    private static Map<String, Object> with(Map<String, Object> command, Object... more) {
        Map<String, Object> all = new HashMap<>(command);
        all.putAll(of(more));
        return all;
    }

    @Test
    void moneyGoesFromFundToFundAndComesBackOnlyWhileItIsThere() {
        fund.given("100.00", "KZT");
        String other = fund.another("Linen");
        String code = InJson.found(fund.post("transfers", of("from", fund.code, "to", other, "amount", "70", "currency", "KZT"))
                .statusCode(201)
                .body(tells("amount", equalTo("70.00")))
                .extract(), "code");
        assertThat(fund.holds(other)).containsExactly("70.00 KZT");
        String paid = InJson.found(fund.post("pay-outs", of("fund", other, "amount", "50", "currency", "KZT", "payee", "Shop", "forWhat", "x"))
                .extract(), "code");
        fund.reverse("transfers", code).statusCode(409).body(tells("detail", containsString(paid)));
        fund.reverse("pay-outs", paid).statusCode(200);
        fund.reverse("transfers", code).statusCode(200);
        assertThat(fund.holds()).containsExactly("100.00 KZT");
        refused("transfers", of("from", fund.code, "to", fund.code, "amount", "1", "currency", "KZT"), 422, "/to");
        refused("transfers", of("from", fund.code, "to", other, "amount", "100.01", "currency", "KZT"), 409, "/amount");
        refused("transfers", of("from", fund.code, "to", "FN-0000-0000", "amount", "1", "currency", "KZT"), 422, "/to");
        fund.get("transfers").body(tells("rows", hasSize(1)));
    }

    @Test
    void moneyIsExchangedAtARateAndAFeeIsPaidOnTop() {
        fund.given("60.00", "USD");
        fund.given("60.00", "USD");
        String code = InJson.found(fund.post("exchanges", exchange("toAmount", null, "fee", "1.50"))
                .statusCode(201)
                .body(tells("toAmount", equalTo("45025.00")))
                .body(tells("rate", equalTo("450.25")))
                .body(tells("fee", equalTo("1.50")))
                .extract(), "code");
        assertThat(fund.holds()).containsExactly("45025.00 KZT", "18.50 USD");
        fund.get("funds/" + fund.code + "/statement")
                .body(tells("lines.findAll { it.document == '" + code + "' }.reason", equalTo(List.of("exchanged", "exchanged", "fee"))));
        fund.reverse("exchanges", code).statusCode(200);
        assertThat(fund.holds()).containsExactly("120.00 USD");
        fund.post("exchanges", exchange("toAmount", "45025.01")).statusCode(201);
        refused("exchanges", exchange("rate", null, "toAmount", null), 422, "/rate", "second amount");
        refused("exchanges", exchange("toAmount", "45025.02"), 422, "/toAmount", "45,025.00");
        refused("exchanges", exchange("toCurrency", "USD"), 422, "/toCurrency");
        refused("exchanges", exchange("toCurrency", "JPY", "toAmount", "1.5"), 422, "/toAmount");
        refused("exchanges", exchange("fee", "-1"), 422, "/fee");
        refused("exchanges", exchange("fromAmount", "20.01"), 409, "/fromAmount");
        refused("exchanges", exchange("fromAmount", "20.00", "fee", "0.01"), 409, "/fromAmount", "20.01");
        refused("exchanges", exchange("rate", "x"), 422, "/rate");
        refused("exchanges", exchange("to", new AFund(organisations.open()).code), 422, "/to");
        assertThat(fund.holds()).containsExactly("45025.01 KZT", "20.00 USD");
    }

    private Map<String, Object> exchange(Object... more) {
        Map<String, Object> command =
                of("from", fund.code, "fromAmount", "100.00", "fromCurrency", "USD", "toCurrency", "KZT", "rate", "450.25");
        for (int i = 0; i < more.length; i += 2) {
            command.put((String) more[i], more[i + 1]);
        }
        return command;
    }

    @Test
    void theStatementAddsUpToWhatTheFundHoldsAfterAnyMixtureOfActsAndReversals() {
        Random random = new Random(20261122);
        String other = fund.another("Linen");
        List<String[]> acts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String[] act = any(random, other);
            if (act != null) {
                acts.add(act);
            }
            if (random.nextInt(3) == 0 && !acts.isEmpty()) {
                String[] back = acts.get(random.nextInt(acts.size()));
                int status = fund.reverse(back[0], back[1]).extract().statusCode();
                assertThat(status).isIn(200, 409);
            }
        }
        for (String each : List.of(fund.code, other)) {
            addsUp(each, 500);
            addsUp(each, 7);
            accountAddsUp(each);
        }
        int statements = RoundTrips.during(() -> fund.get("funds/" + fund.code + "/statement?limit=500")).statements();
        assertThat(statements).isLessThanOrEqualTo(6);
    }

    private String[] any(Random random, String other) {
        String amount = (1 + random.nextInt(900)) + "." + (10 + random.nextInt(90));
        String from = random.nextBoolean() ? fund.code : other;
        String to = from.equals(other) ? fund.code : other;
        return switch (random.nextInt(7)) {
            case 0, 1 -> new String[] {"donations", fund.given(from, amount, random.nextBoolean() ? "KZT" : "USD")};
            case 2 -> tried("pay-outs", of("fund", from, "amount", amount, "currency", "KZT", "payee", "Shop", "forWhat", "x"));
            case 3 -> tried("transfers", of("from", from, "to", to, "amount", amount, "currency", "USD"));
            case 4 -> tried("exchanges", of("from", from, "to", random.nextBoolean() ? to : null, "fromAmount", amount,
                    "fromCurrency", "USD", "toCurrency", "KZT", "rate", "4.503", "fee", "0.37"));
            case 5 -> tried("purchases", fund.purchase(List.of(line("chair-bed", 3, amount)), List.of(of("fund", from))));
            default -> refundOfAny(random);
        };
    }

    private String[] tried(String what, Map<String, Object> command) {
        var answer = fund.post(what, command).extract();
        assertThat(answer.statusCode()).isIn(201, 409);
        return answer.statusCode() == 201 ? new String[] {what, answer.as(InJson.class, InJson.READ).get("code")} : null;
    }

    private String[] refundOfAny(Random random) {
        List<String> bought = InJson.found(fund.get("purchases").extract(), "rows.findAll { it.reversedAt == null }.code");
        return bought.isEmpty()
                ? null
                : tried("refunds", of("purchase", bought.get(random.nextInt(bought.size())), "line", 1, "quantity", 1, "amount", "0.50"));
    }

    /** Read line by line, in pages of that size. */
    private void addsUp(String of, int limit) {
        Map<String, BigDecimal> running = new HashMap<>();
        String after = "";
        Map<String, String> closing = new HashMap<>();
        int lines = 0;
        while (after != null) {
            var page = fund.get("funds/" + of + "/statement?limit=" + limit + (after.isEmpty() ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract();
            List<Map<String, String>> totals = page.as(InJson.class, InJson.READ).get("totals");
            for (Map<String, String> total : totals) {
                running.putIfAbsent(total.get("currency"), new BigDecimal(total.get("opening")));
                closing.put(total.get("currency"), total.get("closing"));
                assertThat(number(total, "opening").add(number(total, "in")).subtract(number(total, "out")))
                        .isEqualTo(number(total, "closing"));
            }
            List<Map<String, String>> read = page.as(InJson.class, InJson.READ).get("lines");
            for (Map<String, String> line : read) {
                BigDecimal balance = running.merge(
                        line.get("currency"), number(line, "in").subtract(number(line, "out")), BigDecimal::add);
                assertThat(balance).isEqualTo(number(line, "balance"));
                lines++;
            }
            after = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(lines).isGreaterThan(limit == 7 ? 7 : 10);
        running.forEach((currency, sum) -> assertThat(sum.toPlainString()).isEqualTo(closing.get(currency)));
        assertThat(fund.holds(of)).containsExactlyInAnyOrderElementsOf(running.entrySet().stream()
                .filter(each -> each.getValue().signum() != 0)
                .map(each -> each.getValue() + " " + each.getKey())
                .toList());
    }

    private static BigDecimal number(Map<String, String> of, String name) {
        return new BigDecimal(of.get(name));
    }

    /** What earned it less what it paid is what it holds. */
    private void accountAddsUp(String of) {
        var account = fund.get("funds/" + of + "/account").statusCode(200).extract();
        Map<String, BigDecimal> sums = new HashMap<>();
        List<Map<String, String>> earned = account.as(InJson.class, InJson.READ).get("earned");
        earned.forEach(flow -> sums.merge(flow.get("currency"), number(flow, "amount"), BigDecimal::add));
        List<Map<String, String>> paid = account.as(InJson.class, InJson.READ).get("paid");
        paid.forEach(flow -> sums.merge(flow.get("currency"), number(flow, "amount").negate(), BigDecimal::add));
        assertThat(fund.holds(of)).containsExactlyInAnyOrderElementsOf(sums.entrySet().stream()
                .filter(each -> each.getValue().signum() != 0)
                .map(each -> each.getValue() + " " + each.getKey())
                .toList());
    }

    @Test
    void aStatementOfAPeriodBeginsWithWhatWasHeldBefore() {
        Map<String, Object> gift = of("drive", fund.drive, "amount", "10.00", "currency", "KZT");
        String gifts = "funds/" + fund.code + "/gifts";
        // 18:30 UTC on the 9th is half past eleven in the evening in Almaty; 19:30 is the 10th.
        fund.post(gifts, with(gift, "receivedAt", "2026-11-09T18:30:00Z")).statusCode(201);
        fund.post(gifts, with(gift, "receivedAt", "2026-11-09T19:30:00Z")).statusCode(201);
        fund.get("funds/" + fund.code + "/statement?from=2026-11-10&to=2026-11-10")
                .statusCode(200)
                .body(tells("totals[0].opening", equalTo("10.00")))
                .body(tells("totals[0].in", equalTo("10.00")))
                .body(tells("totals[0].closing", equalTo("20.00")))
                .body(tells("lines", hasSize(1)))
                .body(tells("lines[0].about", equalTo("Jumpers for beds")));
        fund.get("funds/" + fund.code + "/statement?from=2026-11-11&to=2026-11-10").statusCode(400);
        fund.get("funds/" + fund.code + "/statement?from=x").statusCode(400);
        fund.get("funds/" + fund.code + "/statement?to=1999-01-01").statusCode(400);
        fund.get("funds/" + fund.code + "/statement?after=x").statusCode(400);
    }

    @Test
    void amountsOfAllCurrenciesStandInTheirOwnDigits() {
        for (String currency : List.of("KZT", "JPY", "KWD")) {
            fund.given("7", currency);
        }
        assertThat(fund.holds()).containsExactly("7 JPY", "7.000 KWD", "7.00 KZT");
        assertThat(Money.digits("KWD")).isEqualTo(3);
    }
}
