package org.kindtrail.intake;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What a test of this room says: a drive is open, a bag is recorded. */
final class AnIntake {
    final AnOrganisation.House house;
    final String drive;

    AnIntake(AnOrganisation.House house) {
        this.house = house;
        this.drive = aDrive("Warm clothes for eleven men");
    }

    String aDrive(String title) {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "kind", "collection",
                        "title", title,
                        "startsOn", "2026-11-01",
                        "endsOn", "2026-12-20",
                        "site", house.site))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    /** A donation for the drive at the site, with whatever else is said. */
    Map<String, Object> donation(Object... more) {
        Map<String, Object> command = new HashMap<>(Map.of("drive", drive, "place", house.site));
        for (int i = 0; i < more.length; i += 2) {
            command.put((String) more[i], more[i + 1]);
        }
        return command;
    }

    static Map<String, Object> line(String item, String size, Object quantity) {
        Map<String, Object> line = new HashMap<>(Map.of("item", item, "quantity", quantity));
        if (size != null) {
            line.put("size", size);
        }
        return line;
    }

    static List<Map<String, Object>> fiveLines() {
        return List.of(
                line("jumpers-man", "L", 4),
                line("jumpers-man", "XL", 2),
                line("practical-shoes-man", "42", 3),
                line("towels", null, 12),
                line("soap", null, 20));
    }

    ValidatableResponse post(Map<String, Object> command) {
        return house.program(Role.VOLUNTEER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(command)
                .post("/api/v1/donations")
                .then();
    }

    /** One unsorted bag; the codes of the donation and of the bag. */
    String[] aBag() {
        var answer = post(donation("bags", 1)).statusCode(201).extract();
        return new String[] {answer.as(InJson.class, InJson.READ).get("code"), answer.as(InJson.class, InJson.READ).get("lots[0].code")};
    }

    ValidatableResponse get(String path) {
        return house.program(Role.VOLUNTEER).get(path).then();
    }
}
