package org.kindtrail.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.APhotograph;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of what changes shape: kits, a workshop, a sale, funds, and a document of each kind. */
final class Changes {
    private final EveryThing all;
    private final Doors doors;
    private final String site;
    private String sale;
    private String fund;

    Changes(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
        this.site = all.house.site;
    }

    void all() {
        lists();
        sale = drive("sale");
        fund = fund("Winter");
        goods();
        workshop();
        selling();
        money();
    }

    private void lists() {
        all.list("kits", "active=false");
        all.list("works", "kind=kit");
        all.list("sales");
        all.list("takings");
        all.list("pass-ons");
        all.list("funds");
        for (String noun : List.of("purchases", "refunds", "pay-outs", "transfers", "exchanges")) {
            all.list(noun);
            all.api(noun);
        }
        for (String noun : List.of("purchases", "pay-outs", "transfers", "exchanges")) {
            all.everybodys("/" + noun + "/new");
        }
        all.put("/refunds/new", "/refunds/new", EveryThing.Whose.EVERYBODYS, 404);
        all.everybodys("/kits/new", "/funds/new", "/pass-ons/new");
        all.api("kits", "works", "sales", "takings", "pass-ons", "funds");
    }

    private String drive(String kind) {
        String code = doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", kind,
                        "title", all.secret("The " + kind + " of " + all.house.code),
                        "startsOn", LocalDate.now().minusDays(5).toString(),
                        "endsOn", LocalDate.now().plusDays(5).toString(),
                        "site", site))
                .getString("code");
        all.ours("/drives/{code}", code);
        all.put("/d/{code}", "/d/" + code, EveryThing.Whose.EVERYBODYS, 200);
        return code;
    }

    private String fund(String name) {
        String code = doors.post(Role.COORDINATOR, "funds", Map.of(
                        "name", all.secret(name + " of " + all.house.code), "purpose", all.secret("For " + name + " of " + all.house.code)))
                .getString("code");
        for (String page : List.of("", "/edit", "/gifts", "/gifts/new", "/statement")) {
            all.ours("/funds/{code}" + page, code);
        }
        for (String door : List.of("", "/account", "/gifts", "/statement")) {
            all.ours("/api/v1/funds/{code}" + door, code);
        }
        return code;
    }

    private void goods() {
        doors.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", sale,
                "place", site,
                "lines", List.of(
                        Map.of("item", "soap", "quantity", 90),
                        Map.of("item", "jumpers-woman", "size", "M", "quantity", 90),
                        Map.of("item", "used-greeting-cards", "quantity", 90))));
        for (String currency : List.of("KZT", "USD")) {
            doors.post(Role.COORDINATOR, "funds/" + fund + "/gifts", Map.of(
                    "drive", sale, "amount", "900000.00", "currency", currency, "newDonor", all.secret("Giver of " + currency + " " + all.house.code)));
        }
    }

    private void workshop() {
        String kit = doors.post(Role.COORDINATOR, "kits", Map.of(
                        "item", "hygiene-kit",
                        "remark", all.secret("Remark on a kit of " + all.house.code),
                        "parts", List.of(Map.of("quantity", 1, "choices", List.of(Map.of("item", "soap"))))))
                .getString("code");
        all.ours("/kits/{code}", kit);
        all.ours("/kits/{code}/edit", kit);
        all.ours("/api/v1/kits/{code}", kit);
        all.ours("/api/v1/kits/{code}/possible", kit);
        InJson packed = doors.post(Role.VOLUNTEER, "works/packings", Map.of("kit", kit, "place", site, "quantity", 4));
        work(packed.getString("code"));
        String kits = packed.getString("outputs[0].lot");
        all.ours("/lots/{code}/open", kits);
        all.ours("/lots/{code}/grade", kits);
        work(doors.post(Role.VOLUNTEER, "works/openings", Map.of("lot", kits, "quantity", 1)).getString("code"));
        String workshop = drive("workshop");
        all.ours("/drives/{code}/workshop", workshop);
        all.ours("/api/v1/drives/{code}/workshop", workshop);
        work(doors.post(Role.VOLUNTEER, "works/steps", Map.of(
                        "drive", workshop,
                        "inputs", List.of(Map.of("item", "used-greeting-cards", "quantity", 40)),
                        "outputs", List.of(
                                Map.of("item", "refurbished-greeting-cards", "grade", "new", "quantity", 31),
                                Map.of("item", "used-greeting-cards", "grade", "unfit", "quantity", 9)),
                        "remark", all.secret("Remark on a step of " + all.house.code)))
                .getString("code"));
    }

    private void work(String code) {
        all.ours("/works/{code}", code);
        all.ours("/api/v1/works/{code}", code);
    }

    private void selling() {
        for (String page : List.of("", "/sell", "/sell/table", "/table", "/table/take", "/prices", "/prices/edit", "/prices/tags", "/takings", "/terms")) {
            all.ours("/drives/{code}/sale" + page, sale);
        }
        all.ours("/api/v1/drives/{code}/sale", sale);
        all.ours("/api/v1/drives/{code}/sale/prices", sale);
        Doors.good("terms", all.house.program(Role.COORDINATOR)
                .body(Map.of("fund", fund, "currency", "KZT", "version", 0))
                .put("/api/v1/drives/" + sale + "/sale"));
        document("sales", doors.post(Role.VOLUNTEER, "sales", Map.of(
                "drive", sale, "lines", List.of(Map.of("item", "jumpers-woman", "quantity", 3, "price", "500.00")))));
        document("takings", doors.post(Role.VOLUNTEER, "takings", Map.of(
                "drive", sale, "counted", "1400.00", "why", all.secret("Change of " + all.house.code))));
        document("pass-ons", doors.post(Role.DISTRIBUTOR, "pass-ons", Map.of(
                "drive", sale,
                "partner", all.secret("Another charity of " + all.house.code),
                "lines", List.of(Map.of("item", "jumpers-woman", "quantity", 5)))));
    }

    private void document(String noun, InJson made) {
        all.ours("/" + noun + "/{code}", made.getString("code"));
        all.ours("/api/v1/" + noun + "/{code}", made.getString("code"));
        if (noun.equals("pass-ons")) {
            all.ours("/pass-ons/{code}/note", made.getString("code"));
        }
        if (noun.equals("pay-outs")) {
            all.ours("/pay-outs/{code}/voucher", made.getString("code"));
        }
    }

    private void money() {
        InJson bought = doors.post(Role.COORDINATOR, "purchases", Map.of(
                "supplier", all.secret("Market of " + all.house.code),
                "currency", "KZT",
                "place", site,
                "lines", List.of(Map.of("item", "chair-bed", "quantity", 4, "price", "4000.00")),
                "draws", List.of(Map.of("fund", fund, "amount", "4000.00"))));
        document("purchases", bought);
        String receipts = "/api/v1/purchases/" + bought.getString("code") + "/receipts";
        Doors.good(receipts, all.house.program(Role.COORDINATOR).contentType("image/jpeg").body(APhotograph.jpeg()).post(receipts));
        for (String door : List.of("/purchases", "/api/v1/purchases")) {
            String path = door + "/" + bought.getString("code") + "/receipts/1";
            all.put(door + "/{code}/receipts/{number}", path, EveryThing.Whose.OURS, 200);
        }
        all.put("/refunds/new", "/refunds/new?purchase=" + bought.getString("code"), EveryThing.Whose.OURS, 200);
        document("refunds", doors.post(Role.COORDINATOR, "refunds", Map.of(
                "purchase", bought.getString("code"), "line", 1, "quantity", 1, "amount", "1000.00")));
        document("pay-outs", doors.post(Role.COORDINATOR, "pay-outs", Map.of(
                "fund", fund, "amount", "70.00", "currency", "KZT", "recipient", all.recipient, "forWhat", all.secret("Heating of " + all.house.code))));
        document("transfers", doors.post(Role.COORDINATOR, "transfers", Map.of(
                "from", fund, "to", fund("Journeys"), "amount", "80.00", "currency", "KZT")));
        document("exchanges", doors.post(Role.COORDINATOR, "exchanges", Map.of(
                "from", fund, "fromAmount", "10.00", "fromCurrency", "USD", "toCurrency", "KZT", "rate", "450")));
    }
}
