package org.kindtrail.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.programme.AProgramme.named;
import static org.kindtrail.programme.AProgramme.of;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** Money that was given for one programme is spent for that one. */
@HouseTest
class ProgrammeMoneyTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    AProgramme programmes;
    String warm;
    String school;
    String ours;
    String ofWarm;
    String ofSchool;

    @BeforeEach
    void open() {
        house = organisations.open();
        programmes = new AProgramme(house);
        warm = programmes.open(
                "Warm winter",
                "budget",
                List.of(of("name", "Clothes", "amount", "100000.00"), of("name", "Fuel", "amount", "1000.00")));
        school = programmes.open("Back to school");
        String drive = programmes.drive("collection", house.site);
        ours = programmes.fund("Ours", null);
        ofWarm = programmes.fund("Of warm winter", warm);
        ofSchool = programmes.fund("Of back to school", school);
        for (String fund : List.of(ours, ofWarm, ofSchool)) {
            programmes.give(drive, fund, "100000.00", "KZT");
        }
        programmes.give(drive, ofWarm, "100.00", "USD");
    }

    private ValidatableResponse buy(Object... more) {
        Map<String, Object> command = of(
                "supplier", "Market",
                "currency", "KZT",
                "place", house.site,
                "lines", List.of(of("item", "jumpers-man", "quantity", 4, "price", "40000.00")));
        command.putAll(of(more));
        return programmes.post("purchases", command);
    }

    private static List<Map<String, Object>> from(String fund) {
        return List.of(of("fund", fund));
    }

    @Test
    void whatItsFundBuysIsChargedToItAndKeptForIt() {
        String purchase = InJson.found(buy("draws", from(ofWarm), "budgetLine", 1)
                .statusCode(201)
                .body(tells("programme", equalTo(warm)))
                .body(tells("budgetLineName", equalTo("Clothes")))
                .extract(), "code");
        String lot = InJson.found(programmes.get("purchases/" + purchase).extract(), "lines[0].lot");
        assertThat(programmes.keptFor(lot)).isEqualTo(warm);
        buy("draws", from(ours), "programme", warm).statusCode(201).body(tells("programme", equalTo(warm))).body(tells("budgetLine", nullValue()));
        buy("draws", from(ours)).statusCode(201).body(tells("programme", nullValue()));
        programmes.get("purchases?programme=" + warm).body(tells("rows", hasSize(2)));
        programmes.get("programmes/" + warm)
                .body(tells("budget.lines.spent", contains("40000.00", "0.00")))
                .body(tells("budget.onNoLine", equalTo("40000.00")))
                .body(tells("budget.spent", equalTo("80000.00")))
                .body(tells("budget.left", equalTo("21000.00")));
        programmes.post("refunds", of("purchase", purchase, "line", 1, "quantity", 1, "amount", "10000.00")).statusCode(201);
        programmes.get("programmes/" + warm).body(tells("budget.lines[0].spent", equalTo("30000.00")));
        String other = InJson.found(programmes.get("purchases?programme=" + warm).extract(), "rows[0].code");
        programmes.post("purchases/" + other + "/reverse", of("why", "mistaken")).statusCode(200);
        programmes.get("programmes/" + warm).body(tells("budget.onNoLine", equalTo("0.00")));
        Browser browser = house.browser(Role.COORDINATOR).open("/programmes/" + warm);
        assertThat(browser.text()).contains("70,000.00");
        assertThat(browser.open("/purchases/" + purchase).text()).contains("Warm winter: 1. Clothes");
        assertThat(browser.open("/lots/" + lot).text()).contains("Kept for Warm winter");
        assertThat(browser.open("/stock/lots?programme=" + warm).page().select("tbody tr")).hasSize(1);
        assertThat(browser.open("/stock?programme=" + school).page().select("tbody tr")).isEmpty();
    }

    @Test
    void anotherCurrencyCountsAsWhatItWasInTheBudgets() {
        buy(
                        "draws",
                        List.of(of("fund", ofWarm, "amount", "80.00", "currency", "USD", "rate", "500")),
                        "budgetLine",
                        1)
                .statusCode(201);
        programmes.post("pay-outs", of("fund", ofWarm, "amount", "5.00", "currency", "USD", "payee", "Bus", "forWhat", "Fares", "budgetLine", 2))
                .statusCode(201)
                .body(tells("programme", equalTo(warm)))
                .body(tells("budgetLineName", equalTo("Fuel")));
        programmes.get("programmes/" + warm)
                .body(tells("budget.lines.spent", contains("40000.00", "0.00")))
                .body(tells("budget.lines[1].besides[0].amount", equalTo("5.00")))
                .body(tells("budget.besides[0].currency", equalTo("USD")));
        programmes.get("pay-outs?programme=" + warm).body(tells("rows", hasSize(1)));
        programmes.get("pay-outs?programme=" + school).body(tells("rows", hasSize(0)));
    }

    @Test
    void moneyOfOneProgrammeIsSpentForNoOther() {
        buy("draws", from(ofWarm), "programme", school)
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/programme")))
                .body(tells("errors[0].detail", containsString("Warm winter")));
        buy("draws", List.of(of("fund", ofWarm, "amount", "20000.00"), of("fund", ofSchool, "amount", "20000.00")))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/draws/1/fund")));
        programmes.post("pay-outs", of("fund", ofWarm, "amount", "5.00", "currency", "KZT", "payee", "Bus", "forWhat", "Fares", "programme", school))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/programme")));
        for (String to : List.of(ours, ofSchool)) {
            programmes.post("transfers", of("from", ofWarm, "to", to, "amount", "5.00", "currency", "KZT"))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/to")))
                    .body(tells("errors[0].detail", containsString("Warm winter")));
            programmes.post("exchanges", of("from", ofWarm, "to", to, "fromAmount", "5.00", "fromCurrency", "USD", "toCurrency", "KZT", "rate", "500"))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/to")));
        }
        programmes.post("exchanges", of("from", ofWarm, "fromAmount", "5.00", "fromCurrency", "USD", "toCurrency", "KZT", "rate", "500")).statusCode(201);
        programmes.post("transfers", of("from", ours, "to", ofWarm, "amount", "5.00", "currency", "KZT")).statusCode(201);
        programmes.post("transfers", of("from", ofWarm, "to", programmes.fund("Second", warm), "amount", "5.00", "currency", "KZT")).statusCode(201);
        programmes.get("programmes/" + warm).body(tells("budget.spent", equalTo("0.00")));
    }

    @Test
    void itLeavesOnlyWhenTheProgrammeHasEndedAndFreedIt() {
        programmes.close(warm, false);
        buy("draws", from(ofWarm)).statusCode(409).body(tells("detail", containsString("Warm winter")));
        programmes.post("transfers", of("from", ofWarm, "to", ours, "amount", "5.00", "currency", "KZT")).statusCode(422);
        programmes.post("programmes/" + warm + "/reopen", of()).statusCode(200);
        programmes.close(warm, true);
        programmes.post("transfers", of("from", ofWarm, "to", ours, "amount", "5.00", "currency", "KZT")).statusCode(201);
        buy("draws", from(ofWarm)).statusCode(201).body(tells("programme", nullValue()));
        buy("draws", from(ours), "programme", warm).statusCode(422).body(tells("errors[0].pointer", equalTo("/programme")));
    }

    @Test
    void aFundServesAnotherProgrammeOnlyWhenItHoldsNothingOfTheFirst() {
        Map<String, Object> told = of("name", "Renamed", "purpose", "Beds", "programme", warm);
        house.program(Role.COORDINATOR).body(of("version", 0, "fund", told)).put("/api/v1/funds/" + ofWarm).then().statusCode(200).body(tells("programmeName", equalTo("Warm winter")));
        int version = InJson.found(programmes.get("funds/" + ofWarm).extract(), "version");
        for (String other : new String[] {school, null}) {
            house.program(Role.COORDINATOR)
                    .body(of("version", version, "fund", of("name", "Renamed", "purpose", "Beds", "programme", other)))
                    .put("/api/v1/funds/" + ofWarm)
                    .then()
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/fund/programme")));
        }
        house.program(Role.COORDINATOR)
                .body(of("version", 0, "fund", of("name", "Ours", "purpose", "Beds", "programme", school)))
                .put("/api/v1/funds/" + ours)
                .then()
                .statusCode(200)
                .body(tells("programme", equalTo(school)));
        String elsewhere = new AProgramme(organisations.open()).open("Theirs");
        programmes.post("funds", of("name", "x", "purpose", "x", "programme", elsewhere)).statusCode(422).body(tells("errors[0].pointer", equalTo("/programme")));
        buy("draws", from(ours), "programme", elsewhere).statusCode(422).body(tells("errors[0].pointer", equalTo("/programme")));
    }

    @Test
    void aBudgetLineThatSomethingNamesStays() {
        buy("draws", from(ours), "budgetLine", 1).statusCode(422).body(tells("errors[0].pointer", equalTo("/budgetLine")));
        buy("draws", from(ofWarm), "budgetLine", 3).statusCode(422).body(tells("errors[0].pointer", equalTo("/budgetLine")));
        String purchase = InJson.found(buy("draws", from(ofWarm), "budgetLine", 2).statusCode(201).extract(), "code");
        programmes.post("purchases/" + purchase + "/reverse", of("why", "mistaken")).statusCode(200);
        buy("draws", from(ofWarm)).statusCode(201);
        int version = InJson.found(programmes.get("programmes/" + warm).extract(), "version");
        house.program(Role.COORDINATOR)
                .body(of("version", version, "programme", named("Warm winter")))
                .put("/api/v1/programmes/" + warm)
                .then()
                .statusCode(409)
                .body(tells("detail", containsString("Fuel")));
        house.program(Role.COORDINATOR)
                .body(of("version", version, "programme", named("Warm winter", "currency", "USD")))
                .put("/api/v1/programmes/" + warm)
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/programme/currency")));
    }

    @Test
    void thePageCostsTheSameHoweverMuchIsChargedToIt() {
        buy("draws", from(ofWarm), "budgetLine", 1).statusCode(201);
        Browser browser = house.browser(Role.COORDINATOR).open("/programmes/" + warm);
        int before = RoundTrips.during(() -> browser.open("/programmes/" + warm)).statements();
        int list = RoundTrips.during(() -> browser.open("/purchases")).statements();
        for (int i = 0; i < 5; i++) {
            buy("draws", from(i % 2 == 0 ? ours : ofSchool), "lines", List.of(of("item", "jumpers-man", "quantity", 1, "price", "10.00"))).statusCode(201);
            buy("draws", from(ours), "programme", warm, "budgetLine", 2, "lines", List.of(of("item", "jumpers-man", "quantity", 1, "price", "10.00"))).statusCode(201);
        }
        assertThat(RoundTrips.during(() -> browser.open("/programmes/" + warm)).statements()).isLessThanOrEqualTo(before);
        assertThat(RoundTrips.during(() -> browser.open("/purchases")).statements()).isLessThanOrEqualTo(list);
    }

    @Test
    void thePagesChargeWhatIsChosen() {
        Browser browser = house.browser(Role.COORDINATOR).open("/pay-outs/new?fund=" + ours + "&programme=" + warm);
        browser.fill("Record it")
                .set("programme", warm + " 2")
                .type("How much", "10")
                .set("currency", "KZT")
                .set("payee", "Bus company")
                .set("forWhat", "Fares")
                .send()
                .follow();
        assertThat(browser.text()).contains("Warm winter: 2. Fuel");
        assertThat(browser.open("/funds/" + ofWarm).text()).contains("Programme: Warm winter");
        browser.open("/funds/" + ofWarm + "/edit").fill("Save").set("programme", "").send();
        assertThat(browser.status()).isEqualTo(422);
    }
}
