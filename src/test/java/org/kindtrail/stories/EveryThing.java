package org.kindtrail.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.InJson;

/** A house that has one of everything, and the addresses at which it stands, by route. */
final class EveryThing {
    /** To whom an address answers, once the door is open to somebody's role. */
    enum Whose {
        /** It is about a thing of this house: for another it is as if it did not exist. */
        OURS,
        /** It shows everybody what is theirs, or what is nobody's. */
        EVERYBODYS
    }

    /**
     * An address of a route.
     *
     * @param status what it answers to whom it is open to
     */
    record Address(String path, Whose whose, int status) {
        /** The kind of file, where it is no page or JSON; else null. */
        String file() {
            if (status != 200) {
                return null;
            }
            if (path.matches("[^?]*\\.pdf(\\?.*)?")) {
                return "application/pdf";
            }
            if (path.endsWith("/picture.svg")) {
                return "image/svg+xml";
            }
            if (path.matches(".*/logo(/image)?|.*/picture.png|/guide/pictures/.*") && !path.equals("/organisation/logo")) {
                return "image/png";
            }
            if (path.matches(".*\\.csv|.*/reports/[^/]*/hxl")) {
                return "text/csv;charset=UTF-8";
            }
            if (path.startsWith("/j/")) {
                return "text/calendar;charset=utf-8";
            }
            if (path.endsWith(".xlsx")) {
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            }
            boolean photograph = path.matches(".*/pictures/F[^/]*/image|/[td]/[^/]*/pictures/F[^/]*|.*/receipts/[0-9]+");
            return photograph ? "image/jpeg" : Taking.file(path);
        }
    }

    final AnOrganisation.House house;
    final Doors doors;
    private final Map<String, List<Address>> known = new LinkedHashMap<>();
    /** Things that are named in addresses to send to, but have no page of their own: by route, the paths of ours. */
    final Map<String, List<String>> things = new LinkedHashMap<>();
    /** What only this house may read, wherever it is read. */
    final List<String> words = new ArrayList<>();

    String drive;
    String ownItem;
    String recipient;

    EveryThing(AnOrganisation.House house) {
        this.house = house;
        this.doors = new Doors(house);
        doorsOfTheHouse();
        peopleAndPlaces();
        items();
        driveAndRecipients();
        intake();
        needsAndDispatches();
        pictures();
        new Changes(this).all();
        new Warehouse(this).all();
        new Road(this).all();
        new Fairness(this).all();
        new Rounds(this).all();
        new Imports(this).all();
        new GuidesAndPosters(this).all();
        new Taking(this).all();
        new Handwritten(this).all();
        withoutPages();
    }

    private void withoutPages() {
        thing("allocations/{code}", doors.get(Role.DISTRIBUTOR, "allocations").getString("rows[0].code"));
        thing("movements/{document}", doors.get(Role.VOLUNTEER, "movements").getString("rows[0].document"));
        String thanks = doors.get(Role.COORDINATOR, "thanks").getString("rows[0].code");
        thing("thanks/{code}", thanks);
        things.put("/thanks/{code}", List.of("/thanks/" + thanks));
        doors.post(Role.COORDINATOR, "people/me/tokens", Map.of("label", secret("Till of " + house.code)));
        String token = doors.get(Role.COORDINATOR, "people/me/tokens").getString("rows[0].id");
        thing("people/me/tokens/{id}", token);
        things.put("/me/tokens/{id}", List.of("/me/tokens/" + token));
        Browser elsewhere = Browser.stranger().open("/login");
        elsewhere.fill("Sign in").type("Name", house.nameOf(Role.COORDINATOR)).type("Password", AnOrganisation.PASSWORD).send();
        Browser signedIn = house.browser(Role.COORDINATOR);
        String ending = signedIn.open("/me").page().select("form[action^=/me/sessions/]").attr("action");
        things.put("/me/sessions/{id}", List.of(ending.replaceFirst("/end$", "")));
        thing("people/me/sessions/{id}", ending.replaceFirst("/end$", "").replaceFirst(".*/", ""));
    }

    void thing(String route, String name) {
        String path = "/api/v1/" + route;
        things.put(path, List.of(path.replaceFirst("\\{[a-z]+}", name)));
    }

    List<Address> of(String route) {
        return known.getOrDefault(route, List.of());
    }

    /** All routes that it knows an address of. */
    List<String> routes() {
        return List.copyOf(known.keySet());
    }

