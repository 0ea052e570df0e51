package org.kindtrail.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindtrail.account.Role;

/** What {@link EveryThing} has of bringing and fetching: rounds in every state, hours, appointments, the calendar and its feed. */
final class Rounds {
    private final EveryThing all;
    private final Doors doors;
    private final LocalDate day = LocalDate.now().plusDays(5);
    private int made;

    Rounds(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
    }

    void all() {
        doors.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", all.drive, "place", all.house.site, "lines", List.of(Map.of("item", "soap", "quantity", 60))));
        all.list("rounds", "state=planned", "state=departed", "state=cancelled");
        all.list("appointments", "past=true");
        all.everybodys("/rounds/new", "/appointments/new");
        all.api("rounds", "appointments");
        rounds();
        appointments();
        calendar();
    }

    private String secret(String words) {
        return all.secret(words + " " + ++made + " on the rounds of " + all.house.code);
    }

    private String prepared() {
        String need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", all.recipient,
                        "forWhom", secret("3 men"),
                        "wantedBy", day.toString(),
                        "lines", List.of(Map.of("item", "soap", "quantity", 3))))
                .getString("code");
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        return doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
    }

    private String round(String... dispatches) {
        String code = doors.post(Role.DISTRIBUTOR, "rounds", Map.of(
                        "day", day.toString(),
                        "vehicle", secret("Van"),
                        "driver", secret("Driver"),
                        "remark", secret("Ring twice"),
                        "dispatches", List.of(dispatches)))
                .getString("code");
        all.ours("/rounds/{code}", code);
        all.ours("/api/v1/rounds/{code}", code);
        return code;
    }

    private void rounds() {
        String planned = round(prepared(), prepared());
        String cancelled = round(prepared());
        doors.press(Role.DISTRIBUTOR, "rounds/" + cancelled + "/cancel");
        String loaded = prepared();
        doors.press(Role.DISTRIBUTOR, "dispatches/" + loaded + "/load");
        String departed = round(loaded);
        doors.press(Role.DISTRIBUTOR, "rounds/" + departed + "/depart");
        all.ours("/rounds/{code}/edit", planned);
        for (String each : List.of(planned, departed)) {
            all.ours("/rounds/{code}/loading", each);
            all.ours("/rounds/{code}/loading.pdf", each);
            all.ours("/api/v1/rounds/{code}/loading", each);
        }
        all.ours("/dispatches/{code}", loaded);
        all.put("/rounds/new", "/rounds/new?day=" + day, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/find", "/find?code=" + planned, EveryThing.Whose.EVERYBODYS, 303);
    }

    private void appointments() {
        String hours = "places/" + all.house.site + "/hours";
        List<Map<String, Object>> week = Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .map(weekday -> Map.<String, Object>of(
                        "weekday", weekday, "from", "09:00", "to", "11:00", "slotMinutes", 30, "capacity", 2))
                .toList();
        int version = doors.get(Role.VOLUNTEER, hours).getInt("version");
        Doors.good(hours, all.house.program(Role.COORDINATOR).body(Map.of("version", version, "hours", week)).put("/api/v1/" + hours));
        all.ours("/places/{code}/hours", all.house.site);
        all.ours("/api/v1/places/{code}/hours", all.house.site);
        all.put("/api/v1/places/{code}/hours/slots", "/api/v1/" + hours + "/slots?day=" + day, EveryThing.Whose.OURS, 200);
        String booked = appointment("09:00");
        String cancelled = appointment("09:30");
        doors.press(Role.DISTRIBUTOR, "appointments/" + cancelled + "/cancel");
        all.ours("/appointments/{code}/move", booked);
        all.put("/appointments/new", "/appointments/new?site=" + all.house.site + "&day=" + day, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/find", "/find?code=" + booked, EveryThing.Whose.EVERYBODYS, 303);
    }

    private String appointment(String time) {
        String code = doors.post(Role.DISTRIBUTOR, "appointments", Map.of(
                        "dispatch", prepared(), "site", all.house.site, "day", day.toString(), "time", time))
                .getString("code");
        all.ours("/appointments/{code}", code);
        all.ours("/api/v1/appointments/{code}", code);
        return code;
    }

    private void calendar() {
        all.everybodys("/calendar", "/calendar/feed");
        all.api("calendar", "calendar/feed");
        String month = day.toString().substring(0, 7);
        all.put("/calendar", "/calendar?month=" + month, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/calendar/{day}", "/calendar/" + day, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/calendar/{day}", "/calendar/nonsense", EveryThing.Whose.EVERYBODYS, 404);
        String feed = doors.press(Role.DISTRIBUTOR, "calendar/feed").getString("address");
        all.put("/j/{key}", feed, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/j/{key}", "/j/nonsense", EveryThing.Whose.EVERYBODYS, 404);
    }
}
