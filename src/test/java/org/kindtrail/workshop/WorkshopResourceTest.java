package org.kindtrail.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;
import static org.kindtrail.workshop.AWorkshop.refused;
import static org.kindtrail.workshop.AWorkshop.with;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.stock.Shares;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class WorkshopResourceTest {
    private static final long ANNA = 71;
    private static final long BEN = 72;

    @Inject
    AnOrganisation organisations;

    @Inject
    AWorkshop workshop;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private ValidatableResponse post(String path, Object body) {
        return AWorkshop.post(house, Role.VOLUNTEER, path, body);
    }

    private ValidatableResponse get(String path) {
        return AWorkshop.get(house, path);
    }

    private ValidatableResponse reverse(String work) {
        return AWorkshop.reverse(house, work, "Counted wrong");
    }

    @Test
    void aStepOfAWorkshopUsesUpTheOldestAndItsYieldIsTold() {
        String old = workshop.receive(house, ANNA, "used-greeting-cards", 30);
        workshop.receive(house, BEN, "used-greeting-cards", null, Grade.GOOD, 70, house.shelfA);
        String drive = AWorkshop.drive(house, "workshop");
        var step = post("works/steps", step(drive, 40, 31, 9))
                .statusCode(201)
                .body(tells("drive", equalTo(drive)))
                .body(tells("inputs.quantity", equalTo(List.of(30, 10))))
                .body(tells("outputs.quantity", equalTo(List.of(31, 9))))
                .body(tells("outputs[1].place", nullValue()))
                .extract();
        Map<Long, Long> givers = workshop.givers(house, step.as(InJson.class, InJson.READ).get("outputs[0].lot"));
        assertThat(givers).isEqualTo(Map.of(ANNA, Shares.WHOLE / 4 * 3, BEN, Shares.WHOLE / 4));
        String second = InJson.found(post("works/steps", step(drive, 20, 20, 1)).statusCode(201).extract(), "code");
        reverse(second).statusCode(200);
        get("drives/" + drive + "/workshop")
                .body(tells("steps", equalTo(1)))
                .body(tells("consumed[0].quantity", equalTo(40)))
                .body(tells("made[0].item", equalTo("refurbished-greeting-cards")))
                .body(tells("scraps[0].quantity", equalTo(9)))
                .body(tells("yield", equalTo(77.5f)))
                .body(tells("toDo[0].quantity", equalTo(60)))
                .body(tells("days", hasSize(1)));
        get("works?drive=" + drive).body(tells("rows", hasSize(2))).body(tells("rows[0].reversed", equalTo(true)));
        post("works/steps", step(drive, 61, 1, 1)).statusCode(409).body(tells("detail", containsString("only 60 pieces are free")));
        post("works/steps", with(step(drive, 1, 1, 1), "inputs", List.of(Map.of("lot", old, "quantity", 1))))
                .statusCode(409).body(tells("detail", containsString("nothing is free")));
        assertThat(workshop.held(house, "used-greeting-cards")).isEqualTo(60);
    }

    private static Map<String, Object> step(String drive, long used, long made, long scraps) {
        return Map.of(
                "drive", drive,
                "inputs", List.of(Map.of("item", "used-greeting-cards", "quantity", used)),
                "outputs", List.of(
                        Map.of("item", "refurbished-greeting-cards", "quantity", made, "grade", "new"),
                        Map.of("item", "card-scraps", "quantity", scraps, "grade", "unfit")));
    }

    @Test
    void aLotThatIsNamedIsNotTakenAgainByALineThatTakesTheOldest() {
        String lot = workshop.receive(house, ANNA, "used-greeting-cards", 10);
        workshop.receive(house, BEN, "used-greeting-cards", 5);
        String drive = AWorkshop.drive(house, "workshop");
        List<Map<String, Object>> inputs = List.of(
                Map.of("lot", lot, "quantity", 8),
                Map.of("item", "used-greeting-cards", "quantity", 4),
                Map.of("item", "used-greeting-cards", "quantity", 2));
        post("works/steps", with(step(drive, 1, 14, 1), "inputs", inputs))
                .statusCode(201)
                .body(tells("inputs.quantity", equalTo(List.of(10, 4))));
        assertThat(workshop.heldByGiver(house, "used-greeting-cards")).isEqualTo(Map.of(BEN, 1L));
    }

    @Test
    void aStepThatCannotBeIsRefusedAndNamesTheField() {
        String lot = workshop.receive(house, ANNA, "used-greeting-cards", 50);
        String drive = AWorkshop.drive(house, "workshop");
        String collection = AWorkshop.drive(house, "collection");
        refused(post("works/steps", step(collection, 1, 1, 1)), "/drive", "not for working on things");
        refused(post("works/steps", step("V-0000-0001", 1, 1, 1)), "/drive", "V-0000-0001");
        refused(post("works/steps", step(drive, 0, 1, 1)), "/inputs/0/quantity", "\"0\"");
        refused(post("works/steps", step(drive, 1, -1, 1)), "/outputs/0/quantity", "\"-1\"");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "inputs", List.of())), "/inputs", "Between 1 and 8");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "outputs", List.of())), "/outputs", "Between 1 and 12");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "inputs", List.of(Map.of("item", "soap", "lot", lot, "quantity", 1)))),
                "/inputs/0/lot", "not both");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "inputs", List.of(Map.of("quantity", 1)))), "/inputs/0/item", "no item");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "outputs", List.of(Map.of("quantity", 1)))), "/outputs/0/item", "no item");
        refused(post("works/steps", with(step(drive, 1, 1, 1), "outputs", List.of(Map.of("item", "soap", "quantity", 1, "grade", "unsorted")))),
                "/outputs/0/grade", "unfit to use");
        AnOrganisation.House other = organisations.open();
        String theirs = workshop.receive(other, ANNA, "soap", 1);
        refused(post("works/steps", with(step(drive, 1, 1, 1), "inputs", List.of(Map.of("lot", theirs, "quantity", 1)))), "/inputs/0/lot", theirs);
        AWorkshop.post(house, Role.COORDINATOR, "drives/" + drive + "/close", Map.of()).statusCode(200);
        post("works/steps", step(drive, 1, 1, 1)).statusCode(409).body(tells("detail", containsString("is closed")));
        get("drives/" + collection + "/workshop").statusCode(404);
        get("works").body(tells("rows", hasSize(0)));
        assertThat(workshop.held(house, "used-greeting-cards")).isEqualTo(50);
    }

    @Test
    void aLotIsGradedAnewAndEachPartStaysOfItsGiver() {
        String lot = workshop.receive(house, ANNA, "jumpers-man", "L", Grade.GOOD, 10, house.shelfA);
        var graded = post("works/gradings", Map.of("lot", lot, "quantity", 6, "lines", List.of(
                        Map.of("quantity", 3, "size", "M", "grade", "worn"),
                        Map.of("quantity", 2, "item", "jumpers-woman", "size", "L", "place", house.shelfB),
                        Map.of("quantity", 1, "size", "L", "grade", "unfit"))))
                .statusCode(201)
                .body(tells("kind", equalTo("grading")))
                .body(tells("outputs.grade", equalTo(List.of("worn", "good", "unfit"))))
                .body(tells("outputs[0].placeName", equalTo("School hall, Shelf A")))
                .body(tells("outputs[1].placeName", equalTo("School hall, Shelf B")))
                .body(tells("outputs[2].place", nullValue()))
                .extract();
        assertThat(workshop.givers(house, graded.as(InJson.class, InJson.READ).get("outputs[0].lot"))).isEqualTo(Map.of(ANNA, Shares.WHOLE));
        assertThat(workshop.held(house, "jumpers-man")).isEqualTo(7);
        reverse(graded.as(InJson.class, InJson.READ).get("code")).statusCode(200);
        assertThat(workshop.held(house, "jumpers-man")).isEqualTo(10);
        assertThat(workshop.held(house, "jumpers-woman")).isZero();
    }

    @Test
    void aGradingThatCannotBeIsRefusedAndNamesTheField() {
        String lot = workshop.receive(house, ANNA, "jumpers-man", "L", Grade.GOOD, 10, house.shelfA);
        refused(grade(lot, 5, Map.of("quantity", 4, "grade", "worn")), "/quantity", "add up to 4; 5 of " + lot);
        refused(grade(lot, 10, Map.of("quantity", 10, "size", "L")), "/lines/0/grade", "would change");
        refused(grade(lot, 1, Map.of("quantity", 1, "size", "42")), "/lines/0/size", "It comes in");
        refused(grade(lot, 1, Map.of("quantity", 1, "item", "practical-shoes-man")), "/lines/0/item", "counted in pairs");
        refused(grade(lot, 1, Map.of("quantity", 1, "place", organisations.open().site)), "/lines/0/place", "no open site");
        grade(lot, 11, Map.of("quantity", 11, "grade", "worn")).statusCode(409).body(tells("detail", containsString("10 are free")));
        String bag = workshop.receive(house, ANNA, "unsorted-bag", null, Grade.UNSORTED, 1, house.site);
        grade(bag, 1, Map.of("quantity", 1)).statusCode(409).body(tells("detail", containsString("Sort it")));
        workshop.move(house, lot, house.shelfA, house.site, 3);
        refused(grade(lot, 1, Map.of("quantity", 1, "grade", "worn")), "/place", "School hall, Shelf A");
        get("works").body(tells("rows", hasSize(0)));
    }

    @SafeVarargs
    private ValidatableResponse grade(String lot, long quantity, Map<String, Object>... lines) {
        return post("works/gradings", Map.of("lot", lot, "quantity", quantity, "lines", List.of(lines)));
    }
}
