package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/**
 * Eleven men: thirty bags come in, are sorted, meet a shelter's need and arrive two jumpers short; the donors read what
 * became of theirs. All of it as programs do it, with a ledger of the test's own beside it.
 */
@HouseTest
class StoryOneOverRestTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int BAGS = 30;
    private static final int SORTED = 24;
    private static final int NAMED = 20;
    private static final String THANKS = "Somebody chose each pair of shoes with care. <b>Thank you</b> {all}.";
    private static final Map<String, String> CATEGORIES = Map.of(
            "warm-jumpers-man", "tops",
            "jumpers-man", "tops",
            "jumpers-woman", "tops",
            "practical-shoes-man", "shoes",
            "towels", "bedding",
            "soap", "hygiene");

    @Inject
    AnOrganisation organisations;

    private final OwnLedger ledger = new OwnLedger();
    private final LocalDate today = LocalDate.now(ALMATY);
    /** The last month of which everything is told by now; the story happens in it. */
    private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);

    private final LocalDate collected = told.atDay(3);
    private final LocalDate left = told.atDay(19);
    private final LocalDate arrived = told.atDay(20);
    private final MovableClock clock = new MovableClock();
    private final List<String> bags = new ArrayList<>();
    private final List<String> tracking = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private AnOrganisation.House house;
    private Doors doors;
    private String region;
    private String drive;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        on(collected.minusDays(1));
        house = organisations.open();
        doors = new Doors(house);
        region = "Region " + house.code;
    }

    private void on(LocalDate day) {
        clock.daysAgo((int) ChronoUnit.DAYS.between(day, today));
    }

    @Test
    void theDonorOfFourWarmJumpersReadsThatTheyReachedAShelter() {
        aDriveIsOpened();
        String shelter = threeSheltersOfOneRegionAreKnown();
        on(collected.plusDays(1));
        thirtyBagsArriveInOneEvening();
        balanceIsTheSameAsOurs();
        theyAreSorted();
        balanceIsTheSameAsOurs();
        on(left);
        String need = elevenMenAskForClothes(shelter);
        InJson departed = theirNeedIsMetAndLeaves(need);
        balanceIsTheSameAsOurs();
        on(arrived.plusDays(1));
        theShelterConfirmsTwoJumpersShort(departed);
        balanceIsTheSameAsOurs();
        nobodyReadsTheThanksYet();
        theThanksAreApproved();
        nobodyReadsTheThanksYet();
        clock.daysAgo(0);
        theFirstDonorReadsIt();
        theDonorOfTheMissingOnesReadsItToo();
        aDonorWhoseThingsStayedReadsNoThanks();
        theNeedKnowsWhatIsMissing(need);
        nothingDiffersInTheLedger();
    }

    private void aDriveIsOpened() {
        drive = doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection",
                        "title", "Warm clothes for eleven men",
                        "about", "A pair of shoes or a warm jumper means so much.",
                        "startsOn", collected.toString(),
                        "endsOn", today.plusDays(20).toString(),
                        "site", house.site))
                .getString("code");
    }

    private String threeSheltersOfOneRegionAreKnown() {
        List<String> codes = new ArrayList<>();
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            InJson shelter = doors.post(Role.COORDINATOR, "recipients", Map.of(
                    "alias", alias, "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"));
            codes.add(shelter.getString("code"));
            secrets.add(alias);
        }
        secrets.addAll(codes);
        InJson known = doors.get(Role.DISTRIBUTOR, "recipients/" + codes.get(0));
        assertThat(known.getString("publicWords")).isEqualTo("a shelter in " + region);
        assertThat(known.getBoolean("widened")).isFalse();
        return codes.get(0);
    }

    private void thirtyBagsArriveInOneEvening() {
        Instant evening = collected.atTime(18, 0).atZone(ALMATY).toInstant();
        for (int bag = 0; bag < BAGS; bag++) {
            Map<String, Object> donation = new HashMap<>(Map.of(
                    "drive", drive,
                    "place", house.site,
                    "receivedAt", evening.plusSeconds(180L * bag).toString(),
                    "bags", 1));
            if (bag < NAMED) {
                donation.put("newDonor", "Donor " + bag + " of the evening");
            }
            String key = UUID.randomUUID().toString();
            InJson recorded = Doors.good("donations", doors.send(Role.VOLUNTEER, "donations", donation, key));
            InJson repeated = Doors.good("donations", doors.send(Role.VOLUNTEER, "donations", donation, key));
            assertThat(repeated.getString("code")).isEqualTo(recorded.getString("code"));
            assertThat(repeated.getString("trackingCode")).isEqualTo(recorded.getString("trackingCode"));
            ledger.bagCameIn();
            bags.add(recorded.getString("lots[0].code"));
            tracking.add(recorded.getString("trackingCode"));
            secrets.add(recorded.getString("lots[0].code"));
            secrets.add(recorded.getString("code"));
        }
        assertThat(doors.get(Role.VOLUNTEER, "donations?limit=100").getList("rows")).hasSize(BAGS);
        assertThat(doors.get(Role.VOLUNTEER, "donors?limit=100").getList("rows")).hasSize(NAMED);
        assertThat(tracking).doesNotHaveDuplicates().allMatch(code -> code.startsWith("T"));
    }

    private record Found(String item, String size, String grade, long quantity) {
        Map<String, Object> line() {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("item", item, "grade", grade, "quantity", quantity));
            if (size != null) {
                line.put("size", size);
            }
            return line;
        }
    }

    private void theyAreSorted() {
        for (int bag = 0; bag < SORTED; bag++) {
            List<Found> contents = contents(bag);
            InJson sorting = doors.post(Role.VOLUNTEER, "sortings", Map.of(
                    "bag", bags.get(bag),
                    "place", house.shelfA,
                    "lines", contents.stream().map(Found::line).toList()));
            ledger.bagWasSorted();
            contents.forEach(found ->
                    ledger.found(CATEGORIES.get(found.item()), found.quantity(), !found.grade().equals("unfit")));
            secrets.add(sorting.getString("code"));
            secrets.addAll(sorting.getList("lines.lot"));
        }
    }

    /** Eleven of twelve jumpers and pairs of shoes that fit are needed; some things fit nobody who asks. */
    private static List<Found> contents(int bag) {
        List<Found> found = new ArrayList<>();
        if (bag == 0) {
            found.add(new Found("warm-jumpers-man", "L", "good", 4));
            found.add(new Found("jumpers-man", "M", "unfit", 1));
        } else if (bag == 1) {
            found.add(new Found("warm-jumpers-man", "XL", "good", 2));
            found.add(new Found("practical-shoes-man", "42", "good", 1));
        } else if (bag <= 7) {
            found.add(new Found("warm-jumpers-man", bag % 2 == 0 ? "L" : "XL", "good", 1));
            found.add(new Found("soap", null, "new", 4));
        } else if (bag == 8) {
            found.add(new Found("warm-jumpers-man", "M", "good", 1));
        } else if (bag <= 19) {
            found.add(new Found("practical-shoes-man", String.valueOf(40 + bag % 6), "good", 1));
            found.add(new Found("towels", null, "good", 2));
        } else if (bag == 20) {
            found.add(new Found("practical-shoes-man", "46", "good", 1));
        } else {
            found.add(new Found("jumpers-woman", "S", "worn", 2));
        }
        return found;
    }

    private String elevenMenAskForClothes(String shelter) {
        InJson need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                "recipient", shelter,
                "forWhom", "11 adult men",
                "wantedBy", arrived.plusDays(3).toString(),
                "lines", List.of(
                        Map.of("item", "warm-jumpers-man", "sizes", List.of("L", "XL"), "quantity", 11),
                        Map.of(
                                "item", "practical-shoes-man",
                                "sizes", List.of("40", "41", "42", "43", "44", "45"),
                                "quantity", 11),
                        Map.of("item", "towels", "quantity", 22),
                        Map.of("item", "soap", "quantity", 22))));
        secrets.add(need.getString("code"));
        secrets.add("11 adult men");
        return need.getString("code");
    }

    private InJson theirNeedIsMetAndLeaves(String need) {
        InJson promised = doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        assertThat(promised.getList("allocations.lot", String.class))
                .as("oldest first: the first donor's jumpers are among them, the last donor's are not")
                .contains(lotOf(0, "warm-jumpers-man"), lotOf(1, "warm-jumpers-man"))
                .doesNotContain(lotOf(7, "warm-jumpers-man"), lotOf(8, "warm-jumpers-man"), lotOf(20, "practical-shoes-man"));
        String dispatch = doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        InJson departed = doors.post(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of(
                "vehicle", "123 ABC 02",
                "driver", "Driver of the house",
                "departedAt", left.atStartOfDay().atZone(ALMATY).toInstant().toString()));
        ledger.left("tops", 11);
        ledger.left("shoes", 11);
        ledger.left("bedding", 22);
        ledger.left("hygiene", 22);
        secrets.addAll(List.of(dispatch, "123 ABC 02", "Driver of the house"));
        return departed;
    }

    private String lotOf(int bag, String item) {
        return doors.get(Role.VOLUNTEER, "lots/" + bags.get(bag) + "/trace").getString("down.find { it.item == '" + item + "' }.code");
    }

    private void theShelterConfirmsTwoJumpersShort(InJson departed) {
        String key = departed.getString("confirmation.key");
        String missing = lotOf(1, "warm-jumpers-man");
        List<Map<String, Object>> lines = departed.getList("dispatch.lines");
        List<Map<String, Object>> counted = lines.stream()
                .map(line -> Map.of(
                        "line", line.get("line"), "received", line.get("lot").equals(missing) ? 0 : line.get("quantity")))
                .toList();
        Map<String, Object> told = Map.of(
                "lines", counted,
                "receivedOn", arrived.toString(),
                "remark", "Two jumpers were not in the parcel.",
                "thanks", THANKS);
        String once = UUID.randomUUID().toString();
        for (int sent = 0; sent < 2; sent++) {
            Response answer = given().contentType("application/json")
                    .header("Idempotency-Key", once)
                    .body(told)
                    .post("/api/v1/confirmations/" + key);
            assertThat(Doors.good("confirmations", answer).getBoolean("confirmed")).isTrue();
        }
        ledger.arrived("tops", 11, 9);
        ledger.arrived("shoes", 11, 11);
        ledger.arrived("bedding", 22, 22);
        ledger.arrived("hygiene", 22, 22);
        secrets.addAll(List.of(key, "Two jumpers were not in the parcel."));
    }

    private void balanceIsTheSameAsOurs() {
        ledger.isTheSameAs(doors.get(Role.VOLUNTEER, "drives/" + drive + "/balance"));
    }

    private void nobodyReadsTheThanksYet() {
        assertThat(trace(0).getList("thanks")).isEmpty();
        assertThat(trace(0).getList("parts.fate")).containsExactly("waiting", "let_go");
    }

    private void theThanksAreApproved() {
        InJson waiting = doors.get(Role.COORDINATOR, "thanks?state=waiting");
        assertThat(waiting.getList("rows.words", String.class)).containsExactly(THANKS);
        doors.press(Role.COORDINATOR, "thanks/" + waiting.getString("rows[0].code") + "/approve");
        secrets.add(waiting.getString("rows[0].code"));
    }

    private InJson trace(int donor) {
        return Doors.good("traces", given().get("/api/v1/traces/" + tracking.get(donor)));
    }

    private String reachedTheShelter(String goods) {
        String month = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(arrived);
        return goods + " reached a shelter in " + region + " in " + month + ".";
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day);
    }

    private void theFirstDonorReadsIt() {
        InJson trace = trace(0);
        assertThat(trace.getList("news")).containsExactly("4 warm jumpers reached a shelter in " + region + ".");
        assertThat(trace.getList("received.words")).containsExactly("1 bag");
        assertThat(trace.getList("contents.words", String.class)).containsExactlyInAnyOrder("4 warm jumpers", "1 jumper");
        assertThat(trace.getList("parts.sentence", String.class))
                .containsExactly(
                        reachedTheShelter("4 warm jumpers"),
                        "1 jumper had served its time and could not be given on. We let it go with care.");
        assertThat(trace.getList("way.state")).containsExactly("done", "done", "done", "done");
        page(0, trace);
    }

    private void theDonorOfTheMissingOnesReadsItToo() {
        InJson trace = trace(1);
        assertThat(trace.getList("news")).containsExactly("1 pair of practical shoes reached a shelter in " + region + ".");
        assertThat(trace.getList("parts.sentence", String.class))
                .containsExactly(
                        reachedTheShelter("1 pair of practical shoes"), "2 warm jumpers got lost. We are sorry.");
        page(1, trace);
    }

    /** The page says what the door for programs says, and both tell no more than a donor may know. */
    private void page(int donor, InJson trace) {
        assertThat(trace.getList("thanks.words")).containsExactly(THANKS);
        assertThat(trace.getList("thanks.from")).containsExactly("a shelter in " + region);
        Browser page = Browser.stranger().open("/t/" + tracking.get(donor));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(trace.getList("parts.sentence", String.class))
                .contains("1 bag came to " + house.name + " on " + day(collected))
                .contains(THANKS, "From a shelter in " + region);
        List<String> others = new ArrayList<>(secrets);
        for (int other = 0; other < NAMED; other++) {
            others.add("Donor " + other + " of the evening");
            if (other != donor) {
                others.add(tracking.get(other));
            }
        }
        for (LocalDate secret : List.of(left, arrived)) {
            others.addAll(List.of(secret.toString(), day(secret)));
        }
        others.addAll(List.of(house.site, house.shelfA, house.shelfB, "School hall", "Shelf A"));
        String both = page.response().asString() + trace.toString();
        others.forEach(secret -> assertThat(both).as("what a donor may not know").doesNotContain(secret));
    }

    private void aDonorWhoseThingsStayedReadsNoThanks() {
        InJson trace = trace(8);
        assertThat(trace.getList("thanks")).isEmpty();
        assertThat(trace.getList("parts.fate")).containsOnly("waiting");
        assertThat(trace(BAGS - 1).getList("news")).containsExactly("Your gift is here and will be looked through soon.");
    }

    private void theNeedKnowsWhatIsMissing(String need) {
        InJson met = doors.get(Role.DISTRIBUTOR, "needs/" + need);
        assertThat(met.getList("lines.arrived")).containsExactly(9, 11, 22, 22);
        assertThat(met.getList("lines.missing")).containsExactly(2, 0, 0, 0);
        assertThat(met.getList("lines.onTheWay")).containsExactly(0, 0, 0, 0);
    }

    private void nothingDiffersInTheLedger() {
        InJson verified = doors.get(Role.ADMINISTRATOR, "ledger/verification");
        assertThat(verified.getLong("differences")).as(verified.getString("first")).isZero();
        assertThat(verified.getLong("movements")).isGreaterThan(BAGS + SORTED);
    }
}
