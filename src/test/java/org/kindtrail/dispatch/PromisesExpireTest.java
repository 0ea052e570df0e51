package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.need.NeedCalendarForTests;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class PromisesExpireTest {
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
        given.jumpers(house, "L", 40, 3);
    }

    private void term(Object days, int version) {
        Map<String, Object> term = new java.util.HashMap<>();
        term.put("days", days);
        term.put("version", version);
        house.program(Role.COORDINATOR).body(term).put("/api/v1/needs/settings").then().statusCode(200);
    }

    private String promised(int quantity) {
        String need = given.need(house, line("warm-jumpers-man", quantity, "L"));
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", need))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201);
        return need;
    }

    private Response dispatch(String need) {
        return house.program(Role.DISTRIBUTOR).body(Map.of("need", need)).post("/api/v1/dispatches");
    }

    private void endedDaysAgo(String need, int days) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update allocation set expires_at = ?1 where purpose_code = ?2 and state = 'PENDING'")
                .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusDays(days))
                .setParameter(2, need)
                .executeUpdate());
    }

    private int promisedTo(String need) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + need).as(InJson.class, InJson.READ).get("lines[0].promised");
    }

    private long allocated() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select coalesce(sum(b.allocated), 0) from balance b join place p on p.id = b.place_id where p.organisation_id = ?1")
                        .setParameter(1, house.id)
                        .getSingleResult())
                .longValue());
    }

    @Test
    void promisesHoldAsLongAsTheOrganisationSays() {
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/settings").then().body(tells("days", nullValue())).body(tells("version", equalTo(0)));
        house.program(Role.DISTRIBUTOR).body(Map.of("days", 3, "version", 0)).put("/api/v1/needs/settings").then().statusCode(403);
        for (Object wrong : List.of(0, -1, 366, 2_000_000_000)) {
            house.program(Role.COORDINATOR).body(Map.of("days", wrong, "version", 0)).put("/api/v1/needs/settings").then()
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/days")));
        }
        String forGood = given.need(house, line("warm-jumpers-man", 1, "L"));
        house.program(Role.DISTRIBUTOR).body(Map.of("need", forGood)).post("/api/v1/allocations").then()
                .body(tells("allocations[0].expiresAt", nullValue()));
        term(3, 0);
        house.program(Role.COORDINATOR).body(Map.of("days", 4, "version", 0)).put("/api/v1/needs/settings").then().statusCode(409);
        String bound = given.need(house, line("warm-jumpers-man", 1, "L"));
        house.program(Role.DISTRIBUTOR).body(Map.of("need", bound)).post("/api/v1/allocations").then()
                .body(tells("allocations[0].expiresAt", notNullValue()));
        house.program(Role.DISTRIBUTOR).get("/api/v1/allocations?need=" + bound).then().body(tells("rows[0].expiresAt", notNullValue()));
        house.program(Role.DISTRIBUTOR).get("/api/v1/allocations?need=" + forGood).then().body(tells("rows[0].expiresAt", nullValue()));
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/" + bound).text()).contains("Kept until", "Keep it longer");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/" + forGood).text()).doesNotContain("Kept until", "Keep it longer");
        Browser browser = house.browser(Role.COORDINATOR).open("/needs/settings");
        for (String wrong : List.of("0", "366", "1.5", "\u0663", "9223372036854775808")) {
            browser.fill("Save").type("Days", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
            assertThat(browser.page().getElementById("days").val()).isEqualTo(wrong);
        }
        browser.fill("Save").type("Days", "").send();
        assertThat(browser.status()).isEqualTo(303);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs/settings").then().body(tells("days", nullValue()));
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/settings").status()).isEqualTo(403);
    }

    @Test
    void whatHadItsTimeIsFreeAgainUnlessItLiesReady() {
        term(3, 0);
        String over = promised(4);
        String ready = promised(5);
        String lasts = promised(6);
        dispatch(ready).then().statusCode(201);
        endedDaysAgo(over, 1);
        endedDaysAgo(ready, 1);
        calendar.run();
        assertThat(promisedTo(over)).isZero();
        assertThat(promisedTo(ready)).isEqualTo(5);
        assertThat(promisedTo(lasts)).isEqualTo(6);
        assertThat(allocated()).isEqualTo(11);
        String history = house.browser(Role.DISTRIBUTOR).open("/needs/" + over).text();
        assertThat(history).contains("promises ended by the calendar (4 B-");
        calendar.run();
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/" + over).text().split("promises ended")).hasSize(2);
    }

    @Test
    void whatIsOnHoldIsNotMeant() {
        term(1, 0);
        String lot = given.jumpers(house, "XL", 3, 1);
        String hold = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of("kind", "check", "why", "Damp", "lot", lot, "place", house.shelfA, "quantity", 3))
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract(), "code");
        String need = promised(4);
        endedDaysAgo(need, 1);
        endedDaysAgo(hold, 1);
        assertThat(allocated()).isEqualTo(7);
        calendar.run();
        assertThat(promisedTo(need)).isZero();
        assertThat(allocated()).isEqualTo(3);
        house.program(Role.DISTRIBUTOR).get("/api/v1/allocations?need=" + hold).then().body(tells("rows.state", equalTo(List.of("pending"))));
    }

    @Test
    void theDayBeforeItIsToldAndOnePressKeepsItLonger() {
        term(1, 0);
        String need = promised(4);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/");
        assertThat(browser.text()).contains("One need loses what is promised by tomorrow evening");
        term(20, 1);
        browser.click("One need loses what is promised by tomorrow evening. Send it, or keep it longer.");
        assertThat(browser.text()).contains("11 adult men", "Lose a promise by tomorrow");
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?losing=true").then().body(tells("rows.code", equalTo(List.of(need))));
        browser.open("/needs/" + need).fill("Keep it longer").send().follow();
        assertThat(browser.text()).contains("kept longer (4 B-");
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?losing=true").then().body(tells("rows", hasSize(0)));
        assertThat(house.browser(Role.DISTRIBUTOR).open("/").text()).doesNotContain("tomorrow evening");
        dispatch(need).then().statusCode(201);
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/keep").then().statusCode(409);
        house.program(Role.VOLUNTEER).post("/api/v1/needs/" + need + "/keep").then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/keep").then().statusCode(404);
    }

    @Test
    void eightWhoDispatchWhileTheCalendarRunsLoseNothingTwice() throws Exception {
        term(1, 0);
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            needs.add(promised(5));
        }
        assertThat(allocated()).isEqualTo(40);
        needs.forEach(need -> endedDaysAgo(need, 1));
        house.token(Role.DISTRIBUTOR);
        var hands = Executors.newFixedThreadPool(11);
        List<Callable<Integer>> work = new ArrayList<>();
        needs.forEach(need -> work.add(() -> dispatch(need).statusCode()));
        for (int node = 0; node < 3; node++) {
            work.add(() -> {
                calendar.run();
                return 0;
            });
        }
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> done : hands.invokeAll(work)) {
                answers.add(done.get());
            }
        } finally {
            hands.shutdown();
        }
        assertThat(answers.subList(0, 8)).allMatch(status -> status == 201 || status == 409);
        long ready = answers.subList(0, 8).stream().filter(status -> status == 201).count();
        assertThat(allocated()).isEqualTo(5 * ready);
        for (int i = 0; i < 8; i++) {
            assertThat(promisedTo(needs.get(i))).isEqualTo(answers.get(i) == 201 ? 5 : 0);
        }
    }
}
