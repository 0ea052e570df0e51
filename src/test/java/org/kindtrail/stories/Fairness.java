package org.kindtrail.stories;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of needs and of meeting them fairly: programmes, households, wishes, plans, reports, and where help is. */
final class Fairness {
    private final EveryThing all;
    private final Doors doors;
    private final LocalDate today = LocalDate.now();
    private String programme;
    private int made;

    Fairness(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
    }

    void all() {
        programmes();
        doors.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", all.drive,
                "place", all.house.site,
                "lines", List.of(
                        Map.of("item", "warm-jumpers-man", "size", "L", "quantity", 40),
                        Map.of("item", "towels", "quantity", 40))));
        needs();
        wishes();
        plans();
        new Passing(this.all).all();
        reports();
        help();
    }

    private String secret(String words) {
        return all.secret(words + " " + ++made + " of " + all.house.code);
    }

    private void document(String noun, String code) {
        all.ours("/" + noun + "/{code}", code);
        all.ours("/api/v1/" + noun + "/{code}", code);
    }

    private void programmes() {
        all.list("programmes", "open=true", "open=false");
        all.everybodys("/programmes/new");
        all.api("programmes");
        programme = opened("KZT");
        String closed = opened("USD");
        doors.post(Role.COORDINATOR, "programmes/" + closed + "/close", Map.of("freesGoods", true));
        for (String each : List.of(programme, closed)) {
            document("programmes", each);
            all.ours("/programmes/{code}/edit", each);
            all.put("/find", "/find?code=" + each, EveryThing.Whose.EVERYBODYS, 303);
            all.put("/purchases", "/purchases?programme=" + each, EveryThing.Whose.OURS, 200);
        }
    }

    private String opened(String currency) {
        return doors.post(Role.COORDINATOR, "programmes", Map.of(
                        "name", secret("Winter"),
                        "funder", secret("Fund"),
                        "about", secret("Warm things"),
                        "startsOn", today.minusDays(20).toString(),
                        "endsOn", today.plusDays(100).toString(),
                        "currency", currency,
                        "partners", List.of(Map.of("name", secret("Partner"), "role", "implementer")),
                        "budget", List.of(Map.of("name", secret("Warm clothes"), "amount", "250000.00")),
                        "targets", List.of(Map.of("kind", "items_distributed", "category", "tops", "number", 500))))
                .getString("code");
    }

    /** Of a household: charged to a programme, of a drive, counted, with a substitute and a last day. */
    private void needs() {
        String household = household();
        Map<String, Object> need = new LinkedHashMap<>(Map.of(
                "recipient", household,
                "forWhom", secret("A family"),
                "urgency", "critical",
                "wantedBy", today.plusDays(4).toString(),
                "expiresOn", today.plusDays(5).toString(),
                "programme", programme,
                "drive", all.drive,
                "onWishLists", true,
                "people", List.of(Map.of("sex", "female", "ageBand", "child", "number", 1)),
                "lines", List.of(
                        Map.of("item", "warm-jumpers-man", "sizes", List.of("L"), "quantity", 60, "substitutes", List.of("jumpers-man")),
                        Map.of("category", "shoes", "fits", "man", "sizes", List.of("42"), "quantity", 2))));
        String code = doors.post(Role.DISTRIBUTOR, "needs", need).getString("code");
        document("needs", code);
        all.ours("/needs/{code}/edit", code);
        for (String query : List.of("urgency=critical", "ending=true", "losing=true", "programme=" + programme, "recipient=" + household)) {
            all.put("/needs", "/needs?" + query, EveryThing.Whose.EVERYBODYS, 200);
        }
        all.put("/needs/new", "/needs/new?drive=" + all.drive, EveryThing.Whose.EVERYBODYS, 200);
        all.put("/needs/new", "/needs/new?propose=true&recipient=" + household, EveryThing.Whose.EVERYBODYS, 200);
        all.everybodys("/needs/settings");
        all.api("needs/settings");
    }

    private String household() {
        String code = doors.post(Role.COORDINATOR, "recipients", Map.of(
                        "alias", secret("Household"),
                        "kind", "household",
                        "country", "KZ",
                        "region", "Region " + all.house.code,
                        "disclosure", "hidden",
                        "sealed", Map.of("address", secret("House number"))))
                .getString("code");
        String path = "recipients/" + code + "/household";
        int version = doors.get(Role.DISTRIBUTOR, path).getInt("version");
        Doors.good(path, all.house.program(Role.DISTRIBUTOR)
                .body(Map.of("version", version, "members", List.of(
                        Map.of("age", 34, "sex", "male", "clothingSize", "L", "shoeSize", "42"),
                        Map.of("ageBand", "child", "sex", "female"))))
                .put("/api/v1/" + path));
        document("recipients", code);
        all.ours("/recipients/{code}/household", code);
        all.ours("/api/v1/recipients/{code}/household", code);
        // no household
        all.put("/recipients/{code}/household", "/recipients/" + all.recipient + "/household", EveryThing.Whose.OURS, 409);
        return code;
    }

    private void wishes() {
        all.list("wish-lists", "drive=" + all.drive);
        all.everybodys("/wish-lists/new");
        all.put("/wish-lists/new", "/wish-lists/new?drive=" + all.drive, EveryThing.Whose.EVERYBODYS, 200);
        all.api("wish-lists");
        String open = wishList(Map.of("drive", all.drive));
        String closed = wishList(Map.of());
        doors.press(Role.COORDINATOR, "wish-lists/" + closed + "/close");
        for (String each : List.of(open, closed)) {
            document("wish-lists", each);
            all.ours("/wish-lists/{code}/edit", each);
        }
        for (String route : List.of("/wishes/{code}", "/api/v1/wishes/{code}")) {
            all.put(route, route.replace("{code}", open), EveryThing.Whose.EVERYBODYS, 200);
        }
    }

    private String wishList(Map<String, Object> of) {
        Map<String, Object> command = new LinkedHashMap<>(of);
        command.put("title", secret("Wishes"));
        command.put("about", secret("Bring it on Monday"));
        return doors.post(Role.COORDINATOR, "wish-lists", command).getString("code");
    }

    private void plans() {
        all.list("plans", "state=proposed", "state=confirmed", "state=dropped");
        all.everybodys("/plans/new");
        all.api("plans");
        String need = all.of("/needs/{code}").get(0).path().replaceFirst(".*/", "");
        all.put("/plans/new", "/plans/new?need=" + need, EveryThing.Whose.EVERYBODYS, 200);
        String proposed = doors.post(Role.DISTRIBUTOR, "plans", Map.of()).getString("code");
        String dropped = doors.post(Role.DISTRIBUTOR, "plans", Map.of("urgency", "urgent")).getString("code");
        doors.press(Role.DISTRIBUTOR, "plans/" + dropped + "/drop");
        String confirmed = doors.post(Role.DISTRIBUTOR, "plans", Map.of("programme", programme)).getString("code");
        int version = doors.post(Role.DISTRIBUTOR, "plans/" + confirmed + "/change", Map.of(
                        "version", doors.get(Role.DISTRIBUTOR, "plans/" + confirmed).getInt("version"),
                        "picks", List.of(Map.of("pick", 1, "quantity", 3))))
                .getInt("version");
        doors.post(Role.DISTRIBUTOR, "plans/" + confirmed + "/confirm", Map.of("version", version));
        for (String each : List.of(proposed, dropped, confirmed)) {
            document("plans", each);
            all.ours("/plans/{code}/paper", each);
            all.ours("/api/v1/plans/{code}/needs", each);
        }
        all.ours("/plans/{code}/paper.pdf", confirmed);
        all.put("/find", "/find?code=" + confirmed, EveryThing.Whose.EVERYBODYS, 303);
    }

    private void reports() {
        all.list("reports");
        all.everybodys("/overview", "/reports/new");
        all.api("reports", "overview");
        String period = "?from=" + today.minusDays(35) + "&to=" + today.minusDays(2);
        for (String route : List.of("/reports/preview", "/api/v1/reports/preview")) {
            all.put(route, route + period, EveryThing.Whose.EVERYBODYS, 200);
            all.put(route, route + period + "&category=shoes", EveryThing.Whose.EVERYBODYS, 200);
            // of no time
            all.put(route, route, EveryThing.Whose.EVERYBODYS, 422);
        }
        String wrong = issued(Map.of("programme", programme));
        String right = issued(Map.of("corrects", wrong));
        for (String each : List.of(wrong, right)) {
            document("reports", each);
            for (String file : List.of("paper", "report.pdf", "report.xlsx", "report.csv", "report-hxl.csv")) {
                all.ours("/reports/{code}/" + file, each);
            }
            all.ours("/api/v1/reports/{code}/hxl", each);
        }
        all.put("/reports/new", "/reports/new?corrects=" + wrong, EveryThing.Whose.OURS, 200);
        all.put("/find", "/find?code=" + right, EveryThing.Whose.EVERYBODYS, 303);
    }

    private String issued(Map<String, Object> of) {
        Map<String, Object> command = new LinkedHashMap<>(of);
        command.put("title", secret("Report"));
        command.put("from", today.minusDays(35).toString());
        command.put("to", today.minusDays(2).toString());
        return doors.post(Role.COORDINATOR, "reports", command).getString("code");
    }

    private void help() {
        all.everybodys("/organisation/help", "/organisation/help/preview", "/get-help");
        all.api("organisations/mine/help", "get-help");
        int version = doors.get(Role.COORDINATOR, "organisations/mine/help").getInt("version");
        InJson told = Doors.good("help", all.house.program(Role.COORDINATOR)
                .body(Map.of(
                        "version", version,
                        "shown", true,
                        "telephones", List.of("+7 701 123 45 67"),
                        "whatsapp", "+7 701 123 45 67",
                        "telegram", "kindtrail_help",
                        "email", "help@example.org",
                        "hours", secret("Hours"),
                        "texts", Map.of("ru", secret("Мы рядом"), "en", secret("We are near"))))
                .put("/api/v1/organisations/mine/help"));
        if (told.getInt("version") != version + 1) {
            throw new IllegalStateException("help was not told");
        }
        for (String route : List.of("/get-help/{organisation}", "/api/v1/get-help/{organisation}")) {
            all.put(route, route.replaceFirst("\\{[a-z]+}", all.house.code), EveryThing.Whose.EVERYBODYS, 200);
            all.put(route, route.replaceFirst("\\{[a-z]+}", "nonsense"), EveryThing.Whose.EVERYBODYS, 404);
        }
    }
}
