package org.kindtrail.stories;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kindtrail.account.Role;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of spreadsheets that were brought in: one that waits, one that was checked, one that was taken. */
final class Imports {
    private static final String STOCK = "Item;Size;Qty;Place;Reference\n\"Jumpers, man\";L;3;%s;%s\nNo such thing;;x;Nowhere;\n";

    private final EveryThing all;

    Imports(EveryThing all) {
        this.all = all;
    }

    void all() {
        all.list("imports", "kind=stock");
        all.everybodys("/imports/new", "/imports/template.csv", "/imports/template.xlsx");
        all.api("imports");
        String checked = brought("checked");
        act(checked, "check", Map.of());
        String taken = brought("taken");
        act(taken, "check", Map.of());
        act(taken, "take", Map.of("onlyIfAllGood", false));
        brought("waiting");
    }

    private String brought(String reference) {
        String file = String.format(STOCK, all.house.site, reference);
        String code = Doors.good("imports", all.house.program(Role.COORDINATOR)
                        .contentType("text/csv")
                        .body(file.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/imports?kind=stock"))
                .getString("code");
        all.ours("/imports/{code}", code);
        all.ours("/imports/{code}/mapping", code);
        all.ours("/imports/{code}/rows", code);
        all.ours("/api/v1/imports/{code}", code);
        all.ours("/api/v1/imports/{code}/rows", code);
        all.ours("/api/v1/imports/{code}/unknown", code);
        return code;
    }

    private void act(String code, String act, Object body) {
        all.doors.post(Role.COORDINATOR, "imports/" + code + "/" + act, body);
        for (int i = 0; i < 200 && state(code).endsWith("ing"); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private String state(String code) {
        InJson now = Doors.good("imports", all.house.program(Role.COORDINATOR).get("/api/v1/imports/" + code));
        return now.getString("state");
    }
}
