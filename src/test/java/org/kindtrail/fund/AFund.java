package org.kindtrail.fund;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** What a test of this room says: a fund is open, somebody gives money, something is bought. */
final class AFund {
    final AnOrganisation.House house;
    final String drive;
    final String code;

    AFund(AnOrganisation.House house) {
        this.house = house;
        this.drive = InJson.found(post(
                        "drives",
                        of("kind", "sale", "title", "Jumpers for beds", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", house.site))
                .statusCode(201)
                .extract(), "code");
        this.code = another("Beds");
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

    String another(String name) {
        return InJson.found(post("funds", of("name", name, "purpose", "Chair-beds for families"))
                .statusCode(201)
                .extract(), "code");
    }

    ValidatableResponse post(String what, Map<String, Object> command) {
        return house.program(Role.COORDINATOR).body(command).post("/api/v1/" + what).then();
    }

    ValidatableResponse get(String what) {
        return house.program(Role.DISTRIBUTOR).get("/api/v1/" + what).then();
    }

    /** A gift; its code. */
    String given(String amount, String currency) {
        return given(code, amount, currency);
    }

    String given(String fund, String amount, String currency) {
        return InJson.found(post("funds/" + fund + "/gifts", of("drive", drive, "amount", amount, "currency", currency))
                .statusCode(201)
                .extract(), "code");
    }

    static Map<String, Object> line(String item, long quantity, String price) {
        return of("item", item, "quantity", quantity, "price", price);
    }

    Map<String, Object> purchase(List<Map<String, Object>> lines, List<Map<String, Object>> draws, Object... more) {
        Map<String, Object> command = of(more);
        command.putIfAbsent("supplier", "Furniture market");
        command.putIfAbsent("currency", "KZT");
        command.putIfAbsent("place", house.site);
        command.put("lines", lines);
        command.put("draws", draws);
        return command;
    }

    /** Two lots of beds and linen for 48,000.00 and 6,000.50 KZT, all of it from the fund; its code. */
    String bought() {
        return InJson.found(post(
                        "purchases",
                        purchase(
                                List.of(line("chair-bed", 4, "48000.00"), line("bed-linen-sets", 4, "6000.50")),
                                List.of(of("fund", code))))
                .statusCode(201)
                .extract(), "code");
    }

    /** What the fund holds, as "12.50 USD". */
    List<String> holds() {
        return holds(code);
    }

    List<String> holds(String fund) {
        List<Map<String, String>> amounts = InJson.found(get("funds/" + fund).statusCode(200).extract(), "holds");
        List<String> words = new ArrayList<>();
        amounts.forEach(each -> words.add(each.get("amount") + " " + each.get("currency")));
        return words;
    }

    ValidatableResponse reverse(String what, String act) {
        return post(what + "/" + act + "/reverse", of("why", "Recorded twice"));
    }
}
