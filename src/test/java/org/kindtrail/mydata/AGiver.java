package org.kindtrail.mydata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.InJson;

/** A donor who gave two bags on different days, and left an address. */
final class AGiver {
    static final String NAME = "Anna Canary <b>{config:x}</b>";
    static final String REMARK = "Canary remark: Anna's mother";

    final AnOrganisation.House house;
    final String email;
    final String drive;
    final String donor;
    final InJson first;
    final InJson second;

    AGiver(AnOrganisation.House house, String email) {
        this.house = house;
        this.email = email;
        drive = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Warm clothes", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", house.site))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
        Map<String, Object> contact = new HashMap<>(Map.of("telephone", "+7 700 999 88 77"));
        if (email != null) {
            contact.put("email", email);
            contact.put("wants", List.of("arrived", "thanks"));
        }
        first = recorded(Map.of("newDonor", NAME, "contact", contact, "remark", REMARK));
        donor = first.getString("donor");
        second = recorded(Map.of("donor", donor));
    }

    private InJson recorded(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("drive", drive, "place", house.site, "bags", 2));
        body.putAll(more);
        return house.program(Role.VOLUNTEER)
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/donations")
                .then()
                .statusCode(201)
                .extract()
                .as(InJson.class, InJson.READ);
    }

    String tracking() {
        return first.getString("tracking");
    }

    String ownCode() {
        return InJson.found(house.program(Role.VOLUNTEER).post("/api/v1/donors/" + donor + "/own-code").then().statusCode(200).extract(), "ownCode");
    }
}
