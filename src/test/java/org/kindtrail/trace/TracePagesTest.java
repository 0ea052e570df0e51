package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class TracePagesTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    @Inject
    Codes codes;

    AnOrganisation.House house;
    Histories.Drive drive;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = histories.drive(house, "Warm clothes <b>{config:x}</b>", "For eleven men who <i>own</i> nothing");
    }

    /** The last month of which everything is told by now. */
    private static final YearMonth TOLD = YearMonth.from(LocalDate.now(ALMATY).minusDays(7)).minusMonths(1);

    private static Instant told(int day) {
        return TOLD.atDay(day).atTime(10, 0).atZone(ALMATY).toInstant();
    }

    /** Too early to be told of anybody who is not named. */
    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }

    private static String month(Instant at) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(at.atZone(ALMATY));
    }

    private static String day(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(at.atZone(ALMATY));
    }

    private Histories.Recipient shelter(String region) {
        return histories.recipient(house, RecipientKind.SHELTER, region, Disclosure.REGION, "Alias");
    }

    private Browser page(Histories.Gift gift) {
        Browser browser = Browser.stranger().open("/t/" + gift.key());
        assertThat(browser.status()).isEqualTo(200);
        return browser;
    }

    /** Four of six jumpers went to a shelter; one more bag is not sorted. */
    private Histories.Gift elevenMen(Histories.Recipient shelter, Instant departed, Instant arrived) {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of(Item.UNSORTED_BAG, 2L));
        Map<String, Long> fit = new LinkedHashMap<>();
        fit.put("jumpers-man", 6L);
        fit.put("winter-boots-man", 1L);
        Lot jumpers = histories
                .sort(house, gift.lots().get(0), told(4), fit, Map.of("t-shirts-man", 2L))
                .lots()
                .get(0);
        Histories.Sending sending = histories.stage(house, shelter, house.shelfA, Map.of(jumpers, 4L));
        histories.depart(house, sending, departed);
        histories.arrive(house, sending, arrived, Map.of(), Map.of());
        histories.thank(house, sending, arrived, "APPROVED", "Warm again & <b>grateful</b>");
        return gift;
    }

    @Test
    void tellsTheStoryOfTheElevenMen() {
        Histories.Recipient shelter = shelter("Almaty region");
        shelter("Almaty region");
        shelter("Almaty region");
        Browser browser = page(elevenMen(shelter, told(19), told(20)));
        assertThat(browser.text())
                .contains("4 jumpers reached a shelter in Almaty region in " + month(told(20)))
                .contains("2 bags came to " + house.name + " on " + day(told(3)))
                .contains("1 bag is waiting to be sorted")
                .contains("2 T-shirts had served their time")
                .contains("Warm again & <b>grateful</b>", "From a shelter in Almaty region")
                .contains("Warm clothes <b>{config:x}</b>")
                .contains("told by the month");
        assertThat(browser.text()).contains("is waiting to be sorted").doesNotContain(day(told(19)), day(told(20)));
        assertThat(browser.page().select(".news").text()).isEqualTo("4 jumpers reached a shelter in Almaty region.");
        assertThat(browser.page().select(".way li")).hasSize(4);
        assertThat(browser.page().select("svg[role=img]").attr("aria-label"))
                .contains("Received, done", "Looked through, in part", "Given on, in part", "Arrived, in part");
        assertThat(browser.page().select("script, [style], main b, main i")).isEmpty();
    }

    @Test
    void aRegionWithFewSheltersIsWidenedToTheCountry() {
        Browser browser = page(elevenMen(shelter("Lonely region " + house.code), told(19), told(20)));
        assertThat(browser.text()).contains("4 jumpers reached a shelter in Kazakhstan").doesNotContain("Lonely region");
    }

    @Test
    void whatMayNotBeToldYetWaitsAsBefore() {
        Browser browser = page(elevenMen(shelter("Almaty region"), hoursAgo(2), hoursAgo(1)));
        assertThat(browser.text())
                .contains("6 jumpers and 1 pair of winter boots are waiting to be given")
                .doesNotContain("shelter", "reached", "on the way", "prepared", "Warm again");
    }

    @Test
    void whatIsPackedIsToldOnlyOfWhoAgreedToBeNamed() {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L));
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Almaty region", Disclosure.NAMED, "Alias");
        histories.stage(house, shelter("Almaty region"), house.site, Map.of(gift.lots().get(0), 4L));
        assertThat(page(gift).text()).contains("9 jumpers are waiting to be given").doesNotContain("prepared");
        histories.stage(house, school, house.site, Map.of(gift.lots().get(0), 2L));
        assertThat(page(gift).text())
                .contains("7 jumpers are waiting to be given", "2 jumpers are being prepared for somebody who asked for them");
    }

    @Test
    void whatWentToOnePlaceByNameSaysNothingOfWhatWentToAnother() {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L));
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Almaty region", Disclosure.NAMED, "Alias");
        Histories.Sending secret = histories.stage(house, shelter("Almaty region"), house.site, Map.of(gift.lots().get(0), 4L));
        Histories.Sending open = histories.stage(house, school, house.site, Map.of(gift.lots().get(0), 2L));
        histories.depart(house, secret, hoursAgo(3));
        histories.depart(house, open, hoursAgo(2));
        histories.arrive(house, open, hoursAgo(1), Map.of(), Map.of());
        assertThat(page(gift).text()).contains("2 jumpers reached School No 12", "7 jumpers are waiting to be given");
        Browser whole = Browser.stranger().open("/d/" + drive.code());
        assertThat(whole.page().select("tfoot td").eachText()).containsExactly("9", "7", "0", "2", "0", "0");
    }

    @Test
    void whatWentToTwoPlacesOfTheSameWordsInAMonthIsOneSum() {
        Histories.Recipient[] three = {shelter("Almaty region"), shelter("almaty  Region "), shelter("Almaty region")};
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L, "blankets", 5L));
        for (int i = 0; i < 2; i++) {
            Histories.Sending sending = histories.stage(
                    house, three[i], house.site, Map.of(gift.lots().get(0), 2L + i, gift.lots().get(1), 1L));
            histories.depart(house, sending, told(20 - i));
            histories.arrive(house, sending, told(22 - i), Map.of(), Map.of());
        }
        Browser browser = page(gift);
        assertThat(browser.page().select(".way li").last().select("p")).hasSize(1);
        assertThat(browser.text()).contains(" reached a shelter in ").contains("2 ").contains("5 ");
        Browser whole = Browser.stranger().open("/d/" + drive.code());
        assertThat(whole.page().select("main ul li").eachText()).hasSize(1).allMatch(went -> went.startsWith("7 things reached a shelter in "));
    }

    @Test
    void whoAgreedToBeNamedIsNamedAtOnceAndWithTheDay() {
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Almaty region", Disclosure.NAMED, "Alias");
        Browser browser = page(elevenMen(school, hoursAgo(2), hoursAgo(1)));
        assertThat(browser.text()).contains("4 jumpers reached School No 12 on " + day(hoursAgo(1)), "Warm again");
    }

    @Test
    void aDisclosureThatIsTightenedOrLoosenedTakesEffectAtOnceOnEveryPage() {
        Histories.Recipient school = histories.recipient(house, RecipientKind.ORGANISATION, "Almaty region", Disclosure.NAMED, "Alias");
        Histories.Gift told = elevenMen(school, told(19), told(20));
        Histories.Gift fresh = elevenMen(school, hoursAgo(2), hoursAgo(1));
        assertThat(page(told).text()).contains("4 jumpers reached School No 12 on " + day(told(20)));
        assertThat(page(fresh).text()).contains("4 jumpers reached School No 12 on " + day(hoursAgo(1)));
        histories.sql("update recipient set disclosure = 'HIDDEN', public_name = null where id = ?1", school.id());
        assertThat(page(told).text())
                .contains("4 jumpers reached someone in need in " + month(told(20)))
                .doesNotContain("School", day(told(20)));
        assertThat(page(fresh).text()).contains("6 jumpers").doesNotContain("School", "reached", "Warm again");
        Browser whole = Browser.stranger().open("/d/" + drive.code());
        assertThat(whole.text()).contains("4 things reached someone in need in ").doesNotContain("School");
        histories.sql("update recipient set disclosure = 'NAMED', public_name = 'School No 12' where id = ?1", school.id());
        assertThat(page(fresh).text()).contains("4 jumpers reached School No 12 on " + day(hoursAgo(1)));
    }

    @Test
    void hiddenIsSomeoneInNeedAndDescribedIsNoMoreThanItsDescription() {
        Histories.Recipient hidden = histories.recipient(house, RecipientKind.SHELTER, "Secret region", Disclosure.HIDDEN, "Alias");
        assertThat(page(elevenMen(hidden, told(19), told(20))).text())
                .contains("4 jumpers reached someone in need in ")
                .doesNotContain("Secret", "shelter");
        Histories.Recipient family = histories.recipient(house, RecipientKind.HOUSEHOLD, "Sole region", Disclosure.DESCRIBED, "Alias");
        assertThat(page(elevenMen(family, told(19), told(20))).text())
                .contains("4 jumpers reached a family displaced by floods, Kazakhstan in ");
    }

    @Test
    void shortAndDamagedAreToldAndThanksThatNobodyLetThroughAreNot() {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L));
        Lot jumpers = gift.lots().get(0);
        Histories.Sending sending = histories.stage(house, shelter("Region " + house.code), house.site, Map.of(jumpers, 8L));
        histories.depart(house, sending, told(20));
        histories.arrive(house, sending, told(22), Map.of(jumpers, 1L), Map.of(jumpers, 2L));
        histories.thank(house, sending, told(22), "WAITING", "Nobody has read this");
        histories.thank(house, sending, told(22), "DECLINED", "Nobody may read this");
        histories.thank(house, sending, hoursAgo(1), "APPROVED", "Too young to be read");
        assertThat(page(gift).text())
                .contains("5 jumpers reached", "2 jumpers got lost", "1 jumper arrived damaged", "1 jumper is waiting to be given")
                .doesNotContain("Nobody", "Too young");
    }

    private Histories.Gift arrivedAndReversed(Instant reversed) {
        Histories.Gift gift = histories.gift(house, drive, told(3), Map.of("jumpers-man", 9L));
        Histories.Sending sending =
                histories.stage(house, shelter("Region " + house.code), house.site, Map.of(gift.lots().get(0), 8L));
        histories.depart(house, sending, told(19));
        String delivery = histories.arrive(house, sending, told(20), Map.of(), Map.of());
        histories.reverse(house, delivery, "counted at the wrong door", reversed);
        return gift;
    }

    @Test
    void aMistakeThatWasFoundInTimeIsNeverTold() {
        assertThat(page(arrivedAndReversed(told(21))).text())
                .contains("9 jumpers are waiting to be given")
                .doesNotContain("reached", "on the way", "wrong door");
    }

    @Test
    void thatAMistakeWasFoundIsNotToldOnItsDay() {
        assertThat(page(arrivedAndReversed(hoursAgo(0))).text())
                .contains("8 jumpers reached a shelter in Kazakhstan in " + month(told(20)))
                .doesNotContain("wrong door");
    }

    @Test
    void aReversedDonationWasRecordedByMistake() {
        Histories.Gift gift = histories.gift(house, drive, hoursAgo(3), Map.of("jumpers-man", 9L));
        histories.reverse(house, gift.code(), "typed twice");
        histories.sql("update donation set reversed_at = ?1 where id = ?2", Instant.now(), gift.id());
        Browser browser = page(gift);
        assertThat(browser.heading()).isEqualTo("This was recorded by mistake");
        assertThat(browser.text()).doesNotContain("jumpers", "typed twice");
    }

    @Test
    void theFormLeadsToThePageHoweverTheCodeIsTyped() {
        Histories.Gift gift = histories.gift(house, drive, hoursAgo(3), Map.of("jumpers-man", 9L));
        Browser browser = Browser.stranger().open("/t");
        assertThat(browser.page().select("form[action=/t] input[name=code]")).hasSize(1);
        browser.open("/t?code=" + gift.key().toLowerCase(Locale.ROOT).replace("-", ""));
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.follow().text()).contains("9 jumpers are waiting to be given");
    }

    @Test
    void aMistypedCodeIsToldApartFromOneThatOpensNothing() {
        String key = codes.next(CodeKind.TRACKING);
        char last = key.charAt(key.length() - 1);
        String mistyped = key.substring(0, key.length() - 1) + (last == '7' ? '8' : '7');
        for (String path : List.of("/t/" + mistyped, "/t?code=" + mistyped, "/t/" + drive.code(), "/t/x%3Cscript%3E")) {
            Browser browser = Browser.stranger().open(path);
            assertThat(browser.status()).isEqualTo(404);
            assertThat(browser.title()).startsWith("Error:");
            assertThat(browser.text()).contains("wrong or missing");
            assertThat(browser.page().select("main script")).isEmpty();
        }
        Browser unknown = Browser.stranger().open("/t/" + key);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("No gift is found");
        forget();
    }

    private void forget() {
        histories.sql("delete from attempt");
    }

    @Test
    void whoGuessesMustWait() {
        Histories.Gift gift = histories.gift(house, drive, hoursAgo(3), Map.of("jumpers-man", 9L));
        try {
            int last = 0;
            for (int i = 0; i < 9 && last != 429; i++) {
                last = Browser.stranger().open("/t/" + codes.next(CodeKind.TRACKING)).status();
            }
            assertThat(last).isEqualTo(429);
            Browser refused = Browser.stranger().open("/t/" + gift.key());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.response().header("Retry-After")).isNotBlank();
            given().get("/api/v1/traces/" + gift.key()).then().statusCode(429);
        } finally {
            forget();
        }
        page(gift);
    }

    @Test
    void asksTheDatabaseAsOftenForOneBagAsForMany() {
        Histories.Recipient shelter = shelter("Almaty region");
        Histories.Gift small = elevenMen(shelter, told(19), told(20));
        Map<String, Long> much = new LinkedHashMap<>();
        List.of("jumpers-man", "shirts-man", "t-shirts-man", "blankets", "beds", "bowls", "chairs", "towels", "soap", "hats-adult")
                .forEach(item -> much.put(item, 50L));
        Histories.Gift large = histories.gift(house, drive, told(1), existing(much));
        for (int i = 0; i < 6; i++) {
            Histories.Recipient other = i % 2 == 0
                    ? shelter("Region " + i + house.code)
                    : histories.recipient(house, RecipientKind.HOUSEHOLD, "Region " + i, Disclosure.DESCRIBED, "Alias");
            Map<Lot, Long> goods = new LinkedHashMap<>();
            large.lots().forEach(lot -> goods.put(lot, 3L));
            Histories.Sending sending = histories.stage(house, other, house.site, goods);
            histories.depart(house, sending, told(19));
            histories.arrive(house, sending, told(20), Map.of(), Map.of());
            histories.thank(house, sending, told(20), "APPROVED", "Thank you " + i);
        }
        page(small);
        RoundTrips.Count one = RoundTrips.during(() -> page(small));
        RoundTrips.Count many = RoundTrips.during(() -> page(large));
        assertThat(many.statements()).isEqualTo(one.statements());
        assertThat(many.statements()).as(String.join("\n", many.sql())).isLessThanOrEqualTo(9);
        Browser.stranger().open("/d/" + drive.code());
        RoundTrips.Count whole = RoundTrips.during(() -> Browser.stranger().open("/d/" + drive.code()));
        // one of them asks whether too many wrong addresses came from here, one for pictures
        assertThat(whole.statements()).as(String.join("\n", whole.sql())).isLessThanOrEqualTo(7);
    }

    private Map<String, Long> existing(Map<String, Long> wanted) {
        Map<String, Long> known = new LinkedHashMap<>();
        wanted.forEach((item, quantity) -> {
            if (histories.number("select count(*) from item where code = ?1", item) > 0) {
                known.put(item, quantity);
            }
        });
        return known;
    }

    @Test
    void thePageFitsTheFirstRoundTrip() throws IOException {
        String html = page(elevenMen(shelter("Almaty region"), told(19), told(20))).response().asString();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(14_000);
    }

    @Test
    void theDrivesPageAddsUpAndTellsNothingTooEarly() {
        elevenMen(shelter("Region " + house.code), told(19), told(20));
        elevenMen(shelter("Region " + house.code), hoursAgo(2), hoursAgo(1));
        Browser browser = Browser.stranger().open("/d/" + drive.code());
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.heading()).isEqualTo("Warm clothes <b>{config:x}</b>");
        assertThat(browser.text())
                .contains("For eleven men who <i>own</i> nothing", house.name)
                .contains("18 things have come in, and 4 of them have arrived")
                .contains("2 bags are still waiting to be sorted")
                .contains("4 things reached a shelter in Kazakhstan in " + month(told(20)));
        assertThat(browser.page().select("tfoot td").eachText()).containsExactly("18", "10", "0", "4", "4", "0");
        browser.page().select("tbody tr, tfoot tr").forEach(row -> {
            List<Integer> numbers = row.select("td").eachText().stream().map(Integer::parseInt).toList();
            assertThat(numbers.get(0)).isEqualTo(numbers.subList(1, 6).stream().mapToInt(each -> each).sum());
        });
        assertThat(browser.page().select("main b, main i")).isEmpty();
        assertThat(browser.click("Follow your own gift").status()).isEqualTo(200);
    }

    @Test
    void aDriveThatIsNotThereIsNotThere() {
        assertThat(Browser.stranger().open("/d/" + codes.next(CodeKind.DRIVE)).status()).isEqualTo(404);
        assertThat(Browser.stranger().open("/d/nonsense").status()).isEqualTo(404);
    }

    @Test
    void anEmptyDriveSaysSo() {
        assertThat(Browser.stranger().open("/d/" + drive.code()).text()).contains("Nothing has come in yet");
    }

    @Test
    void monthsAreThoseOfTheOrganisation() {
        assertThat(YearMonth.from(Instant.parse("2026-10-31T20:00:00Z").atZone(ALMATY))).isEqualTo(YearMonth.of(2026, 11));
        Histories.Gift gift = histories.gift(house, drive, Instant.parse("2025-10-01T08:00:00Z"), Map.of("jumpers-man", 2L));
        Histories.Sending sending = histories.stage(house, shelter("Region " + house.code), house.site, Map.of(gift.lots().get(0), 1L));
        histories.depart(house, sending, Instant.parse("2025-10-30T08:00:00Z"));
        histories.arrive(house, sending, Instant.parse("2025-10-31T20:00:00Z"), Map.of(), Map.of());
        assertThat(page(gift).text()).contains("1 jumper reached a shelter in Kazakhstan in November 2025");
    }
}
