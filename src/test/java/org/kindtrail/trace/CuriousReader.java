package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindtrail.account.Acting;
import org.kindtrail.testing.AnOrganisation;

/**
 * Somebody who has every tracking code of a house and knows every drive, opens all their pages, and keeps what they say. Names and
 * codes of the house are made alike, so that two houses can be compared.
 */
final class CuriousReader {
    private final Acting acting;
    private final TrackingService tracking;
    private final DriveBalances balances;
    private final ObjectMapper json;
    private final AnOrganisation.House house;
    private final List<String> codes = new ArrayList<>();
    private final List<String> drives = new ArrayList<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Map<String, String> alike = new LinkedHashMap<>();
    private String last = "";

    CuriousReader(
            Acting acting,
            TrackingService tracking,
            DriveBalances balances,
            ObjectMapper json,
            AnOrganisation.House house) {
        this.acting = acting;
        this.tracking = tracking;
        this.balances = balances;
        this.json = json;
        this.house = house;
        alike.put(region(), "REGION");
        alike.put(house.name, "HOUSE");
        alike.put(house.code, "HOUSE CODE");
    }

    String region() {
        return "Region " + house.code;
    }

    void knowsCode(String code) {
        codes.add(code);
        alike.put(code, "CODE " + codes.size());
    }

    void knowsDrive(String code) {
        drives.add(code);
        alike.put(code, "DRIVE " + drives.size());
    }

    void mustNotRead(String secret) {
        secrets.add(secret);
    }

    /** What every page says that is open to the reader now. */
    String read() {
        return read(false);
    }

    /** The same, with the pages as they are shown and as everybody comes in. */
    String readPages() {
        StringBuilder doors = new StringBuilder();
        for (String code : codes) {
            doors.append(given().get("/api/v1/traces/" + code).then().statusCode(200).extract().asString());
            doors.append(given().accept("text/html").get("/t/" + code).then().statusCode(200).extract().asString());
        }
        for (String drive : drives) {
            doors.append(given().accept("text/html").get("/d/" + drive).then().statusCode(200).extract().asString());
        }
        return read(true) + normal(doors.toString());
    }

    private String read(boolean shown) {
        StringBuilder all = new StringBuilder();
        for (String code : codes) {
            acting.asStranger(() -> {
                TraceView trace = tracking.follow(code, "203.0.113.7");
                trace.parts().stream()
                        .filter(part -> part.day() != null)
                        .forEach(part -> assertThat(part.recipient()).isEqualTo("School No 12"));
                all.append(json(trace)).append('\n');
                return shown ? all.append(TracePages.Templates.gift(trace, "/t/" + code).render()) : all;
            });
        }
        for (String drive : drives) {
            acting.asStranger(() -> all.append(json(balances.inPublic(drive, "203.0.113.7"))).append('\n'));
        }
        return normal(all.toString());
    }

    private String json(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String normal(String all) {
        if (!all.equals(last)) {
            for (String secret : secrets) {
                assertThat(all.contains(secret)).as("%s is to be read", secret).isFalse();
            }
            last = all;
        }
        String normal = all;
        for (Map.Entry<String, String> each : alike.entrySet()) {
            normal = normal.replace(each.getKey(), each.getValue());
        }
        return normal;
    }

    /** Where two readings differ first. */
    static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "..." + cut(one, at) + "... and ..." + cut(other, at) + "...";
    }

    private static String cut(String text, int at) {
        return text.substring(Math.max(0, Math.min(at, text.length()) - 200), Math.min(text.length(), at + 300));
    }
}
