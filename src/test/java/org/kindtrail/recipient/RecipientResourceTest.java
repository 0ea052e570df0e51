package org.kindtrail.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class RecipientResourceTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;
    /** A region of its own for each test: regions are counted over the whole installation. */
    String region;

    @BeforeEach
    void open() {
        house = organisations.open();
        region = "Region " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Map<String, Object> recipient(String alias, String kind, String disclosure) {
        Map<String, Object> all = new HashMap<>();
        all.put("alias", alias);
        all.put("kind", kind);
        all.put("country", "KZ");
        all.put("region", region);
        all.put("disclosure", disclosure);
        return all;
    }

    private ValidatableResponse add(Map<String, Object> recipient) {
        return house.program(Role.COORDINATOR).body(recipient).post("/api/v1/recipients").then();
    }

    @Test
    void aRegionWithFewOfAKindIsWidenedToTheCountry() {
        String first = InJson.found(add(recipient("River", "shelter", "region"))
                .statusCode(201)
                .body(tells("publicWords", equalTo("a shelter in Kazakhstan")))
                .body(tells("widened", equalTo(true)))
                .extract(), "code");
        add(recipient("Hill", "shelter", "region")).body(tells("widened", equalTo(true)));
        add(recipient("School", "organisation", "region")).body(tells("widened", equalTo(true)));
        String third = InJson.found(add(recipient("Lake", "shelter", "region"))
                .body(tells("publicWords", equalTo("a shelter in " + region)))
                .body(tells("widened", equalTo(false)))
                .extract(), "code");
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/recipients/" + first)
                .then()
                .statusCode(200)
                .body(tells("publicWords", equalTo("a shelter in " + region)));
        house.program(Role.COORDINATOR)
                .post("/api/v1/recipients/" + third + "/retire")
                .then()
                .statusCode(200)
                .body(tells("active", equalTo(false)));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/recipients/" + first)
                .then()
                .body(tells("publicWords", equalTo("a shelter in Kazakhstan")));
    }

    @Test
    void eachDisclosureTellsWhatItMay() {
        Map<String, Object> named = recipient("School", "organisation", "named");
        named.put("publicName", "School No 12");
        add(named).statusCode(201).body(tells("publicWords", equalTo("School No 12"))).body(tells("widened", equalTo(false)));
        Map<String, Object> described = recipient("Flood", "household", "described");
        described.put("description", "a family displaced by floods");
        add(described).statusCode(201).body(tells("publicWords", equalTo("a family displaced by floods, Kazakhstan")));
        add(recipient("Secret", "group", "hidden"))
                .statusCode(201)
                .body(tells("publicWords", equalTo("someone in need")))
                .body(tells("widened", equalTo(false)));
    }

    @Test
    void aNewShelterTellsNoMoreThanItsRegion() {
        Map<String, Object> shelter = recipient("River", "shelter", "named");
        shelter.put("publicName", "River House");
        add(shelter).statusCode(422).body(tells("errors[0].pointer", equalTo("/disclosure")));
        String code = InJson.found(add(recipient("River", "shelter", "region")).extract(), "code");
        house.program(Role.COORDINATOR)
                .body(Map.of("version", 0, "recipient", shelter))
                .put("/api/v1/recipients/" + code)
                .then()
                .statusCode(200)
                .body(tells("publicWords", equalTo("River House")));
    }

    @Test
    void aNameIsKeptOnlyWhenItMayBeShown() {
        add(recipient("School", "organisation", "named")).statusCode(422).body(tells("errors[0].pointer", equalTo("/publicName")));
        Map<String, Object> hidden = recipient("School", "organisation", "hidden");
        hidden.put("publicName", "School No 12");
        add(hidden).statusCode(422).body(tells("errors[0].pointer", equalTo("/publicName")));
        add(recipient("Flood", "household", "described")).statusCode(422).body(tells("errors[0].pointer", equalTo("/description")));
        Map<String, Object> region = recipient("Flood", "household", "region");
        region.put("description", "a family displaced by floods");
        add(region).statusCode(422).body(tells("errors[0].pointer", equalTo("/description")));
    }

    @Test
    void refusesWhatIsNotThere() {
        Map<String, Object> nowhere = recipient("River", "shelter", "region");
        nowhere.put("country", "XX");
        add(nowhere).statusCode(422).body(tells("errors[0].pointer", equalTo("/country")));
        add(recipient("x".repeat(10_000), "shelter", "region")).statusCode(422).body(tells("errors[0].pointer", equalTo("/alias")));
        add(recipient("River", "person", "region")).statusCode(400).body(tells("errors[0].pointer", equalTo("/kind")));
        add(Map.of()).statusCode(422).body(tells("errors", hasSize(5)));
        house.program(Role.COORDINATOR).get("/api/v1/recipients").then().body(tells("rows", hasSize(0)));
    }

    @Test
    void aChangeOnAnOldVersionIsRefused() {
        String code = InJson.found(add(recipient("River", "shelter", "region")).extract(), "code");
        Map<String, Object> change = Map.of("version", 0, "recipient", recipient("By the river", "shelter", "hidden"));
        String at = "/api/v1/recipients/" + code;
        house.program(Role.COORDINATOR).body(change).put(at).then().statusCode(200).body(tells("version", equalTo(1)));
        house.program(Role.COORDINATOR).body(change).put(at).then().statusCode(409);
        house.program(Role.COORDINATOR).body(Map.of("version", 1)).put(at).then().statusCode(400);
        house.program(Role.DISTRIBUTOR).body(change).put(at).then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).body(change).put(at).then().statusCode(404);
    }

    @Test
    void listsByAliasAndFindsByItsPart() {
        for (String alias : List.of("Chestnut", "apple", "Birch", "Birch", "Date")) {
            add(recipient(alias, alias.equals("Date") ? "group" : "shelter", "region")).statusCode(201);
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            var page = house.program(Role.DISTRIBUTOR)
                    .get("/api/v1/recipients?limit=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.as(InJson.class, InJson.READ).get("rows.alias"));
            after = page.as(InJson.class, InJson.READ).get("next");
        } while (after != null);
        assertThat(read).containsExactlyInAnyOrder("Chestnut", "apple", "Birch", "Birch", "Date");
        assertThat(read.indexOf("Birch")).isLessThan(read.indexOf("Chestnut"));
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients?q=IRC").then().body(tells("rows", hasSize(2)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients?q=%25").then().body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients?kind=group").then().body(tells("rows.alias", equalTo(List.of("Date"))));
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients?active=false").then().body(tells("rows", hasSize(0)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients?after=999999999").then().statusCode(400);
        house.program(Role.VOLUNTEER).get("/api/v1/recipients").then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).get("/api/v1/recipients").then().body(tells("rows", hasSize(0)));
    }
}
