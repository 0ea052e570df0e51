package org.kindtrail.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindtrail.need.ShelterNeeds.line;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class NeedPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds given;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private Browser at(String need) {
        return house.browser(Role.DISTRIBUTOR).open("/needs/" + need);
    }

    private void promiseAll(String need) {
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", need))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201);
    }

    @Test
    void distributorPostsANeedAndMeetsItWithOnePress() {
        given.shelter(house);
        given.jumpers(house, "L", 4, 3);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs").click("Post a need");
        browser.fill("Post the need")
                .choose("Recipient", "Shelter by the river")
                .type("For whom", "11 <b>adult</b> men {config:x}")
                .set("lines[0].item", "Warm jumpers, man")
                .set("lines[0].quantity", "11")
                .set("lines[0].sizes", "m-xl")
                .set("lines[2].category", "shoes")
                .set("lines[2].quantity", "3")
                .set("lines[2].sizes", "40-42")
                .send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo("11 <b>adult</b> men {config:x}");
        assertThat(browser.text())
                .contains("1. Warm jumpers, man, M, L, XL", "40, 41, 42", "Nothing in stock fits")
                .doesNotContain("Prepare a dispatch");
        browser.fill("Promise 4 for line 1, oldest first").send().follow();
        assertThat(browser.text()).contains("promised 4", "missing 7", "4 Warm jumpers, man, L, good");
        assertThat(browser.page().selectFirst("form[action=/dispatches] input[name=need]").val()).startsWith("N-");
        browser.fill("Take back").send().follow();
        assertThat(browser.text()).contains("promised 0", "taken back").doesNotContain("Prepare a dispatch");
        browser.fill("Promise all that fits, oldest first").send().follow();
        assertThat(browser.text()).contains("promised 4");
        assertThat(browser.open("/needs").page().select("tbody td").eachText()).contains("14", "4", "Shelter by the river");
    }

    @Test
    void theFormComesBackWithEverythingThatWasTypedAndMoreLines() {
        given.shelter(house);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/new");
        browser.fill("More lines")
                .type("For whom", "kept")
                .set("lines[1].item", "Towels")
                .set("lines[1].sizes", "as typed")
                .send();
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().getElementById("forWhom").val()).isEqualTo("kept");
        assertThat(browser.page().select("fieldset:not(#people)")).hasSize(6);
        assertThat(browser.page().getElementById("lines[0].item").val()).isEqualTo("Towels");
        browser.fill("Post the need").set("lines[0].quantity", "1.5").set("lines[4].item", "Unicorns").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href"))
                .contains("#recipient", "#lines[0].quantity", "#lines[1].item");
        assertThat(browser.page().getElementById("lines[0].sizes").val()).isEqualTo("as typed");
        assertThat(browser.page().getElementById("lines[1].item").val()).isEqualTo("Unicorns");
        assertThat(browser.page().select("fieldset:not(#people)")).hasSize(6);
    }

    @Test
    void aNeedOfNothingIsRefused() {
        given.shelter(house);
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs/new");
        browser.fill("Post the need").choose("Recipient", "Shelter by the river").type("For whom", "11 men").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Ask for at least one thing.");
    }

    @Test
    void whatIsPickedIsPromisedAndAnythingElseSaidBesideItsField() {
        String jumpers = given.jumpers(house, "L", 4, 3);
        given.stock(house, house.shelfB, "towels", null, null, Grade.NEW, 30, 1);
        String need = given.need(house, line("warm-jumpers-man", 11, "L"), line("towels", 22));
        Browser browser = at(need);
        String jumperField = "take.1." + jumpers + "." + house.shelfA;
        browser.fill("Promise these").set(jumperField, "two").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).containsExactly("#" + jumperField);
        assertThat(browser.page().getElementById(jumperField).val()).isEqualTo("two");
        browser.fill("Promise these").set(jumperField, "0").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Promise these").set(jumperField, "").send();
        assertThat(browser.text()).contains("Type how many beside at least one of these.");
        browser.fill("Promise these").set(jumperField, "2").send().follow();
        assertThat(browser.text()).contains("promised 2", "2 free at School hall, Shelf A");
    }

    @Test
    void whenSomebodyElseWasFasterThePageShowsHowItIsNowAndWhatWasTyped() {
        String jumpers = given.jumpers(house, "L", 4, 3);
        String mine = given.need(house, line("warm-jumpers-man", 4, "L"));
        String theirs = given.need(house, line("warm-jumpers-man", 4, "L"));
        Browser browser = at(mine);
        String field = "take.1." + jumpers + "." + house.shelfA;
        var picking = browser.fill("Promise these").set(field, "4");
        var oldest = at(mine).fill("Promise 4 for line 1, oldest first");
        promiseAll(theirs);
        picking.send();
        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().selectFirst(".faults").text())
                .contains("Of " + jumpers + ", 4 are at School hall, Shelf A, 4 of them promised to " + theirs);
        assertThat(browser.text()).contains("promised 0", "Nothing in stock fits", "Nothing of it is free any more");
        assertThat(browser.page().getElementById(field).val()).isEqualTo("4");
        Browser late = oldest.send();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().selectFirst(".faults").text()).contains("nothing is free", theirs);
    }

    @Test
    void aDoubleClickPromisesOnce() {
        given.jumpers(house, "L", 8, 3);
        String need = given.need(house, line("warm-jumpers-man", 8, "L"));
        String promised = "/needs/" + need;
        var form = at(need).fill("Promise 8 for line 1, oldest first");
        assertThat(form.send().location()).isEqualTo(promised);
        assertThat(form.send().location()).isEqualTo(promised);
        assertThat(at(need).text()).contains("promised 8");
    }

    @Test
    void whatLiesReadyOnADispatchIsTakenOffThere() {
        given.jumpers(house, "L", 4, 3);
        String need = given.need(house, line("warm-jumpers-man", 4, "L"));
        promiseAll(need);
        Browser browser = at(need);
        var takeBack = at(need).fill("Take back");
        browser.fill("Prepare a dispatch").send();
        assertThat(browser.location()).startsWith("/dispatches/W-");
        String dispatch = browser.location().substring("/dispatches/".length());
        Browser refused = takeBack.send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().selectFirst(".faults").text()).contains("is on dispatch " + dispatch);
        assertThat(refused.text())
                .contains("Go on with dispatch " + dispatch)
                .doesNotContain("Take back", "Prepare a dispatch");
    }

    @Test
    void endsANeedAndOpensItAgain() {
        String need = given.need(house, line("towels", 1));
        Browser browser = at(need);
        browser.fill("Close: enough is met").send().follow();
        assertThat(browser.text()).contains("closed").doesNotContain("End this need");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs").text()).contains("There is no open need");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs?ended=true").text()).contains("11 adult men");
        browser.fill("Open it again").send().follow();
        browser.fill("Withdraw: it is asked for no more").send().follow();
        assertThat(browser.text()).contains("withdrawn");
    }

    @Test
    void othersDoNotSeeIt() {
        String need = given.need(house, line("towels", 1));
        assertThat(house.browser(Role.VOLUNTEER).open("/needs/" + need).status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.DISTRIBUTOR).open("/needs/" + need).status()).isEqualTo(404);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/needs/N-0000-0000").status()).isEqualTo(404);
    }

    @Test
    void theListIsAFileToo() {
        given.need(house, line("towels", 7));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/needs?format=csv");
        assertThat(browser.response().asString()).contains("11 adult men", "Shelter by the river", ",7,0,0,0,");
    }

    @Test
    void thePageAsksTheDatabaseAsOftenForManyLinesAndLotsAsForOne() {
        given.jumpers(house, "L", 4, 3);
        String small = given.need(house, line("warm-jumpers-man", 1, "L"));
        String large = given.need(
                house,
                line("warm-jumpers-man", 90, "L", "XL"),
                line("warm-jumpers-man", 90),
                Map.of("category", "tops", "quantity", 90),
                Map.of("category", "shoes", "quantity", 9, "sizes", List.of("42")),
                line("towels", 90));
        for (int i = 0; i < 12; i++) {
            given.jumpers(house, "XL", 1, i);
            given.stock(house, house.shelfB, "towels", null, null, Grade.NEW, 2, i);
        }
        promiseAll(small);
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", large, "line", 5, "quantity", 20))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201);
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", small, "line", 1))
                .post("/api/v1/allocations")
                .then()
                .statusCode(409);
        String one = given.need(house, line("warm-jumpers-man", 2, "XL"));
        house.program(Role.DISTRIBUTOR)
                .body(Map.of("need", one, "line", 1, "quantity", 1))
                .post("/api/v1/allocations")
                .then()
                .statusCode(201);
        Browser browser = house.browser(Role.DISTRIBUTOR);
        browser.open("/needs/" + one);
        RoundTrips.Count few = RoundTrips.during(() -> browser.open("/needs/" + one));
        RoundTrips.Count many = RoundTrips.during(() -> browser.open("/needs/" + large));
        assertThat(browser.page().select(".pick")).hasSizeGreaterThan(40);
        assertThat(many.sql()).hasSameSizeAs(few.sql());
        assertThat(many.statements()).isLessThanOrEqualTo(12);
        RoundTrips.Count list = RoundTrips.during(() -> browser.open("/needs"));
        assertThat(list.statements()).isLessThanOrEqualTo(6);
    }

    @Test
    void promisingManyLotsTakesAsManyRoundTripsAsPromisingOne() {
        String few = given.need(house, line("warm-jumpers-man", 1));
        String many = given.need(house, line("warm-jumpers-man", 30));
        for (int i = 0; i < 31; i++) {
            given.jumpers(house, "L", 1, i);
        }
        house.token(Role.DISTRIBUTOR);
        RoundTrips.Count one = RoundTrips.during(() -> promiseAll(few));
        RoundTrips.Count thirty = RoundTrips.during(() -> promiseAll(many));
        assertThat(withoutNumbers(thirty)).hasSameSizeAs(withoutNumbers(one));
    }

    /** Numbers are fetched by the fifty, so it is by chance in which request. */
    private static List<String> withoutNumbers(RoundTrips.Count count) {
        return count.sql().stream().filter(sql -> !sql.matches("(?i)(?s).*(?:nextval|next value).*")).toList();
    }
}
