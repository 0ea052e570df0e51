package org.kindtrail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class ItemResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    Catalogue catalogue;

    @Inject
    ItemService items;

    @Inject
    Goods goods;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Map<String, Object> boots() {
        return Map.of(
                "name", "Валенки", "category", "shoes", "wearer", "man", "unit", "pair", "sizes", List.of("42", "43"));
    }

    @Test
    void coordinatorAddsAnItemAndEverybodyOfTheHouseSeesItAtOnce() {
        house.program(Role.VOLUNTEER).get("/api/v1/items?search=вален").then().body(tells("rows", hasSize(0)));
        house.program(Role.COORDINATOR)
                .body(boots())
                .post("/api/v1/items")
                .then()
                .statusCode(201)
                .body(tells("code", equalTo("valenki")))
                .body(tells("name", equalTo("Валенки, man")))
                .body(tells("own", equalTo(true)));
        house.program(Role.VOLUNTEER)
                .get("/api/v1/items?search=ВАЛЕН&category=shoes&own=true")
                .then()
                .body(tells("rows.code", equalTo(List.of("valenki"))));
        house.program(Role.VOLUNTEER).get("/api/v1/items/valenki").then().statusCode(200).body(tells("sizes", equalTo(List.of("42", "43"))));
        organisations.open().program(Role.COORDINATOR).get("/api/v1/items/valenki").then().statusCode(404);
    }

    @Test
    void theRequestThatAddsAnItemSeesItToo() {
        String label = house.as(Role.COORDINATOR, () -> {
            catalogue.byId();
            ItemView view = items.add(new AddItem("Felt boots", "shoes", Wearer.ANY, Unit.PAIR, null));
            return goods.say(catalogue.active("item", view.code()), null, 2);
        });
        assertThat(label).isEqualTo("2 pairs of Felt boots");
    }

    @Test
    void saysGoodsInWords() {
        house.as(Role.VOLUNTEER, () -> {
            assertThat(goods.say(catalogue.find("practical-shoes-man"), "42", 12)).isEqualTo("12 pairs of Practical shoes, man, size 42");
            assertThat(goods.say(catalogue.find("practical-shoes-man"), "42", 1)).isEqualTo("1 pair of Practical shoes, man, size 42");
            assertThat(goods.say(catalogue.find("unsorted-bag"), null, 3)).isEqualTo("3 × Unsorted bags");
            assertThat(goods.quantity(catalogue.find("jumpers-man"), 1)).isEqualTo("1 piece");
            return null;
        });
    }

    @Test
    void anOwnCodeIsNeverAStandardOne() {
        var soap = new HashMap<String, Object>(boots());
        soap.put("name", "Soap!");
        String standard = InJson.found(house.program(Role.COORDINATOR).get("/api/v1/items/soap").then().statusCode(200).extract(), "code");
        house.program(Role.COORDINATOR).body(soap).post("/api/v1/items").then().statusCode(201).body(tells("code", not(equalTo(standard))));
        house.program(Role.COORDINATOR).body(soap).post("/api/v1/items").then().statusCode(422).body(tells("errors[0].pointer", equalTo("/name")));
    }

    @Test
    void retiresAnOwnItemAndNoStandardOne() {
        house.program(Role.COORDINATOR).body(boots()).post("/api/v1/items").then().statusCode(201);
        house.program(Role.VOLUNTEER).post("/api/v1/items/valenki/retire").then().statusCode(403);
        organisations.open().program(Role.COORDINATOR).post("/api/v1/items/valenki/retire").then().statusCode(404);
        house.program(Role.COORDINATOR).post("/api/v1/items/valenki/retire").then().statusCode(200).body(tells("active", equalTo(false)));
        house.program(Role.COORDINATOR).post("/api/v1/items/valenki/retire").then().statusCode(409);
        house.program(Role.COORDINATOR).get("/api/v1/items?active=true&search=вален").then().body(tells("rows", hasSize(0)));
        house.program(Role.COORDINATOR).get("/api/v1/items?active=false").then().body(tells("rows.code", equalTo(List.of("valenki"))));
        house.program(Role.COORDINATOR).post("/api/v1/items/jumpers-man/retire").then().statusCode(409).body(tells("detail", containsString("standard")));
    }

    @Test
    void theWholeCatalogueIsReadPageByPage() {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = house.program(Role.VOLUNTEER).get("/api/v1/items?limit=100&after=" + next).then().statusCode(200).extract();
            seen.addAll(page.as(InJson.class, InJson.READ).get("rows.code"));
            next = page.as(InJson.class, InJson.READ).get("next");
        }
        assertThat(seen).doesNotHaveDuplicates().contains("unsorted-bag", "jumpers-man").hasSizeGreaterThan(200);
        house.program(Role.VOLUNTEER).get("/api/v1/items?category=shoes&limit=500").then().body(tells("rows.category", everyItem(equalTo("shoes")))).body(tells("rows.code", hasItem("practical-shoes-man")));
        RoundTrips.Count trips = RoundTrips.during(() -> house.program(Role.VOLUNTEER).get("/api/v1/items?limit=500").then().statusCode(200));
        assertThat(trips.statements()).as("%s", trips.sql()).isLessThanOrEqualTo(2);
    }

    @Test
    void namesWhatCannotBeTaken() {
        refused("name", "", "/name");
        refused("name", "x".repeat(10_000), "/name");
        refused("category", "nothing", "/category");
        refused("category", "money", "/category");
        refused("sizes", List.of("42", "42"), "/sizes");
        refused("sizes", List.of("4|2"), "/sizes");
        refused("sizes", List.of(""), "/sizes");
        refused("sizes", List.of("x".repeat(20)), "/sizes");
        refused("sizes", java.util.stream.IntStream.range(0, 31).mapToObj(String::valueOf).toList(), "/sizes");
        house.program(Role.COORDINATOR).body("{\"name\":\"x\",\"category\":\"shoes\",\"wearer\":\"dog\",\"unit\":\"pair\"}").post("/api/v1/items").then().statusCode(400).body(tells("errors[0].pointer", equalTo("/wearer")));
        house.program(Role.COORDINATOR).body("{\"name\":\"x\",\"category\":\"shoes\"}").post("/api/v1/items").then().statusCode(422).body(tells("errors.pointer", hasItem("/unit")));
        house.program(Role.COORDINATOR).get("/api/v1/items?category=nothing").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/items?after=nothing").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/items?own=maybe").then().statusCode(400);
        house.program(Role.COORDINATOR).get("/api/v1/items/" + "x".repeat(3000)).then().statusCode(404).body(tells("detail", notNullValue()));
        house.program(Role.VOLUNTEER).body(boots()).post("/api/v1/items").then().statusCode(403);
    }

    private void refused(String field, Object value, String pointer) {
        var wrong = new HashMap<String, Object>(boots());
        wrong.put(field, value);
        house.program(Role.COORDINATOR).body(wrong).post("/api/v1/items").then().statusCode(422).body(tells("errors[0].pointer", equalTo(pointer)));
        house.program(Role.COORDINATOR).get("/api/v1/items?own=true").then().body(tells("rows", hasSize(0)));
    }

    private Map<String, Object> value(String grade, String amount, String currency) {
        Map<String, Object> value = new HashMap<>();
        value.put("grade", grade);
        value.put("amount", amount);
        value.put("currency", currency);
        return value;
    }

    @Test
    void aValueIsSetByConditionAndTakenAwayAgain() {
        var coordinator = house.program(Role.COORDINATOR);
        house.program(Role.COORDINATOR).body(value("good", "3,50", "USD")).post("/api/v1/items/soap/values").then().statusCode(200);
        house.program(Role.COORDINATOR).body(value("new", "1500", "KZT")).post("/api/v1/items/soap/values").then().statusCode(200);
        house.program(Role.VOLUNTEER)
                .get("/api/v1/items/soap")
                .then()
                .body(tells("values.grade", equalTo(List.of("new", "good"))))
                .body(tells("values.amount", equalTo(List.of("1500.00", "3.50"))));
        coordinator.body(value("good", null, "USD")).post("/api/v1/items/soap/values").then().body(tells("values.grade", equalTo(List.of("new"))));
        organisations.open().program(Role.VOLUNTEER).get("/api/v1/items/soap").then().body(tells("values", hasSize(0)));
        house.program(Role.VOLUNTEER).body(value("good", "1", "USD")).post("/api/v1/items/soap/values").then().statusCode(403);
    }

    @Test
    void aValueThatIsNoneIsRefusedByItsField() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "/amount", value("good", "3.505", "KZT"),
                "/currency", value("good", "3", "XYZ"),
                "/grade", value("unsorted", "3", "USD"));
        wrong.forEach((pointer, body) -> house.program(Role.COORDINATOR)
                .body(body)
                .post("/api/v1/items/soap/values")
                .then()
                .statusCode(422)
                .body(tells("errors.pointer", equalTo(List.of(pointer)))));
        house.program(Role.COORDINATOR).body(value("good", "3", "USD")).post("/api/v1/items/money-usd/values").then().statusCode(409);
        house.program(Role.COORDINATOR).body(value("good", "3", "USD")).post("/api/v1/items/nothing/values").then().statusCode(404);
    }
}