    void put(String route, String path, Whose whose, int status) {
        known.computeIfAbsent(route, each -> new ArrayList<>()).add(new Address(path, whose, status));
    }

    /** An address of the house's own, put together from the route and the codes in it. */
    void ours(String route, String... codes) {
        String path = route;
        for (String code : codes) {
            path = path.replaceFirst("\\{[a-z]+}", code);
        }
        put(route, path, Whose.OURS, 200);
    }

    void everybodys(String... routes) {
        for (String route : routes) {
            put(route, route, Whose.EVERYBODYS, 200);
        }
    }

    void list(String room, String... queries) {
        everybodys("/" + room);
        for (String query : queries) {
            put("/" + room, "/" + room + "?" + query, Whose.EVERYBODYS, 200);
        }
    }

    void api(String... routes) {
        for (String route : routes) {
            everybodys("/api/v1/" + route);
        }
    }

    String secret(String word) {
        words.add(word);
        return word;
    }

    private void doorsOfTheHouse() {
        everybodys("/", "/me", "/organisation", "/login", "/k", "/k/thanks", "/t", "/find", "/labels/blank", "/stock", "/stock/lots");
        everybodys("/administration", "/administration/organisations/new", "/administration/ledger");
        everybodys("/administration/second-factor", "/me/second-factor");
        put("/me/second-factor/new", "/me/second-factor/new", Whose.EVERYBODYS, 303);
        everybodys("/donors/find", "/messages", "/api/v1/messages");
        put("/stop/{key}", "/stop/nonsense", Whose.EVERYBODYS, 404);
        everybodys("/mine", "/mine/asked", "/mine/erased");
        put("/mine/link/{link}", "/mine/link/nonsense", Whose.EVERYBODYS, 404);
        for (String page : List.of("/mine/edit", "/mine/erase", "/mine/download")) {
            // only on a visit
            put(page, page, Whose.EVERYBODYS, 303);
        }
        put("/login/code", "/login/code", Whose.EVERYBODYS, 303);
        put("/login", "/login?_then=/needs", Whose.EVERYBODYS, 200);
        put("/setup", "/setup", Whose.EVERYBODYS, 303);
        put("/t", "/t?code=nonsense", Whose.EVERYBODYS, 404);
        put("/find", "/find?code=nonsense", Whose.EVERYBODYS, 422);
        for (String type : List.of("validation", "not-found", "conflict", "not-enough-stock", "internal")) {
            put("/problems/{type}", "/problems/" + type, Whose.EVERYBODYS, 200);
        }
        put("/problems/{type}", "/problems/nonsense", Whose.EVERYBODYS, 404);
        api("people/me", "people/me/tokens", "people/me/sessions", "people/me/second-factor", "second-factor/requirement");
        api("organisations", "organisations/mine", "ledger/verification");
        api("balances", "movements", "lots", "allocations");
    }

    private void peopleAndPlaces() {
        list("people", "active=false");
        everybodys("/people/new", "/api/v1/people");
        for (Role role : Role.values()) {
            if (role == Role.PARTNER) {
                // looked after on the page of the recipient
                continue;
            }
            ours("/people/{name}", house.nameOf(role));
            ours("/people/{name}/edit", house.nameOf(role));
            ours("/api/v1/people/{name}", house.nameOf(role));
            words.add(house.nameOf(role));
        }
        list("places", "open=false");
        everybodys("/places/new", "/places/new-shelf", "/api/v1/places");
        put("/places/new-shelf", "/places/new-shelf?site=" + house.site, Whose.EVERYBODYS, 200);
        for (String place : List.of(house.site, house.shelfA)) {
            ours("/places/{code}", place);
            ours("/places/{code}/edit", place);
            ours("/places/{code}/card", place);
            ours("/api/v1/places/{code}", place);
        }
        ours("/places/{code}/card.pdf", house.site);
    }

    private void items() {
        list("items", "own=true", "active=false", "search=jumper", "category=tops");
        everybodys("/items/new", "/api/v1/items");
        put("/items/{code}", "/items/warm-jumpers-man", Whose.EVERYBODYS, 200);
        put("/api/v1/items/{code}", "/api/v1/items/warm-jumpers-man", Whose.EVERYBODYS, 200);
        ownItem = doors.post(Role.COORDINATOR, "items", Map.of(
                        "name", secret("Felt boots of " + house.code),
                        "category", "shoes",
                        "wearer", "man",
                        "unit", "pair",
                        "sizes", List.of("42", "43")))
                .getString("code");
        ours("/items/{code}", ownItem);
        ours("/items/{item}/card", ownItem);
        ours("/items/{item}/card.pdf", ownItem);
        put("/items/{item}/card", "/items/towels/card?site=" + house.site, Whose.OURS, 200);
        ours("/api/v1/items/{code}", ownItem);
    }

