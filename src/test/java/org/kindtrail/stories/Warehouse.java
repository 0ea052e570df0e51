package org.kindtrail.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of the warehouse: moves, holds, levels, stocktakes in every state, and what is written off. */
final class Warehouse {
    private final EveryThing all;
    private final Doors doors;
    private final String shelf;
    private String soap;
    private String jumpers;

    Warehouse(EveryThing all) {
        this.all = all;
        this.doors = all.doors;
        this.shelf = all.house.shelfB;
    }

    void all() {
        lists();
        InJson given = doors.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", all.drive,
                "place", shelf,
                "lines", List.of(
                        Map.of("item", "soap", "quantity", 60),
                        Map.of("item", "jumpers-man", "size", "L", "quantity", 60),
                        Map.of("item", "canned-food", "quantity", 20, "expiresOn", LocalDate.now().plusDays(9).toString()))));
        soap = given.getString("lots[0].code");
        jumpers = given.getString("lots[1].code");
        holds(given.getString("lots[2].code"));
        document("moves", doors.post(Role.VOLUNTEER, "moves", Map.of(
                        "from", shelf,
                        "to", all.house.site,
                        "why", all.secret("To the front of " + all.house.code),
                        "lines", List.of(Map.of("lot", soap, "quantity", 10), Map.of("lot", jumpers, "quantity", 10))))
                .getString("code"));
        doors.post(Role.DISTRIBUTOR, "minimum-levels", Map.of("site", all.house.site, "item", "towels", "quantity", 5000));
        barcodes();
        stocktakes();
        writeOffs();
    }

    /** Of the organisation's own item, which no other organisation sees. */
    private void barcodes() {
        doors.post(Role.COORDINATOR, "items/" + all.ownItem + "/barcodes", Map.of("gtin", "4006381333931"));
        all.put("/api/v1/barcodes/{gtin}", "/api/v1/barcodes/4006381333931", EveryThing.Whose.OURS, 200);
        String route = "/api/v1/items/{code}/barcodes";
        all.put(route, route.replace("{code}", all.ownItem), EveryThing.Whose.OURS, 200);
        all.put(route, route.replace("{code}", "warm-jumpers-man"), EveryThing.Whose.EVERYBODYS, 200);
    }

    private void lists() {
        all.list("holds", "standing=false");
        all.list("stocktakes", "state=approved");
        all.list("write-offs", "state=posted");
        for (String list : List.of("moves", "expiring", "low", "minimum-levels")) {
            all.list(list);
        }
        for (String noun : List.of("holds", "moves", "minimum-levels", "stocktakes", "write-offs")) {
            all.everybodys("/" + noun + "/new");
            all.api(noun);
        }
        all.everybodys("/write-offs/limits");
        all.api("expiring", "write-offs/limits");
    }

    private void document(String noun, String code) {
        all.ours("/" + noun + "/{code}", code);
        all.ours("/api/v1/" + noun + "/{code}", code);
    }

    private void holds(String food) {
        document("holds", held(food, "quarantine"));
        String released = held(soap, "check");
        doors.post(Role.DISTRIBUTOR, "holds/" + released + "/release", Map.of("outcome", all.secret("Dry, in " + all.house.code)));
        document("holds", released);
    }

    private String held(String lot, String kind) {
        return doors.post(Role.VOLUNTEER, "holds", Map.of(
                        "kind", kind, "why", all.secret("On hold for a " + kind + " of " + all.house.code), "lot", lot, "quantity", 5))
                .getString("code");
    }

    private String counted(String place, int pieces) {
        String code = doors.post(Role.VOLUNTEER, "stocktakes", Map.of(
                        "place", place, "remark", all.secret("Count of " + pieces + " of " + all.house.code)))
                .getString("code");
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR)) {
            doors.post(role, "stocktakes/" + code + "/counts", Map.of("counts", List.of(
                    Map.of("place", place, "lot", soap, "quantity", pieces + role.ordinal()),
                    Map.of("place", place, "lot", jumpers, "quantity", 50))));
        }
        document("stocktakes", code);
        return code;
    }

    private void stocktakes() {
        String approved = counted(shelf, 48);
        doors.press(Role.VOLUNTEER, "stocktakes/" + approved + "/submit");
        int version = doors.get(Role.COORDINATOR, "stocktakes/" + approved).getInt("version");
        doors.post(Role.COORDINATOR, "stocktakes/" + approved + "/approve", Map.of(
                "version", version, "uncounted", "left_out", "why", all.secret("Explained of " + all.house.code)));
        String submitted = counted(shelf, 40);
        doors.press(Role.VOLUNTEER, "stocktakes/" + submitted + "/submit");
        // whoever decides did not count, and reads what others counted only now
        all.ours("/stocktakes/{code}/counts", submitted);
        String open = counted(shelf, 30);
        for (String page : List.of("count", "counts", "sheet", "sheet.pdf", "written")) {
            all.ours("/stocktakes/{code}/" + page, open);
        }
        all.ours("/api/v1/stocktakes/{code}/counts", open);
        for (String page : List.of("review", "variances", "report", "report.pdf")) {
            all.ours("/stocktakes/{code}/" + page, submitted);
            // who decides sees nothing before all is counted
            all.put("/stocktakes/{code}/" + page, "/stocktakes/" + open + "/" + page, EveryThing.Whose.OURS, 409);
        }
        all.ours("/stocktakes/{code}/report", approved);
        for (String reading : List.of("variances", "report")) {
            all.ours("/api/v1/stocktakes/{code}/" + reading, submitted);
        }
    }

    private void writeOffs() {
        writtenOff(writeOff(1));
        doors.post(Role.COORDINATOR, "items/jumpers-man/values", Map.of("grade", "good", "amount", "500", "currency", "KZT"));
        Doors.good("limits", all.house.program(Role.COORDINATOR)
                .body(Map.of("limits", List.of(Map.of("currency", "KZT", "amount", "1000"))))
                .put("/api/v1/write-offs/limits"));
        document("write-offs", writeOff(5));
        String declined = writeOff(6);
        doors.post(Role.COORDINATOR, "write-offs/" + declined + "/decline", Map.of("why", all.secret("In the wash of " + all.house.code)));
        document("write-offs", declined);
    }

    private String writeOff(int pieces) {
        return doors.post(Role.VOLUNTEER, "write-offs", Map.of(
                        "cause", "damaged",
                        "why", all.secret("Rain on " + pieces + " of " + all.house.code),
                        "documents", all.secret("Photographs of " + pieces + " of " + all.house.code),
                        "lines", List.of(Map.of("lot", jumpers, "place", shelf, "quantity", pieces))))
                .getString("code");
    }

    private void writtenOff(String code) {
        document("write-offs", code);
        for (String page : List.of("lines", "report", "report.pdf")) {
            all.ours("/write-offs/{code}/" + page, code);
        }
        all.ours("/api/v1/write-offs/{code}/lines", code);
    }
}
