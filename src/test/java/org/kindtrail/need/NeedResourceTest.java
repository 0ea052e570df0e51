package org.kindtrail.need;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.need.ShelterNeeds.line;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
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
class NeedResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    AnOrganisation.House house;
    String shelter;

    @BeforeEach
    void open() {
        house = organisations.open();
        shelter = given.shelter(house);
    }

    private Map<String, Object> eleven() {
        Map<String, Object> need = new HashMap<>();
        need.put("recipient", shelter);
        need.put("forWhom", "11 adult men");
        need.put("wantedBy", Year.now() + "-12-10");
        need.put("lines", List.of(
                line("warm-jumpers-man", 11, "L", "XL"),
                Map.of("category", "shoes", "fits", "man", "sizes", List.of("42", "43"), "quantity", 11)));
        return need;
    }

    private ValidatableResponse post(Map<String, Object> need) {
        return house.program(Role.DISTRIBUTOR).body(need).post("/api/v1/needs").then();
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> need = eleven();
        need.put(field, value);
        return need;
    }

    private Map<String, Object> withLine(Map<String, Object> line) {
        return with("lines", List.of(line));
    }

    @Test
    void distributorPostsANeedOfItemsAndCategories() {
        String code = InJson.found(post(eleven()).statusCode(201).extract(), "code");
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/needs/" + code)
                .then()
                .statusCode(200)
                .body(tells("forWhom", equalTo("11 adult men")))
                .body(tells("recipientAlias", equalTo("Shelter by the river")))
                .body(tells("state", equalTo("open")))
                .body(tells("lines[0].what", equalTo("Warm jumpers, man")))
                .body(tells("lines[0].sizes", equalTo(List.of("L", "XL"))))
                .body(tells("lines[0].missing", equalTo(11)))
                .body(tells("lines[1].category", equalTo("shoes")))
                .body(tells("lines[1].item", nullValue()));
        house.program(Role.VOLUNTEER).get("/api/v1/needs/" + code).then().statusCode(403);
        organisations.open().program(Role.DISTRIBUTOR).get("/api/v1/needs/" + code).then().statusCode(404);
    }

    @Test
    void refusesWhatIsNotThereAndNamesTheField() {
        AnOrganisation.House other = organisations.open();
        post(with("recipient", given.shelter(other))).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
        post(with("recipient", "R-0000-0000")).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
        post(withLine(line("unicorns", 1))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/item")));
        for (String item : List.of("unsorted-bag", "money-kzt")) {
            post(withLine(line(item, 1))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/item")));
        }
        for (String category : List.of("unsorted", "money")) {
            post(withLine(Map.of("category", category, "quantity", 1))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/category")));
        }
        post(withLine(Map.of("category", "wings", "quantity", 1)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/category")));
        post(withLine(Map.of("quantity", 1))).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines/0/item")));
        post(withLine(Map.of("item", "towels", "category", "tops", "quantity", 1))).statusCode(422);
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + shelter + "/retire").then().statusCode(200);
        post(eleven()).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
    }

    @Test
    void refusesASizeThatTheItemDoesNotHave() {
        post(withLine(line("warm-jumpers-man", 2, "L", "44")))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/sizes")))
                .body(tells("errors[0].detail", containsString("Warm jumpers, man does not come in size 44. It comes in XS, S")));
        post(withLine(line("towels", 2, "L"))).statusCode(422).body(tells("errors[0].detail", containsString("has no sizes")));
        post(withLine(Map.of("category", "shoes", "sizes", List.of("XL"), "quantity", 1)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/sizes")));
        post(withLine(Map.of("item", "warm-jumpers-man", "fits", "girl", "quantity", 1)))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/lines/0/fits")));
    }

    @Test
    void refusesQuantitiesDatesAndTextsThatAreNone() {
        for (Object quantity : List.of(0, -1, 1_000_000_000_000L)) {
            post(withLine(Map.of("item", "towels", "quantity", quantity)))
                    .statusCode(422)
                    .body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
        }
        for (Object quantity : List.of(new BigInteger("9223372036854775808"), new BigDecimal("1.5"), "٣")) {
            post(withLine(Map.of("item", "towels", "quantity", quantity))).statusCode(400);
        }
        post(withLine(Map.of("item", "towels"))).statusCode(422);
        for (String day : List.of("1999-12-31", Year.now().plusYears(2) + "-01-01")) {
            post(with("wantedBy", day)).statusCode(422).body(tells("errors[0].pointer", equalTo("/wantedBy")));
        }
        post(with("wantedBy", "soon")).statusCode(400);
        post(with("forWhom", "x".repeat(10_000))).statusCode(422).body(tells("errors[0].pointer", equalTo("/forWhom")));
        post(with("forWhom", " ")).statusCode(422);
        post(with("lines", List.of())).statusCode(422).body(tells("errors[0].pointer", equalTo("/lines")));
        post(with("lines", Collections.nCopies(51, line("towels", 1)))).statusCode(422);
        post(with("lines", Collections.singletonList(null))).statusCode(422);
        post(with("lines", Collections.nCopies(50, line("towels", 1)))).statusCode(201);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs").then().body(tells("rows", hasSize(1)));
    }

    @Test
    void listsTheOneWantedSoonestAtTheHeadPageByPage() {
        String someday = InJson.found(post(with("wantedBy", null)).extract(), "code");
        String later = InJson.found(post(with("wantedBy", Year.now() + "-12-20")).extract(), "code");
        String soon = InJson.found(post(with("wantedBy", Year.now() + "-12-01")).extract(), "code");
        String soonToo = InJson.found(post(with("wantedBy", Year.now() + "-12-01")).extract(), "code");
        String anytime = InJson.found(post(with("wantedBy", null)).extract(), "code");
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            var page = house.program(Role.DISTRIBUTOR)
                    .get("/api/v1/needs?state=open&limit=1&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.as(InJson.class, InJson.READ).get("rows.code"));
            after = page.as(InJson.class, InJson.READ).get("next");
        } while (after != null);
        org.assertj.core.api.Assertions.assertThat(read).containsExactly(soon, soonToo, later, someday, anytime);
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/needs")
                .then()
                .body(tells("rows.code", equalTo(List.of(anytime, soonToo, soon, later, someday))))
                .body(tells("rows[0].asked", equalTo(22)));
    }

    @Test
    void listsThoseOfARecipient() {
        String mine = InJson.found(post(eleven()).extract(), "code");
        String others = given.need(house, line("towels", 1));
        house.program(Role.DISTRIBUTOR)
                .get("/api/v1/needs?state=open&recipient=" + shelter)
                .then()
                .body(tells("rows.code", equalTo(List.of(mine))));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs").then().body(tells("rows.code", hasItem(others)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?state=fine").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?state=open&after=999999999").then().statusCode(400);
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?recipient=nobody").then().statusCode(404);
    }

    @Test
    void endsAndIsOpenedAgain() {
        String code = InJson.found(post(eleven()).extract(), "code");
        String at = "/api/v1/needs/" + code;
        house.program(Role.DISTRIBUTOR).post(at + "/withdraw").then().statusCode(200).body(tells("state", equalTo("withdrawn")));
        house.program(Role.DISTRIBUTOR).post(at + "/close").then().statusCode(409).body(tells("detail", containsString(code)));
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs?state=open").then().body(tells("rows.code", not(hasItem(code))));
        house.program(Role.DISTRIBUTOR).post(at + "/reopen").then().statusCode(200).body(tells("state", equalTo("open")));
        house.program(Role.DISTRIBUTOR).post(at + "/reopen").then().statusCode(409);
        house.program(Role.DISTRIBUTOR).post(at + "/close").then().statusCode(200).body(tells("state", equalTo("closed")));
        organisations.open().program(Role.DISTRIBUTOR).post(at + "/reopen").then().statusCode(404);
    }

    @Test
    void theSameKeyPostsOneNeed() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> need = eleven();
        for (int i = 0; i < 2; i++) {
            house.program(Role.DISTRIBUTOR)
                    .header("Idempotency-Key", key)
                    .body(need)
                    .post("/api/v1/needs")
                    .then()
                    .statusCode(201);
        }
        house.program(Role.DISTRIBUTOR).get("/api/v1/needs").then().body(tells("rows", hasSize(1)));
    }
}
