package org.kindtrail.programme;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What a test about programmes says over REST: one is open, a fund is for it, goods are kept for it. */
final class AProgramme {
    final AnOrganisation.House house;

    AProgramme(AnOrganisation.House house) {
        this.house = house;
    }

    static Map<String, Object> of(Object... facts) {
        Map<String, Object> command = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            if (facts[i + 1] != null) {
                command.put((String) facts[i], facts[i + 1]);
            }
        }
        return command;
    }

    static Map<String, Object> named(String name, Object... more) {
        Map<String, Object> command = of(
                "name", name,
                "funder", "Winter Relief Fund",
                "about", "Warm things",
                "startsOn", "2026-11-01",
                "endsOn", "2027-03-31",
                "currency", "KZT");
        command.putAll(of(more));
        return command;
    }

    ValidatableResponse post(Role role, String what, Map<String, Object> command) {
        return house.program(role).body(command).post("/api/v1/" + what).then();
    }

    ValidatableResponse post(String what, Map<String, Object> command) {
        return post(Role.COORDINATOR, what, command);
    }

    ValidatableResponse get(String what) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + what).then();
    }

    private String code(ValidatableResponse made) {
        return InJson.found(made.statusCode(201).extract(), "code");
    }

    String open(String name, Object... more) {
        return code(post("programmes", named(name, more)));
    }

    void close(String programme, boolean frees) {
        post("programmes/" + programme + "/close", of("freesGoods", frees)).statusCode(200);
    }

    String drive(String kind, String site) {
        return code(post(
                "drives",
                of("kind", kind, "title", "Market", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", site)));
    }

    String fund(String name, String programme) {
        return code(post("funds", of("name", name, "purpose", "Beds", "programme", programme)));
    }

    void give(String drive, String fund, String amount, String currency) {
        post("funds/" + fund + "/gifts", of("drive", drive, "amount", amount, "currency", currency)).statusCode(201);
    }

    /** Goods come in, kept for the programme (null: for anything); the code of their lot. */
    String receive(String drive, String place, String item, String size, long quantity, String programme) {
        return InJson.found(post(
                        Role.VOLUNTEER,
                        "donations",
                        of(
                                "drive", drive,
                                "place", place,
                                "programme", programme,
                                "lines", List.of(of("item", item, "size", size, "quantity", quantity))))
                .statusCode(201)
                .extract(), "lots[0].code");
    }

    /** For which programme a lot is kept; null: for anything. */
    String keptFor(String lot) {
        return InJson.found(get("lots/" + lot).statusCode(200).extract(), "keptFor");
    }
}
