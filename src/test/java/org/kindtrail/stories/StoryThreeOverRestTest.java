package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
 * Card-Again: 6,000 used cards of 120 donors are refurbished, forty at a time, sold at Christmas, by the piece and a last table
 * for one sum, and the money goes to a shelter. What the donors read adds up to what was made, sold and paid.
 */
@HouseTest
class StoryThreeOverRestTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int DONORS = 120;
    private static final int CARDS_EACH = 50;
    private static final int STEPS = 150;
    private static final int NEW_EACH = 31;
    private static final int BY_THE_PIECE = 4000;
    private static final int LAST = STEPS * NEW_EACH - BY_THE_PIECE;

    @Inject
    AnOrganisation organisations;

    private final LocalDate today = LocalDate.now(ALMATY);
    private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);
    private final MovableClock clock = new MovableClock();
    private final List<String> tracking = new ArrayList<>();
    private AnOrganisation.House house;
    private Doors doors;
    private String region;
    private String workshop;
    private String sale;
    private String fund;
    private String shelter;
    private String lastStep;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        on(told.atDay(3));
        house = organisations.open();
        doors = new Doors(house);
        region = "Region " + house.code;
    }

    private void on(LocalDate day) {
        clock.daysAgo((int) ChronoUnit.DAYS.between(day, today));
    }

    @Test
    void usedCardsBecomeMoneyForAShelter() {
        sixThousandCardsComeIn();
        theyAreRefurbishedFortyAtATime();
        aWrongStepIsTakenBackWhole();
        theWorkshopShowsItsProgress();
        theyAreSold();
        theMoneyIsPaidOut();
        clock.daysAgo(0);
        everyDonorReadsItAndTheSharesAddUp();
        theDrivesTellIt();
        nothingDiffersInTheLedger();
    }

    private String drive(String kind, String title) {
        return doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", kind,
                        "title", title,
                        "startsOn", told.atDay(1).toString(),
                        "endsOn", today.plusDays(20).toString(),
                        "site", house.site))
                .getString("code");
    }

    private void sixThousandCardsComeIn() {
        workshop = drive("workshop", "Card-Again");
        for (int donor = 0; donor < DONORS; donor++) {
            tracking.add(doors.post(Role.VOLUNTEER, "donations", Map.of(
                            "drive", workshop,
                            "place", house.site,
                            "newDonor", "Card donor " + donor,
                            "lines", List.of(Map.of("item", "used-greeting-cards", "grade", "worn", "quantity", CARDS_EACH))))
                    .getString("trackingCode"));
        }
    }

    private InJson step(int used) {
        return doors.post(Role.VOLUNTEER, "works/steps", Map.of(
                "drive", workshop,
                "inputs", List.of(Map.of("item", "used-greeting-cards", "quantity", used)),
                "outputs", List.of(
                        Map.of("item", "refurbished-greeting-cards", "grade", "new", "quantity", NEW_EACH),
                        Map.of("item", "used-greeting-cards", "grade", "unfit", "quantity", used - NEW_EACH))));
    }

    private void theyAreRefurbishedFortyAtATime() {
        for (int step = 0; step < STEPS; step++) {
            lastStep = step(40).getString("code");
        }
    }

    private void aWrongStepIsTakenBackWhole() {
        doors.post(Role.COORDINATOR, "works/" + lastStep + "/reverse", Map.of("why", "counted twice"));
        step(40);
    }

    private void theWorkshopShowsItsProgress() {
        Browser page = house.browser(Role.VOLUNTEER).open("/drives/" + workshop + "/workshop");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("6,000", "4,650", "1,350", "77.5");
    }

    private void theyAreSold() {
        sale = drive("sale", "Christmas cards");
        fund = doors.post(Role.COORDINATOR, "funds", Map.of("name", "Cards", "purpose", "Shelters in need"))
                .getString("code");
        Doors.good("terms", house.program(Role.COORDINATOR)
                .body(Map.of("fund", fund, "currency", "USD", "version", 0))
                .put("/api/v1/drives/" + sale + "/sale"));
        Doors.good("prices", house.program(Role.COORDINATOR)
                .body(Map.of("prices", List.of(
                        Map.of("item", "refurbished-greeting-cards", "grade", "new", "price", "1.25"))))
                .put("/api/v1/drives/" + sale + "/sale/prices"));
        for (int receipt = 0; receipt < 20; receipt++) {
            InJson sold = doors.post(Role.VOLUNTEER, "sales", Map.of("drive", sale, "lines", List.of(
                    Map.of("item", "refurbished-greeting-cards", "quantity", BY_THE_PIECE / 20))));
            assertThat(sold.getString("total")).isEqualTo("250.00");
        }
        InJson rest = doors.post(Role.VOLUNTEER, "sales", Map.of("drive", sale, "sum", "500.00"));
        assertThat(rest.getInt("pieces")).isEqualTo(LAST);
    }

    private void theMoneyIsPaidOut() {
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            shelter = doors.post(Role.COORDINATOR, "recipients", Map.of(
                            "alias", alias, "kind", "shelter", "country", "US", "region", region, "disclosure", "region"))
                    .getString("code");
        }
        doors.post(Role.COORDINATOR, "pay-outs", Map.of(
                "fund", fund, "currency", "USD", "amount", "5500.00", "recipient", shelter, "forWhat", "What they need most"));
        Answer more = doors.send(Role.COORDINATOR, "pay-outs", Map.of(
                "fund", fund, "currency", "USD", "amount", "0.01", "recipient", shelter, "forWhat", "More"), UUID.randomUUID().toString());
        assertThat(more.statusCode()).as(more.asString()).isIn(409, 422);
        InJson statement = doors.get(
                Role.COORDINATOR, "funds/" + fund + "/statement?from=" + told.atDay(1) + "&to=" + today);
        assertThat(statement.getString("totals[0].in")).isEqualTo("5500.00");
        assertThat(statement.getString("totals[0].out")).isEqualTo("5500.00");
        assertThat(statement.getString("totals[0].closing")).isEqualTo("0.00");
    }

    private void everyDonorReadsItAndTheSharesAddUp() {
        long earned = 0;
        for (String code : tracking) {
            InJson trace = Doors.good("traces", given().get("/api/v1/traces/" + code));
            assertThat(trace.getInt("parts.find { it.fate == 'worked' }.goods[0].quantity")).isEqualTo(CARDS_EACH);
            earned += trace.getList("becoming.findAll { it.how == 'sale' }.goods.flatten().quantity", Long.class).stream()
                    .mapToLong(each -> ((Number) each).longValue())
                    .sum();
            assertThat(trace.getList("becoming.parts.flatten().fate", String.class)).contains("paid_out");
        }
        assertThat(earned).as("over all donors, to the cent").isEqualTo(5500_00);
        Browser page = Browser.stranger().open("/t/" + tracking.get(3));
        assertThat(page.text()).contains("a shelter in " + region).doesNotContain("House Apricot", "Card donor");
    }

    private void theDrivesTellIt() {
        InJson balance = doors.get(Role.VOLUNTEER, "drives/" + workshop + "/balance");
        assertThat(balance.getLong("total.in")).isEqualTo((long) DONORS * CARDS_EACH);
        assertThat(balance.getLong("total.used")).isEqualTo((long) DONORS * CARDS_EACH);
        assertThat(Browser.stranger().open("/d/" + workshop).status()).isEqualTo(200);
        assertThat(Browser.stranger().open("/d/" + sale).text()).contains("5,500.00");
    }

    private void nothingDiffersInTheLedger() {
        InJson verified = doors.get(Role.ADMINISTRATOR, "ledger/verification");
        assertThat(verified.getLong("differences")).as(verified.getString("first")).isZero();
    }
}
