package org.kindtrail.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.report.AReportedHouse.at;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Pdf;
import org.kindtrail.testing.RoundTrips;
import org.kindtrail.testing.StoppedClock;

/** How far the targets of a programme are reached, and what was spent for it, on its page and in reports. */
@HouseTest
class TargetsTest {
    @Inject
    AReportedHouse houses;

    @Inject
    EntityManager database;

    private final StoppedClock clock = new StoppedClock();
    AReportedHouse.Lived here;

    @BeforeEach
    void anHouseInApril() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.standAt(at("2026-04-02T10:00"));
        here = houses.open();
        here.receive("jumpers-man", "L", 100);
    }

    private static Map<String, Object> target(String kind, String category, long number, String by) {
        Map<String, Object> target = new HashMap<>(Map.of("kind", kind, "number", number, "by", by));
        target.put("category", category);
        return target;
    }

    private static List<Map<String, Object>> targets() {
        return List.of(
                target("items_distributed", null, 40, "2026-12-31"),
                target("items_distributed", "tops", 1, "2026-04-15"),
                target("items_distributed", "shoes", 10, "2026-12-31"),
                target("people_helped", null, 20, "2026-12-31"),
                target("needs_met", null, 3, "2026-12-31"),
                target("dispatches", null, 2, "2026-05-10"));
    }

    private String programme(List<Map<String, Object>> targets) {
        return InJson.found(here.send(
                        "programmes",
                        Map.of(
                                "name", "Winter", "funder", "Fund", "startsOn", "2026-01-01", "endsOn", "2026-12-31", "currency", "KZT",
                                "targets", targets))
                .statusCode(201)
                .extract(), "code");
    }

    private void delivered(String programme, String shelter, long jumpers, String... people) {
        String need = here.need(shelter, jumpers, people);
        charged("need", need, programme);
        String dispatch = here.depart(need);
        charged("dispatch", dispatch, programme);
        here.arrive(dispatch);
    }

    private void charged(String table, String code, String programme) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update " + table + " set programme_id = (select id from programme where code = ?1) where code = ?2")
                .setParameter(1, programme)
                .setParameter(2, code)
                .executeUpdate());
    }

    @Test
    void eachTargetIsToldWithWhatWasReachedUntilItsDay() throws Exception {
        String programme = programme(targets());
        here.read("programmes/" + programme).body(tells("targets.reached", contains(0, 0, 0, 0, 0, 0))).body(tells("targets.percent", contains(0, 0, 0, 0, 0, 0)));
        clock.standAt(at("2026-04-20T10:00"));
        delivered(programme, here.shelters.get(0), 12, "female adult 7", "male child 3");
        clock.standAt(at("2026-05-20T10:00"));
        delivered(programme, here.shelters.get(1), 9, "male adult 6", "female infant 2");
        here.arrive(here.depart(here.need(here.shelters.get(2), 5)));
        here.read("programmes/" + programme)
                .statusCode(200)
                .body(tells("targets.reached", contains(21, 0, 0, 7, 2, 1)))
                .body(tells("targets.percent", contains(52, 0, 0, 35, 66, 50)));
        // Of May nobody is told before the eighth of June, and few are never.
        clock.standAt(at("2026-06-08T10:00"));
        here.read("programmes/" + programme).body(tells("targets.reached", contains(21, 0, 0, 13, 2, 1)));
        here.preview("2026-04-01", "2026-04-30", "&programme=" + programme)
                .body(tells("charged.targets.reached", contains(12, 0, 0, 7, 1, 1)))
                .body(tells("charged.targets.percent", contains(30, 0, 0, 35, 33, 50)))
                .body(tells("charged.targets[2].category", equalTo("shoes")));
        here.preview("2026-05-01", "2026-05-31", "&programme=" + programme).body(tells("charged.targets.reached", contains(21, 0, 0, 13, 2, 1)));
        here.house.program(Role.DISTRIBUTOR).get("/api/v1/programmes/" + programme).then().body(tells("targets[0].reached", nullValue()));
        shown(programme);
    }

    private void shown(String programme) {
        Browser browser = here.house.browser(Role.COORDINATOR).open("/programmes/" + programme);
        assertThat(browser.text()).contains("items distributed 40 21 52", "people helped 20 13 65");
        assertThat(here.house.browser(Role.DISTRIBUTOR).open("/programmes/" + programme).text()).doesNotContain("Per cent");
        Map<String, Object> asked = here.asked("2026-05-01", "2026-05-31");
        asked.put("programme", programme);
        String report = InJson.found(here.send("reports", asked).statusCode(201).extract(), "code");
        assertThat(browser.open("/reports/" + report).page().select("#targets tbody tr").eachText())
                .hasSize(6)
                .anySatisfy(row -> assertThat(row).startsWith("items distributed 31").endsWith("40 21 52"))
                .anySatisfy(row -> assertThat(row).startsWith("people helped").endsWith("20 13 65"));
        assertThat(String.join("\n", Pdf.pages(browser.open("/reports/" + report + "/report.pdf").response())).replaceAll("\\s+", ""))
                .contains("Howfarthetargetsarereached")
                .doesNotContain("IssuedIssued");
        assertThat(browser.open("/reports/" + report + "/report.csv").response().asString())
                .contains("target_items_distributed", "target_people_helped,13,", ",40,52,");
        // Another organisation's programme is none.
        assertThat(houses.open().house.browser(Role.COORDINATOR).open("/programmes/" + programme).status()).isEqualTo(404);
    }

    @Test
    void manyTargetsCostNoMoreThanOneOfEachKind() {
        String few = programme(targets());
        List<Map<String, Object>> more = new ArrayList<>(targets());
        for (int day = 10; day < 17; day++) {
            more.add(target("items_distributed", "tops", day, "2026-05-" + day));
            more.add(target("people_helped", null, day, "2026-05-" + day));
        }
        String many = programme(more);
        Browser browser = here.house.browser(Role.COORDINATOR).open("/programmes/" + few);
        int little = RoundTrips.during(() -> browser.open("/programmes/" + few)).statements();
        assertThat(RoundTrips.during(() -> browser.open("/programmes/" + many)).statements()).isLessThanOrEqualTo(little);
    }

    @Test
    void whatSuppliersGiveBackIsSubtractedFromWhatWasSpent() {
        String programme = programme(List.of());
        String fund = InJson.found(here.send("funds", Map.of("name", "Ours", "purpose", "Beds")).statusCode(201).extract(), "code");
        here.send("funds/" + fund + "/gifts", Map.of("drive", here.drive, "amount", "1000.00", "currency", "KZT")).statusCode(201);
        String purchase = InJson.found(here.send("purchases", Map.of(
                        "supplier", "Market", "currency", "KZT", "place", here.house.site, "programme", programme,
                        "draws", List.of(Map.of("fund", fund)),
                        "lines", List.of(Map.of("item", "jumpers-man", "size", "L", "quantity", 4, "price", "400.00"))))
                .statusCode(201)
                .extract(), "code");
        here.send("pay-outs", Map.of("fund", fund, "amount", "50.00", "currency", "KZT", "payee", "Bus", "forWhat", "Fares", "programme", programme))
                .statusCode(201);
        clock.standAt(at("2026-05-03T10:00"));
        here.send("refunds", Map.of("purchase", purchase, "line", 1, "quantity", 1, "amount", "100.00")).statusCode(201);
        String mistaken = InJson.found(here.send("refunds", Map.of("purchase", purchase, "line", 1, "quantity", 2, "amount", "150.00"))
                .statusCode(201)
                .extract(), "code");
        here.send("refunds/" + mistaken + "/reverse", Map.of("why", "they stayed")).statusCode(200);
        here.preview("2026-04-01", "2026-05-31", "&programme=" + programme)
                .body(tells("charged.purchases", equalTo(1)))
                .body(tells("charged.spent.KZT", equalTo("300.00")))
                .body(tells("charged.refunded.KZT", equalTo("100.00")))
                .body(tells("charged.paidOut.KZT", equalTo("50.00")))
                .body(tells("charged.targets", hasSize(0)))
                .body(tells("goods[0].flows", hasEntry("returned", 1)));
        here.preview("2026-04-01", "2026-04-30", "&programme=" + programme)
                .body(tells("charged.spent.KZT", equalTo("400.00")))
                .body(tells("charged.refunded", equalTo(Map.of())));
        here.preview("2026-05-01", "2026-05-31", "&programme=" + programme).body(tells("charged.spent.KZT", equalTo("-100.00")));
        here.preview("2026-04-01", "2026-05-31")
                .body(tells("money[0].flows.spent", equalTo("400.00")))
                .body(tells("money[0].flows.refunded", equalTo("100.00")))
                .body(tells("money[0].flows", not(hasKey("other_in"))))
                .body(tells("money[0].closing", equalTo("650.00")));
        here.read("programmes/" + programme).body(tells("budget.onNoLine", equalTo("350.00")));
    }

    @Test
    void aNeedThatIsOfferedWaitsOnTheOverview() {
        AReportedHouse.Lived other = houses.open();
        String need = other.need(other.shelters.get(0), 3);
        other.send("referrals", Map.of("need", need, "to", here.house.code)).statusCode(201);
        here.read("overview").body(tells("referrals", equalTo(1)));
        other.read("overview").body(tells("referrals", equalTo(0)));
        Browser browser = here.house.browser(Role.COORDINATOR).open("/overview").click("need that another organisation offers to pass on to you");
        assertThat(browser.page().select("tbody tr")).hasSize(1);
    }
}
