package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.WaitingDispatch;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class AppointmentTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    @Inject
    AnOrganisation organisations;

    @Inject
    WaitingDispatch waiting;

    @Inject
    AppointmentService appointments;

    @Inject
    HouseClock clock;

    @Inject
    AppointmentsEnd end;

    AnOrganisation.House house;
    LocalDate tuesday = LocalDate.now(ZONE).plusDays(2).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static Map<String, Object> row(String weekday, String from, String to, Object minutes, Object capacity) {
        return new HashMap<>(
                Map.of("weekday", weekday, "from", from, "to", to, "slotMinutes", minutes, "capacity", capacity));
    }

    private ValidatableResponse set(int version, Object... rows) {
        return house.program(Role.COORDINATOR)
                .body(Map.of("version", version, "hours", List.of(rows)))
                .put("/api/v1/places/" + house.site + "/hours")
                .then();
    }

    private void hours(int capacity) {
        set(0, row("tuesday", "09:00", "11:00", 30, capacity)).statusCode(200);
    }

    private ValidatableResponse post(String path, Object body) {
        return house.program(Role.DISTRIBUTOR).body(body).post("/api/v1" + path).then();
    }

    private Map<String, Object> booking(String dispatch, String time) {
        return new HashMap<>(Map.of("dispatch", dispatch, "site", house.site, "day", tuesday.toString(), "time", time));
    }

    private String booked(String dispatch, String time) {
        return InJson.found(post("/appointments", booking(dispatch, time)).statusCode(201).extract(), "code");
    }

    @Test
    void aCoordinatorSetsTheHoursOfASite() {
        int version = InJson.found(set(0, row("tuesday", "09:00", "12:00", 30, 2), row("tuesday", "13:00", "24:00", 60, 1))
                .statusCode(200)
                .body(tells("timeZone", equalTo("Asia/Almaty")))
                .body(tells("hours.to", equalTo(List.of("12:00", "24:00"))))
                .extract(), "version");
        set(0, row("monday", "09:00", "12:00", 30, 2)).statusCode(409);
        set(version, row("monday", "09:00", "12:00", 30, 2)).statusCode(200).body(tells("hours", hasSize(1)));
        int now = version + 1;
        set(now, row("monday", "12:00", "09:00", 30, 2)).statusCode(422).body(tells("errors[0].pointer", equalTo("/hours/0/to")));
        set(now, row("monday", "09:00", "09:10", 30, 2)).statusCode(422).body(tells("errors[0].detail", containsString("no room")));
        set(now, row("monday", "09:00", "12:00", 30, 2), row("monday", "11:00", "13:00", 30, 2))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/hours/1/from")));
        for (Object wrong : List.of(0, -1, 1_000_000_000_000L, new java.math.BigInteger("9223372036854775808"), "1.5", "\u0663")) {
            assertThat(set(now, row("monday", "09:00", "12:00", 30, wrong)).extract().statusCode()).isIn(400, 422);
            assertThat(set(now, row("monday", "09:00", "12:00", wrong, 1)).extract().statusCode()).isIn(400, 422);
        }
        for (String wrong : List.of("9", "25:00", "24:00", "09:60", "<b>", "x".repeat(10_000))) {
            set(now, row("monday", wrong, "12:00", 30, 2)).statusCode(422).body(tells("errors[0].pointer", equalTo("/hours/0/from")));
        }
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("version", now, "hours", List.of()))
                .put("/api/v1/places/" + house.site + "/hours")
                .then()
                .statusCode(403);
        house.program(Role.VOLUNTEER).get("/api/v1/places/" + house.shelfA + "/hours").then().statusCode(404);
        house.program(Role.VOLUNTEER).get("/api/v1/places/" + house.site + "/hours").then().body(tells("hours", hasSize(1)));
        organisations.open().program(Role.COORDINATOR).get("/api/v1/places/" + house.site + "/hours").then().statusCode(404);
    }

    @Test
    void aDispatchIsBookedMovedAndCalledOff() {
        hours(1);
        String first = waiting.staged(house, 2);
        String second = waiting.staged(house, 3);
        String code = InJson.found(post("/appointments", booking(first, "09:30"))
                .statusCode(201)
                .body(tells("state", equalTo("booked")))
                .body(tells("until", equalTo("10:00")))
                .body(tells("startsAt", equalTo(tuesday.atTime(9, 30).atZone(ZONE).toInstant().toString())))
                .extract(), "code");
        post("/appointments", booking(second, "09:30")).statusCode(409).body(tells("detail", containsString("full")));
        post("/appointments", booking(first, "10:00")).statusCode(422).body(tells("errors[0].detail", containsString(code)));
        post("/rounds", Map.of("day", tuesday.toString(), "dispatches", List.of(first)))
                .statusCode(422)
                .body(tells("errors[0].detail", containsString(code)));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/places/" + house.site + "/hours/slots?day=" + tuesday)
                .then()
                .body(tells("rows.time", equalTo(List.of("09:00", "09:30", "10:00", "10:30"))))
                .body(tells("rows.free", equalTo(List.of(1, 0, 1, 1))));
        post("/appointments/" + code + "/move", Map.of("day", tuesday.toString(), "time", "10:30"))
                .statusCode(200)
                .body(tells("time", equalTo("10:30")));
        booked(second, "09:30");
        post("/appointments/" + code + "/move", Map.of("day", tuesday.toString(), "time", "09:30")).statusCode(409);
        post("/appointments/" + code + "/keep", "").statusCode(409).body(tells("detail", containsString("still to come")));
        post("/appointments/" + code + "/miss", "").statusCode(409);
        post("/appointments/" + code + "/cancel", "").statusCode(200).body(tells("state", equalTo("cancelled")));
        post("/appointments/" + code + "/cancel", "").statusCode(409);
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments").then().body(tells("rows.time", equalTo(List.of("09:30", "10:30"))));
        booked(first, "10:30");
    }

    @Test
    void whatIsOutsideTheHoursPastOrUnknownIsRefused() {
        hours(5);
        String dispatch = waiting.staged(house, 2);
        post("/appointments", booking(dispatch, "09:15")).statusCode(422).body(tells("errors[0].pointer", equalTo("/time")));
        post("/appointments", booking(dispatch, "11:00")).statusCode(422).body(tells("errors[0].detail", containsString("No slot")));
        Map<String, Object> wednesday = booking(dispatch, "09:00");
        wednesday.put("day", tuesday.plusDays(1).toString());
        post("/appointments", wednesday).statusCode(422).body(tells("errors[0].detail", containsString("Nothing is handed over")));
        Map<String, Object> past = booking(dispatch, "09:00");
        past.put("day", tuesday.minusWeeks(3).toString());
        post("/appointments", past).statusCode(422).body(tells("errors[0].detail", containsString("past")));
        Map<String, Object> shelf = booking(dispatch, "09:00");
        shelf.put("site", house.shelfA);
        post("/appointments", shelf).statusCode(422).body(tells("errors[0].pointer", equalTo("/site")));
        var other = organisations.open();
        post("/appointments", booking(waiting.staged(other, 1), "09:00")).statusCode(422).body(tells("errors[0].pointer", equalTo("/dispatch")));
        Map<String, Object> theirs = booking(dispatch, "09:00");
        theirs.put("site", other.site);
        post("/appointments", theirs).statusCode(422).body(tells("errors[0].pointer", equalTo("/site")));
        for (String wrong : List.of("9", "", "\u0660\u0669:00", "<b>{x}</b>")) {
            post("/appointments", booking(dispatch, wrong)).statusCode(422).body(tells("errors[0].pointer", equalTo("/time")));
        }
        String onRound = waiting.staged(house, 1);
        post("/rounds", Map.of("day", tuesday.toString(), "dispatches", List.of(onRound))).statusCode(201);
        post("/appointments", booking(onRound, "09:00")).statusCode(422).body(tells("errors[0].detail", containsString("on round RD-")));
        String code = booked(dispatch, "09:00");
        other.program(Role.DISTRIBUTOR).get("/api/v1/appointments/" + code).then().statusCode(404);
        other.program(Role.DISTRIBUTOR).post("/api/v1/appointments/" + code + "/cancel").then().statusCode(404);
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments").then().body(tells("rows", hasSize(1)));
    }

    @Test
    void eightAtATimeBookNoMoreThanASlotHolds() throws Exception {
        hours(3);
        List<String> dispatches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            dispatches.add(waiting.staged(house, 1));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (String dispatch : dispatches) {
                Callable<Integer> book = () -> {
                    start.await();
                    return house.program(Role.DISTRIBUTOR)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(booking(dispatch, "10:00"))
                            .post("/api/v1/appointments")
                            .statusCode();
                };
                answers.add(threads.submit(book));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 201, 201, 409, 409, 409, 409, 409);
        } finally {
            threads.shutdown();
        }
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/places/" + house.site + "/hours/slots?day=" + tuesday)
                .then()
                .body(tells("rows.free", equalTo(List.of(3, 3, 0, 3))));
    }

    @Test
    void anAppointmentIsKeptOrMissedAndDeletedThirtyDaysAfterItsDay() {
        hours(5);
        String kept = booked(waiting.staged(house, 1), "09:00");
        String missed = booked(waiting.staged(house, 1), "09:30");
        Instant after = tuesday.atTime(12, 0).atZone(ZONE).toInstant();
        clock.at(after, () -> house.as(Role.DISTRIBUTOR, () -> appointments.keep(kept)));
        clock.at(after, () -> house.as(Role.DISTRIBUTOR, () -> appointments.miss(missed)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments/" + kept).then().body(tells("state", equalTo("kept")));
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments/" + missed).then().body(tells("state", equalTo("missed")));
        endAt(after.plus(Duration.ofDays(30)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments/" + kept).then().statusCode(200);
        endAt(after.plus(Duration.ofDays(31)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments/" + kept).then().statusCode(404);
        house.program(Role.DISTRIBUTOR).get("/api/v1/appointments").then().body(tells("rows", hasSize(0)));
    }

    private void endAt(Instant moment) {
        clock.at(moment, () -> {
            end.endWhatIsOver();
            return null;
        });
    }

    @Test
    void peopleSetHoursAndBookOnPages() {
        Browser coordinator = house.browser(Role.COORDINATOR).open("/places/" + house.site).click("Hand-over hours");
        coordinator.fill("Save the hours").set("hours[1].weekday", "tuesday").set("hours[1].from", "9:00").set("hours[1].to", "noon").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.page().select(".faults a").eachAttr("href")).contains("#hours[1].to", "#hours[1].capacity");
        assertThat(coordinator.page().getElementById("hours[1].to").val()).isEqualTo("noon");
        coordinator.fill("Save the hours")
                .set("hours[1].to", "11:00")
                .set("hours[1].slotMinutes", "30")
                .set("hours[1].capacity", "1")
                .send()
                .follow();
        assertThat(coordinator.text()).contains("Tuesday: 09:00 - 11:00, slots of 30 minutes, 1 appointment each");
        String dispatch = waiting.staged(house, 2);
        Browser browser = house.browser(Role.DISTRIBUTOR)
                .open("/appointments/new?dispatch=" + dispatch + "&site=" + house.site + "&day=" + tuesday);
        assertThat(browser.page().select("input[type=radio]")).hasSize(4);
        browser.fill("Book it").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Book it").set("time", "09:30").send().follow();
        assertThat(browser.heading()).startsWith("Appointment AP-");
        assertThat(browser.text()).contains("09:30 - 10:00", WaitingDispatch.ALIAS, "deleted 30 days after");
        String code = browser.heading().replace("Appointment ", "");
        browser.open("/dispatches/" + dispatch);
        assertThat(browser.page().select("dd:has(a[href=/appointments/" + code + "])").text()).startsWith(code + ", ").endsWith(", 09:30");
        assertThat(browser.text()).doesNotContain("Plan a round");
        browser.open("/appointments/" + code);
        browser.click("Move it").fill("Move it to this hour").set("time", "10:30").send().follow();
        assertThat(browser.text()).contains("10:30 - 11:00");
        browser.fill("Somebody came").send();
        assertThat(browser.status()).isEqualTo(409);
        browser.fill("Call it off").send().follow();
        assertThat(browser.page().select(".state").text()).isEqualTo("called off");
        assertThat(browser.open("/dispatches/" + dispatch).text()).contains("Plan a round").doesNotContain(code);
        assertThat(browser.open("/appointments").page().select("tbody tr")).hasSize(1);
        assertThat(house.browser(Role.VOLUNTEER).open("/places/" + house.site + "/hours").text()).doesNotContain("Save the hours");
    }
}
