package org.kindtrail.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.dispatch.WaitingDispatch;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Wire;

@HouseTest
class FeedTest {
    private static final String CANARY = "Canary Behind The Mill";

    @Inject
    AnOrganisation organisations;

    @Inject
    WaitingDispatch waiting;

    @Inject
    EntityManager database;

    @Inject
    AppointmentsEnd end;

    AnOrganisation.House house;
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Almaty")).plusDays(5);

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String made() {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .post("/api/v1/calendar/feed")
                .then()
                .statusCode(200)
                .body(tells("open", equalTo(true)))
                .extract(), "address");
    }

    private static Answer read(String address) {
        return Wire.to(address).get();
    }

    private static Map<String, VEvent> events(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        return calendar.getEvents().stream()
                .collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }

    private String round(String vehicle) {
        return InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("day", day.toString(), "vehicle", vehicle, "driver", CANARY, "remark", CANARY, "dispatches",
                        List.of(waiting.staged(house, 2))))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @Test
    void aCalendarProgramReadsWhatStandsAndLearnsNothingElse() {
        String vehicle = "\u041a\u0430\u043c\u0430\u0437; 123, ABC \\ 02 " + "\u0430\u0432\u0442\u043e".repeat(5);
        String round = round(vehicle);
        String cancelled = round("other");
        house.program(Role.DISTRIBUTOR).post("/api/v1/rounds/" + cancelled + "/cancel").then().statusCode(200);
        String weekday = day.getDayOfWeek().name().toLowerCase();
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "hours", List.of(
                        Map.of("weekday", weekday, "from", "09:00", "to", "10:00", "slotMinutes", 30, "capacity", 1))))
                .put("/api/v1/places/" + house.site + "/hours")
                .then()
                .statusCode(200);
        String appointment = InJson.found(house.program(Role.DISTRIBUTOR)
                .body(Map.of("dispatch", waiting.staged(house, 1), "site", house.site, "day", day.toString(), "time", "09:30"))
                .post("/api/v1/appointments")
                .then()
                .statusCode(201)
                .extract(), "code");
        String dispatch = waiting.staged(house, 1);
        String need = waiting.get(house, dispatch).need();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update need set wanted_by = ?1 where code = ?2")
                .setParameter(1, day)
                .setParameter(2, need)
                .executeUpdate());
        Answer answer = read(made());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=utf-8");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(CANARY, WaitingDispatch.ALIAS, "11 adult men", dispatch).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(FeedText.WIDTH));
        Map<String, VEvent> events = events(text);
        assertThat(events.keySet())
                .containsExactlyInAnyOrder(
                        round + "@kindtrail", cancelled + "@kindtrail", appointment + "@kindtrail", need + "@kindtrail");
        VEvent drives = events.get(round + "@kindtrail");
        assertThat(drives.getSummary().getValue()).isEqualTo("Delivery round " + round + ": 1 stop, " + vehicle);
        assertThat(text.split("\r\nDTSTAMP:", -1)).as("each says of when it is").hasSize(events.size() + 1);
        assertThat(drives.getStatus().isConfirmed()).isTrue();
        assertThat(text).contains("DTSTART;VALUE=DATE:" + day.toString().replace("-", ""));
        VEvent off = events.get(cancelled + "@kindtrail");
        assertThat(off.getStatus().isCancelled()).isTrue();
        assertThat(off.getSequence().getValue()).isPositive();
        VEvent fetched = events.get(appointment + "@kindtrail");
        Instant starts = day.atTime(9, 30).atZone(ZoneId.of("Asia/Almaty")).toInstant();
        assertThat(fetched.getDateStart().getValue().toInstant()).isEqualTo(starts);
        assertThat(text).contains("DTSTART:" + starts.toString().replaceAll("[-:]", ""));
        assertThat(fetched.getSummary().getValue()).isEqualTo("Hand-over " + appointment + ", School hall");
        assertThat(events.get(need + "@kindtrail").getSummary().getValue()).isEqualTo("Need " + need + " is wanted by this day");
    }

    @Test
    void anAddressOpensUntilItIsReplacedOrWithdrawnAndIsKeptNowhere() {
        String first = made();
        assertThat(read(first.replace(".ics", "")).statusCode()).isEqualTo(200);
        String second = made();
        assertThat(second).isNotEqualTo(first);
        assertThat(read(first).statusCode()).isEqualTo(404);
        assertThat(read(second).statusCode()).isEqualTo(200);
        String key = UUID.randomUUID().toString();
        String third = house.program(Role.DISTRIBUTOR).header("Idempotency-Key", key).post("/api/v1/calendar/feed").as(InJson.class, InJson.READ).get("address");
        house.program(Role.DISTRIBUTOR).header("Idempotency-Key", key).post("/api/v1/calendar/feed").then().body(tells("address", equalTo(third)));
        String bare = third.substring(third.indexOf("/j/") + 3).replace(".ics", "");
        assertThat(Code.read(CodeKind.FEED, bare)).contains(bare);
        long kept = QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select (select count(*) from answer where body like ?1 or location like ?1)"
                                        + " + (select count(*) from calendar_feed where key_hash like ?1)")
                        .setParameter(1, "%" + bare + "%")
                        .getSingleResult())
                .longValue());
        assertThat(kept).isZero();
        house.program(Role.DISTRIBUTOR).delete("/api/v1/calendar/feed").then().statusCode(204);
        house.program(Role.DISTRIBUTOR).get("/api/v1/calendar/feed").then().body(tells("open", equalTo(false))).body(tells("address", nullValue()));
        assertThat(read(third).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressDiesWithTheAccountAndWithTheRole() {
        String address = made();
        active(false);
        assertThat(read(address).statusCode()).isEqualTo(404);
        end.endWhatIsOver();
        active(true);
        assertThat(read(address).statusCode()).isEqualTo(404);
        String again = made();
        assertThat(read(again).statusCode()).isEqualTo(200);
        update("update person set roles = 'VOLUNTEER' where id = ?1");
        assertThat(read(again).statusCode()).isEqualTo(404);
    }

    private void active(boolean may) {
        update("update person set active = " + may + " where id = ?1");
    }

    private void update(String sql) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql)
                .setParameter(1, house.person(Role.DISTRIBUTOR))
                .executeUpdate());
    }

    @Test
    void wrongKeysOpenNothingAndAreSlowed() {
        assertThat(read("/j/nothing").statusCode()).isEqualTo(404);
        assertThat(read("/j/J000-0000-0000-0001.ics").statusCode()).isEqualTo(404);
        int status = 404;
        for (int i = 0; i < 30 && status == 404; i++) {
            status = read("/j/" + Code.derived(CodeKind.FEED, new byte[32], "wrong " + i) + ".ics").statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void thePageShowsTheAddressToWhoHasMadeIt() {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/calendar").click("In your own calendar");
        browser.fill("Make a private address").send().follow();
        String address = browser.page().select(".done .code").text();
        assertThat(address).contains("/j/J").endsWith(".ics");
        String path = address.substring(address.indexOf("/j/"));
        assertThat(read(path).statusCode()).isEqualTo(200);
        assertThat(house.browser(Role.COORDINATOR).open("/calendar/feed").text()).doesNotContain("/j/J");
        browser.fill("Withdraw it").send().follow();
        assertThat(browser.text()).doesNotContain("/j/J");
        assertThat(read(path).statusCode()).isEqualTo(404);
        assertThat(house.browser(Role.VOLUNTEER).open("/calendar/feed").status()).isEqualTo(403);
    }
}
