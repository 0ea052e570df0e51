package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/**
 * A rummage sale becomes chair-beds: what 120 donors brought is sold by the piece, what is left is passed on, the money is
 * counted and buys four chair-beds in another currency, and these reach a shelter. Each donor's page, the balance of the
 * drive and the statement of the fund say the same, to the unit; the numbers here are reckoned apart from the program.
 */
@HouseTest
class StoryTwoOverRestTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int DONORS = 120;
    private static final int BROUGHT = 8;
    private static final int SOLD = 6;
    /** A receipt has things of three donors. */
    private static final int RECEIPTS = DONORS / 3;
    private static final String TAKEN = "2160.00";

    @Inject
    AnOrganisation organisations;

    private final LocalDate today = LocalDate.now(ALMATY);
    private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);
    private final LocalDate sale = told.atDay(3);
    private final LocalDate arrived = told.atDay(20);
    private final MovableClock clock = new MovableClock();
    private final List<String> lots = new ArrayList<>();
    private final List<String> tracking = new ArrayList<>();
    private AnOrganisation.House house;
    private Doors doors;
    private String region;
    private String drive;
    private String fund;
    private String store;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        on(sale);
        house = organisations.open();
        doors = new Doors(house);
        region = "Region " + house.code;
    }

    private void on(LocalDate day) {
        clock.daysAgo((int) ChronoUnit.DAYS.between(day, today));
    }

    @Test
    void theDonorOfSixSoldThingsReadsThatChairBedsReachedAShelter() {
        aSaleIsOpenedForAFund();
        oneHundredAndTwentyDonorsBringThings();
        mostIsSoldByThePiece();
        nobodySellsWhatIsNotThere();
        theTakingsAreCounted();
        whatIsLeftIsPassedOn();
        theBalanceOfTheDriveAddsUp();
        nothingIsBoughtAboveTheFund();
        String purchase = fourChairBedsAreBought();
        theFundIsEmptyAndItsStatementAddsUp();
        theSaleCannotBeTakenBackWhileItsMoneyIsSpent(purchase);
        on(arrived);
        theyReachAShelter();
        clock.daysAgo(0);
        everyDonorReadsIt();
        theDriveTellsTheSame();
        nothingDiffersInTheLedger();
    }

    private void aSaleIsOpenedForAFund() {
        store = doors.post(Role.COORDINATOR, "places", Map.of("kind", "site", "name", "Store")).getString("code");
        drive = doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "sale",
                        "title", "Rummage sale at the school",
                        "startsOn", sale.toString(),
                        "endsOn", today.plusDays(20).toString(),
                        "site", house.site))
                .getString("code");
        fund = doors.post(Role.COORDINATOR, "funds", Map.of("name", "Beds", "purpose", "Beds for families who have none"))
                .getString("code");
        Response terms = house.program(Role.COORDINATOR)
                .body(Map.of("fund", fund, "currency", "USD", "version", 0))
                .put("/api/v1/drives/" + drive + "/sale");
        Doors.good("terms", terms);
    }

    private void oneHundredAndTwentyDonorsBringThings() {
        for (int donor = 0; donor < DONORS; donor++) {
            InJson recorded = doors.post(Role.VOLUNTEER, "donations", Map.of(
                    "drive", drive,
                    "place", house.site,
                    "newDonor", "Donor " + donor + " of the sale",
                    "lines", List.of(Map.of("item", "jumpers-woman", "size", "M", "grade", "good", "quantity", BROUGHT))));
            lots.add(recorded.getString("lots[0].code"));
            tracking.add(recorded.getString("trackingCode"));
        }
    }

    private void mostIsSoldByThePiece() {
        for (int receipt = 0; receipt < RECEIPTS; receipt++) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int line = 0; line < 3; line++) {
                lines.add(Map.of("lot", lots.get(receipt * 3 + line), "quantity", SOLD, "price", "3.00"));
            }
            InJson sold = doors.post(Role.VOLUNTEER, "sales", Map.of("drive", drive, "lines", lines));
            assertThat(sold.getString("total")).isEqualTo("54.00");
        }
    }

    private void nobodySellsWhatIsNotThere() {
        Answer more = doors.send(Role.VOLUNTEER, "sales", Map.of("drive", drive, "lines", List.of(
                Map.of("lot", lots.get(0), "quantity", BROUGHT - SOLD + 1, "price", "3.00"))), UUID.randomUUID().toString());
        assertThat(more.statusCode()).as(more.asString()).isEqualTo(409);
        Answer finer = doors.send(Role.VOLUNTEER, "sales", Map.of("drive", drive, "lines", List.of(
                Map.of("lot", lots.get(0), "quantity", 1, "price", "3.005"))), UUID.randomUUID().toString());
        assertThat(finer.statusCode()).as(finer.asString()).isEqualTo(422);
        assertThat(finer.json().getList("errors.pointer")).containsExactly("/lines/0/price");
    }

    private void theTakingsAreCounted() {
        Map<String, Object> less = new HashMap<>(Map.of("drive", drive, "counted", "2150.00"));
        Answer unexplained = doors.send(Role.VOLUNTEER, "takings", less, UUID.randomUUID().toString());
        assertThat(unexplained.statusCode()).as(unexplained.asString()).isIn(409, 422);
        doors.post(Role.VOLUNTEER, "takings", Map.of("drive", drive, "counted", TAKEN));
    }

    private void whatIsLeftIsPassedOn() {
        doors.post(Role.DISTRIBUTOR, "pass-ons", Map.of(
                "drive", drive, "all", true, "partner", "Warm Hands", "partnerPublic", true));
    }

    private InJson balance() {
        return doors.get(Role.VOLUNTEER, "drives/" + drive + "/balance");
    }

    private void theBalanceOfTheDriveAddsUp() {
        InJson sold = doors.get(Role.VOLUNTEER, "drives/" + drive + "/sale");
        assertThat(sold.getInt("lines[0].brought")).isEqualTo(DONORS * BROUGHT);
        assertThat(sold.getInt("lines[0].sold")).isEqualTo(DONORS * SOLD);
        assertThat(sold.getInt("lines[0].passedOn")).isEqualTo(DONORS * (BROUGHT - SOLD));
        assertThat(sold.getInt("lines[0].there")).isZero();
        assertThat(sold.getString("money.sold")).isEqualTo(TAKEN);
    }

    private Map<String, Object> purchase(String amount) {
        return Map.of(
                "supplier", "Furniture house",
                "receiptNumber", "A-17",
                "currency", "KZT",
                "place", store,
                "lines", List.of(Map.of("item", "chair-bed", "grade", "new", "quantity", 4, "price", "972000.00")),
                "draws", List.of(Map.of("fund", fund, "currency", "USD", "amount", amount, "countsFor", "972000.00")));
    }

    private void nothingIsBoughtAboveTheFund() {
        Answer above = doors.send(Role.COORDINATOR, "purchases", purchase("2160.01"), UUID.randomUUID().toString());
        assertThat(above.statusCode()).as(above.asString()).isIn(409, 422);
        assertThat(doors.get(Role.COORDINATOR, "funds/" + fund).getString("holds[0].amount")).isEqualTo(TAKEN);
    }

    private String fourChairBedsAreBought() {
        return doors.post(Role.COORDINATOR, "purchases", purchase(TAKEN)).getString("code");
    }

    private void theFundIsEmptyAndItsStatementAddsUp() {
        InJson statement = doors.get(
                Role.COORDINATOR, "funds/" + fund + "/statement?from=" + told.atDay(1) + "&to=" + today + "&limit=500");
        assertThat(statement.getString("totals[0].opening")).isEqualTo("0.00");
        assertThat(statement.getString("totals[0].in")).isEqualTo(TAKEN);
        assertThat(statement.getString("totals[0].out")).isEqualTo(TAKEN);
        assertThat(statement.getString("totals[0].closing")).isEqualTo("0.00");
        BigDecimal in = statement.getList("lines.in", String.class).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(in).isEqualByComparingTo(TAKEN);
        assertThat(statement.getList("lines")).hasSize(RECEIPTS + 1);
    }

    private void theSaleCannotBeTakenBackWhileItsMoneyIsSpent(String purchase) {
        String receipt = doors.get(Role.VOLUNTEER, "sales?drive=" + drive).getString("rows[0].code");
        Answer refused = doors.send(
                Role.COORDINATOR, "sales/" + receipt + "/reverse", Map.of("why", "wrong price"), UUID.randomUUID().toString());
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    }

    private void theyReachAShelter() {
        List<String> shelters = new ArrayList<>();
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            shelters.add(doors.post(Role.COORDINATOR, "recipients", Map.of(
                            "alias", alias, "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"))
                    .getString("code"));
        }
        String need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", shelters.get(0),
                        "forWhom", "a two-room flat",
                        "lines", List.of(Map.of("item", "chair-bed", "quantity", 4))))
                .getString("code");
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        String dispatch = doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        InJson departed = doors.post(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of("vehicle", "123 ABC 02"));
        Response confirmed = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("lines", List.of(Map.of("line", 1, "received", 4)), "thanks", "They are used every night."))
                .post("/api/v1/confirmations/" + departed.getString("confirmation.key"));
        Doors.good("confirmations", confirmed);
        InJson waiting = doors.get(Role.COORDINATOR, "thanks?state=waiting");
        doors.press(Role.COORDINATOR, "thanks/" + waiting.getString("rows[0].code") + "/approve");
    }

    private void everyDonorReadsIt() {
        String month = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(arrived);
        long earned = 0;
        for (int donor = 0; donor < DONORS; donor++) {
            InJson trace = Doors.good("traces", given().get("/api/v1/traces/" + tracking.get(donor)));
            assertThat(trace.getInt("parts.find { it.fate == 'sold' }.goods[0].quantity")).isEqualTo(SOLD);
            assertThat(trace.getInt("parts.find { it.fate == 'passed_on' }.goods[0].quantity")).isEqualTo(BROUGHT - SOLD);
            assertThat(trace.getString("parts.find { it.fate == 'passed_on' }.sentence")).contains("Warm Hands");
            assertThat(trace.getString("becoming.find { it.how == 'sale' }.goods[0].amount")).isEqualTo("18.00");
            earned += trace.getLong("becoming.find { it.how == 'sale' }.goods[0].quantity");
            assertThat(trace.getInt("becoming.find { it.how == 'purchase' }.others")).isEqualTo(DONORS - 1);
            assertThat(trace.getString("becoming.find { it.how == 'purchase' }.sentence"))
                    .isEqualTo("With 119 other donors you helped buy 4 chair-beds.");
            assertThat(trace.getString("becoming.find { it.how == 'purchase' }.parts[0].sentence"))
                    .isEqualTo("4 chair-beds reached a shelter in " + region + " in " + month + ".");
            assertThat(trace.getList("thanks.words")).containsExactly("They are used every night.");
        }
        assertThat(earned).as("over all donors the shares add up to the takings").isEqualTo(2160_00);
        Browser page = Browser.stranger().open("/t/" + tracking.get(7));
        assertThat(page.text())
                .contains("6 of your items were sold", "18.00", "119 other donors", "4 chair-beds reached a shelter in " + region)
                .doesNotContain("House Juniper", "of the sale", "two-room", "123 ABC");
    }

    private void theDriveTellsTheSame() {
        InJson balance = balance();
        assertThat(balance.getLong("total.in")).isEqualTo(DONORS * BROUGHT);
        assertThat(balance.getLong("total.sold")).isEqualTo(DONORS * SOLD);
        assertThat(balance.getLong("total.passedOn")).isEqualTo(DONORS * (BROUGHT - SOLD));
        Browser page = Browser.stranger().open("/d/" + drive);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("svg")).isNotEmpty();
        assertThat(page.text()).contains("2,160.00");
    }

    private void nothingDiffersInTheLedger() {
        InJson verified = doors.get(Role.ADMINISTRATOR, "ledger/verification");
        assertThat(verified.getLong("differences")).as(verified.getString("first")).isZero();
    }
}
