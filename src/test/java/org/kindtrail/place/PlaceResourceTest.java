package org.kindtrail.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.stock.SomeGoods;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class PlaceResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    SomeGoods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String shelf(String name, Integer walk) {
        Map<String, Object> shelf = new HashMap<>(Map.of("kind", "shelf", "name", name, "site", house.site));
        if (walk != null) {
            shelf.put("walk", walk);
        }
        return InJson.found(house.program(Role.COORDINATOR).body(shelf).post("/api/v1/places").then().statusCode(201).extract(), "code");
    }

    private String site(String name) {
        return InJson.found(house.program(Role.COORDINATOR).body(Map.of("kind", "site", "name", name)).post("/api/v1/places").then().statusCode(201).body(tells("open", equalTo(true))).extract(), "code");
    }

    private List<String> codes(String query) {
        return InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/places" + query).then().statusCode(200).extract(), "rows.code");
    }

    @Test
    void sitesStandByNameWithTheirShelvesInWalkingOrder() {
        String annexe = site("Annexe");
        String first = shelf("By the door", 0);
        String last = shelf("At the end", null);
        List<String> all = List.of(annexe, house.site, first, house.shelfA, house.shelfB, last);
        assertThat(codes("")).isEqualTo(all);
        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = house.program(Role.VOLUNTEER).get("/api/v1/places?limit=1&after=" + next).then().statusCode(200).extract();
            paged.addAll(page.as(InJson.class, InJson.READ).get("rows.code"));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(paged).isEqualTo(all);
        RoundTrips.Count trips = RoundTrips.during(() -> codes("?limit=500"));
        assertThat(trips.statements()).as("%s", trips.sql()).isLessThanOrEqualTo(2);
    }

    @Test
    void changesAPlaceOnlyOnTheVersionThatWasSeen() {
        Map<String, Object> change = Map.of("version", 0, "name", "Shelf A, top", "walk", 9);
        house.program(Role.COORDINATOR).body(change).put("/api/v1/places/" + house.shelfA).then().statusCode(200).body(tells("name", equalTo("Shelf A, top"))).body(tells("walk", equalTo(9)));
        house.program(Role.COORDINATOR).body(change).put("/api/v1/places/" + house.shelfA).then().statusCode(409);
        house.program(Role.VOLUNTEER).body(change).put("/api/v1/places/" + house.shelfA).then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(change).put("/api/v1/places/" + house.shelfA).then().statusCode(404);
    }

    @Test
    void closesOnlyWhatIsEmptyAndSaysHowManyLotsLieThere() {
        goods.receive(house, house.shelfA, "jumpers-man", "L", 4);
        goods.receive(house, house.shelfA, "jumpers-man", "M", 4);
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfA + "/close").then().statusCode(409).body(tells("detail", containsString("2 lots lie at School hall, Shelf A")));
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.site + "/close").then().statusCode(409).body(tells("detail", containsString("2 open shelves")));
        house.program(Role.VOLUNTEER).post("/api/v1/places/" + house.shelfB + "/close").then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfB + "/close").then().statusCode(404);
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfB + "/close").then().statusCode(200).body(tells("open", equalTo(false)));
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfB + "/close").then().statusCode(409);
        assertThat(codes("?open=false")).containsExactly(house.shelfB);
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfB + "/reopen").then().statusCode(200).body(tells("open", equalTo(true)));
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfB + "/reopen").then().statusCode(409);
    }

    @Test
    void aClosedSiteHasNoOpenShelf() {
        for (String each : List.of(house.shelfA, house.shelfB, house.site)) {
            house.program(Role.COORDINATOR).post("/api/v1/places/" + each + "/close").then().statusCode(200);
        }
        house.program(Role.COORDINATOR).post("/api/v1/places/" + house.shelfA + "/reopen").then().statusCode(409).body(tells("detail", containsString("School hall")));
        house.program(Role.COORDINATOR).body(Map.of("kind", "shelf", "name", "C", "site", house.site)).post("/api/v1/places").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/site")));
    }

    @Test
    void namesWhatCannotBeTaken() {
        refused(Map.of("kind", "shelf", "name", "x"), "/site");
        refused(Map.of("kind", "shelf", "name", "x", "site", organisations.open().site), "/site");
        refused(Map.of("kind", "shelf", "name", "x", "site", house.shelfA), "/site");
        refused(Map.of("kind", "site", "name", "x", "site", house.site), "/site");
        refused(Map.of("kind", "donated", "name", "x"), "/kind");
        refused(Map.of("kind", "consignment", "name", "x"), "/kind");
        refused(Map.of("kind", "site", "name", " "), "/name");
        refused(Map.of("kind", "site", "name", "x".repeat(10_000)), "/name");
        refused(Map.of("kind", "shelf", "name", "x", "site", house.site, "walk", -1), "/walk");
        refused(Map.of("kind", "shelf", "name", "x", "site", house.site, "walk", 10_000), "/walk");
        house.program(Role.COORDINATOR).body("{\"kind\":\"shelf\",\"name\":\"x\",\"walk\":9223372036854775808}").post("/api/v1/places").then().statusCode(400);
        house.program(Role.COORDINATOR).body("{\"kind\":\"shelf\",\"name\":\"x\",\"walk\":1.5}").post("/api/v1/places").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/places?after=" + goods.code(CodeKind.PLACE)).then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/places?open=x").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/places/donated").then().statusCode(404);
        assertThat(codes("")).hasSize(3);
    }

    private void refused(Map<String, Object> wrong, String pointer) {
        house.program(Role.COORDINATOR).body(wrong).post("/api/v1/places").then().statusCode(422).body(tells("errors", hasSize(1))).body(tells("errors.pointer", hasItem(pointer)));
    }
}
