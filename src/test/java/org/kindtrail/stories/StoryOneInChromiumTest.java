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
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Chromium;
import org.kindtrail.testing.HouseTest;

/**
 * Eleven men, as people live it: in a real Chromium without JavaScript, by what stands on the buttons, on telephones where
 * people stand and at desks where they sit. The house's clock goes from day to day with them.
 */
@HouseTest
@Tag("chromium")
class StoryOneInChromiumTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    /** The last month of which everything is told by now; the story happens in it. */
    private static final YearMonth TOLD = YearMonth.from(LocalDate.now(ALMATY).minusDays(7)).minusMonths(1);

    private static final int COLLECTED = ago(TOLD.atDay(3));
    private static final int PACKED = ago(TOLD.atDay(4));
    private static final int LEFT = ago(TOLD.atDay(19));
    private static final int ARRIVED = ago(TOLD.atDay(20));
    private static final int READ = ago(TOLD.atDay(21));
    private static final int TOO_EARLY = ago(TOLD.plusMonths(1).atDay(7));
    private static final int TIME_TO_TELL = ago(TOLD.plusMonths(1).atDay(8));
    private static final String THANKS = "Somebody chose each pair of shoes with care. Thank you.";

    @Inject
    AnOrganisation organisations;

    @TestHTTPResource("/")
    URI address;

    @Inject
    EntityManager database;

    private final MovableClock clock = new MovableClock();
    private AnOrganisation.House house;
    private String region;
    private Chromium chromium;

    /** Other tests guess keys from the same address; what they have to wait for is days ahead of the house's clock here. */
    @BeforeEach
    void wrongCodesAreForgotten() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    @Test
    void theDonorOfFourWarmJumpersReadsThatTheyReachedAShelter() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.daysAgo(COLLECTED + 1);
        house = organisations.open();
        region = "Region " + house.code;
        try (Chromium opened = new Chromium(address.toString().replaceFirst("/+$", ""))) {
            chromium = opened.atEveryPage(StoryOneInChromiumTest::look);
            clock.daysAgo(COLLECTED);
            aDriveAndThreeSheltersAreThere();
            Chromium.Window volunteer = signedIn(chromium.telephone(), Role.VOLUNTEER);
            twoTapsRecordABag(volunteer);
            String first = aBagOfANamedDonorIsSorted(volunteer);
            String second = whatIsInABagIsEnteredAtOnce(volunteer);
            String before = chromium.telephone().open(first).text();
            assertThat(before).contains("4 warm jumpers and 2 jumpers are waiting to be given.");
            clock.daysAgo(PACKED);
            String dispatch = aNeedIsMetByOnePress();
            nothingIsGivenAway(first, before);
            clock.daysAgo(LEFT);
            String key = itLeaves(dispatch);
            nothingIsGivenAway(first, before);
            clock.daysAgo(ARRIVED);
            theReceiverConfirmsTwoJumpersShort(key);
            nothingIsGivenAway(first, before);
            clock.daysAgo(READ);
            theThanksAreApproved();
            nothingIsGivenAway(first, before);
            clock.daysAgo(TOO_EARLY);
            nothingIsGivenAway(first, before);
            clock.daysAgo(TIME_TO_TELL);
            theDonorsReadWhatBecameOfIt(first, second, List.of(dispatch, key));
        }
    }

    @Test
    void whatSticksOutOfATelephoneIsNoticed() {
        try (Chromium opened = new Chromium(address.toString().replaceFirst("/+$", ""))) {
            Chromium.Window telephone = opened.telephone().open("/");
            assertThat(telephone.sticksOut()).isZero();
            telephone.page().navigate("data:text/html,<!doctype html><p style='width:400px'>wide</p>");
            assertThat(telephone.sticksOut()).isBetween(40, 60);
        }
    }

    private static int ago(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, LocalDate.now(ALMATY));
    }

    /** Whoever opens the page on that day reads what stood there before: neither that something is packed, nor more. */
    private void nothingIsGivenAway(String tracking, String before) {
        assertThat(chromium.telephone().open(tracking).text()).isEqualTo(before).doesNotContain("reached", "shelter", THANKS);
    }

    /** What is looked at on every page of the way. */
    private static void look(Chromium.Window window) {
        WellMade.is(window.path(), window.source());
        assertThat(window.sticksOut()).as("pixels that %s sticks out", window.path()).isZero();
        assertThat(window.title()).as("title of %s", window.path()).endsWith(" - Kindtrail").doesNotStartWith("Error");
        assertThat(window.heading()).as("heading of %s", window.path()).isNotBlank();
    }

    private Chromium.Window signedIn(Chromium.Window window, Role role) {
        window.open("/login")
                .type("Name", house.nameOf(role))
                .type("Password", AnOrganisation.PASSWORD)
                .press("Sign in");
        assertThat(window.path()).isEqualTo("/");
        return window;
    }

    private static LocalDate day(int daysAgo) {
        return LocalDate.now(ALMATY).minusDays(daysAgo);
    }

    private void aDriveAndThreeSheltersAreThere() {
        Chromium.Window coordinator = signedIn(chromium.desk(), Role.COORDINATOR);
        coordinator.click("Drives").click("Open a drive");
        coordinator
                .type("Title", "Warm clothes for eleven men")
                .type("What it gathers, and what for", "A pair of shoes or a warm jumper means so much.")
                .type("First day", day(COLLECTED).toString())
                .type("Last day", day(-20).toString())
                .choose("Site", "School hall")
                .press("Save");
        assertThat(coordinator.heading()).isEqualTo("Warm clothes for eleven men");
        for (String alias : List.of("House Juniper", "House Poplar", "House Apricot")) {
            coordinator.click("Kindtrail").click("Recipients").click("Add a recipient");
            coordinator
                    .type("Alias", alias)
                    .choose("Kind", "shelter")
                    .choose("Country", "Kazakhstan")
                    .type("Region", region)
                    .mark("its kind and the region")
                    .press("Save");
            assertThat(coordinator.heading()).contains(alias);
        }
        assertThat(coordinator.text()).contains("a shelter in " + region);
    }

    private void twoTapsRecordABag(Chromium.Window volunteer) {
        int taps = volunteer.taps();
        int typed = volunteer.typed();
        volunteer.click("Record a bag").press("Record it");
        assertThat(volunteer.heading()).isEqualTo("It is recorded");
        assertThat(volunteer.text()).contains("One unsorted bag", "nobody who wants to be known", "School hall");
        assertThat(volunteer.taps() - taps).as("taps from the start page").isEqualTo(2);
        assertThat(volunteer.typed() - typed).as("fields typed into").isZero();
    }

    private static String tracking(Chromium.Window window) {
        return window.page().locator(".done a").first().getAttribute("href");
    }

    private String aBagOfANamedDonorIsSorted(Chromium.Window volunteer) {
        volunteer.click("Record a bag").type("From", "Margaret from year 4").press("Record it");
        assertThat(volunteer.text()).contains("Margaret from year 4");
        String tracking = tracking(volunteer);
        volunteer.press("Sort this bag");
        line(volunteer, 1, "Warm jumpers, man", "4", "L");
        line(volunteer, 2, "Jumpers, woman", "2", "S");
        volunteer.press("Write these down");
        assertThat(volunteer.text()).contains("Warm jumpers, man, L, good", "Jumpers, woman, S, good");
        line(volunteer, 1, "T-shirts, man", "1", "");
        volunteer
                .choose("Line 1", "Condition", "unfit to use")
                .choose("What is fit goes to", "School hall, Shelf A")
                .press("Close: the bag is empty");
        assertThat(volunteer.text()).contains("closed", "T-shirts, man, unfit to use", "let go", "School hall, Shelf A");
        return tracking;
    }

    private static void line(Chromium.Window window, int number, String item, String quantity, String size) {
        String line = "Line " + number;
        window.type(line, "Item", item).type(line, "How many", quantity).type(line, "Size", size);
    }

    private String whatIsInABagIsEnteredAtOnce(Chromium.Window volunteer) {
        volunteer.click("Kindtrail").click("Record a bag").press("Enter what is in it").press("More lines");
        volunteer.type("From", "Tom, the music teacher");
        line(volunteer, 1, "Warm jumpers, man", "7", "XL");
        line(volunteer, 2, "Practical shoes, man", "11", "42");
        line(volunteer, 3, "Towels", "22", "");
        line(volunteer, 4, "Soap", "22", "");
        volunteer.press("Record it");
        assertThat(volunteer.text()).contains("4 lines", "Tom, the music teacher", "Practical shoes, man, 42, good");
        return tracking(volunteer);
    }

    private String aNeedIsMetByOnePress() {
        Chromium.Window distributor = signedIn(chromium.desk(), Role.DISTRIBUTOR);
        distributor.click("Needs").click("Post a need").press("More lines");
        distributor.choose("Recipient", "House Juniper").type("For whom", "11 adult men");
        asked(distributor, 1, "Warm jumpers, man", "11", "L, XL");
        asked(distributor, 2, "Practical shoes, man", "11", "40-45");
        asked(distributor, 3, "Towels", "22", "");
        asked(distributor, 4, "Soap", "22", "");
        distributor.press("Post the need");
        assertThat(distributor.heading()).isEqualTo("11 adult men");
        distributor.press("Promise all that fits, oldest first");
        assertThat(distributor.text()).contains("promised 11", "promised 22", "missing 0").doesNotContain("promised 0");
        distributor.press("Prepare a dispatch");
        String dispatch = distributor.path();
        assertThat(distributor.heading()).startsWith("Dispatch W-");
        distributor.click("Picking list");
        assertThat(distributor.text()).contains("School hall, Shelf A", "Warm jumpers, man");
        distributor.open(dispatch).press("Everything is loaded");
        assertThat(distributor.text()).contains("loaded");
        return dispatch.substring(dispatch.lastIndexOf('/') + 1);
    }

    private static void asked(Chromium.Window window, int number, String item, String quantity, String sizes) {
        String line = "Line " + number;
        window.type(line, "What", item).type(line, "How many", quantity).type(line, "Sizes that will do", sizes);
    }

    private String itLeaves(String dispatch) {
        Chromium.Window distributor = signedIn(chromium.desk(), Role.DISTRIBUTOR);
        distributor.click("Dispatches").click(dispatch);
        distributor.type("Vehicle", "123 ABC 02").press("It leaves now");
        assertThat(distributor.text()).contains("on its way", "123 ABC 02");
        String key = distributor.page().locator(".done .code").first().innerText();
        assertThat(key).startsWith("K");
        distributor.click("Waybill");
        assertThat(distributor.heading()).isEqualTo("Waybill " + dispatch);
        assertThat(distributor.text()).contains(key, "Warm jumpers, man", "Received by").doesNotContain("House Juniper");
        return key;
    }

    private void theReceiverConfirmsTwoJumpersShort(String key) {
        Chromium.Window receiver = chromium.telephone();
        receiver.open("/k").type("Key", key).press("Open");
        assertThat(receiver.heading()).isEqualTo("What arrived?");
        receiver.type("Warm jumpers, man, XL: arrived", "5")
                .type("Words to the givers", THANKS)
                .press("This is what arrived");
        assertThat(receiver.heading()).isEqualTo("Thank you");
        assertThat(receiver.open("/k/" + key).heading()).isEqualTo("This arrival is confirmed");
    }

    private void theThanksAreApproved() {
        Chromium.Window coordinator = signedIn(chromium.desk(), Role.COORDINATOR);
        coordinator.click("Thanks that wait for you");
        assertThat(coordinator.text()).contains(THANKS, "House Juniper");
        coordinator.press("Show it to the givers");
        assertThat(coordinator.text()).doesNotContain(THANKS);
    }

    private String reachedTheShelter(String goods) {
        String month = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(day(ARRIVED));
        return goods + " reached a shelter in " + region + " in " + month + ".";
    }

    private void theDonorsReadWhatBecameOfIt(String first, String second, List<String> codes) {
        Chromium.Window donor = chromium.telephone().open(first);
        assertThat(donor.heading()).isEqualTo("What became of your gift");
        assertThat(donor.page().locator(".news p").allInnerTexts())
                .containsExactly("4 warm jumpers reached a shelter in " + region + ".");
        assertThat(donor.page().locator(".way p").allInnerTexts()).contains(reachedTheShelter("4 warm jumpers"));
        assertThat(donor.text())
                .contains("2 jumpers are waiting to be given.")
                .contains("1 T-shirt had served its time and could not be given on. We let it go with care.")
                .contains(THANKS, "From a shelter in " + region)
                .doesNotContain("Juniper", "Margaret", "Tom", "lost");
        List<String> secrets = new ArrayList<>(codes);
        for (int day : List.of(PACKED, LEFT, ARRIVED, READ)) {
            secrets.addAll(List.of(day(day).toString(), DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day(day))));
        }
        assertThat(donor.source()).doesNotContain(secrets).doesNotContain("House Juniper", "11 adult men", "123 ABC 02");
        assertThat(chromium.telephone().open(second).text())
                .contains("5 warm jumpers", "2 warm jumpers got lost. We are sorry.", THANKS)
                .doesNotContain("Juniper", "Margaret");
        donor.click("See what became of all gifts together");
        assertThat(donor.heading()).isEqualTo("Warm clothes for eleven men");
        assertThat(donor.text()).contains("69 things have come in, and 64 of them have arrived", "1 bag is still waiting to be sorted");
        assertThat(Jsoup.parse(donor.source()).select("tfoot td").eachText())
                .containsExactly("69", "2", "0", "64", "1", "2");
    }
}
