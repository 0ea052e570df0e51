package org.kindtrail.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Item;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

/** What became of gifts that were sold, made into others, or bought others: for donors, for everybody, and for the house. */
@HouseTest
class ConvertedTraceTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final YearMonth TOLD = YearMonth.from(LocalDate.now(ALMATY).minusDays(7)).minusMonths(1);
    private static final String PURPOSE = "Chair-beds for a shelter & <b>more</b>";

    @Inject
    AnOrganisation organisations;

    @Inject
    Histories histories;

    @Inject
    Shapes shapes;

    AnOrganisation.House house;
    Histories.Drive drive;
    Histories.Drive sale;
    String table;
    String fund;

    @BeforeEach
    void open() {
        house = organisations.open();
        drive = histories.drive(house, "Warm clothes", "");
        table = shapes.site(house, "School hall");
        sale = shapes.sale(house, "Rummage sale", table);
        fund = shapes.fund(house, PURPOSE);
    }

    private static Instant told(int day) {
        return TOLD.atDay(day).atTime(10, 0).atZone(ALMATY).toInstant();
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }

    private static String month() {
        return DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(TOLD);
    }

    private InJson trace(Histories.Gift gift) {
        return given().get("/api/v1/traces/" + gift.key()).then().statusCode(200).extract().as(InJson.class, InJson.READ);
    }

    private Browser page(Histories.Gift gift) {
        Browser browser = Browser.stranger().open("/t/" + gift.key());
        assertThat(browser.status()).isEqualTo(200);
        return browser;
    }

    private static String text(Browser browser) {
        return browser.text().replace('\u00a0', ' ');
    }

    private Histories.Recipient shelter() {
        return histories.recipient(house, RecipientKind.SHELTER, "Region " + house.code, Disclosure.REGION, "CANARY-alias");
    }

    private void send(Histories.Recipient to, Lot lot, long quantity, Instant left, Instant arrived) {
        Histories.Sending sending = histories.stage(house, to, house.site, Map.of(lot, quantity));
        histories.depart(house, sending, left);
        histories.arrive(house, sending, arrived, Map.of(), Map.of());
        histories.thank(house, sending, arrived, "APPROVED", "We sleep well " + lot.getCode());
    }

    /** So many donors, of whom the first gives ten jumpers and the others three each. */
    private List<Histories.Gift> donors(int count) {
        List<Histories.Gift> gifts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gifts.add(histories.gift(house, drive, told(1), Map.of("jumpers-man", i == 0 ? 10L : 3L)));
        }
        return gifts;
    }

    private record Story(List<Histories.Gift> gifts, Shapes.Made sold, Shapes.Made bought) {}

    /** Six of the first donor's jumpers are sold for 18.00, three of each other's for 2.00, and all of it buys four chair-beds. */
    private Story rummage(int donors) {
        List<Histories.Gift> gifts = donors(donors);
        List<Shapes.Some> lines = new ArrayList<>();
        gifts.forEach(gift -> {
            boolean first = lines.isEmpty();
            lines.add(new Shapes.Some(gift.lots().get(0), first ? 6 : 3, first ? 1800L : 200L));
        });
        Lot first = lines.get(0).lot();
        shapes.carry(house, told(2), house.site, table, lines.toArray(Shapes.Some[]::new));
        shapes.carry(house, told(2), house.site, table, Shapes.Some.of(first, 2));
        Shapes.Made sold = shapes.sell(house, sale, table, fund, told(3), "USD", lines);
        shapes.passOn(house, table, told(4), true, Shapes.Some.of(first, 1));
        shapes.carry(house, told(4), table, house.site, Shapes.Some.of(first, 1));
        Shapes.Made bought = shapes.buy(
                house, fund, told(5), sold.lots().stream().map(lot -> Shapes.Some.of(lot, lot.getQuantity())).toList(), "chair-bed", 4);
        return new Story(gifts, sold, bought);
    }

    @Test
    void tellsTheStoryOfTheChairBedsOfAHundredAndTwentyDonors() {
        Story story = rummage(120);
        shapes.givenBy(house, story.gifts().get(3), story.gifts().get(4));
        send(shelter(), story.bought().lot(), 3, told(19), told(20));
        Browser browser = page(story.gifts().get(0));
        assertThat(text(browser))
                .contains("6 of your items were sold.")
                .contains("They brought 18.00 USD.")
                .contains("With 118 other donors you helped buy 4 chair-beds.")
                .contains("3 chair-beds reached a shelter in Kazakhstan in " + month() + ".")
                .contains("1 chair-bed is waiting to be given.")
                .contains("1 jumper was given to another charity, Second Hands")
                .contains("3 jumpers are waiting to be given")
                .contains("18.00 USD was spent")
                .contains("We sleep well")
                .doesNotContain("2.00 USD", "256", "CANARY");
        assertThat(browser.page().select(".news").text()).startsWith("3 chair-beds that you helped to make possible reached a shelter");
        InJson trace = trace(story.gifts().get(0));
        assertThat(trace.getList("becoming.how")).containsExactly("sale", "purchase");
        assertThat(trace.getList("becoming.alone")).containsExactly(true, false);
        assertThat(trace.getList("becoming.others")).containsExactly(null, 118);
        assertThat(trace.getString("becoming[0].goods[0].amount")).isEqualTo("18.00");
        assertThat(trace.getList("becoming[1].parts.fate")).containsExactly("waiting", "arrived");
        assertThat(sum(trace.getList("parts.goods.quantity.flatten()"))).isEqualTo(10);
        assertThat(text(page(story.gifts().get(3)))).contains("With 118 other donors", "They brought 2.00 USD.");
    }

    @Test
    void anOutputThatArrivedTooRecentlyWaitsAsEverythingElse() {
        Story story = rummage(3);
        send(shelter(), story.bought().lot(), 4, hoursAgo(3), hoursAgo(2));
        assertThat(text(page(story.gifts().get(0))))
                .contains("With 2 other donors you helped buy 4 chair-beds.", "4 chair-beds are waiting to be given.")
                .doesNotContain("reached", "sleep well");
    }

    @Test
    void aSaleOrPurchaseThatWasTakenBackIsNeverCounted() {
        Story story = rummage(3);
        histories.reverse(house, story.bought().document(), "wrong shop");
        assertThat(text(page(story.gifts().get(0))))
                .contains("They brought 18.00 USD.", "18.00 USD is kept for this: " + PURPOSE)
                .doesNotContain("chair-beds.", "spent", "helped");
        histories.reverse(house, story.sold().document(), "wrong table");
        assertThat(text(page(story.gifts().get(0)))).contains("9 jumpers are waiting to be given").doesNotContain("sold", "USD");
    }

    @Test
    void aPageCostsTheSameNumberOfStatementsHoweverManyHops() {
        Story story = rummage(4);
        Lot lot = story.bought().lot();
        Histories.Gift plain = histories.gift(house, drive, told(1), Map.of("jumpers-man", 3L));
        page(plain);
        int before = RoundTrips.during(() -> page(plain)).statements();
        for (int hop = 0; hop < 7; hop++) {
            lot = shapes.change(house, hop % 2 == 0 ? ConversionKind.WORKSHOP : ConversionKind.GRADING, CodeKind.WORK,
                            hop % 2 == 0 ? Reason.WORKSHOP : Reason.GRADED, told(6 + hop), house.site, house.site,
                            List.of(Shapes.Some.of(lot, lot.getQuantity())), Map.of("chairs", lot.getQuantity()))
                    .lot();
        }
        send(shelter(), lot, 4, told(19), told(20));
        RoundTrips.Count after = RoundTrips.during(() -> page(story.gifts().get(0)));
        // besides: the steps, what is being packed, the words for the recipient, thanks, pictures
        assertThat(after.statements()).as(String.join("\n", after.sql())).isLessThanOrEqualTo(before + 7);
        assertThat(text(page(story.gifts().get(0))))
                .contains("With 3 other donors you helped make 4 chairs in a workshop.", "4 chairs reached a shelter");
    }

    @Test
    void aGiftOfMoneyIsToldOnItsWayThroughAnExchangeAndToWhomItWasPaidOut() {
        Histories.Gift mine = shapes.money(house, drive, fund, told(1), "USD", 5000);
        Histories.Gift theirs = shapes.money(house, drive, fund, told(1), "USD", 10001);
        assertThat(text(page(mine))).contains("You gave 50.00 USD to " + house.name, "50.00 USD is kept for this: " + PURPOSE);
        Shapes.Made tenge = shapes.exchange(
                house, fund, told(2), List.of(Shapes.Some.of(mine.lots().get(0), 4500), Shapes.Some.of(theirs.lots().get(0), 9000)), "KZT", 6_750_001);
        String quiet = shapes.payOut(house, fund, null, told(3), tenge.lot(), 1_000_000);
        shapes.payOut(house, fund, shelter(), told(19), tenge.lot(), 2_000_000);
        shapes.payOut(house, fund, shelter(), hoursAgo(5), tenge.lot(), 3_000_000);
        Browser browser = page(mine);
        assertThat(text(browser))
                .contains("45.00 USD was exchanged for another currency.", "5.00 USD is kept for this: " + PURPOSE)
                .contains("It was exchanged with the money of 1 other donor. Your part is 22,500.00 KZT.")
                .contains("3,333.33 KZT was paid out for this: " + PURPOSE)
                .contains("6,666.67 KZT went to a shelter in Kazakhstan in " + month())
                .contains("12,500.00 KZT is kept for this: " + PURPOSE)
                .doesNotContain("CANARY", "100.01", "45,000");
        assertThat(browser.page().select(".news").text().replace('\u00a0', ' ')).isEqualTo("6,666.67 KZT of your gift went to a shelter in Kazakhstan.");
        assertThat(browser.page().select("main b")).isEmpty();
        InJson other = trace(theirs);
        assertThat(sum(trace(mine).getList("becoming[0].goods.quantity")) + sum(other.getList("becoming[0].goods.quantity")))
                .isEqualTo(6_750_001);
        assertThat(sum(other.getList("becoming[0].parts.goods.quantity.flatten()"))).isEqualTo(sum(other.getList("becoming[0].goods.quantity")));
        histories.reverse(house, quiet, "nobody was paid");
        assertThat(text(page(mine))).doesNotContain("paid out for this");
    }

    @Test
    void goodsOfOneDonationAloneAreExactThroughKitsAndPurchases() {
        Histories.Gift gift = histories.gift(house, drive, told(1), Map.of("soap", 10L));
        Shapes.Made kits = shapes.change(house, ConversionKind.KIT, CodeKind.KIT, Reason.KIT, told(2), house.site, house.site,
                List.of(Shapes.Some.of(gift.lots().get(0), 6)), Map.of("hygiene-kit", 3L));
        shapes.change(house, ConversionKind.OPENING, CodeKind.KIT, Reason.KIT, told(3), house.site, house.site,
                List.of(Shapes.Some.of(kits.lot(), 1)), Map.of("soap", 2L));
        String name = shapes.passOn(house, house.site, told(4), false, Shapes.Some.of(gift.lots().get(0), 1));
        assertThat(text(page(gift)))
                .contains("were packed into kits", "taken apart again", "Out of the kits came", "are waiting to be given", "given to another charity, to be of use")
                .doesNotContain("other donor", "Second Hands", name);
        assertThat(trace(gift).getList("becoming.alone")).containsExactly(true, true);
    }

    /** Through any history with up to ten hops: all donors' parts of everything are all of it, to the unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void throughTenHopsTheSharesOfAllDonorsAddUpToTheUnit(long seed) {
        Random random = new Random(seed);
        List<Histories.Gift> gifts = new ArrayList<>();
        List<Shapes.Some> money = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Histories.Gift gift = shapes.money(house, drive, fund, told(1), "USD", 1 + random.nextInt(100_000));
            gifts.add(gift);
            money.add(Shapes.Some.of(gift.lots().get(0), gift.lots().get(0).getQuantity()));
        }
        List<Shapes.Some> now = money;
        Lot last = null;
        for (int hop = 0; hop < 10; hop++) {
            String currency = hop % 2 == 0 ? "KZT" : "USD";
            Shapes.Made made = shapes.exchange(house, fund, told(2 + hop), now, currency, 1 + random.nextInt(1_000_000));
            last = made.lot();
            now = List.of(Shapes.Some.of(last, last.getQuantity()));
        }
        long parts = 0;
        for (Histories.Gift gift : gifts) {
            InJson trace = trace(gift);
            List<Map<String, Object>> becoming = trace.getList("becoming");
            for (int i = 0; i < becoming.size(); i++) {
                assertThat(sum(trace.getList("becoming[" + i + "].parts.goods.quantity.flatten()")))
                        .isEqualTo(sum(trace.getList("becoming[" + i + "].goods.quantity")));
            }
            parts += sum(trace.getList("becoming.findAll{it.parts.fate.contains('held')}.goods.quantity.flatten()"));
        }
        assertThat(parts).isEqualTo(last.getQuantity());
        InJson balance = balance(drive);
        List<Map<String, String>> lines = balance.getList("money");
        assertThat(lines).hasSize(2).allSatisfy(ConvertedTraceTest::addsUp);
        assertThat(lines.get(1).get("currency")).isEqualTo("USD");
        assertThat(lines.get(1).get("held")).isEqualTo(java.math.BigDecimal.valueOf(last.getQuantity(), 2).toPlainString());
        InJson up = house.program(Role.VOLUNTEER).get("/api/v1/lots/" + last.getCode() + "/trace").then().statusCode(200).extract().as(InJson.class, InJson.READ);
        assertThat(up.getList("up")).hasSize(9 + 7);
        assertThat(up.getList("origins")).hasSize(7);
        assertThat(sum(up.getList("origins.share"))).isEqualTo(1_000_000_000_000L);
        assertThat(sum(up.getList("origins.quantity"))).isEqualTo(last.getQuantity());
        assertThat(up.getString("donation")).isNull();
        assertThat(up.getBoolean("cut")).isFalse();
    }

    private static void addsUp(Map<String, String> line) {
        List<String> in = List.of("earned", "given", "exchangedInto", "gotBack");
        List<String> out = List.of("held", "spent", "exchanged", "paidOut", "fees", "lost");
        assertThat(add(line, in)).isEqualByComparingTo(add(line, out));
    }

    private static java.math.BigDecimal add(Map<String, String> line, List<String> names) {
        return names.stream().map(line::get).map(java.math.BigDecimal::new).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    }

    private InJson balance(Histories.Drive of) {
        return house.program(Role.VOLUNTEER).get("/api/v1/drives/" + of.code() + "/balance").then().statusCode(200).extract().as(InJson.class, InJson.READ);
    }

    @Test
    void bothDrivesAddUpInGoodsAndMoneyAndSayItInAPicture() {
        Story story = rummage(5);
        send(shelter(), story.bought().lot(), 3, told(19), told(20));
        InJson collection = balance(drive);
        assertThat(collection.getLong("total.in")).isEqualTo(22);
        assertThat(collection.getLong("total.sold")).isEqualTo(18);
        assertThat(collection.getLong("total.passedOn")).isEqualTo(1);
        assertThat(collection.getLong("total.waiting")).isEqualTo(3);
        assertThat(collection.getString("money[0].earned")).isEqualTo("26.00");
        assertThat(collection.getString("money[0].spent")).isEqualTo("26.00");
        assertThat(collection.getString("made[0].words")).isEqualTo("4 chair-beds");
        shapes.over(house, sale, fund, told(6), "USD", 50);
        InJson selling = balance(sale);
        assertThat(selling.getString("money[0].held")).isEqualTo("0.50");
        assertThat(selling.getLong("total.in")).isEqualTo(20);
        assertThat(selling.getLong("total.sold")).isEqualTo(18);
        assertThat(selling.getLong("total.passedOn")).isEqualTo(1);
        assertThat(selling.getLong("total.back")).isEqualTo(1);
        assertThat(selling.getString("money[0].earned")).isEqualTo("26.50");
        assertThat(selling.getString("made[0].words")).isEqualTo("4 chair-beds");
        for (Histories.Drive each : List.of(drive, sale)) {
            Browser browser = Browser.stranger().open("/d/" + each.code());
            assertThat(browser.status()).isEqualTo(200);
            assertThat(text(browser)).contains(each == drive ? "26.00 USD came in by selling." : "26.50 USD came in by selling.", "4 chair-beds", "Of what came of it, 3 things reached a shelter");
            assertThat(browser.page().select("svg.flows title, svg.flows desc").size()).isGreaterThan(2);
            assertThat(browser.page().select("script, [style], svg [onclick]")).isEmpty();
            assertThat(browser.page().select("svg.flows > path").size()).isEqualTo(browser.page().select("details table tbody tr").size());
            browser.page().select("tfoot tr").forEach(row -> {
                List<Integer> numbers = row.select("td").eachText().stream().map(Integer::parseInt).toList();
                assertThat(numbers.get(0)).isEqualTo(numbers.stream().skip(1).mapToInt(number -> number).sum());
            });
        }
        assertThat(Browser.stranger().open("/d/" + sale.code()).text()).contains("20 things were brought to the sale, and 18 of them are sold");
    }

    @Test
    void aTableSoldForOneSumIsSharedAndTellsNothingOfTheOthers() {
        List<Histories.Gift> gifts = donors(3);
        Shapes.Some[] all = gifts.stream().map(gift -> Shapes.Some.of(gift.lots().get(0), 3)).toArray(Shapes.Some[]::new);
        shapes.carry(house, told(2), house.site, table, all);
        shapes.sellTogether(house, sale, table, fund, told(3), "USD", 10_000, List.of(all));
        long sum = 0;
        for (Histories.Gift gift : gifts) {
            InJson trace = trace(gift);
            assertThat(trace.getString("becoming[0].sentence")).contains("with things of 2 other donors");
            sum += sum(trace.getList("becoming[0].goods.quantity"));
            gifts.stream().filter(other -> other != gift).forEach(other ->
                    assertThat(trace.toString()).doesNotContain(other.code(), other.key(), other.lots().get(0).getCode()));
        }
        assertThat(sum).isEqualTo(10_000);
        assertThat(balance(sale).getString("money[0].earned")).isEqualTo("100.00");
        assertThat(balance(drive).getString("money[0].earned")).isEqualTo("100.00");
    }

    @Test
    void aLotIsFollowedUpAndDownThroughAReceiptWithManyLinesAndOnlyItsOwn() {
        Story story = rummage(4);
        String first = story.gifts().get(0).lots().get(0).getCode();
        InJson down = house.program(Role.VOLUNTEER).get("/api/v1/lots/" + first + "/trace").then().statusCode(200).extract().as(InJson.class, InJson.READ);
        assertThat(down.getList("down.code")).containsExactly(story.sold().lot().getCode(), story.bought().lot().getCode());
        assertThat(down.getList("origins.donation")).containsExactly(story.gifts().get(0).code());
        Browser page = house.browser(Role.VOLUNTEER).open("/lots/" + story.bought().lot().getCode());
        assertThat(page.page().select("main ul li")).hasSize(4);
        assertThat(house.browser(Role.VOLUNTEER).open("/lots/" + first).page().select("main ul li")).hasSize(1);
        histories.reverse(house, story.bought().document(), "wrong shop");
        InJson after = house.program(Role.VOLUNTEER).get("/api/v1/lots/" + first + "/trace").then().statusCode(200).extract().as(InJson.class, InJson.READ);
        assertThat(after.getList("down.code")).containsExactly(story.sold().lot().getCode());
    }

    @Test
    void ofABagOnlyWhatWasInItIsToldAsTheDonorsOwn() {
        Histories.Gift bag = histories.gift(house, drive, told(1), Map.of(Item.UNSORTED_BAG, 1L));
        Lot jumpers = histories.sort(house, bag.lots().get(0), told(2), Map.of("jumpers-man", 8L), Map.of("t-shirts-man", 1L)).lots().get(0);
        Lot graded = shapes.change(house, ConversionKind.GRADING, CodeKind.MOVE, Reason.GRADED, told(3), house.shelfA, house.shelfA,
                        List.of(Shapes.Some.of(jumpers, 5)), Map.of("shirts-man", 5L))
                .lot();
        shapes.carry(house, told(3), house.shelfA, table, Shapes.Some.of(graded, 4));
        shapes.sell(house, sale, table, fund, told(4), "USD", List.of(new Shapes.Some(graded, 4, 400L)));
        InJson trace = trace(bag);
        assertThat(trace.getList("parts.fate")).containsExactly("waiting", "sold", "let_go");
        assertThat(sum(trace.getList("parts.goods.quantity.flatten()"))).isEqualTo(9).isEqualTo(sum(trace.getList("contents.quantity")));
        assertThat(trace.getList("becoming.how")).containsExactly("sale");
        assertThat(balance(drive).getLong("total.sold")).isEqualTo(4);
        assertThat(balance(drive).getLong("total.in")).isEqualTo(9);
    }

    private static long sum(List<? extends Number> numbers) {
        return numbers.stream().mapToLong(Number::longValue).sum();
    }
}