    private void driveAndRecipients() {
        list("drives", "open=true", "open=false");
        everybodys("/drives/new", "/api/v1/drives");
        LocalDate today = LocalDate.now();
        drive = drive(today, "open");
        String closed = drive(today, "closed");
        doors.press(Role.COORDINATOR, "drives/" + closed + "/close");
        for (String each : List.of(drive, closed)) {
            ours("/drives/{code}", each);
            ours("/drives/{code}/edit", each);
            put("/d/{code}", "/d/" + each, Whose.EVERYBODYS, 200);
            ours("/api/v1/drives/{code}", each);
            ours("/api/v1/drives/{code}/balance", each);
        }
        list("recipients", "active=false", "kind=shelter", "search=river");
        everybodys("/recipients/new", "/recipients/find", "/openings", "/retention", "/api/v1/recipients");
        api("openings", "retention", "retention/due");
        recipient = recipient("by the river");
        doors.post(Role.DISTRIBUTOR, "recipients/" + recipient + "/openings", Map.of("why", secret("Reason of " + house.code)));
        put("/openings", "/openings?about=" + recipient, Whose.EVERYBODYS, 200);
        String retired = recipient("by the wood");
        doors.press(Role.COORDINATOR, "recipients/" + retired + "/retire");
        for (String each : List.of(recipient, retired)) {
            ours("/recipients/{code}", each);
            ours("/recipients/{code}/edit", each);
            ours("/recipients/{code}/sealed", each);
            ours("/recipients/{code}/sealed/edit", each);
            ours("/api/v1/recipients/{code}", each);
        }
    }

    private void pictures() {
        list("pictures", "waiting=true");
        everybodys("/pictures/new", "/pictures/new-story", "/api/v1/pictures");
        put("/pictures", "/pictures?about=" + drive, Whose.OURS, 200);
        put("/pictures/new", "/pictures/new?about=" + drive, Whose.EVERYBODYS, 200);
        String story = picture("story");
        String photograph = picture("photograph");
        for (String each : List.of(story, photograph)) {
            ours("/pictures/{code}", each);
            ours("/api/v1/pictures/{code}", each);
        }
        ours("/pictures/{code}/image", photograph);
        ours("/api/v1/pictures/{code}/image", photograph);
        put("/d/{drive}/pictures/{code}", "/d/" + drive + "/pictures/" + photograph, Whose.EVERYBODYS, 200);
        String page = of("/t/{key}").get(0).path();
        put("/t/{key}/pictures/{code}", page + "/pictures/" + photograph, Whose.EVERYBODYS, 200);
        put("/t/{key}/pictures/{code}", page + "/pictures/" + story, Whose.EVERYBODYS, 404);
        put("/find", "/find?code=" + photograph, Whose.EVERYBODYS, 303);
    }

    private String picture(String kind) {
        String code = doors.post(Role.VOLUNTEER, "pictures", Map.of(
                        "kind", kind,
                        "about", drive,
                        "words", secret("The " + kind + " of " + house.code),
                        "shows", secret("Seen in the " + kind + " of " + house.code)))
                .getString("code");
        if (kind.equals("photograph")) {
            String path = "pictures/" + code + "/image";
            Doors.good(path, house.program(Role.VOLUNTEER).contentType("image/jpeg").body(APhotograph.jpeg()).put("/api/v1/" + path));
        }
        doors.post(Role.COORDINATOR, "pictures/" + code + "/consent", Map.of(
                "audience", "public", "by", "nobody_shown", "on", LocalDate.now().minusDays(2).toString()));
        return code;
    }

