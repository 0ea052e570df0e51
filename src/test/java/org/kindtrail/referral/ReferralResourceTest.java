package org.kindtrail.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.HouseClock;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class ReferralResourceTest extends BetweenHouses {
    @Inject
    EntityManager database;

    @Inject
    HouseClock clock;

    @Inject
    ReferralNotices notices;

    @Test
    void aNeedIsOfferedAcceptedMetInPartAndGivenBack() {
        String path = offered(a, b, need);
        get(a, path).body(tells("state", equalTo("offered"))).body(tells("own", equalTo(true))).body(tells("answers", equalTo(a.name))).body(tells("need", equalTo(need)));
        String told = get(b, path).statusCode(200)
                .body(tells("own", equalTo(false)))
                .body(tells("from", equalTo(a.name)))
                .body(tells("answers", equalTo(a.name)))
                .body(tells("answersSince", notNullValue()))
                .body(tells("need", nullValue()))
                .body(tells("forWhom", equalTo("11 adult men")))
                .body(tells("people[0].number", equalTo(11)))
                .body(tells("people[0].ageBand", equalTo("adult")))
                .body(tells("urgency", equalTo("critical")))
                .body(tells("wantedBy", equalTo("2026-12-20")))
                .body(tells("note", equalTo("They arrive on Friday")))
                .body(tells("kind", equalTo("shelter")))
                .body(tells("country", equalTo("KZ")))
                .body(tells("region", nullValue()))
                .body(tells("lines.asked", contains(11, 4)))
                .body(tells("lines.met", contains(0, 0)))
                .extract()
                .asString();
        assertThat(told).doesNotContain("The secret alias", "Region of", "Poplar", "+7 700", recipient, need);
        assertThat(b.browser(Role.DISTRIBUTOR).open("/").text()).contains("1 need of another organisation waits for your answer");

        String taken = accepted(b, path);
        get(a, path).body(tells("state", equalTo("accepted"))).body(tells("answers", equalTo(b.name))).body(tells("takenState", equalTo("open"))).body(tells("need", equalTo(need)));
        get(b, path).body(tells("answers", equalTo(b.name))).body(tells("need", equalTo(taken)));
        get(a, "/needs/" + need).body(tells("state", equalTo("referred")));
        String made = InJson.found(get(b, "/needs/" + taken).body(tells("lines.missing", contains(11, 4))).body(tells("recipientAlias", equalTo("Passed on to us"))).extract(), "recipient");
        get(b, "/recipients/" + made).body(tells("disclosure", equalTo("hidden"))).body(tells("kind", equalTo("shelter"))).body(tells("sealed", hasSize(0)));
        post(a, "/needs/" + need + "/reopen", "").statusCode(409).body(tells("detail", containsString("Another organisation answers")));
        post(a, "/needs/" + need + "/close", "").statusCode(409);
        needs.jumpers(a, "L", 5, 3);
        post(a, "/allocations", Map.of("need", need)).statusCode(409);

        brings(b, taken, 7);
        String seen = get(a, path).body(tells("lines.met", contains(7, 0))).extract().asString();
        assertThat(seen).doesNotContain("Shelf", "\"B-", taken, made, "Passed on to us");

        post(a, path + "/return", Map.of("reason", "mine")).statusCode(409);
        post(b, path + "/return", Map.of()).statusCode(422);
        post(b, path + "/return", Map.of("reason", "We have no more")).statusCode(200).body(tells("state", equalTo("returned"))).body(tells("answers", equalTo(a.name)));
        get(b, "/needs/" + taken).body(tells("state", equalTo("withdrawn")));
        get(a, "/needs/" + need).body(tells("state", equalTo("open"))).body(tells("lines.asked", contains(4, 4))).body(tells("lines.missing", contains(4, 4)));
        get(a, path).body(tells("reason", equalTo("We have no more"))).body(tells("lines.met", contains(7, 0))).body(tells("answers", equalTo(a.name)));
        get(b, path).body(tells("lines", hasSize(0))).body(tells("people", hasSize(0))).body(tells("note", nullValue()));
        post(b, path + "/return", Map.of("reason", "again")).statusCode(409);
        post(b, path + "/accept", Map.of("alias", "again")).statusCode(409);
        assertThat(a.browser(Role.DISTRIBUTOR).open("/needs/" + need).page().text())
                .contains(a.name + " answers for it, since", "given back by the other organisation", "1: 7/11");
        assertThat(b.browser(Role.DISTRIBUTOR).open("/needs/" + taken).page().text()).contains("it came from " + a.name);
    }

    @Test
    void overSeveralHopsEverybodyAboveSeesWhoAnswersNowAndHowMuchIsMet() {
        String first = offered(a, b, need);
        String atB = accepted(b, first);
        brings(b, atB, 2);
        String second = offered(b, c, atB);
        String since = InJson.found(get(a, first).extract(), "answersSince");
        post(b, "/referrals", Map.of("need", atB, "to", a.code)).statusCode(409);
        String atC = accepted(c, second);
        get(c, "/needs/" + atC).body(tells("lines.missing", contains(9, 4)));
        String now = InJson.found(get(a, first).body(tells("answers", equalTo(c.name))).extract(), "answersSince");
        assertThat(now).isNotEqualTo(since);
        get(b, first).body(tells("answers", equalTo(c.name)));
        get(b, second).body(tells("answers", equalTo(c.name)));
        get(c, first).statusCode(404);
        get(a, second).statusCode(404);
        post(c, "/referrals", Map.of("need", atC, "to", a.code)).statusCode(422).body(tells("errors[0].pointer", equalTo("/to"))).body(tells("errors[0].detail", containsString("in a circle")));
        brings(c, atC, 5);
        get(a, first).body(tells("lines.met", contains(7, 0)));
        get(b, second).body(tells("lines.met", contains(5, 0)));
        post(b, first + "/return", Map.of("reason", "x")).statusCode(409).body(tells("detail", containsString(c.name)));
        post(c, second + "/return", Map.of("reason", "Nothing left")).statusCode(200);
        get(a, first).body(tells("answers", equalTo(b.name))).body(tells("lines.met", contains(7, 0)));
        get(b, "/needs/" + atB).body(tells("lines.missing", contains(4, 4))).body(tells("lines.asked", contains(6, 4)));
        brings(b, atB, 4);
        get(a, first).body(tells("lines.met", contains(11, 0)));
        post(b, first + "/return", Map.of("reason", "The rest is yours")).statusCode(200);
        get(a, "/needs/" + need).body(tells("state", equalTo("open"))).body(tells("lines.asked", contains(0, 4))).body(tells("lines.missing", contains(0, 4)));
    }

    @Test
    void whatIsPromisedOrOnTheWayOrEndedIsNotReferred() {
        needs.jumpers(a, "L", 20, 3);
        post(a, "/allocations", Map.of("need", need, "line", 1, "quantity", 3)).statusCode(201);
        post(a, "/referrals", Map.of("need", need, "to", b.code)).statusCode(409).body(tells("detail", containsString(need))).body(tells("detail", containsString("promised")));
        String dispatch = InJson.found(post(a, "/dispatches", Map.of("need", need)).extract(), "code");
        post(a, "/dispatches/" + dispatch + "/load", "").statusCode(200);
        post(a, "/dispatches/" + dispatch + "/depart", Map.of()).statusCode(200);
        post(a, "/referrals", Map.of("need", need, "to", b.code)).statusCode(409).body(tells("detail", containsString("on their way")));
        post(a, "/deliveries", Map.of("dispatch", dispatch, "allArrived", true)).statusCode(201);
        String path = offered(a, b, need);
        get(b, path).body(tells("lines.asked", contains(8, 4)));
        post(a, "/referrals", Map.of("need", need, "to", c.code)).statusCode(409).body(tells("detail", containsString(b.name)));
        post(a, "/allocations", Map.of("need", need, "line", 1, "quantity", 1)).statusCode(201);
        post(b, path + "/accept", Map.of("alias", "x")).statusCode(409).body(tells("detail", containsString(a.name)));
        get(b, "/needs").body(tells("rows", hasSize(0)));
        post(b, path + "/withdraw", Map.of("reason", "not mine")).statusCode(409);
        post(a, path + "/accept", Map.of("alias", "mine")).statusCode(409);
        post(a, path + "/withdraw", Map.of("reason", "We found some")).statusCode(200).body(tells("state", equalTo("withdrawn")));
        post(b, path + "/accept", Map.of("alias", "x")).statusCode(409);
        String closed = need(a, recipient, Map.of("category", "tops", "quantity", 1));
        post(a, "/needs/" + closed + "/close", "").statusCode(200);
        post(a, "/referrals", Map.of("need", closed, "to", b.code)).statusCode(409);
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        post(a, "/referrals", Map.of("need", "N-0000-0000", "to", b.code)).statusCode(422).body(tells("errors[0].pointer", equalTo("/need")));
        post(b, "/referrals", Map.of("need", need, "to", c.code)).statusCode(422).body(tells("errors[0].pointer", equalTo("/need")));
        post(a, "/referrals", Map.of("need", need, "to", a.code)).statusCode(422).body(tells("errors[0].pointer", equalTo("/to")));
        post(a, "/referrals", Map.of("need", need, "to", "H-0000-0000")).statusCode(422);
        post(a, "/referrals", Map.of("need", need, "to", b.code, "note", "x".repeat(10_000))).statusCode(422).body(tells("errors[0].pointer", equalTo("/note")));
        post(a, "/referrals", Map.of("to", b.code)).statusCode(422);
        String path = offered(a, b, need);
        get(c, path).statusCode(404);
        for (String act : List.of("accept", "decline", "withdraw", "return", "details")) {
            post(c, path + "/" + act, act.equals("accept") ? Map.of("alias", "x") : Map.of("reason", "x")).statusCode(404);
        }
        post(b, path + "/accept", Map.of()).statusCode(422);
        post(b, path + "/accept", Map.of("alias", "x", "recipient", recipient(b, "Ours", "group", "region"))).statusCode(422);
        post(b, path + "/accept", Map.of("recipient", recipient)).statusCode(422).body(tells("errors[0].pointer", equalTo("/recipient")));
        post(b, path + "/return", Map.of("reason", "x")).statusCode(409);
        post(a, path + "/details", Map.of("reason", "x")).statusCode(409);
        post(b, path + "/decline", Map.of("reason", " ")).statusCode(422);
        post(b, path + "/decline", Map.of("reason", "No <b>jumpers</b> {w:x}")).statusCode(200).body(tells("state", equalTo("declined"))).body(tells("answers", equalTo(a.name)));
        get(a, path).body(tells("reason", equalTo("No <b>jumpers</b> {w:x}")));
        assertThat(a.browser(Role.DISTRIBUTOR).open(path).text()).contains("No <b>jumpers</b> {w:x}");
        get(a, "/needs/" + need).body(tells("state", equalTo("open"))).body(tells("lines.missing", contains(11, 4)));
        String again = offered(a, c, need);
        get(a, "/referrals?need=" + need).body(tells("rows", hasSize(2)));
        get(a, "/referrals?way=in").body(tells("rows", hasSize(0)));
        get(a, "/referrals?state=offered").body(tells("rows.code", contains(again.replace("/referrals/", ""))));
        get(b, path).body(tells("answers", equalTo(a.name))).body(tells("lines", hasSize(0)));
        a.program(Role.VOLUNTEER).get("/api/v1" + path).then().statusCode(403);
        a.program(Role.DISTRIBUTOR).body(Map.of("reason", "x")).post("/api/v1" + again + "/details").then().statusCode(403);
    }

    @Test
    void sealedDetailsGoOverOnPurposeOnlyAndAreAnOpeningAtBoth() {
        String path = offered(a, b, need);
        String taken = accepted(b, path);
        String theirs = InJson.found(get(b, "/needs/" + taken).extract(), "recipient");
        b.program(Role.DISTRIBUTOR).body(Map.of("why", "to look")).post("/api/v1/recipients/" + theirs + "/openings").then().statusCode(409);
        post(b, path + "/details", Map.of("reason", "give me")).statusCode(409);
        String answer = post(a, path + "/details", Map.of("reason", "They bring it\nthemselves")).statusCode(200)
                .body(tells("detailsHandedOverAt", notNullValue()))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("Poplar", "+7 700");
        a.program(Role.COORDINATOR).get("/api/v1/openings?about=" + recipient).then()
                .body(tells("rows", hasSize(1)))
                .body(tells("rows[0].why", containsString("They bring it themselves")));
        b.program(Role.COORDINATOR).get("/api/v1/openings?about=" + theirs).then().body(tells("rows", hasSize(1))).body(tells("rows[0].why", containsString("referral")));
        b.program(Role.DISTRIBUTOR).body(Map.of("why", "to bring it")).post("/api/v1/recipients/" + theirs + "/openings").then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .body(tells("sealed.address", equalTo("Poplar Street 4 in Exampletown")));
        List<?> bound = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select s.organisation_id from sealed s join recipient r on r.id = s.owner_id where s.owner = 'recipient' and r.code = ?1", Long.class)
                .setParameter(1, theirs)
                .getResultList());
        assertThat(bound).hasSize(2).allMatch(each -> each.equals(b.id));
        get(b, path).body(tells("detailsHandedOverAt", notNullValue()));
    }

    @Test
    void aRecipientThatCameByReferralIsCountedInNoCrowd() {
        String region = "Crowded region " + a.code;
        for (int i = 0; i < 2; i++) {
            a.program(Role.COORDINATOR)
                    .body(Map.of("alias", "S" + i, "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"))
                    .post("/api/v1/recipients").then().statusCode(201);
        }
        String third = a.program(Role.COORDINATOR)
                .body(Map.of("alias", "S2", "kind", "shelter", "country", "KZ", "region", region, "disclosure", "region"))
                .post("/api/v1/recipients").as(InJson.class, InJson.READ).get("code");
        String path = offered(a, b, need(a, third, ShelterNeeds.line("warm-jumpers-man", 1, "L")));
        get(b, path).body(tells("region", equalTo(region))).body(tells("recipientWords", containsString(region)));
        String page = b.browser(Role.DISTRIBUTOR).open(path).text();
        assertThat(page).contains("a shelter in " + region, "Kazakhstan");
        assertThat(page.split(region, -1)).as("the region is said once").hasSize(2);
        String taken = accepted(b, path);
        String made = InJson.found(get(b, "/needs/" + taken).extract(), "recipient");
        get(b, "/recipients/" + made).body(tells("disclosure", equalTo("region"))).body(tells("region", equalTo(region))).body(tells("widened", equalTo(false)));
        a.program(Role.COORDINATOR).post("/api/v1/recipients/" + third + "/retire").then().statusCode(200);
        get(b, "/recipients/" + made).body(tells("widened", equalTo(true)));
    }

    @Test
    void ofTwoAtOnceOneIsFirst() throws Exception {
        String path = offered(a, b, need);
        List<Integer> accepts = together(
                () -> b.program(Role.DISTRIBUTOR).body(Map.of("alias", "one")).post("/api/v1" + path + "/accept").statusCode(),
                () -> b.program(Role.COORDINATOR).body(Map.of("alias", "two")).post("/api/v1" + path + "/accept").statusCode());
        assertThat(accepts).containsExactlyInAnyOrder(200, 409);
        get(b, "/needs").body(tells("rows", hasSize(1)));
        for (int i = 0; i < 4; i++) {
            String again = offered(a, b, need(a, recipient, ShelterNeeds.line("warm-jumpers-man", 1, "L")));
            List<Integer> both = together(
                    () -> b.program(Role.DISTRIBUTOR).body(Map.of("alias", "x")).post("/api/v1" + again + "/accept").statusCode(),
                    () -> a.program(Role.DISTRIBUTOR).body(Map.of("reason", "x")).post("/api/v1" + again + "/withdraw").statusCode());
            assertThat(both).containsExactlyInAnyOrder(200, 409);
            get(a, again).body(tells("state", equalTo(both.get(0) == 200 ? "accepted" : "withdrawn")));
        }
        String late = need(a, recipient, ShelterNeeds.line("warm-jumpers-man", 1, "L"));
        List<Integer> offers = together(
                () -> a.program(Role.DISTRIBUTOR).body(Map.of("need", late, "to", b.code)).post("/api/v1/referrals").statusCode(),
                () -> a.program(Role.DISTRIBUTOR).body(Map.of("need", late, "to", c.code)).post("/api/v1/referrals").statusCode());
        assertThat(offers).containsExactlyInAnyOrder(201, 409);
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : both.invokeAll(List.of(one, other))) {
                statuses.add(each.get());
            }
            return statuses;
        } finally {
            both.shutdown();
        }
    }

    @Test
    void whoOffersReadsOnTheStartPageWhatCameBackUntilSomethingIsDoneAboutIt() throws Exception {
        String declined = offered(a, b, need);
        assertThat(start(a)).doesNotContain("need that you");
        post(b, declined + "/decline", Map.of("reason", "No jumpers")).statusCode(200);
        assertThat(start(a)).contains("1 need that you offered was declined");
        assertThat(start(b)).doesNotContain("need that you", "waits for your answer");
        assertThat(a.browser(Role.VOLUNTEER).open("/").text()).doesNotContain("need that you");
        assertThat(a.browser(Role.DISTRIBUTOR).open("/").click("1 need that you offered was declined: it is with you").text()).contains(b.name);
        String again = offered(a, c, need);
        assertThat(start(a)).doesNotContain("need that you");
        accepted(c, again);
        post(c, again + "/return", Map.of("reason", "Nothing left")).statusCode(200);
        assertThat(start(a)).contains("1 need that you passed on was given back").doesNotContain("was declined");
        clock.at(java.time.Instant.now().plus(java.time.Duration.ofDays(15)), () -> {
            assertThat(a.as(Role.DISTRIBUTOR, () -> notices.notices())).isEmpty();
            return null;
        });
        post(a, "/needs/" + need + "/close", "").statusCode(200);
        assertThat(start(a)).doesNotContain("need that you");
    }

    private static String start(org.kindtrail.testing.AnOrganisation.House house) {
        return house.browser(Role.DISTRIBUTOR).open("/").text();
    }

    @Test
    void listsAndPagesAskTheDatabaseABoundedNumberOfTimes() throws Exception {
        for (int i = 0; i < 4; i++) {
            offered(a, b, need(a, recipient, ShelterNeeds.line("warm-jumpers-man", 1, "L")));
        }
        get(b, "/referrals");
        var listing = RoundTrips.during(() -> get(b, "/referrals").body(tells("rows", hasSize(4))));
        assertThat(listing.statements()).as(String.join("\n", listing.sql())).isLessThan(6);
        String path = offered(a, b, need);
        var taking = RoundTrips.during(() -> accepted(b, path));
        assertThat(taking.statements()).as(String.join("\n", taking.sql())).isLessThan(50);
    }
}
