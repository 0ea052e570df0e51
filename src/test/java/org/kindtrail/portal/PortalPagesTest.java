package org.kindtrail.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class PortalPagesTest extends APartner {
    @jakarta.inject.Inject
    Codes codes;

    private Browser cameInBy(String key) {
        Browser browser = Browser.stranger().open("/q/" + key);
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.cookies()).doesNotContainKey("kindtrail_session");
        assertThat(browser.page().text()).doesNotContain(house.name, ALIAS, shelter, "night shift");
        return browser.fill("Come in").send();
    }

    @Test
    void aPartnerAsksAndConfirmsOnPagesThatShowNothingElse() {
        needs.jumpers(house, "L", 20, 3);
        Browser browser = browser();
        assertThat(browser.location()).isEqualTo("/");
        assertThat(browser.follow().location()).isEqualTo("/portal");
        assertThat(browser.follow().heading()).isEqualTo("What you need, and what is coming");
        assertThat(browser.page().select("header nav a").eachAttr("href")).containsExactly("/portal", "/me");
        browser.open("/portal/needs/new").fill("Ask for it").set("forWhom", "11 adult men").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        browser.fill("Ask for it")
                .choose("How urgent it is", "urgent")
                .set("lines[1].item", "Warm jumpers, man")
                .set("lines[1].quantity", "11")
                .set("lines[1].sizes", "L")
                .send();
        String need = browser.location().replace("/portal/needs/", "");
        assertThat(browser.follow().text()).contains("11 adult men", "Warm jumpers, man, L", "asked for 11").doesNotContain(ALIAS, shelter);
        assertThat(browser.open("/portal/stock").text()).contains("Warm jumpers, man", "L: 20").doesNotContain("Shelf", "School");
        String dispatch = sent(need);
        assertThat(browser.open("/portal").text()).contains("11 adult men: on its way");
        browser.open("/portal/dispatches/" + dispatch).fill("This is what arrived").set("lines[0].received", "12.5").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("This is what arrived").set("lines[0].received", "11").set("thanks", "We are <b>warm</b>").send();
        assertThat(browser.follow().text()).contains("arrived", "11 arrived").doesNotContain("Secret van", "Bolat");
        assertThat(house.browser(Role.COORDINATOR).open("/thanks").text()).contains("We are <b>warm</b>");
        assertThat(browser.open("/portal/needs").text()).contains("11 adult men");
        assertThat(browser.open("/portal/dispatches").text()).contains(dispatch);
        for (String shut : List.of("/needs", "/needs/" + need, "/recipients/" + shelter, "/stock", "/organisation/logo/image", "/dispatches/" + dispatch)) {
            assertThat(browser.open(shut).status()).as(shut).isEqualTo(403);
        }
        assertThat(browser.open("/me").text()).contains("Head of the shelter", "Change the password");
    }

    @Test
    void aLinkLetsInByAPressAndIsWithdrawnAtOnce() {
        Map<String, String> link = link(90);
        Browser browser = cameInBy(link.get("key"));
        assertThat(browser.location()).isEqualTo("/portal");
        assertThat(browser.follow().status()).isEqualTo(200);
        assertThat(browser.open("/me").text()).contains("You came in by a link").doesNotContain("Old password", "Tokens");
        Browser coordinator = house.browser(Role.COORDINATOR).open("/recipients/" + shelter + "/partners");
        assertThat(coordinator.text()).contains("Telephone of the night shift", "by link, until", "Head of the shelter");
        coordinator.fill("Withdraw").send();
        assertThat(coordinator.status()).isEqualTo(303);
        assertThat(coordinator.follow().page().select("td[data-label=Access]").eachText()).contains("ended");
        assertThat(browser.open("/portal").location()).startsWith("/login");
        assertThat(Browser.stranger().open("/q/" + link.get("key")).status()).isEqualTo(404);
        assertThat(house.browser(Role.COORDINATOR).open("/recipients/" + shelter).page().text()).contains("link given", "link withdrawn");
    }

    @Test
    void aCoordinatorGivesANewPasswordOnAPage() {
        Browser before = browser().follow();
        Browser coordinator = house.browser(Role.COORDINATOR).open("/recipients/" + shelter + "/partners");
        coordinator.open(coordinator.page().selectFirst("td a.button").attr("href"));
        assertThat(coordinator.heading()).isEqualTo("New password for Head of the shelter");
        coordinator.fill("Set the password and end their sessions and tokens").type("New password", "short").send();
        assertThat(coordinator.status()).isEqualTo(422);
        assertThat(coordinator.title()).startsWith("Error:");
        assertThat(coordinator.page().html()).doesNotContain("value=\"short\"");
        coordinator.fill("Set the password and end their sessions and tokens").type("New password", "forty other bags").send();
        assertThat(coordinator.status()).isEqualTo(303);
        assertThat(coordinator.follow().page().text()).contains("given a new password");
        assertThat(before.open("/portal").location()).startsWith("/login");
        Browser again = Browser.stranger().open("/login");
        again.fill("Sign in").set("_name", name).set("_password", "forty other bags").send();
        assertThat(again.follow().follow().heading()).isEqualTo("What you need, and what is coming");
        String elsewhere = "/recipients/" + other + "/partners/" + name + "/password";
        assertThat(coordinator.open(elsewhere).status()).isEqualTo(404);
        assertThat(house.browser(Role.DISTRIBUTOR).open(elsewhere.replace(other, shelter)).status()).isEqualTo(403);
        assertThat(organisations.open().browser(Role.COORDINATOR).open(elsewhere.replace(other, shelter)).status()).isEqualTo(404);
    }

    @Test
    void aLinkIsShownOnceAndOnlyItsHashIsKept() {
        Browser coordinator = house.browser(Role.COORDINATOR).open("/recipients/" + shelter + "/partners");
        coordinator.fill("Make a link").set("whoHasIt", "Night shift").set("days", "400").send();
        assertThat(coordinator.status()).isEqualTo(422);
        coordinator.fill("Make a link").set("days", "30").send();
        assertThat(coordinator.status()).isEqualTo(200);
        String address = coordinator.page().selectFirst("textarea").text();
        String key = address.substring(address.lastIndexOf('/') + 1);
        assertThat(Code.read(CodeKind.PARTNER_LINK, key)).contains(key);
        assertThat(coordinator.page().select("svg")).isNotEmpty();
        String kept = QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select link_hash from person where display_name = 'Night shift' and organisation_id = ?1", String.class)
                .setParameter(1, house.id)
                .getSingleResult());
        assertThat(kept).isEqualTo(Code.hash(key));
        assertThat(cameInBy(key).location()).isEqualTo("/portal");
        assertThat(coordinator.open("/recipients/" + shelter + "/partners").page().html()).doesNotContain(key);
    }

    @Test
    void wrongLinksAreSlowedDownAndAnOldOneIsOver() {
        Map<String, String> link = link(1);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update person set link_ends_at = ?1 where name = ?2")
                .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1))
                .setParameter(2, link.get("name"))
                .executeUpdate());
        assertThat(Browser.stranger().open("/q/" + link.get("key")).status()).isEqualTo(404);
        int status = 0;
        for (int i = 0; i < 10 && status != 429; i++) {
            status = given().redirects().follow(false).accept("text/html").get("/q/" + codes.next(CodeKind.PARTNER_LINK)).statusCode();
        }
        assertThat(status).isEqualTo(429);
        // what has not the form of a key asks nothing
        assertThat(given().accept("text/html").get("/q/nonsense").statusCode()).isEqualTo(404);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionOfALinkEndsWithIt() {
        Map<String, String> link = link(1);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update person set link_ends_at = ?1 where name = ?2")
                .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5))
                .setParameter(2, link.get("name"))
                .executeUpdate());
        assertThat(cameInBy(link.get("key")).location()).isEqualTo("/portal");
        Number late = QuarkusTransaction.requiringNew().call(() -> (Number) database.createNativeQuery(
                        "select count(*) from access a join person p on p.id = a.person_id where p.name = ?1 and a.expires_at > p.link_ends_at")
                .setParameter(1, link.get("name"))
                .getSingleResult());
        assertThat(late.longValue()).isZero();
    }

    @Test
    void whoIsServedNoLongerOrWasErasedComesInNoMore() {
        Browser byLink = cameInBy(link(90).get("key")).follow();
        Browser byPassword = browser();
        house.program(Role.COORDINATOR).post("/api/v1/recipients/" + shelter + "/retire").then().statusCode(200);
        assertThat(byLink.open("/portal").location()).startsWith("/login");
        assertThat(byPassword.open("/portal").location()).startsWith("/login");
        assertThat(browser().status()).isEqualTo(422);
        partner().get("/api/v1/portal/needs").then().statusCode(401);
        Browser coordinator = house.browser(Role.COORDINATOR).open("/recipients/" + shelter + "/partners");
        assertThat(coordinator.text()).doesNotContain("Make a link");
        house.program(Role.COORDINATOR).body(Map.of("displayName", "x")).post("/api/v1/recipients/" + shelter + "/partner-links").then().statusCode(409);

        house.program(Role.COORDINATOR).body(Map.of("address", "Poplar Street 4")).put("/api/v1/recipients/" + other + "/sealed").then().statusCode(200);
        String key = house.program(Role.COORDINATOR).body(Map.of("displayName", "x")).post("/api/v1/recipients/" + other + "/partner-links").as(InJson.class, InJson.READ).get("key");
        Browser erased = cameInBy(key).follow();
        assertThat(erased.status()).isEqualTo(200);
        house.browser(Role.COORDINATOR).open("/recipients/" + other + "/sealed").fill("Erase for ever").send();
        assertThat(erased.open("/portal").location()).startsWith("/login");
    }

    @Test
    void aLinkHasNoSecondFactorAndOpensNothingWhereOneIsRequired() {
        Map<String, String> link = link(90);
        Browser before = cameInBy(link.get("key")).follow();
        try {
            require("PARTNER");
            assertThat(Browser.stranger().open("/q/" + link.get("key")).status()).isEqualTo(409);
            assertThat(before.open("/portal").location()).isEqualTo("/me/second-factor");
            assertThat(browser().follow().location()).isEqualTo("/me/second-factor");
            house.program(Role.COORDINATOR).body(Map.of("displayName", "x")).post("/api/v1/recipients/" + shelter + "/partner-links").then().statusCode(409);
        } finally {
            require("");
        }
        assertThat(before.open("/portal").status()).isEqualTo(200);
    }

    private void require(String roles) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update installation set second_factor_roles = ?1")
                .setParameter(1, roles)
                .executeUpdate());
    }
}
