package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.account.SignIn;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.InJson;

/**
 * Care for One - Care for All: a programme of two years with its money, its goods and its partners. A shelter's own person, a
 * family and a crisis centre ask; one plan over all of them is changed and confirmed; what was sent is counted and thanked for by
 * the shelter. The funder reads a report of each half-year, whose totals are those of a ledger kept beside, and in which nobody
 * is found, whatever is subtracted from what.
 */
abstract class StoryFour {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Map<String, String> CATEGORIES = Map.of(
            "warm-jumpers-woman", "tops", "bed-linen-sets", "bedding", "blankets", "bedding", "soap-bar-100g", "hygiene");

    @Inject
    AnOrganisation organisations;

    @Inject
    SignIn signIn;

    @Inject
    EntityManager database;

    private final LocalDate today = LocalDate.now(ALMATY);
    private final YearMonth first = YearMonth.from(today.minusDays(7)).minusMonths(12);
    private final Map<YearMonth, OwnLedger> ledgers = new TreeMap<>();
    final MovableClock clock = new MovableClock();
    private YearMonth month;
    AnOrganisation.House house;
    AnOrganisation.House centre;
    Doors here;
    Doors there;
    private String region;
    private String drive;
    String programme;
    private String fund;
    String shelter;
    private String head;
    String headsName;
    private String family;
    String need;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        house = organisations.open();
        centre = organisations.open();
        // tokens last a year, and the story lasts longer
        for (Role role : List.of(Role.VOLUNTEER, Role.DISTRIBUTOR, Role.COORDINATOR, Role.ADMINISTRATOR)) {
            house.token(role);
            centre.token(role);
        }
        on(0, 2);
        here = new Doors(house);
        there = new Doors(centre);
        region = "Almaty region " + house.code;
    }

    /** So many months after the beginning. */
    private void on(int months, int day) {
        month = first.plusMonths(months);
        clock.daysAgo((int) ChronoUnit.DAYS.between(month.atDay(day), today));
    }

    @Test
    void aFunderReadsWhatAProgrammeOfTwoYearsDidAndNobodyIsFoundInIt() {
        theProgrammeIsOpened();
        on(0, 5);
        moneyBuysWhatIsKeptForIt();
        on(0, 9);
        whomItServes();
        on(2, 6);
        theShelterComesIn();
        need = theShelterAsks();
        theNeedIsCharged(need);
        String families = theFamilyIsProposedFor();
        String referral = theCentreRefersANeed();
        String taken = theNeedIsTakenOn(referral);
        whoAnswersIsShown(referral);
        String plan = aPlanOverAllOpenNeeds();
        nothingKeptIsGivenToOthers(plan, taken);
        String dispatch = dispatched(need);
        theShelterCountsAndThanks(dispatch);
        arrive(dispatched(families));
        arrive(dispatched(taken));
        on(8, 6);
        String later = laterNeed();
        here.post(Role.DISTRIBUTOR, "allocations", Map.of("need", later));
        arrive(dispatched(later));
        clock.daysAgo(0);
        String firstHalf = theFirstHalfIsReported();
        String secondHalf = issued("Second half-year", first.plusMonths(6), null);
        String corrected = issued("First half-year, corrected", first, firstHalf);
        theCorrectionNamesTheFirst(firstHalf, corrected);
        theTotalsAreThoseOfTheOwnLedger(firstHalf, first);
        theTotalsAreThoseOfTheOwnLedger(secondHalf, first.plusMonths(6));
        nobodyIsFound(firstHalf, secondHalf);
        thePapersAreFetched(firstHalf);
        strangersReadHowToGetHelp();
        strangersReadWhatIsMissing();
        InJson verified = here.get(Role.ADMINISTRATOR, "ledger/verification");
        assertThat(verified.getLong("differences")).as(verified.getString("first")).isZero();
    }

    private void theProgrammeIsOpened() {
        drive = here.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection", "title", "A warm winter", "site", house.site,
                        "startsOn", first.atDay(1).toString(), "endsOn", today.plusDays(20).toString()))
                .getString("code");
        programme = here.post(Role.COORDINATOR, "programmes", Map.of(
                        "name", "Care for One - Care for All",
                        "funder", "Winter Relief Fund",
                        "startsOn", first.atDay(1).toString(),
                        "endsOn", first.plusMonths(23).atEndOfMonth().toString(),
                        "currency", "KZT",
                        "partners", List.of(
                                Map.of("name", "Crisis centre", "role", "implementer", "organisation", centre.code),
                                Map.of("name", "Ministry of Social Protection", "role", "partner")),
                        "budget", List.of(Map.of("name", "Clothes", "amount", "900000.00"), Map.of("name", "Bedding", "amount", "500000.00")),
                        "targets", List.of(Map.of("kind", "people_helped", "number", 40))))
                .getString("code");
    }

    private void moneyBuysWhatIsKeptForIt() {
        fund = here.post(Role.COORDINATOR, "funds", Map.of("name", "Care for One", "purpose", "Warm things", "programme", programme))
                .getString("code");
        here.post(Role.COORDINATOR, "funds/" + fund + "/gifts", Map.of("drive", drive, "amount", "1000000.00", "currency", "KZT"));
        buy(1, bought("warm-jumpers-woman", "M", 20, "200000.00"), bought("warm-jumpers-woman", "L", 10, "100000.00"));
        buy(2, bought("bed-linen-sets", null, 24, "240000.00"), bought("blankets", null, 16, "160000.00"),
                bought("soap-bar-100g", null, 60, "30000.00"));
        InJson budget = here.get(Role.COORDINATOR, "programmes/" + programme);
        assertThat(budget.getString("budget.spent")).isEqualTo("730000.00");
        assertThat(budget.getList("budget.lines.spent")).isEqualTo(List.of("300000.00", "430000.00"));
    }

    @SafeVarargs
    private void buy(int budgetLine, Map<String, Object>... lines) {
        here.post(Role.COORDINATOR, "purchases", Map.of(
                "supplier", "Wholesale market", "currency", "KZT", "place", house.site, "budgetLine", budgetLine,
                "lines", List.of(lines), "draws", List.of(Map.of("fund", fund))));
        for (Map<String, Object> line : lines) {
            ledger().found(CATEGORIES.get((String) line.get("item")), ((Number) line.get("quantity")).longValue(), true);
        }
    }

    private static Map<String, Object> bought(String item, String size, int quantity, String price) {
        Map<String, Object> line = new HashMap<>(Map.of("item", item, "quantity", quantity, "price", price));
        if (size != null) {
            line.put("size", size);
        }
        return line;
    }

    /** The own ledger of the half-year. */
    private OwnLedger ledger() {
        YearMonth half = month.isBefore(first.plusMonths(6)) ? first : first.plusMonths(6);
        return ledgers.computeIfAbsent(half, each -> new OwnLedger());
    }

    private void whomItServes() {
        shelter = recipient("House Linden", "shelter");
        recipient("House Hazel", "shelter");
        recipient("House Rosewood", "shelter");
        family = recipient("Family Willow", "household");
        InJson before = here.get(Role.DISTRIBUTOR, "recipients/" + family + "/household");
        put("recipients/" + family + "/household", Map.of(
                "version", before.getInt("version"),
                "members", List.of(
                        Map.of("age", 41, "sex", "female", "clothingSize", "M", "shoeSize", "38"),
                        Map.of("age", 44, "sex", "male", "clothingSize", "L", "shoeSize", "43"),
                        Map.of("age", 15, "sex", "female", "clothingSize", "S", "shoeSize", "37"),
                        Map.of("age", 9, "sex", "male", "clothingSize", "8-9", "shoeSize", "33"),
                        Map.of("age", 66, "sex", "female", "clothingSize", "L", "shoeSize", "39"))));
    }

    private String recipient(String alias, String kind) {
        return here.post(Role.COORDINATOR, "recipients", Map.of(
                        "alias", alias, "kind", kind, "country", "KZ", "region", region, "disclosure", "region"))
                .getString("code");
    }

    InJson put(String path, Object body) {
        var answer = house.program(Role.COORDINATOR).body(body).put("/api/v1/" + path);
        return Doors.good(path, answer);
    }

    private void theShelterComesIn() {
        headsName = "head." + house.code.toLowerCase();
        here.post(Role.COORDINATOR, "recipients/" + shelter + "/partners", Map.of(
                "name", headsName, "displayName", "Head of the shelter", "password", AnOrganisation.PASSWORD));
        Long id = QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select p.id from Person p where p.name = :name", Long.class)
                        .setParameter("name", headsName)
                        .getSingleResult());
        head = signIn.token(id, "test");
    }

    /** The key of a link by which somebody of the shelter comes in. */
    String link() {
        return here.post(Role.COORDINATOR, "recipients/" + shelter + "/partner-links", Map.of("displayName", "Telephone of the house"))
                .getString("key");
    }

    private InJson portal(String path, Object body) {
        return Doors.good(path, given().header("Authorization", "Bearer " + head)
                .contentType("application/json")
                .accept("application/json")
                .body(body)
                .post("/api/v1/portal/" + path));
    }

    /** @return the code of the need */
    String theShelterAsks() {
        Browser phone = Browser.stranger().open("/q/" + link());
        phone.fill("Come in").send().follow();
        assertThat(phone.heading()).isEqualTo("What you need, and what is coming");
        InJson asked = portal("needs", Map.of(
                "forWhom", "11 women and girls",
                "urgency", "critical",
                "people", List.of(
                        Map.of("sex", "female", "ageBand", "adult", "number", 6),
                        Map.of("sex", "female", "ageBand", "adolescent", "number", 5)),
                "lines", List.of(
                        Map.of("item", "warm-jumpers-woman", "sizes", List.of("M", "L"), "quantity", 11),
                        Map.of("item", "bed-linen-sets", "quantity", 11))));
        assertThat(asked.getList("people")).hasSize(2);
        return asked.getString("code");
    }

    private void theNeedIsCharged(String code) {
        InJson now = here.get(Role.DISTRIBUTOR, "needs/" + code);
        assertThat(now.getList("people.number")).containsExactlyInAnyOrder(6, 5);
        charge(code, now);
    }

    private void charge(String code, InJson now) {
        put("needs/" + code, Map.of(
                "version", now.getInt("version"),
                "forWhom", now.getString("forWhom"),
                "urgency", now.getString("urgency"),
                "people", now.getList("people"),
                "programme", programme));
    }

    private String theFamilyIsProposedFor() {
        InJson proposal = Doors.good("proposal", house.program(Role.DISTRIBUTOR)
                .body(Map.of("recipient", family))
                .post("/api/v1/needs/proposal"));
        List<Map<String, Object>> lines = proposal.getList("lines");
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat((Integer) line.get("quantity")).isPositive());
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            Map<String, Object> one = new HashMap<>(line);
            one.keySet().retainAll(List.of("item", "category", "fits", "sizes", "substitutes", "quantity"));
            one.values().removeIf(value -> value == null || value instanceof List<?> list && list.isEmpty());
            asked.add(one);
        }
        return here.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", family, "forWhom", "a household of 5", "urgency", "urgent", "programme", programme,
                        "people", proposal.getList("people"), "lines", asked))
                .getString("code");
    }

    private String theCentreRefersANeed() {
        String theirs = there.post(Role.COORDINATOR, "recipients", Map.of(
                        "alias", "Guests of the centre", "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"))
                .getString("code");
        String asked = there.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", theirs, "forWhom", "7 women",
                        "people", List.of(Map.of("sex", "female", "ageBand", "adult", "number", 7)),
                        "lines", List.of(Map.of("item", "towels", "quantity", 7), Map.of("item", "bed-linen-sets", "quantity", 7))))
                .getString("code");
        here.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", drive, "place", house.site, "lines", List.of(Map.of("item", "towels", "quantity", 7))));
        return there.post(Role.DISTRIBUTOR, "referrals", Map.of("need", asked, "to", house.code, "note", "They arrive on Friday."))
                .getString("code");
    }

    /** @return the code of the need that this house has now */
    String theNeedIsTakenOn(String referral) {
        return here.post(Role.DISTRIBUTOR, "referrals/" + referral + "/accept", Map.of("alias", "Guests of the crisis centre"))
                .getString("need");
    }

    private void whoAnswersIsShown(String referral) {
        for (Doors doors : List.of(here, there)) {
            InJson seen = doors.get(Role.DISTRIBUTOR, "referrals/" + referral);
            assertThat(seen.getString("answers")).isEqualTo(house.name);
            assertThat(seen.getString("answersSince")).startsWith(month.toString());
        }
    }

    /** @return its code; it is confirmed, with one thing less for the first need */
    String aPlanOverAllOpenNeeds() {
        InJson plan = here.post(Role.DISTRIBUTOR, "plans", Map.of());
        String code = plan.getString("code");
        assertThat(plan.getInt("needs")).isEqualTo(3);
        InJson first = here.get(Role.DISTRIBUTOR, "plans/" + code + "/needs");
        assertThat(first.getString("rows[0].need")).as("the critical one").isEqualTo(need);
        int pick = first.getInt("rows[0].lines[1].picks[0].pick");
        assertThat(first.getInt("rows[0].lines[1].given")).isEqualTo(11);
        InJson changed = here.post(Role.DISTRIBUTOR, "plans/" + code + "/change", Map.of(
                "version", plan.getInt("version"), "picks", List.of(Map.of("pick", pick, "quantity", 10))));
        InJson confirmed =
                here.post(Role.DISTRIBUTOR, "plans/" + code + "/confirm", Map.of("version", changed.getInt("version")));
        assertThat(confirmed.getString("state")).isEqualTo("confirmed");
        return code;
    }

    private void nothingKeptIsGivenToOthers(String plan, String taken) {
        InJson needs = here.get(Role.DISTRIBUTOR, "plans/" + plan + "/needs");
        Map<String, Object> others = needs.getMap("rows.find { it.need == '" + taken + "' }.lines[1]");
        assertThat(others).containsEntry("given", 0).containsEntry("reason", "kept");
        assertThat(here.get(Role.DISTRIBUTOR, "needs/" + need).getList("lines.promised")).isEqualTo(List.of(11, 10));
    }

    /** @return the code of the dispatch, which has left */
    private String dispatched(String of) {
        InJson prepared = here.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", of));
        String dispatch = prepared.getString("code");
        here.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        here.post(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of());
        for (Map<String, Object> line : prepared.<Map<String, Object>>getList("lines")) {
            String category = CATEGORIES.get((String) line.get("item"));
            long quantity = ((Number) line.get("quantity")).longValue();
            if (category != null) {
                ledger().left(category, quantity);
                ledger().arrived(category, quantity, quantity);
            }
        }
        return dispatch;
    }

    private void arrive(String dispatch) {
        here.post(Role.DISTRIBUTOR, "deliveries", Map.of("dispatch", dispatch, "allArrived", true));
    }

    void theShelterCountsAndThanks(String dispatch) {
        InJson arrived = portal("dispatches/" + dispatch + "/confirm", Map.of("allArrived", true));
        assertThat(arrived.getString("state")).isEqualTo("delivered");
        portal("dispatches/" + dispatch + "/thanks", Map.of("words", "Clean beds for everybody."));
        InJson waiting = here.get(Role.COORDINATOR, "thanks?state=waiting");
        assertThat(waiting.getString("rows[0].words")).isEqualTo("Clean beds for everybody.");
        here.press(Role.COORDINATOR, "thanks/" + waiting.getString("rows[0].code") + "/approve");
    }

    private String laterNeed() {
        return here.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", shelter, "forWhom", "9 women and 2 children", "programme", programme,
                        "people", List.of(
                                Map.of("sex", "female", "ageBand", "adult", "number", 9),
                                Map.of("sex", "male", "ageBand", "child", "number", 2)),
                        "lines", List.of(Map.of("item", "warm-jumpers-woman", "sizes", List.of("M", "L"), "quantity", 9))))
                .getString("code");
    }

    String theFirstHalfIsReported() {
        return issued("First half-year", first, null);
    }

    private Map<String, Object> half(String title, YearMonth from, String corrects) {
        Map<String, Object> report = new HashMap<>(Map.of(
                "title", title, "programme", programme,
                "from", from.atDay(1).toString(), "to", from.plusMonths(5).atEndOfMonth().toString()));
        if (corrects != null) {
            report.put("corrects", corrects);
        }
        return report;
    }

    String issued(String title, YearMonth from, String corrects) {
        return here.post(Role.COORDINATOR, "reports", half(title, from, corrects)).getString("code");
    }

    String fromOfTheFirstHalf() {
        return first.atDay(1).toString();
    }

    String toOfTheFirstHalf() {
        return first.plusMonths(5).atEndOfMonth().toString();
    }

    private void theCorrectionNamesTheFirst(String wrong, String corrected) {
        assertThat(here.get(Role.COORDINATOR, "reports/" + corrected).getString("corrects")).isEqualTo(wrong);
        assertThat(here.get(Role.COORDINATOR, "reports/" + wrong).getList("correctedBy")).isEqualTo(List.of(corrected));
    }

    private void theTotalsAreThoseOfTheOwnLedger(String report, YearMonth half) {
        InJson told = here.get(Role.COORDINATOR, "reports/" + report);
        ledgers.get(half).isToldBy(told.getList("data.goods"));
    }

    private List<Integer> groups(String path, String at) {
        InJson report = here.get(Role.COORDINATOR, path);
        assertThat(report.getString(at + "people.why")).isNull();
        return report.getList(at + "people.groups.number");
    }

    private void nobodyIsFound(String firstHalf, String secondHalf) {
        String months = "reports/preview?from=" + first.atDay(1) + "&to=" + first.plusMonths(11).atEndOfMonth();
        List<Integer> ofFirst = groups("reports/" + firstHalf, "data.");
        List<Integer> ofSecond = groups("reports/" + secondHalf, "data.");
        List<Integer> ofYear = groups(months + "&programme=" + programme, "");
        List<Integer> ofAll = groups(months, "");
        // 6 and 5 of the shelter, 1 and 1 of the family with them; its 3 others are too few; so are 2 children later
        assertThat(ofFirst).containsExactlyInAnyOrder(7, 6);
        assertThat(ofSecond).containsExactly(9);
        assertThat(ofAll).as("with 7 of the centre").containsExactlyInAnyOrder(7 + 7, 6, 9);
        ToldGroups.hideEverybody(ofFirst, ofSecond, ofYear, ofAll);
    }

    private void thePapersAreFetched(String report) {
        Browser coordinator = house.browser(Role.COORDINATOR);
        String page = "/reports/" + report;
        assertThat(coordinator.open(page + "/report.pdf").response().asByteArray()).startsWith("%PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.open(page + "/report.xlsx").response().asByteArray()).startsWith("PK".getBytes(StandardCharsets.UTF_8));
        assertThat(coordinator.open(page + "/report.csv").response().asString()).contains("distributed");
        String[] hxl = coordinator.open(page + "/report-hxl.csv").response().asString().split("\r?\n");
        assertThat(hxl[1]).contains("#date+start", "#adm1+name");
        assertThat(String.join("\n", hxl)).contains("#reached", "#item").doesNotContain("House Linden", "Family Willow");
    }

    void strangersReadHowToGetHelp() {
        put("organisations/mine/help", Map.of(
                "version", 0, "shown", true, "telephones", List.of("+77000000000"), "whatsapp", "+77000000000",
                "telegram", "kindtrail_help", "email", "help@example.org",
                "texts", Map.of("en", "You can call us, whatever happened.", "ru", "Звоните нам.")));
        Browser stranger = Browser.stranger().open("/get-help/" + house.code);
        assertThat(stranger.text()).contains("whatever happened", "Звоните", "help@example.org");
        assertThat(stranger.page().select("a[href*=kindtrail_help]")).hasSize(1);
        assertThat(stranger.page().select("a[href^=tel:]")).isNotEmpty();
        InJson told = Doors.good("get-help", given().get("/api/v1/get-help/" + house.code));
        assertThat(told.getList("telephones")).hasSize(1);
    }

    /** @return the code of the list */
    String strangersReadWhatIsMissing() {
        String asked = here.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", shelter, "forWhom", "11 men", "drive", drive,
                        "lines", List.of(Map.of("item", "warm-jumpers-man", "sizes", List.of("L"), "quantity", 11))))
                .getString("code");
        here.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", drive, "place", house.site,
                "lines", List.of(Map.of("item", "warm-jumpers-man", "size", "L", "grade", "good", "quantity", 7))));
        here.post(Role.DISTRIBUTOR, "allocations", Map.of("need", asked));
        String list = here.post(Role.COORDINATOR, "wish-lists", Map.of("title", "For a warm winter", "drive", drive)).getString("code");
        InJson wishes = Doors.good("wishes", given().get("/api/v1/wishes/" + list));
        assertThat(wishes.getInt("lines[0].wanted")).isEqualTo(11);
        assertThat(wishes.getInt("lines[0].missing")).isEqualTo(4);
        assertThat(wishes.toString()).doesNotContain("House Linden", shelter, region);
        assertThat(Browser.stranger().open("/wishes/" + list).text()).contains("11", "4 still missing").doesNotContain("House Linden");
        return list;
    }
}
