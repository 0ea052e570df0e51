package org.kindtrail.stories;

import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.InJson;

/** What {@link EveryThing} has of what is written by hand and typed in: an intake sheet, half of it recorded. */
final class Handwritten {
    private final EveryThing all;

    Handwritten(EveryThing all) {
        this.all = all;
    }

    void all() {
        all.list("intake-sheets", "drive=" + all.drive);
        all.everybodys("/intake-sheets/new", "/written-bags");
        all.api("intake-sheets");
        InJson sheet = all.doors.post(Role.VOLUNTEER, "intake-sheets", Map.of("drive", all.drive, "lines", 3));
        String code = sheet.getString("code");
        all.doors.post(Role.VOLUNTEER, "written-bags", Map.of(
                "drive", all.drive,
                "place", all.house.site,
                "bags", List.of(
                        Map.of("label", sheet.getString("lines[0].label"), "newDonor", all.secret("Writer of " + all.house.code)),
                        Map.of(
                                "label", sheet.getString("lines[1].label"),
                                "item", "soap",
                                "quantity", 3,
                                "remark", all.secret("On paper in " + all.house.code)))));
        all.ours("/intake-sheets/{code}", code);
        all.ours("/intake-sheets/{code}/print", code);
        all.ours("/intake-sheets/{code}/print.pdf", code);
        all.ours("/api/v1/intake-sheets/{code}", code);
    }
}
