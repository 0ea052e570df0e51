package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.WaitingDispatch;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class CalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    @Inject
    AnOrganisation organisations;

    @Inject
    WaitingDispatch waiting;

    AnOrganisation.House house;
    LocalDate today = LocalDate.now(ZONE);

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String planned(LocalDate day, String... dispatches) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("day", day.toString(), "vehicle", "The van", "dispatches", List.of(dispatches)))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private String drive() {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "kind", "collection", "title", "Coats <b>{x}</b>", "startsOn", today.toString(), "endsOn",
                        today.plusDays(1).toString(), "site", house.site))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @Test
    void theCalendarTellsRoundsDeparturesAndDrives() {
        String leaving = waiting.loaded(house, 2);
        String round = planned(today, leaving);
        String cancelled = planned(today, waiting.staged(house, 1));
        house.program(Role.DISTRIBUTOR).post("/api/v1/rounds/" + cancelled + "/cancel").then().statusCode(200);
        house.program(Role.DISTRIBUTOR).post("/api/v1/rounds/" + round + "/depart").then().statusCode(200);
        String drive = drive();
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/calendar?from=" + today + "&to=" + today.plusDays(1))
                .then()
                .statusCode(200)
                .body(tells("complete", equalTo(true)))
                .body(tells("entries.kind", equalTo(List.of("round", "begin_of_drive", "departure", "end_of_drive"))))
                .body(tells("entries.code", equalTo(List.of(round, drive, leaving, drive))))
                .body(tells("entries[0].stops", equalTo(1)))
                .body(tells("entries[2].recipientAlias", equalTo(WaitingDispatch.ALIAS)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/calendar").then().body(tells("entries.code", hasItem(round)));
        organisations.open().program(Role.DISTRIBUTOR).get("/api/v1/calendar").then().body(tells("entries", hasSize(0)));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/calendar");
        assertThat(browser.page().select("caption")).hasSize(1);
        assertThat(browser.page().select("td[aria-current=date]")).hasSize(1);
        assertThat(browser.page().select("td[aria-current=date] li").eachText())
                .containsExactly("1 round", "1 drive begins", "1 dispatch left");
        assertThat(browser.page().select(".month-days li.today > ul > li")).hasSize(3);
        assertThat(browser.page().select("a[rel=prev], a[rel=next]")).hasSize(2);
        browser.open("/calendar/" + today);
        assertThat(browser.text()).contains(round + ": 1 stop, The van", leaving, WaitingDispatch.ALIAS, "Coats <b>{x}</b>");
        browser.open("/calendar/" + today.plusDays(1));
        assertThat(browser.text()).contains("Drives that end").doesNotContain("Drives that begin");
    }

    @Test
    void daysAndMonthsThatAreNoneAndSpansTooLongAreRefused() {
        for (String wrong : List.of(
                "from=yesterday", "from=2026-02-30", "from=1999-12-31", "from=9999999-01-01", "from=2026-01-01&to=2025-12-31",
                "from=2026-01-01&to=2026-03-04")) {
            house.program(Role.DISTRIBUTOR).get("/api/v1/calendar?" + wrong).then().statusCode(400);
        }
        house.program(Role.DISTRIBUTOR).get("/api/v1/calendar?from=2026-01-01&to=2026-03-03").then().statusCode(200);
        house.program(Role.VOLUNTEER).get("/api/v1/calendar").then().statusCode(403);
        Browser browser = house.browser(Role.DISTRIBUTOR);
        assertThat(browser.open("/calendar?month=2026-02").page().select("caption").text()).isEqualTo("February 2026");
        assertThat(browser.open("/calendar?month=2026-13").status()).isEqualTo(400);
        assertThat(browser.open("/calendar?month=2999-12").status()).isEqualTo(200);
        assertThat(browser.open("/calendar/2026-02-30").status()).isEqualTo(404);
        assertThat(browser.open("/calendar/x").status()).isEqualTo(404);
        assertThat(browser.open("/calendar/2026-02-28").text()).contains("Nothing on this day");
    }

    @Test
    void aMonthIsReadInAFewStatementsHoweverMuchStandsInIt() {
        for (int i = 0; i < 4; i++) {
            planned(today.plusDays(i), waiting.staged(house, 1));
        }
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/calendar");
        RoundTrips.Count month = RoundTrips.during(() -> browser.open("/calendar"));
        assertThat(month.statements()).as(month.sql().toString()).isLessThanOrEqualTo(9);
    }
}