    private String drive(LocalDate today, String name) {
        return doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection",
                        "title", secret("Drive " + name + " of " + house.code),
                        "about", "For eleven men",
                        "startsOn", today.minusDays(40).toString(),
                        "endsOn", today.plusDays(20).toString(),
                        "site", house.site))
                .getString("code");
    }

    private String recipient(String name) {
        return doors.post(Role.COORDINATOR, "recipients", Map.of(
                        "alias", secret("Shelter " + name + " of " + house.code),
                        "kind", "shelter",
                        "country", "KZ",
                        "region", "Region " + house.code,
                        "disclosure", "region",
                        "sealed", Map.of(
                                "trueName", secret("True name " + name + " of " + house.code),
                                "address", secret("Address " + name + " of " + house.code))))
                .getString("code");
    }

    private InJson donation(Map<String, Object> what) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "drive", drive,
                "place", house.site,
                "receivedAt", Instant.now().minus(Duration.ofDays(30)).toString(),
                "newDonor", secret("Donor " + words.size() + " of " + house.code)));
        all.putAll(what);
        return doors.post(Role.VOLUNTEER, "donations", all);
    }

    private void intake() {
        list("donations", "unsorted=true");
        everybodys("/record", "/api/v1/donations", "/donors/new", "/api/v1/donors", "/api/v1/sortings");
        list("donors", "search=Donor");
        list("sortings");
        InJson held = donation(Map.of("bags", 2));
        InJson sorted = donation(Map.of("bags", 1));
        InJson begun = donation(Map.of("bags", 1));
        InJson reversed = donation(Map.of("bags", 1));
        InJson itemised = donation(Map.of(
                "lines",
                List.of(
                        Map.of("item", "towels", "quantity", 100),
                        Map.of("item", "warm-jumpers-man", "size", "L", "quantity", 12)),
                "remark",
                secret("Remark of " + house.code)));
        doors.post(Role.COORDINATOR, "donations/" + reversed.getString("code") + "/reverse", Map.of("why", "Recorded twice"));
        String sorting = doors.post(Role.VOLUNTEER, "sortings", Map.of(
                        "bag", sorted.getString("lots[0].code"),
                        "lines",
                        List.of(
                                Map.of("item", "jumpers-woman", "size", "S", "quantity", 2),
                                Map.of("item", "jumpers-man", "size", "M", "grade", "unfit", "quantity", 1))))
                .getString("code");
        ours("/sortings/{code}", sorting);
        ours("/api/v1/sortings/{code}", sorting);
        Browser volunteer = house.browser(Role.VOLUNTEER);
        String begunBag = begun.getString("lots[0].code");
        String open = volunteer.open("/bags/" + begunBag).fill("Sort this bag").send().location();
        volunteer.follow().fill("Write these down").set("lines[0].item", "Soap").set("lines[0].quantity", "7").send();
        ours("/sortings/{code}", open.substring(open.lastIndexOf('/') + 1));
        labels(volunteer);
        for (InJson each : List.of(held, sorted, begun, reversed, itemised)) {
            donated(each);
        }
        for (String paper : List.of("received", "received.pdf", "certificate", "certificate.pdf", "label.pdf")) {
            ours("/donations/{code}/" + paper, itemised.getString("code"));
        }
        put("/donations/{code}/certificate.pdf", of("/donations/{code}/certificate").get(0).path() + ".pdf?named=true", Whose.OURS, 200);
        for (InJson bag : List.of(held, sorted, begun)) {
            ours("/bags/{code}", bag.getString("lots[0].code"));
        }
        String lot = itemised.getString("lots[0].code");
        put("/bags/{code}", "/bags/" + lot, Whose.OURS, 303);
        for (String each : List.of(lot, held.getString("lots[0].code"))) {
            ours("/lots/{code}", each);
            ours("/api/v1/lots/{code}", each);
            ours("/api/v1/lots/{code}/trace", each);
        }
        put("/record", "/record?drive=" + drive, Whose.EVERYBODYS, 200);
        put("/find", "/find?code=" + lot, Whose.OURS, 303);
        put("/l/{code}", "/l/" + lot, Whose.OURS, 303);
        put("/L/{code}", "/L/" + lot, Whose.OURS, 303);
    }

    private void donated(InJson donation) {
        String code = donation.getString("code");
        ours("/donations/{code}", code);
        ours("/api/v1/donations/{code}", code);
        ours("/donors/{code}", donation.getString("donor"));
        for (String page : List.of("edit", "contact", "open", "own-code", "erase")) {
            ours("/donors/{code}/" + page, donation.getString("donor"));
        }
        ours("/api/v1/donors/{code}", donation.getString("donor"));
        put("/donations/{code}/label", "/donations/" + code + "/label", Whose.OURS, 200);
        put("/record", "/record?like=" + code, Whose.OURS, 200);
        for (String route : List.of("/t/{key}", "/t/{key}/mine", "/api/v1/traces/{key}")) {
            put(route, route.replace("{key}", donation.getString("trackingCode")), Whose.EVERYBODYS, 200);
        }
    }

    private void labels(Browser volunteer) {
        String sheet = volunteer.open("/labels/blank").fill("Make them").set("labels", "3").send().location();
        String first = sheet.substring(sheet.lastIndexOf('/') + 1);
        ours("/labels/sheet/{code}", first);
        ours("/labels/sheet/{code}.pdf", first);
        put("/l/{code}", "/l/" + first, Whose.OURS, 303);
        put("/record", "/record?label=" + first, Whose.EVERYBODYS, 200);
    }

    private String need() {
        return doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", recipient,
                        "forWhom", secret("11 adult men of " + house.code),
                        "lines",
                        List.of(
                                Map.of("item", "towels", "quantity", 2),
                                Map.of("category", "tops", "sizes", List.of("L"), "quantity", 1),
                                Map.of("item", "practical-shoes-man", "quantity", 11))))
                .getString("code");
    }

    private String prepared() {
        String need = need();
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        return doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
    }

    private String loaded() {
        String dispatch = prepared();
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        return dispatch;
    }

    private InJson departed() {
        return doors.post(Role.DISTRIBUTOR, "dispatches/" + loaded() + "/depart", Map.of(
                "vehicle", secret("Van of " + house.code),
                "driver", secret("Driver of " + house.code),
                "departedAt", Instant.now().minus(Duration.ofDays(20)).toString()));
    }

    private void needsAndDispatches() {
        list("needs", "ended=true");
        everybodys("/needs/new", "/api/v1/needs", "/dispatches/new", "/api/v1/dispatches", "/api/v1/deliveries", "/api/v1/thanks");
        list("dispatches", "state=staged", "state=delivered");
        list("thanks", "state=approved", "state=declined");
        String untouched = need();
        String closed = need();
        doors.press(Role.DISTRIBUTOR, "needs/" + closed + "/close");
        String promised = need();
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", promised));
        for (String each : List.of(untouched, closed, promised)) {
            ours("/needs/{code}", each);
            ours("/api/v1/needs/{code}", each);
        }
        ours("/api/v1/needs/{code}/candidates", untouched);
        put("/needs/new", "/needs/new?recipient=" + recipient, Whose.EVERYBODYS, 200);
        put("/dispatches/new", "/dispatches/new?need=" + promised, Whose.EVERYBODYS, 200);
        String cancelled = prepared();
        doors.press(Role.DISTRIBUTOR, "dispatches/" + cancelled + "/cancel");
        InJson onTheRoad = departed();
        InJson delivered = departed();
        String there = delivered.getString("dispatch.code");
        List<String> before = List.of(prepared(), loaded(), cancelled);
        List<String> after = List.of(onTheRoad.getString("dispatch.code"), there);
        confirmed(delivered);
        ours("/dispatches/{code}/picking.pdf", there);
        ours("/dispatches/{code}/waybill.pdf", there);
        for (List<String> some : List.of(before, after)) {
            for (String each : some) {
                ours("/dispatches/{code}", each);
                ours("/dispatches/{code}/picking", each);
                ours("/dispatches/{code}/picked", each);
                ours("/dispatches/{code}/confirm", each);
                ours("/api/v1/dispatches/{code}", each);
                put("/dispatches/{code}/waybill", "/dispatches/" + each + "/waybill", Whose.OURS, some == after ? 200 : 409);
            }
        }
        for (InJson each : List.of(onTheRoad, delivered)) {
            for (String route : List.of("/k/{key}", "/api/v1/confirmations/{key}")) {
                put(route, route.replace("{key}", each.getString("confirmation.key")), Whose.EVERYBODYS, 200);
            }
        }
    }

    private void confirmed(InJson departed) {
        List<Map<String, Object>> lines = departed.getList("dispatch.lines");
        InJson delivery = doors.post(Role.DISTRIBUTOR, "deliveries", Map.of(
                "dispatch", departed.getString("dispatch.code"),
                "lines", lines.stream().map(line -> Map.of("line", line.get("line"), "received", 1)).toList(),
                "receivedOn", LocalDate.now().minusDays(19).toString(),
                "thanks", secret("Thanks to all of " + house.code)));
        for (String paper : List.of("", "/proof", "/proof.pdf")) {
            ours("/deliveries/{code}" + paper, delivery.getString("code"));
        }
        ours("/api/v1/deliveries/{code}", delivery.getString("code"));
    }
}
