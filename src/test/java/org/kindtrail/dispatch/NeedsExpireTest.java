package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.NeedCalendarForTests;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class NeedsExpireTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    @Inject
    EntityManager database;

    @Inject
    NeedCalendarForTests calendar;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
        given.jumpers(house, "L", 20, 3);
    }

    private static LocalDate today() {
        return LocalDate.now(ALMATY);
    }

    private String need(LocalDate last) {
        Map<String, Object> need = new HashMap<>(Map.of(
                "recipient", given.shelter(house), "forWhom", "until " + last, "lines", List.of(line("warm-jumpers-man", 4, "L"))));
        need.put("expiresOn", last == null ? null : last.toString());
        return InJson.found(house.program(Role.DISTRIBUTOR).body(need).post("/api/v1/needs").then().statusCode(201).extract(), "code");
    }

    /** As if its last day had been then. */
    private String over(LocalDate last) {
        String need = need(today());
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update need set expires_on = ?1 where code = ?2")
                .setParameter(1, last)
                .setParameter(2, need)
                .executeUpdate());
        return need;
    }

    private void promise(String need) {
        house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/allocations").then().statusCode(201);
    }

    private String state(String need) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).as(InJson.class, InJson.READ).get("state");
    }

    private String post(String path, Object body) {
        return InJson.found(house.program(Role.DISTRIBUTOR).body(body).post("/api/v1/" + path).then().extract(), "code");
    }

    @Test
    void aNeedExpiresWhenItsLastDayIsOverAndNotOnIt() {
        String never = need(null);
        String todays = need(today());
        String over = over(today().minusDays(1));
        promise(over);
        calendar.run();
        assertThat(state(never)).isEqualTo("open");
        assertThat(state(todays)).isEqualTo("open");
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + over).then()
                .body(tells("state", equalTo("expired")))
                .body(tells("lines[0].promised", equalTo(0)));
        calendar.run();
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/" + over);
        assertThat(browser.text().split("expired by the calendar")).hasSize(2);
        assertThat(browser.open("/needs?ended=true").text()).contains("until");
        browser.open("/needs/" + over).fill("Open it again").send().follow();
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + over).then()
                .body(tells("state", equalTo("open")))
                .body(tells("expiresOn", nullValue()));
        calendar.run();
        assertThat(state(over)).isEqualTo("open");
    }

    @Test
    void whatLiesReadyLeavesOrComesBackFirst() {
        String need = over(today().minusDays(2));
        promise(need);
        String dispatch = post("dispatches", Map.of("need", need));
        calendar.run();
        assertThat(state(need)).isEqualTo("open");
        house.program(Role.DISTRIBUTOR).post("/api/v1/dispatches/" + dispatch + "/load").then().statusCode(200);
        calendar.run();
        assertThat(state(need)).isEqualTo("open");
        house.program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/dispatches/" + dispatch + "/depart").then().statusCode(200);
        calendar.run();
        assertThat(state(need)).isEqualTo("expired");
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).then().body(tells("lines[0].onTheWay", equalTo(4)));
    }

    @Test
    void aWeekBeforeItIsToldAndSomebodySaysThatItIsStillNeeded() {
        String soon = need(today().plusDays(7));
        need(today().plusDays(8));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/");
        browser.click("One need is asked for no longer than 7 days. Still needed?");
        assertThat(browser.text()).contains("End within 7 days", "until " + today().plusDays(7)).doesNotContain("until " + today().plusDays(8));
        browser.open("/needs/" + soon);
        assertThat(browser.text()).contains("Is it still needed?");
        browser.fill("It is still needed").set("expiresOn", today().minusDays(1).toString()).send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("It is still needed").set("expiresOn", today().plusDays(30).toString()).send().follow();
        assertThat(browser.text()).contains("still needed (").doesNotContain("Is it still needed?");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/").text()).doesNotContain("Still needed?");
        assertThat(house.browser(Role.VOLUNTEER).open("/").text()).doesNotContain("Still needed?");
        house.program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/needs/" + soon + "/still-needed").then()
                .statusCode(200)
                .body(tells("expiresOn", nullValue()));
        house.program(Role.DISTRIBUTOR).body(Map.of("expiresOn", "soon")).post("/api/v1/needs/" + soon + "/still-needed").then().statusCode(400);
        house.program(Role.VOLUNTEER).body(Map.of()).post("/api/v1/needs/" + soon + "/still-needed").then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/needs/" + soon + "/still-needed").then().statusCode(404);
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + soon + "/close").then().statusCode(200);
        house.program(Role.DISTRIBUTOR).body(Map.of()).post("/api/v1/needs/" + soon + "/still-needed").then().statusCode(409);
    }

    @Test
    void theStartPageAsksAsOftenForManyAsForOne() {
        need(today());
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/");
        int one = RoundTrips.during(() -> browser.open("/")).statements();
        for (int i = 0; i < 5; i++) {
            need(today());
        }
        assertThat(RoundTrips.during(() -> browser.open("/")).statements()).isEqualTo(one);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?ending=true").then().body(tells("rows", hasSize(6)));
    }
}
