package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class IntakeSheetResourceTest {
    @Inject
    AnOrganisation organisations;

    AnIntake intake;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
    }

    private ValidatableResponse post(String path, Object body) {
        return intake.house
                .program(Role.VOLUNTEER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private String sheet(Object lines) {
        return InJson.found(post("intake-sheets", Map.of("drive", intake.drive, "lines", lines)).statusCode(201).extract(), "code");
    }

    private List<String> labels(String sheet) {
        return InJson.found(intake.get("/api/v1/intake-sheets/" + sheet).extract(), "lines.label");
    }

    private Map<String, Object> written(List<Map<String, Object>> bags) {
        return new HashMap<>(Map.of("drive", intake.drive, "place", intake.house.site, "bags", bags));
    }

    private static Map<String, Object> bag(String label, Object... more) {
        Map<String, Object> bag = new HashMap<>(Map.of("label", label));
        for (int i = 0; i < more.length; i += 2) {
            bag.put((String) more[i], more[i + 1]);
        }
        return bag;
    }

    private int donations() {
        return intake.get("/api/v1/donations?limit=500").extract().as(InJson.class, InJson.READ).getList("rows").size();
    }

    @Test
    void everyLineOfASheetHasACodeOfItsOwnAndNothingIsRecorded() {
        String code = sheet(20);
        assertThat(code).startsWith("DS");
        intake.get("/api/v1/intake-sheets/" + code)
                .statusCode(200)
                .body(tells("lines", hasSize(20)))
                .body(tells("lines[19].line", equalTo(20)))
                .body(tells("lines[0].label", matchesPattern("B-[0-9A-Z]{4}-[0-9A-Z]{4}")))
                .body(tells("lines[0].donation", nullValue()))
                .body(tells("recorded", equalTo(0)));
        assertThat(labels(code)).doesNotHaveDuplicates();
        intake.get("/api/v1/intake-sheets?drive=" + intake.drive).body(tells("rows.code", contains(code))).body(tells("rows[0].lines", equalTo(20)));
    }

    @Test
    void whatWasWrittenIsRecordedUnderItsCodeAndTheSameNameIsOneDonor() {
        String sheet = sheet(4);
        List<String> codes = labels(sheet);
        post("written-bags", written(List.of(
                        bag(codes.get(0), "newDonor", "Anna", "remark", "by the door"),
                        bag(codes.get(1), "newDonor", " anna ", "item", "jumpers-man", "size", "L", "quantity", 12),
                        bag(codes.get(3), "item", "soap", "quantity", 3, "grade", "new"))))
                .statusCode(200)
                .body(tells("recorded", equalTo(3)))
                .body(tells("before", equalTo(0)))
                .body(tells("bags.before", equalTo(List.of(false, false, false))));
        List<String> made = InJson.found(intake.get("/api/v1/intake-sheets/" + sheet)
                .body(tells("recorded", equalTo(3)))
                .body(tells("lines[2].donation", nullValue()))
                .body(tells("lines[1].what", containsString("12")))
                .extract(), "lines.donation");
        intake.get("/api/v1/donations/" + made.get(0))
                .body(tells("lots.code", contains(codes.get(0))))
                .body(tells("lots[0].item", equalTo("unsorted-bag")))
                .body(tells("donorName", equalTo("Anna")))
                .body(tells("remark", equalTo("by the door")));
        String anna = InJson.found(intake.get("/api/v1/donations/" + made.get(0)).extract(), "donor");
        intake.get("/api/v1/donations/" + made.get(1))
                .body(tells("donor", equalTo(anna)))
                .body(tells("label", equalTo(codes.get(1))))
                .body(tells("lots[0].size", equalTo("L")))
                .body(tells("lots[0].onHand", equalTo(12)));
        intake.get("/api/v1/donations/" + made.get(3)).body(tells("donor", nullValue())).body(tells("lots[0].grade", equalTo("new")));
    }

    @Test
    void aSheetThatIsTypedAgainChangesNothingWhateverItSaysNow() {
        List<String> codes = labels(sheet(3));
        post("written-bags", written(List.of(bag(codes.get(0)), bag(codes.get(1), "item", "soap", "quantity", 3)))).statusCode(200);
        post("written-bags", written(List.of(
                        bag(codes.get(0), "newDonor", "Somebody else"), bag(codes.get(1), "item", "soap", "quantity", 30))))
                .statusCode(200)
                .body(tells("recorded", equalTo(0)))
                .body(tells("before", equalTo(2)))
                .body(tells("bags.before", equalTo(List.of(true, true))));
        assertThat(donations()).isEqualTo(2);
        intake.get("/api/v1/donors").body(tells("rows", hasSize(0)));
        post("written-bags", written(List.of(bag(codes.get(0)), bag(codes.get(1)), bag(codes.get(2)))))
                .body(tells("recorded", equalTo(1)))
                .body(tells("before", equalTo(2)));
        assertThat(donations()).isEqualTo(3);
    }

    @Test
    void whatWasScannedMeanwhileIsNotRecordedAgain() {
        List<String> codes = labels(sheet(2));
        String donation = InJson.found(intake.post(intake.donation("bags", 1, "label", codes.get(0))).statusCode(201).extract(), "code");
        post("written-bags", written(List.of(bag(codes.get(0)))))
                .body(tells("recorded", equalTo(0)))
                .body(tells("bags[0].donation", equalTo(donation)));
    }

    @Test
    void fourWhoTypeTheSameSheetAtOnceRecordItOnce() throws Exception {
        List<String> codes = labels(sheet(6));
        List<Map<String, Object>> bags = codes.stream().map(code -> bag(code, "newDonor", "Anna")).toList();
        List<Integer> recorded = new ArrayList<>();
        var typists = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> typist = () -> InJson.found(post("written-bags", written(bags)).statusCode(200).extract(), "recorded");
            for (Future<Integer> each : typists.invokeAll(List.of(typist, typist, typist, typist))) {
                recorded.add(each.get());
            }
        } finally {
            typists.shutdown();
        }
        assertThat(recorded).containsExactlyInAnyOrder(6, 0, 0, 0);
        assertThat(donations()).isEqualTo(6);
        intake.get("/api/v1/donors").body(tells("rows", hasSize(1)));
    }

    @Test
    void faultsNameEveryLineAndNothingIsRecorded() {
        List<String> codes = labels(sheet(6));
        String other = intake.aDrive("Another drive");
        String elsewhere = InJson.found(post("intake-sheets", Map.of("drive", other, "lines", 1)).extract(), "lines[0].label");
        post("written-bags", written(List.of(
                        bag(codes.get(0)),
                        bag(codes.get(0)),
                        bag("B-0000-0000"),
                        bag(codes.get(1), "item", "no such thing", "quantity", 1),
                        bag(codes.get(2), "item", "jumpers-man"),
                        bag(codes.get(3), "quantity", 4),
                        bag(codes.get(4), "item", "jumpers-man", "size", "43", "quantity", 1),
                        bag(elsewhere),
                        bag(codes.get(5), "donor", "G-0000-0000"))))
                .statusCode(422)
                .body(tells("errors.pointer", hasItems("/bags/1/label", "/bags/2/label", "/bags/3/item", "/bags/4/quantity",
                        "/bags/5/item", "/bags/6/size", "/bags/7/label", "/bags/8/donor")))
                .body(tells("errors.detail", hasItem(containsString("in line 1 already"))))
                .body(tells("errors.detail", hasItem(containsString("Another drive (" + other + ")"))));
        assertThat(donations()).isZero();
    }

    @Test
    void whatCannotBeReadGetsAClearAnswer() {
        List<String> codes = labels(sheet(1));
        for (Object quantity : List.of(0, -1, 1_000_000_000_000L)) {
            post("written-bags", written(List.of(bag(codes.get(0), "item", "soap", "quantity", quantity)))).statusCode(422);
        }
        for (Object unread : List.of("1.5", "٣", 9223372036854775808.0)) {
            int status = post("written-bags", written(List.of(bag(codes.get(0), "item", "soap", "quantity", unread))))
                    .extract().statusCode();
            assertThat(status).isBetween(400, 422);
        }
        post("written-bags", written(List.of(bag(codes.get(0), "remark", "x".repeat(10_000))))).statusCode(422);
        post("written-bags", written(List.of())).statusCode(422);
        Map<String, Object> early = written(List.of(bag(codes.get(0))));
        early.put("receivedAt", "1999-12-31T00:00:00Z");
        post("written-bags", early).statusCode(422);
        for (Object lines : List.of(0, -1, 61)) {
            post("intake-sheets", Map.of("drive", intake.drive, "lines", lines)).statusCode(422);
        }
        post("intake-sheets", Map.of("drive", "V-0000-0000", "lines", 1)).statusCode(422);
        assertThat(donations()).isZero();
    }

    @Test
    void nothingOfAnotherOrganisationIsUsedOrShown() {
        String sheet = sheet(1);
        String label = labels(sheet).get(0);
        AnIntake other = new AnIntake(organisations.open());
        other.get("/api/v1/intake-sheets/" + sheet).statusCode(404);
        other.get("/api/v1/intake-sheets?drive=" + intake.drive).body(tells("rows", hasSize(0)));
        other.house
                .program(Role.VOLUNTEER)
                .body(Map.of("drive", other.drive, "place", other.house.site, "bags", List.of(bag(label))))
                .post("/api/v1/written-bags")
                .then()
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/bags/0/label")));
        other.house
                .program(Role.VOLUNTEER)
                .body(Map.of("drive", intake.drive, "place", other.house.site, "bags", List.of(bag(label))))
                .post("/api/v1/written-bags")
                .then()
                .statusCode(422);
        assertThat(donations()).isZero();
    }

    @Test
    void aClosedDriveTakesNothingNewAndWhatWasTypedBeforeIsStillSaid() {
        List<String> codes = labels(sheet(2));
        post("written-bags", written(List.of(bag(codes.get(0))))).statusCode(200);
        intake.house.program(Role.COORDINATOR).post("/api/v1/drives/" + intake.drive + "/close").then().statusCode(200);
        post("written-bags", written(List.of(bag(codes.get(0))))).statusCode(200).body(tells("before", equalTo(1)));
        post("written-bags", written(List.of(bag(codes.get(1))))).statusCode(409);
        post("intake-sheets", Map.of("drive", intake.drive, "lines", 1)).statusCode(409);
    }

    @Test
    void aSheetOfFortyLinesTakesNoMoreStatementsThanOneOfTwo() {
        List<String> few = labels(sheet(2));
        List<String> many = labels(sheet(40));
        List<Map<String, Object>> two = few.stream().map(code -> bag(code, "item", "soap", "quantity", 2)).toList();
        List<Map<String, Object>> forty = many.stream().map(code -> bag(code, "item", "soap", "quantity", 2)).toList();
        post("written-bags", written(List.of(bag(labels(sheet(1)).get(0))))).statusCode(200);
        RoundTrips.Count small = RoundTrips.during(() -> post("written-bags", written(two)).statusCode(200));
        RoundTrips.Count large = RoundTrips.during(() -> post("written-bags", written(forty)).statusCode(200));
        // Four tables take numbers from sequences, in blocks.
        assertThat(large.statements()).as(String.join("\n", large.sql())).isLessThanOrEqualTo(small.statements() + 4);
        assertThat(large.statements()).isLessThanOrEqualTo(25);
        RoundTrips.Count again = RoundTrips.during(() -> post("written-bags", written(forty)).statusCode(200));
        assertThat(again.statements()).as(String.join("\n", again.sql())).isLessThanOrEqualTo(12);
    }
}
