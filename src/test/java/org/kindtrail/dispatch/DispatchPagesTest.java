package org.kindtrail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class DispatchPagesTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    PromisedGoods goods;

    @Inject
    Codes codes;

    @Inject
    EntityManager database;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        forgetGuesses();
        house = organisations.open();
    }

    @AfterEach
    void forgetGuesses() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private Browser prepared(PromisedGoods.Promised promised) {
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches").click("Prepare a dispatch");
        browser.fill("Prepare it").set("need", promised.need()).send();
        assertThat(browser.status()).isEqualTo(303);
        return browser.follow();
    }

    private Browser departed(PromisedGoods.Promised promised) {
        Browser browser = prepared(promised);
        browser.fill("Everything is loaded").send().follow();
        return browser.fill("It leaves now").type("Vehicle", "123 ABC 02").type("Driver", "Driver <b>X</b>").send().follow();
    }

    private static String keyOn(Browser browser) {
        return browser.page().select(".done .code").text();
    }

    private static String codeOn(Browser browser) {
        return browser.page().select("h1 .code").text();
    }

    @Test
    void aDistributorSendsADispatchOnItsWayAndConfirmsItWithOnePress() {
        var promised = goods.jumpers(house, 12, 5);
        Browser browser = prepared(promised);
        assertThat(browser.text()).contains("being picked", PromisedGoods.ALIAS, "Jumpers, man, L", "12 pieces");
        browser.fill("Everything is loaded").send().follow();
        browser.fill("It leaves now").send().follow();
        assertThat(browser.text()).contains("on its way");
        assertThat(browser.page().select(".button.main").text()).isEqualTo("Waybill");
        browser.click("Confirm its arrival");
        browser.fill("This is what arrived").send().follow();
        assertThat(browser.text()).contains("arrived", "as sent", "History", "arrival confirmed");
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 17L);
        browser.click("See what arrived");
        assertThat(browser.heading()).startsWith("Arrival E-");
        assertThat(browser.open("/dispatches?state=delivered").text()).contains(PromisedGoods.ALIAS);
        assertThat(browser.open("/dispatches?state=delivered&format=csv").response().asString()).contains(promised.need());
    }

    @Test
    void countsThatDifferAreShownInWordsAndTheConfirmationCanBeReversed() {
        var promised = goods.jumpers(house, 12);
        Browser browser = departed(promised);
        String code = codeOn(browser);
        browser.click("Confirm its arrival");
        browser.fill("This is what arrived").set("lines[0].received", "10").set("lines[0].damaged", "1").type("Words to", "Thank <b>you</b> {all}").send().follow();
        assertThat(browser.text()).contains("10 arrived, 2 short, 1 damaged");
        browser = house.browser(Role.COORDINATOR).open("/dispatches/" + code).click("See what arrived");
        browser.fill("Reverse the confirmation").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Reverse the confirmation").type("Why", "Wrong paper").send().follow();
        assertThat(browser.text()).contains("on its way", "because: Wrong paper");
        assertThat(goods.counts(promised)).containsExactly(0L, 12L, 0L);
        browser.fill("It came back: end it").type("Why", "Nobody was there").send().follow();
        assertThat(browser.text()).contains("cancelled", "because: Nobody was there");
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aFormWithWrongCountsComesBackWithEverythingTyped() {
        Browser browser = departed(goods.jumpers(house, 12)).click("Confirm its arrival");
        browser.fill("This is what arrived").set("lines[0].received", "twelve").set("lines[0].damaged", "-1").type("Day of", "1999-01-01").type("Words to", "x".repeat(1001)).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().select(".faults a").eachAttr("href"))
                .contains("#lines[0].received", "#lines[0].damaged", "#receivedOn", "#thanks");
        assertThat(browser.page().getElementById("lines[0].received").val()).isEqualTo("twelve");
        for (String wrong : List.of("1000000000000", "9223372036854775808", "1.5", "\u0663", "", "121")) {
            browser.fill("This is what arrived").set("lines[0].received", wrong).set("lines[0].damaged", "0").type("Day of", LocalDate.now().toString()).type("Words to", "").send();
            assertThat(browser.status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void theWaybillBearsTheKeyOnlyForWhoHasJustMadeItAndNeverMoreThanTheCodeOfTheRecipient() {
        Browser browser = departed(goods.jumpers(house, 12));
        String code = codeOn(browser);
        String key = keyOn(browser);
        assertThat(key).matches("K[0-9A-Z]{3}(-[0-9A-Z]{4}){3}");
        browser.open("/dispatches/" + code + "/waybill");
        String recipient = house.program(Role.DISTRIBUTOR).get("/api/v1/dispatches/" + code).as(InJson.class, InJson.READ).get("recipient");
        assertThat(browser.text()).contains(key, recipient, "123 ABC 02", "Driver <b>X</b>", "12 pieces", "Loaded by", "School hall", house.name);
        assertThat(browser.text()).doesNotContain(PromisedGoods.ALIAS, "Dispatch region", "shelter");
        assertThat(browser.page().select("svg.qr path")).hasSize(2);
        Browser other = house.browser(Role.COORDINATOR).open("/dispatches/" + code + "/waybill");
        assertThat(other.text()).doesNotContain(key).contains("/k");
        assertThat(other.open("/dispatches/" + code).text()).doesNotContain(key);
        assertThat(goods.whereKept(key)).isEmpty();
    }

    @Test
    void aNewKeyIsMadeAndTheOldOneOpensNothing() {
        Browser browser = departed(goods.jumpers(house, 12));
        String old = keyOn(browser);
        browser.fill("Make a new key").send().follow();
        String fresh = keyOn(browser);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(Browser.stranger().open("/k/" + old).status()).isEqualTo(404);
        assertThat(Browser.stranger().open("/k/" + fresh).status()).isEqualTo(200);
    }

    @Test
    void thePickingListFollowsTheWayThroughTheSite() {
        Browser browser = prepared(goods.jumpers(house, 3, 4, 5)).click("Picking list");
        assertThat(browser.page().select("tbody tr td:nth-child(2)").eachText())
                .containsExactly("School hall, Shelf A", "School hall, Shelf B", "School hall, Shelf B");
        assertThat(browser.page().select("tbody .tick")).hasSize(3);
    }

    @Test
    void aLineTakenBackOnTheNeedIsShownAndStaysBehind() {
        var promised = goods.jumpers(house, 3, 4);
        Browser browser = prepared(promised);
        String code = codeOn(browser);
        goods.takeBackOnNeed(house, promised.allocations().get(0));
        browser.open("/dispatches/" + code);
        assertThat(browser.text()).contains("One line stays here", "The promise was taken back");
        browser.fill("Everything is loaded").send().follow();
        browser.fill("It leaves now").send().follow();
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.text()).contains("left behind");
    }

    @Test
    void theReceiverConfirmsWithTheKeyAndWithoutAnAccount() {
        var promised = goods.jumpers(house, 12, 5);
        String key = keyOn(departed(promised));
        Browser receiver = Browser.stranger().open("/k");
        assertThat(receiver.page().select("form").attr("action")).isEqualTo("/k");
        receiver.open("/k?code=" + key.toLowerCase().replace("-", "%20")).follow();
        assertThat(receiver.heading()).isEqualTo("What arrived?");
        assertThat(receiver.text()).contains("Jumpers, man, L", "12 pieces");
        assertThat(receiver.response().asString()).doesNotContain(PromisedGoods.ALIAS, house.name, promised.need(), "School", "Shelf", promised.lots().get(0));
        assertThat(receiver.title()).doesNotContain(key);
        var form = receiver.fill("This is what arrived").set("lines[0].received", "10").type("Words to", "Thank you");
        assertThat(form.send().location()).isEqualTo("/k/thanks");
        assertThat(form.send().location()).isEqualTo("/k/thanks");
        receiver.follow();
        assertThat(receiver.heading()).isEqualTo("Thank you");
        receiver.open("/k/" + key);
        assertThat(receiver.heading()).isEqualTo("This arrival is confirmed");
        assertThat(receiver.text()).doesNotContain("Jumpers");
        assertThat(goods.counts(promised)).containsExactly(0L, 0L, 15L);
        assertThat(goods.whereKept(key)).isEmpty();
    }

    @Test
    void aStaleFormOfTheReceiverIsToldThatItWasConfirmed() {
        Browser house1 = departed(goods.jumpers(house, 12));
        String key = keyOn(house1);
        Browser receiver = Browser.stranger().open("/k/" + key);
        house1.click("Confirm its arrival").fill("This is what arrived").send();
        receiver.fill("This is what arrived").send();
        assertThat(receiver.status()).isEqualTo(409);
        assertThat(receiver.heading()).isEqualTo("This arrival is confirmed");
    }

    @Test
    void wrongKeysAreAnsweredClearlyAndThenSlowedDown() {
        Browser receiver = Browser.stranger().open("/k?code=" + codes.next(CodeKind.TRACKING));
        assertThat(receiver.status()).isEqualTo(422);
        assertThat(receiver.text()).contains("opens nothing");
        assertThat(receiver.open("/k/%7Bconfig%7D%3Cb%3E").status()).isEqualTo(404);
        // neither could be a key, so neither was a guess
        for (int i = 0; i < 5; i++) {
            assertThat(receiver.open("/k?code=" + codes.next(CodeKind.CONFIRMATION)).status()).isEqualTo(422);
        }
        assertThat(receiver.open("/k/" + codes.next(CodeKind.CONFIRMATION)).status()).isEqualTo(429);
    }

    @Test
    void aCoordinatorReadsThanksAndDecides() {
        departed(goods.jumpers(house, 12)).click("Confirm its arrival").fill("This is what arrived").type("Words to", "Thank <b>you</b> {config:x}").send();
        Browser browser = house.browser(Role.COORDINATOR).open("/thanks");
        assertThat(browser.page().select("blockquote").text()).isEqualTo("Thank <b>you</b> {config:x}");
        assertThat(browser.text()).contains("no name");
        browser.fill("Show it to the givers").send().follow();
        assertThat(browser.page().select("blockquote")).isEmpty();
        browser.open("/thanks?state=approved").fill("Keep it here").send().follow();
        assertThat(browser.open("/thanks?state=declined").page().select("blockquote")).hasSize(1);
        assertThat(house.browser(Role.DISTRIBUTOR).open("/thanks").status()).isEqualTo(403);
    }

    @Test
    void pagesAreNotForVolunteersNorForOtherOrganisations() {
        String code = codeOn(prepared(goods.jumpers(house, 12)));
        for (String page : List.of("", "/picking", "/waybill", "/confirm")) {
            assertThat(house.browser(Role.VOLUNTEER).open("/dispatches/" + code + page).status()).isEqualTo(403);
            assertThat(organisations.open().browser(Role.COORDINATOR).open("/dispatches/" + code + page).status()).isEqualTo(404);
        }
        assertThat(house.browser(Role.DISTRIBUTOR).open("/dispatches/" + code + "/waybill").status()).isEqualTo(409);
    }

    @Test
    void aPageTakesTheSameNumberOfStatementsHoweverManyLinesThereAre() {
        String few = codeOn(prepared(goods.jumpers(house, 1, 2)));
        String many = codeOn(prepared(goods.jumpers(house, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + few);
        for (String page : List.of("", "/picking", "/confirm")) {
            int forFew = RoundTrips.during(() -> browser.open("/dispatches/" + few + page)).statements();
            int forMany = RoundTrips.during(() -> browser.open("/dispatches/" + many + page)).statements();
            assertThat(forMany).as(page).isEqualTo(forFew).isLessThanOrEqualTo(4);
        }
        int list = RoundTrips.during(() -> browser.open("/dispatches")).statements();
        assertThat(list).isLessThanOrEqualTo(2);
    }
}
