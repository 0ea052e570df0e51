package org.kindtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.intake.AnIntake.fiveLines;
import static org.kindtrail.intake.AnIntake.line;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class DonationResourceTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    AnIntake intake;

    @BeforeEach
    void open() {
        intake = new AnIntake(organisations.open());
    }

    @Test
    void everyBagIsALotOfItsOwnAndTheDonorGetsATrackingCode() {
        String code = InJson.found(intake.post(intake.donation("bags", 3, "newDonor", "Anna <b>{config:x}</b>", "remark", "at the door"))
                .statusCode(201)
                .body(tells("code", matchesPattern("D-[0-9A-Z]{4}-[0-9A-Z]{4}")))
                .body(tells("donorName", equalTo("Anna <b>{config:x}</b>")))
                .body(tells("placeName", equalTo("School hall")))
                .body(tells("lots", hasSize(3)))
                .body(tells("lots[0].code", matchesPattern("B-[0-9A-Z]{4}-[0-9A-Z]{4}")))
                .body(tells("lots[0].item", equalTo("unsorted-bag")))
                .body(tells("lots[0].grade", equalTo("unsorted")))
                .body(tells("lots[0].state", equalTo("held")))
                .body(tells("trackingCode", matchesPattern("T[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")))
                .body(tells("tracking", containsString("/t/T")))
                .extract(), "code");
        intake.get("/api/v1/donations/" + code)
                .statusCode(200)
                .body(tells("trackingCode", nullValue()))
                .body(tells("tracking", nullValue()))
                .body(tells("remark", equalTo("at the door")))
                .body(tells("recordedBy", equalTo("The volunteer")))
                .body(tells("lots.onHand", equalTo(List.of(1, 1, 1))));
    }

    @Test
    void linesSayWhatItIsAndFitWhoeverTheItemIsFor() {
        intake.post(intake.donation("lines", fiveLines()))
                .statusCode(201)
                .body(tells("lots", hasSize(5)))
                .body(tells("lots[0].name", equalTo("Jumpers, man")))
                .body(tells("lots[0].fits", equalTo("man")))
                .body(tells("lots[0].grade", equalTo("good")))
                .body(tells("lots[0].quantity", equalTo(4)));
    }

    @Test
    void fiveLinesTakeAtMostEightStatements() {
        String donor = InJson.found(intake.house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Anna")).post("/api/v1/donors").then().statusCode(201).extract(), "code");
        Map<String, Object> command = intake.donation("lines", fiveLines(), "donor", donor, "place", intake.house.shelfA);
        intake.post(command).statusCode(201);
        intake.post(command).statusCode(201);
        RoundTrips.Count count =
                RoundTrips.during(() -> intake.post(command).statusCode(201).body(tells("placeName", equalTo("School hall, Shelf A"))));
        assertThat(count.statements()).as(String.join("\n", count.sql())).isLessThanOrEqualTo(8);
    }

    @Test
    void theTrackingCodeIsKeptNowhereInClearAndARepeatGetsItAgain() {
        String key = UUID.randomUUID().toString();
        String first = post(key, intake.donation("bags", 1));
        String again = post(key, intake.donation("bags", 1));
        assertThat(again).isEqualTo(first);
        String tracking = InJson.of(first).getString("trackingCode");
        Object body = database.createNativeQuery("select body from answer where request_key = ?1")
                .setParameter(1, key)
                .getSingleResult();
        assertThat(String.valueOf(body)).contains("\"code\"").doesNotContain(tracking);
        assertThat(database.createNativeQuery("select tracking_hash from donation where tracking_hash = ?1")
                        .setParameter(1, Code.hash(tracking))
                        .getResultList())
                .hasSize(1);
    }

    private String post(String key, Map<String, Object> command) {
        return intake.house
                .program(Role.VOLUNTEER)
                .header("Idempotency-Key", key)
                .body(command)
                .post("/api/v1/donations")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    @Test
    void sixteenAtOnceWithOneKeyRecordOneDonation() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> command = intake.donation("bags", 2, "newDonor", "Anna");
        intake.house.token(Role.VOLUNTEER);
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(() -> post(key, command));
            }
            Set<String> answers = pool.invokeAll(all).stream().map(DonationResourceTest::got).collect(Collectors.toSet());
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        intake.get("/api/v1/donations").body(tells("rows", hasSize(1))).body(tells("rows[0].lots", equalTo(2)));
        intake.get("/api/v1/donors").body(tells("rows", hasSize(1)));
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedDriveTakesNothingAndIsNamed() {
        intake.house.program(Role.COORDINATOR).post("/api/v1/drives/" + intake.drive + "/close").then().statusCode(200);
        intake.post(intake.donation("bags", 1))
                .statusCode(409)
                .body(tells("type", equalTo("/problems/conflict")))
                .body(tells("detail", containsString("Warm clothes for eleven men (" + intake.drive + ")")));
    }

    @Test
    void refusesWhatDoesNotFitAndNamesTheField() {
        refused(intake.donation(), "/bags", "how many unsorted bags, or what is in it");
        refused(intake.donation("bags", 1, "lines", fiveLines()), "/bags", "not both");
        refused(intake.donation("bags", 0), "/bags", "At least 1");
        refused(intake.donation("bags", -1), "/bags", "At least 1");
        refused(intake.donation("bags", 51), "/bags", "At most 50");
        refused(intake.donation("lines", List.of()), "/lines", "Between 1 and 50");
        refused(intake.donation("lines", List.of(line("jumpers-man", "L", 0))), "/lines/0/quantity", "\"0\" is not");
        refused(intake.donation("lines", List.of(line("jumpers-man", "L", -1))), "/lines/0/quantity", "\"-1\" is not");
        refused(
                intake.donation("lines", List.of(line("jumpers-man", "L", 1_000_000_000_000L))),
                "/lines/0/quantity",
                "1000000000000");
        refused(
                intake.donation("lines", List.of(line("towels", null, 1), line("jumpers-man", "42", 1))),
                "/lines/1/size",
                "Jumpers, man does not come in size 42. It comes in XS, S, M");
        refused(intake.donation("lines", List.of(line("towels", "L", 1))), "/lines/0/size", "has no sizes");
        refused(intake.donation("lines", List.of(line("jumper", "L", 1))), "/lines/0/item", "no item \"jumper\"");
        refused(intake.donation("lines", List.of(line("unsorted-bag", null, 1))), "/lines/0/item", "unsorted bag");
        var unfit = line("towels", null, 1);
        unfit.put("grade", "unfit");
        refused(intake.donation("lines", List.of(unfit)), "/lines/0/grade", "when a bag is sorted");
        var child = line("jumpers-man", "L", 1);
        child.put("fits", "girl");
        refused(intake.donation("lines", List.of(child)), "/lines/0/fits", "cannot fit girl");
        refused(intake.donation("bags", 1, "remark", "x".repeat(10_000)), "/remark", "At most 500");
        refused(intake.donation("bags", 1, "newDonor", "x".repeat(10_000)), "/newDonor", "At most 120");
        refused(intake.donation("bags", 1, "receivedAt", "1999-12-31T00:00:00Z"), "/receivedAt", "2000");
        refused(
                intake.donation("bags", 1, "receivedAt", Instant.now().plus(400, ChronoUnit.DAYS).toString()),
                "/receivedAt",
                "future");
        refused(intake.donation("bags", 1, "donor", "G-0000-0000"), "/donor", "no donor with the code G-0000-0000");
        refused(intake.donation("bags", 1, "donor", "G-0000-0000", "newDonor", "Anna"), "/donor", "not both");
        refused(intake.donation("bags", 1, "label", "B-0000-0000"), "/label", "not printed here");
        refused(intake.donation("bags", 1, "drive", "V-0000-0001"), "/drive", "no drive");
        intake.get("/api/v1/donations").body(tells("rows", hasSize(0)));
        intake.get("/api/v1/donors").body(tells("rows", hasSize(0)));
    }

    private void refused(Map<String, Object> command, String pointer, String words) {
        intake.post(command)
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo(pointer)))
                .body(tells("errors[0].detail", containsString(words)));
    }

    @Test
    void namesWhatCannotBeRead() {
        unreadable("9223372036854775808");
        unreadable("1.5");
        unreadable("1e12");
        unreadable("\"3\"");
        unreadable("\"٣\"");
        intake.get("/api/v1/donations").body(tells("rows", hasSize(0)));
    }

    private void unreadable(String quantity) {
        intake.house
                .program(Role.VOLUNTEER)
                .body("{\"drive\":\"" + intake.drive + "\",\"place\":\"" + intake.house.site
                        + "\",\"lines\":[{\"item\":\"towels\",\"quantity\":" + quantity + "}]}")
                .post("/api/v1/donations")
                .then()
                .statusCode(400)
                .body(tells("errors[0].pointer", equalTo("/lines/0/quantity")));
    }

    @Test
    void anotherOrganisationsCodesAreRefusedAndNotUsed() {
        AnIntake other = new AnIntake(organisations.open());
        String theirDonor = InJson.found(other.house.program(Role.VOLUNTEER).body(Map.of("knownAs", "Theirs")).post("/api/v1/donors").then().extract(), "code");
        String theirs = other.aBag()[0];
        refused(intake.donation("bags", 1, "drive", other.drive), "/drive", other.drive);
        refused(intake.donation("bags", 1, "place", other.house.site), "/place", other.house.site);
        refused(intake.donation("bags", 1, "donor", theirDonor), "/donor", theirDonor);
        intake.get("/api/v1/donations/" + theirs).statusCode(404);
        intake.house.program(Role.VOLUNTEER).post("/api/v1/donations/" + theirs + "/tracking").then().statusCode(404);
        intake.house.program(Role.COORDINATOR).body(Map.of("why", "x")).post("/api/v1/donations/" + theirs + "/reverse").then().statusCode(404);
        intake.get("/api/v1/donations?drive=" + other.drive).statusCode(200).body(tells("rows", hasSize(0)));
        other.get("/api/v1/donations").body(tells("rows", hasSize(1)));
    }

    @Test
    void listsByDriveDonorAndWhatIsUnsortedAPageAtATime() {
        String second = intake.aDrive("Shoes");
        intake.aBag();
        String donor = InJson.found(intake.post(intake.donation("lines", fiveLines(), "newDonor", "Anna")).extract(), "donor");
        intake.post(intake.donation("bags", 1, "drive", second));
        intake.get("/api/v1/donations?drive=" + second).body(tells("rows", hasSize(1))).body(tells("rows[0].driveTitle", equalTo("Shoes")));
        intake.get("/api/v1/donations?donor=" + donor).body(tells("rows", hasSize(1))).body(tells("rows[0].lots", equalTo(5)));
        intake.get("/api/v1/donations?unsorted=true").body(tells("rows", hasSize(2)));
        String next = InJson.found(intake.get("/api/v1/donations?limit=2").body(tells("rows", hasSize(2))).extract(), "next");
        intake.get("/api/v1/donations?limit=2&after=" + next).body(tells("rows", hasSize(1))).body(tells("next", nullValue()));
        intake.get("/api/v1/donations?after=x").statusCode(400);
        RoundTrips.Count count = RoundTrips.during(() -> intake.get("/api/v1/donations").body(tells("rows", hasSize(3))));
        assertThat(count.statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void aNewTrackingCodeTakesTheOldOnesPlace() {
        var answer = intake.post(intake.donation("bags", 1)).extract();
        String code = answer.as(InJson.class, InJson.READ).get("code");
        String first = answer.as(InJson.class, InJson.READ).get("trackingCode");
        String second = InJson.found(intake.house.program(Role.VOLUNTEER).post("/api/v1/donations/" + code + "/tracking").then().statusCode(200).body(tells("turn", equalTo(2))).extract(), "trackingCode");
        assertThat(second).isNotEqualTo(first);
        assertThat(database.createNativeQuery("select tracking_hash from donation where code = ?1").setParameter(1, code).getResultList())
                .isEqualTo(List.of(Code.hash(second)));
    }

    @Test
    void aCoordinatorTakesADonationBackOnceAndWithAReason() {
        String code = intake.aBag()[0];
        String address = "/api/v1/donations/" + code + "/reverse";
        intake.house.program(Role.VOLUNTEER).body(Map.of("why", "x")).post(address).then().statusCode(403);
        intake.house.program(Role.COORDINATOR).body(Map.of("why", " ")).post(address).then().statusCode(422).body(tells("errors[0].pointer", equalTo("/why")));
        intake.house.program(Role.COORDINATOR).body(Map.of("why", "Recorded twice")).post(address).then().statusCode(200).body(tells("lots[0].state", equalTo("reversed"))).body(tells("lots[0].onHand", equalTo(0)));
        intake.house.program(Role.COORDINATOR).body(Map.of("why", "again")).post(address).then().statusCode(409).body(tells("detail", containsString(code)));
        intake.house.program(Role.VOLUNTEER).post("/api/v1/donations/" + code + "/tracking").then().statusCode(409);
    }

    @Test
    void whoIsNotSignedInOrOnlyRunsTheInstallationSeesNothing() {
        io.restassured.RestAssured.given().get("/api/v1/donations").then().statusCode(401);
        intake.house.program(Role.ADMINISTRATOR).get("/api/v1/donations").then().statusCode(403);
    }
}
