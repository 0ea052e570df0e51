package org.kindtrail.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Acting;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class RetentionTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    Calendar calendar;

    @Inject
    RetentionService retention;

    @Inject
    Acting acting;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    /** A recipient whose details were written so many months ago. */
    private String sealed(String alias, int monthsAgo) {
        String code = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "alias", alias, "kind", "shelter", "country", "KZ", "region", "R", "disclosure", "region",
                        "sealed", Map.of("trueName", "Name of " + alias, "address", "Address of " + alias)))
                .post("/api/v1/recipients")
                .then()
                .statusCode(201)
                .extract(), "code");
        run("update sealed set sealed_at = ?1 where owner_id = (select id from recipient where code = ?2)",
                monthsAgo(monthsAgo), code);
        return code;
    }

    private static OffsetDateTime monthsAgo(int months) {
        return OffsetDateTime.now(ZoneOffset.UTC).minusMonths(months).minusDays(1);
    }

    private void run(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var statement = database.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setParameter(i + 1, values[i]);
            }
            statement.executeUpdate();
        });
    }

    private String need(String recipient) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("recipient", recipient, "forWhom", "2 men", "lines", List.of(Map.of("item", "towels", "quantity", 1))))
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private void ended(String need) {
        house.program(Role.DISTRIBUTOR).post("/api/v1/needs/" + need + "/close").then().statusCode(200);
    }

    /** Something reached it so many months ago; the way there is not told here. */
    private void served(String recipient, int monthsAgo, String state) {
        String need = need(recipient);
        ended(need);
        run("""
                insert into dispatch (id, organisation_id, code, need_id, recipient_id, state, key_turn, staged_at, staged_by, version)
                select n.id + 700000000, n.organisation_id, ?1, n.id, n.recipient_id, ?2, 0, n.created_at, n.created_by, 0
                from need n where n.code = ?3""",
                need.replaceFirst("N", "W"), state, need);
        if (state.equals("DELIVERED")) {
            run("""
                    insert into delivery (id, organisation_id, code, dispatch_id, standing_dispatch_id, occurred_at, recorded_at)
                    select w.id, w.organisation_id, ?1, w.id, w.id, ?2, w.staged_at from dispatch w where w.code = ?3""",
                    need.replaceFirst("N", "E"), monthsAgo(monthsAgo), need.replaceFirst("N", "W"));
        }
    }

    private ValidatableResponse due() {
        return house.program(Role.COORDINATOR).get("/api/v1/retention/due").then().statusCode(200);
    }

    private ValidatableResponse set(int version, Object months, boolean byItself) {
        return house.program(Role.COORDINATOR)
                .body(Map.of("version", version, "months", months, "byItself", byItself))
                .put("/api/v1/retention")
                .then();
    }

    private ValidatableResponse erase(Object recipients) {
        return house.program(Role.COORDINATOR).body(Map.of("recipients", recipients)).post("/api/v1/retention/erase").then();
    }

    private long kept(String recipient) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from sealed where owner = 'recipient' and owner_id = (select id from recipient where code = ?1)")
                        .setParameter(1, recipient)
                        .getSingleResult())
                .longValue());
    }

    private long notes(String recipient, String happened) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from note where subject = ?1 and happened = ?2")
                        .setParameter(1, recipient)
                        .setParameter(2, happened)
                        .getSingleResult())
                .longValue());
    }

    @Test
    void whoWasNotServedForTwelveMonthsIsDue() {
        String never = sealed("Never", 13);
        sealed("Lately sealed", 11);
        String long1 = sealed("Long ago", 30);
        served(long1, 14, "DELIVERED");
        String lately = sealed("Lately served", 30);
        served(lately, 14, "DELIVERED");
        served(lately, 2, "DELIVERED");
        due().body(tells("rows.recipient", equalTo(List.of(never, long1))))
                .body(tells("rows[0].lastServed", nullValue()))
                .body(tells("rows[0].alias", equalTo("Never")))
                .body(tells("rows[1].lastServed", containsString(monthsAgo(14).toString().substring(0, 10))))
                .body(tells("rows[1].dueSince", containsString("T")));
        run("update delivery set reversed_at = recorded_at, standing_dispatch_id = null where occurred_at > ?1 and organisation_id = ?2",
                monthsAgo(5), house.id);
        due().body(tells("rows", hasSize(3)));
    }

    @Test
    void whoWaitsForGoodsIsNotDue() {
        String asks = sealed("Asks", 20);
        String need = need(asks);
        String staged = sealed("Staged", 20);
        served(staged, 0, "STAGED");
        String onItsWay = sealed("On its way", 20);
        served(onItsWay, 0, "DEPARTED");
        due().body(tells("rows", hasSize(0)));
        erase(List.of(asks)).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipients/0")));
        ended(need);
        due().body(tells("rows.recipient", equalTo(List.of(asks))));
    }

    @Test
    void theMonthsAreSetFromOneToAHundredAndTwenty() {
        house.program(Role.COORDINATOR)
                .get("/api/v1/retention")
                .then()
                .body(tells("months", equalTo(12)))
                .body(tells("byItself", equalTo(false)))
                .body(tells("version", equalTo(0)));
        String code = sealed("Two months", 2);
        due().body(tells("rows", hasSize(0)));
        set(0, 1, false).statusCode(200).body(tells("months", equalTo(1)));
        due().body(tells("rows.recipient", equalTo(List.of(code))));
        set(0, 120, true).statusCode(409);
        set(1, 120, true).statusCode(200).body(tells("version", equalTo(2)));
        for (Object wrong : List.of(0, -1, 121, 2_000_000_000)) {
            set(2, wrong, false).statusCode(422).body(tells("errors[0].pointer", equalTo("/months")));
        }
        set(2, 1.5, false).statusCode(400);
        set(2, "12", false).statusCode(400);
    }

    @Test
    void erasedIsGoneAndTheRestStays() {
        String code = sealed("Erased", 20);
        String need = need(code);
        ended(need);
        erase(List.of(code, code.toLowerCase())).statusCode(200).body(tells("recipients", equalTo(List.of(code))));
        assertThat(kept(code)).isZero();
        assertThat(notes(code, "recipient_sealed_erased")).isEqualTo(1);
        due().body(tells("rows", hasSize(0)));
        house.program(Role.COORDINATOR).get("/api/v1/recipients/" + code).then().body(tells("alias", equalTo("Erased")));
        house.program(Role.COORDINATOR).get("/api/v1/needs/" + need).then().statusCode(200);
        erase(List.of(code)).statusCode(422);
    }

    @Test
    void oneThatCannotGoKeepsAllOfThem() {
        String code = sealed("Stays", 20);
        AnOrganisation.House mine = house;
        house = organisations.open();
        String another = sealed("Another's", 20);
        house = mine;
        erase(List.of(code, another)).statusCode(422).body(tells("errors.pointer", equalTo(List.of("/recipients/1"))));
        erase(List.of("nonsense")).statusCode(422);
        erase(List.of()).statusCode(422);
        erase(java.util.Collections.nCopies(501, code)).statusCode(422);
        assertThat(kept(code)).isEqualTo(2);
        assertThat(kept(another)).isEqualTo(2);
    }

    @Test
    void theListGoesOnByItsCursor() {
        for (int i = 0; i < 5; i++) {
            sealed("Number " + i, 20);
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            var page = house.program(Role.COORDINATOR)
                    .get("/api/v1/retention/due?limit=2&after=" + after)
                    .then()
                    .extract();
            read.addAll(page.as(InJson.class, InJson.READ).get("rows.alias"));
            after = page.as(InJson.class, InJson.READ).get("next");
        } while (after != null);
        assertThat(read).containsExactly("Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
    }

    @Test
    void theCalendarErasesOnlyWhereItWasChosen() throws Exception {
        String kept = sealed("Kept", 20);
        calendar.eraseWhatIsDue();
        assertThat(kept(kept)).isEqualTo(2);
        set(0, 12, true).statusCode(200);
        String lately = sealed("Lately", 3);
        var nodes = Executors.newFixedThreadPool(3);
        try {
            for (var done : nodes.invokeAll(List.of(
                    Executors.callable(calendar::eraseWhatIsDue),
                    Executors.callable(calendar::eraseWhatIsDue),
                    Executors.callable(calendar::eraseWhatIsDue)))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(kept(kept)).isZero();
        assertThat(notes(kept, "recipient_sealed_erased_by_calendar")).isEqualTo(1);
        assertThat(kept(lately)).isEqualTo(2);
        String history = house.browser(Role.COORDINATOR).open("/recipients/" + kept).text();
        assertThat(history).contains("sealed details erased by the calendar");
    }

    @Test
    void aBatchTakesTheSameNumberOfStatementsHoweverManyThereAre() {
        set(0, 12, true).statusCode(200);
        for (int i = 0; i < 12; i++) {
            sealed("Number " + i, 20);
        }
        assertThat(RoundTrips.during(this::due).statements()).isLessThanOrEqualTo(4);
        int batch = RoundTrips.during(() -> assertThat(acting.forOrganisation(house.id, () -> retention.eraseByCalendar(10)))
                        .isEqualTo(10))
                .statements();
        assertThat(batch).isLessThanOrEqualTo(8);
        assertThat(acting.<Integer>forOrganisation(house.id, () -> retention.eraseByCalendar(10))).isEqualTo(2);
    }

    @Test
    void aCoordinatorErasesOneOrAllByAPress() {
        sealed("First", 20);
        sealed("Second <b>", 20);
        sealed("Third", 20);
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients").click("How long it is kept");
        assertThat(browser.text()).contains("Second <b>", "Never served.", "Due since").doesNotContain("Address of");
        browser.fill("Erase").send().follow();
        assertThat(browser.page().select("main section")).hasSize(2);
        Browser.Filling all = browser.fill("Erase all 2 of these");
        all.send();
        assertThat(browser.status()).isEqualTo(303);
        all.send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.text()).contains("Nobody is due");
    }

    @Test
    void whatChangedMeanwhileIsTold() {
        String code = sealed("First", 20);
        Browser browser = house.browser(Role.COORDINATOR).open("/retention");
        need(code);
        browser.fill("Erase").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.text()).contains(code + " waits for goods", "Nobody is due");
        assertThat(browser.page().getElementById("months").val()).isEqualTo("12");
        assertThat(kept(code)).isEqualTo(2);
    }

    @Test
    void theSettingIsSavedAndComesBackAsItWasTyped() {
        Browser browser = house.browser(Role.COORDINATOR).open("/retention");
        browser.fill("Save").type("Months after", "twelve").set("byItself", "1").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().getElementById("months").val()).isEqualTo("twelve");
        assertThat(browser.page().select("input[name=byItself]").hasAttr("checked")).isTrue();
        for (String wrong : List.of("", "0", "121", "9223372036854775808", "4294967297", "1.5", "\u0663")) {
            browser.fill("Save").type("Months after", wrong).send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
        }
        browser.fill("Save").type("Months after", "6").send().follow();
        assertThat(browser.page().getElementById("months").val()).isEqualTo("6");
        assertThat(browser.page().select("input[name=byItself]").hasAttr("checked")).isTrue();
    }

    @Test
    void isForCoordinatorsOfTheHouse() {
        sealed("Ours", 20);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/retention").status()).isEqualTo(403);
        house.program(Role.DISTRIBUTOR).get("/api/v1/retention").then().statusCode(403);
        house.program(Role.DISTRIBUTOR).body("{}").post("/api/v1/retention/erase").then().statusCode(403);
        AnOrganisation.House other = organisations.open();
        other.program(Role.COORDINATOR).get("/api/v1/retention/due").then().body(tells("rows", hasSize(0)));
        assertThat(other.browser(Role.COORDINATOR).open("/retention").text()).doesNotContain("Ours");
    }
}
