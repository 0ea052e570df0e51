package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

/**
 * The rummage sale and Card-Again as people live them, in a real Chromium without JavaScript. Most of the 120 donors and of the
 * 150 steps come by the doors for programs, like those of a busy evening that others type; what is looked at is all of it.
 */
@Tag("strict")
@HouseTest
@Tag("chromium")
class StoriesOfMoneyInChromiumTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final YearMonth TOLD = YearMonth.from(LocalDate.now(ALMATY).minusDays(7)).minusMonths(1);
    private static final int DONORS = 120;

    @Inject
    AnOrganisation organisations;

    @TestHTTPResource("/")
    URI address;

    @Inject
    EntityManager database;

    private final MovableClock clock = new MovableClock();
    private AnOrganisation.House house;
    private Doors doors;
    private String region;
    private Chromium chromium;

    @BeforeEach
    void open() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
        QuarkusMock.installMockForType(clock, Clock.class);
        on(TOLD.atDay(3));
        house = organisations.open();
        doors = new Doors(house);
        region = "Region " + house.code;
    }

    private void on(LocalDate day) {
        clock.daysAgo((int) ChronoUnit.DAYS.between(day, LocalDate.now(ALMATY)));
    }

    private Chromium opened() {
        chromium = new Chromium(address.toString().replaceFirst("/+$", "")).atEveryPage(window -> {
            WellMade.is(window.path(), window.source());
            assertThat(window.sticksOut()).as("pixels that %s sticks out", window.path()).isZero();
            assertThat(window.title()).as("title of %s", window.path()).endsWith(" - Kindtrail").doesNotStartWith("Error");
        });
        return chromium;
    }

    private Chromium.Window signedIn(Chromium.Window window, Role role) {
        window.open("/login")
                .type("Name", house.nameOf(role))
                .type("Password", AnOrganisation.PASSWORD)
                .press("Sign in");
        return window;
    }

    /** Spaces that do not break stand before the currency. */
    private static String text(Chromium.Window window) {
        return window.text().replace('\u00a0', ' ');
    }

    private static String drive(Chromium.Window coordinator, String kind, String title, String site) {
        coordinator.click("Kindtrail").click("Drives").click("Open a drive");
        coordinator
                .choose("Kind", kind)
                .type("Title", title)
                .type("First day", TOLD.atDay(1).toString())
                .type("Last day", LocalDate.now(ALMATY).plusDays(20).toString())
                .choose("Site", site)
                .press("Save");
        assertThat(coordinator.heading()).isEqualTo(title);
        return coordinator.path().replaceFirst(".*/", "");
    }

    private static void fund(Chromium.Window coordinator, String name, String purpose) {
        coordinator.click("Kindtrail").click("Funds").click("Open a fund");
        coordinator.type("Name", name).type("What its money is for", purpose).press("Save");
        assertThat(coordinator.heading()).isEqualTo(name);
    }

    private static void terms(Chromium.Window coordinator, String drive, String fund) {
        coordinator.open("/drives/" + drive).click("To the sale").click("Fund and currency");
        coordinator.choose("Fund", fund).type("Currency", "USD").press("Save");
        assertThat(text(coordinator)).contains(fund);
    }

    @Test
    void aRummageSaleBecomesChairBeds() {
        try (Chromium ignored = opened()) {
            String store = doors.post(Role.COORDINATOR, "places", Map.of("kind", "site", "name", "Store")).getString("code");
            Chromium.Window coordinator = signedIn(chromium.desk(), Role.COORDINATOR);
            fund(coordinator, "Beds", "Beds for families who have none");
            String drive = drive(coordinator, "selling", "Rummage sale at the school", "School hall");
            terms(coordinator, drive, "Beds");
            Chromium.Window volunteer = signedIn(chromium.telephone(), Role.VOLUNTEER);
            volunteer.open("/record?drive=" + drive).press("Enter what is in it");
            volunteer.type("From", "Margaret from year 4");
            volunteer.type("Line 1", "Item", "Jumpers, woman").type("Line 1", "How many", "8").type("Line 1", "Size", "M");
            volunteer.press("Record it");
            String tracking = volunteer.page().locator(".done a").first().getAttribute("href");
            List<String> lots = others(drive);
            theOthersAreSold(volunteer, drive, lots);
            counted(volunteer, drive);
            whatIsLeftIsPassedOn(drive);
            chairBedsAreBought(coordinator);
            on(TOLD.atDay(20));
            theyReachAShelter();
            clock.daysAgo(0);
            Chromium.Window donor = chromium.telephone().open(tracking);
            assertThat(text(donor))
                    .contains(
                            "6 of your items were sold",
                            "2 jumpers were given to another charity, Warm Hands",
                            "They brought 18.00 USD",
                            "With 119 other donors you helped buy 4 chair-beds",
                            "4 chair-beds reached a shelter in " + region)
                    .doesNotContain("House Juniper");
            Chromium.Window everybody = chromium.desk().open("/d/" + drive);
            assertThat(text(everybody)).contains("2,160.00 USD", "720", "240");
            assertThat(everybody.page().locator("svg title").count()).isPositive();
            assertThat(store).isNotBlank();
        }
    }

    /** What 119 others brought; Margaret's lot is not among the codes. */
    private List<String> others(String drive) {
        List<String> lots = new ArrayList<>();
        for (int donor = 1; donor < DONORS; donor++) {
            lots.add(doors.post(Role.VOLUNTEER, "donations", Map.of(
                            "drive", drive, "place", house.site, "newDonor", "Donor " + donor,
                            "lines", List.of(Map.of("item", "jumpers-woman", "size", "M", "quantity", 8))))
                    .getString("lots[0].code"));
        }
        return lots;
    }

    private void theOthersAreSold(Chromium.Window volunteer, String drive, List<String> lots) {
        volunteer.open("/drives/" + drive + "/sale/sell");
        // the oldest are Margaret's
        volunteer.type("Line 1", "What, or the code of the tag", "Jumpers, woman")
                .type("Line 1", "How many", "6")
                .type("Line 1", "Price each", "3.00");
        for (int line = 2; line <= 3; line++) {
            volunteer.type("Line " + line, "What, or the code of the tag", lots.get(line - 2))
                    .type("Line " + line, "How many", "6")
                    .type("Line " + line, "Price each", "3,00");
        }
        volunteer.press("Sell");
        assertThat(text(volunteer)).contains("54.00 USD", "Next customer");
        for (int first = 2; first < lots.size(); first += 39) {
            List<Map<String, Object>> lines = lots.subList(first, Math.min(first + 39, lots.size())).stream()
                    .map(lot -> Map.<String, Object>of("lot", lot, "quantity", 6, "price", "3.00"))
                    .toList();
            doors.post(Role.VOLUNTEER, "sales", Map.of("drive", drive, "lines", lines));
        }
    }

    private void counted(Chromium.Window volunteer, String drive) {
        volunteer.open("/drives/" + drive + "/sale").click("Count the takings");
        assertThat(text(volunteer)).as("the count is blind").doesNotContain("2,160");
        volunteer.type("In the box, in USD", "2160").press("That is what I counted");
        assertThat(text(volunteer)).contains("2,160.00 USD");
    }

    private void whatIsLeftIsPassedOn(String drive) {
        Chromium.Window distributor = signedIn(chromium.desk(), Role.DISTRIBUTOR);
        distributor.open("/drives/" + drive + "/sale").click("Pass things on to another charity");
        distributor.type("Name of the other charity", "Warm Hands")
                .mark("Its name may be told in public")
                .mark("Everything that is free there")
                .press("Pass it on");
        assertThat(text(distributor)).contains("Warm Hands", "Jumpers, woman");
    }

    private void chairBedsAreBought(Chromium.Window coordinator) {
        coordinator.click("Kindtrail").click("Funds").click("Beds").click("Record a purchase");
        coordinator.type("Bought from", "Furniture house").type("Currency of the prices", "KZT");
        coordinator.type("Line 1", "Item", "Chair-beds").type("Line 1", "How many", "4").type("Line 1", "Price of all of them", "972000");
        coordinator.choose("Goods are put at", "Store");
        coordinator.page().getByLabel("Taken out of it").first().fill("2160");
        coordinator.page().getByLabel("In the currency").first().fill("USD");
        coordinator.page().getByText("It is of another currency").first().click();
        coordinator.page().getByLabel("Rate").first().fill("450");
        coordinator.press("Record it");
        assertThat(text(coordinator)).contains("972,000.00 KZT", "2,160.00 USD", "Chair-beds");
        coordinator.click("Kindtrail").click("Funds").click("Beds");
        assertThat(text(coordinator)).doesNotContain("2,160.01");
        coordinator.open(coordinator.path() + "/statement?from=" + TOLD.atDay(1) + "&to=" + TOLD.atEndOfMonth());
        assertThat(text(coordinator)).contains("2,160.00", "0.00");
    }

    private void theyReachAShelter() {
        List<String> shelters = new ArrayList<>();
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            shelters.add(doors.post(Role.COORDINATOR, "recipients", Map.of(
                            "alias", alias, "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"))
                    .getString("code"));
        }
        Chromium.Window distributor = signedIn(chromium.desk(), Role.DISTRIBUTOR);
        distributor.click("Kindtrail").click("Needs").click("Post a need");
        distributor.choose("Recipient", "House Juniper").type("For whom", "a two-room flat");
        distributor.type("Line 1", "What", "Chair-beds").type("Line 1", "How many", "4").press("Post the need");
        distributor.press("Promise all that fits, oldest first").press("Prepare a dispatch").press("Everything is loaded");
        distributor.type("Vehicle", "123 ABC 02").press("It leaves now");
        String key = distributor.page().locator(".done .code").first().innerText();
        Chromium.Window receiver = chromium.telephone();
        receiver.open("/k").type("Key", key).press("Open").press("This is what arrived");
    }

    @Test
    void usedCardsBecomeMoneyForAShelter() {
        try (Chromium ignored = opened()) {
            Chromium.Window coordinator = signedIn(chromium.desk(), Role.COORDINATOR);
            String workshop = drive(coordinator, "working on things", "Card-Again", "School hall");
            String tracking = doors.post(Role.VOLUNTEER, "donations", Map.of(
                            "drive", workshop, "place", house.site, "newDonor", "Choir",
                            "lines", List.of(Map.of("item", "used-greeting-cards", "grade", "worn", "quantity", 80))))
                    .getString("trackingCode");
            doors.post(Role.VOLUNTEER, "donations", Map.of(
                    "drive", workshop, "place", house.site,
                    "lines", List.of(Map.of("item", "used-greeting-cards", "grade", "worn", "quantity", 5920))));
            Chromium.Window volunteer = signedIn(chromium.telephone(), Role.VOLUNTEER);
            stepsAreWrittenDown(volunteer, workshop);
            fund(coordinator, "Cards", "Shelters in need");
            String sale = drive(coordinator, "selling", "Christmas cards", "School hall");
            terms(coordinator, sale, "Cards");
            volunteer.open("/drives/" + sale + "/sale/sell");
            volunteer.type("Line 1", "What, or the code of the tag", "Refurbished greeting cards (new)")
                    .type("Line 1", "How many", "4000")
                    .type("Line 1", "Price each", "1.25")
                    .press("Sell");
            assertThat(text(volunteer)).contains("5,000.00 USD");
            volunteer.open("/drives/" + sale + "/sale").click("Sell all of it for one sum");
            volunteer.type("For how much, in USD", "500").press("Sell all of it");
            assertThat(text(volunteer)).contains("500.00 USD");
            paidOut(coordinator);
            clock.daysAgo(0);
            assertThat(text(chromium.telephone().open("/t/" + tracking)))
                    .contains("80 used greeting cards", "62 refurbished greeting cards", "77.50 USD", "a shelter in " + region);
            assertThat(text(chromium.desk().open("/d/" + workshop))).contains("6,000", "5,500.00 USD");
        }
    }

    private void stepsAreWrittenDown(Chromium.Window volunteer, String workshop) {
        volunteer.open("/drives/" + workshop + "/workshop");
        volunteer.page().getByLabel("Item, or code of a lot").first().fill("Used greeting cards");
        var howMuch = volunteer.page().getByLabel("How much");
        var items = volunteer.page().getByLabel("Item", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        var conditions = volunteer.page().getByLabel("Condition", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        howMuch.nth(0).fill("40");
        items.nth(0).fill("Refurbished greeting cards");
        howMuch.nth(1).fill("31");
        conditions.nth(conditions.count() - 2).selectOption("new");
        items.nth(1).fill("Used greeting cards");
        howMuch.nth(2).fill("9");
        conditions.nth(conditions.count() - 1).selectOption("unfit");
        volunteer.press("Write this step down");
        assertThat(text(volunteer)).contains("77.5");
        int typed = volunteer.typed();
        var again = volunteer.page().getByLabel("How much");
        again.nth(0).fill("40");
        again.nth(1).fill("31");
        again.nth(2).fill("9");
        volunteer.press("Write this step down");
        assertThat(volunteer.typed() - typed).as("the next step is numbers only").isZero();
        for (int step = 2; step < 150; step++) {
            doors.post(Role.VOLUNTEER, "works/steps", Map.of(
                    "drive", workshop,
                    "inputs", List.of(Map.of("item", "used-greeting-cards", "quantity", 40)),
                    "outputs", List.of(
                            Map.of("item", "refurbished-greeting-cards", "grade", "new", "quantity", 31),
                            Map.of("item", "used-greeting-cards", "grade", "unfit", "quantity", 9))));
        }
        volunteer.open("/drives/" + workshop + "/workshop");
        assertThat(text(volunteer)).contains("6,000", "4,650", "1,350", "77.5");
    }

    private void paidOut(Chromium.Window coordinator) {
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            doors.post(Role.COORDINATOR, "recipients", Map.of(
                    "alias", alias, "kind", "shelter", "country", "US", "region", region, "disclosure", "region"));
        }
        coordinator.click("Kindtrail").click("Funds").click("Cards").click("Pay out");
        coordinator.type("How much", "5500").type("Currency", "USD").choose("Paid to a recipient", "House Apricot");
        coordinator.type("What for", "What they need most").press("Record it");
        assertThat(text(coordinator)).contains("5,500.00 USD");
    }
}
