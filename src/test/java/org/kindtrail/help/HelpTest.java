package org.kindtrail.help;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.kindtrail.testing.InJson.tells;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class HelpTest {
    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static Map<String, Object> told(Object... more) {
        Map<String, Object> command = new HashMap<>(Map.of(
                "version", 0,
                "shown", true,
                "telephones", List.of("+7 (701) 123-45-67", "+996 555 123 456"),
                "whatsapp", "+7 701 123 45 67",
                "telegram", "https://t.me/kindtrail_help",
                "email", "help@example.org",
                "hours", "9:00-18:00",
                "texts", Map.of("ru", "Мы <b>рядом</b> {config:x}", "ky", "Биз жакынбыз")));
        for (int i = 0; i < more.length; i += 2) {
            command.put((String) more[i], more[i + 1]);
        }
        return command;
    }

    private ValidatableResponse put(Role role, Map<String, Object> command) {
        return house.program(role).body(command).put("/api/v1/organisations/mine/help").then();
    }

    @Test
    void whatACoordinatorTellsEverybodyReadsAndNothingIsLeftInTheBrowser() {
        put(Role.COORDINATOR, told()).statusCode(200).body(tells("version", equalTo(1))).body(tells("help.telephones", contains("+77011234567", "+996555123456")));
        Browser stranger = Browser.stranger().open("/get-help/" + house.code);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.cookies()).isEmpty();
        assertThat(stranger.response().header("Set-Cookie")).isNull();
        assertThat(stranger.response().header("Cache-Control")).isEqualTo("no-store");
        assertThat(stranger.response().header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(stranger.title()).isEqualTo("Contacts - Kindtrail");
        assertThat(stranger.heading()).isEqualTo(house.name);
        assertThat(stranger.page().select("main a").eachAttr("href"))
                .containsExactly(
                        "tel:+77011234567",
                        "tel:+996555123456",
                        "https://wa.me/77011234567",
                        "https://t.me/kindtrail_help",
                        "mailto:help@example.org",
                        "/get-help");
        assertThat(stranger.page().select("blockquote[lang=ru]").text()).isEqualTo("Мы <b>рядом</b> {config:x}");
        assertThat(stranger.page().select("blockquote[lang]")).hasSize(2);
        assertThat(stranger.page().select("h2 span[lang]").eachText())
                .contains("Telephone", "Телефон", "We answer", "Мы отвечаем", "Жауап береміз", "Жооп беребиз");
        stranger.open("/get-help");
        assertThat(stranger.page().select("a[href=/get-help/" + house.code + "]").text()).isEqualTo(house.name);
        assertThat(stranger.page().select("h2 span").eachText()).contains("Kazakhstan", "Казахстан", "Қазақстан");
        assertThat(stranger.cookies()).isEmpty();
        given().get("/api/v1/get-help/" + house.code).then().statusCode(200).body(tells("telegram", equalTo("kindtrail_help")));
        given().get("/api/v1/get-help?limit=500").then().statusCode(200).body(tells("rows.organisation", hasItem(house.code)));
        assertThat(Browser.stranger().open("/").text()).contains("Get help · Получить помощь · Көмек алу · Жардам алуу");
    }

    @Test
    void whatIsNotShownIsNotThere() {
        given().get("/api/v1/get-help/" + house.code).then().statusCode(404);
        put(Role.COORDINATOR, told("shown", false)).statusCode(200);
        given().get("/api/v1/get-help/" + house.code).then().statusCode(404);
        given().get("/api/v1/get-help?limit=500").then().body(tells("rows.organisation", not(hasItem(house.code))));
        given().get("/api/v1/get-help?after=" + house.code).then().statusCode(400);
        assertThat(Browser.stranger().open("/get-help/" + house.code).status()).isEqualTo(404);
        assertThat(Browser.stranger().open("/get-help/" + house.code).cookies()).isEmpty();
        assertThat(house.browser(Role.COORDINATOR).open("/organisation/help/preview").text()).contains("+77011234567");
    }

    @Test
    void theListGoesOnWhereItEnded() {
        put(Role.COORDINATOR, told()).statusCode(200);
        house = organisations.open();
        put(Role.COORDINATOR, told()).statusCode(200);
        List<String> all = InJson.found(given().get("/api/v1/get-help?limit=500").then().extract(), "rows.organisation");
        assertThat(all).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        String after = "";
        for (String each : all) {
            var page = given().get("/api/v1/get-help?limit=1" + after).then().statusCode(200).body(tells("rows.organisation", contains(each)));
            String next = InJson.found(page.extract(), "next");
            after = "&after=" + next;
        }
        assertThat(after).isEqualTo("&after=null");
    }

    @Test
    void whatCannotStandInALinkIsRefused() {
        for (String number : List.of("8 701 123 45 67", "+0701123456", "+7701", "+7701123456789012", "tel:+77011234567", "+7701123456x", "+٧٧٠١١٢٣٤٥٦٧")) {
            refused(told("telephones", List.of(number)), "/telephones/0");
            refused(told("whatsapp", number), "/whatsapp");
        }
        for (String name : List.of("abcd", "a".repeat(33), "1abcde", "ab__cdef", "abcde_", "ab cde", "javascript:alert(1)", "abcde?x=1", "../abcde")) {
            refused(told("telegram", name), "/telegram");
        }
        for (String address : List.of("help", "help@example", "a b@example.org", "help@example.org?bcc=x@example.org", "a@b.org,c@d.org", "a%0d@example.org", "<a@example.org>", "x@" + "a".repeat(250) + ".org")) {
            refused(told("email", address), "/email");
        }
        refused(told("hours", "h".repeat(301)), "/hours");
        refused(told("texts", Map.of("kk", "t".repeat(10_000))), "/texts/kk");
        refused(told("telephones", List.of("+77011234567", "+7 701 123 45 67")), "/telephones/1");
        refused(told("telephones", List.of("+77011234561", "+77011234562", "+77011234563", "+77011234564", "+77011234565", "+77011234566")), "/telephones");
        put(Role.COORDINATOR, Map.of("version", 0, "shown", true)).statusCode(422).body(tells("errors[0].pointer", equalTo("/telephones/0")));
        house.program(Role.COORDINATOR).get("/api/v1/organisations/mine/help").then().body(tells("version", equalTo(0)));
    }

    private void refused(Map<String, Object> command, String pointer) {
        put(Role.COORDINATOR, command).statusCode(422).body(tells("errors.pointer", contains(pointer)));
    }

    @Test
    void onlyCoordinatorsChangeItAndNobodyOverSomebodyElse() {
        put(Role.DISTRIBUTOR, told()).statusCode(403);
        put(Role.COORDINATOR, told()).statusCode(200);
        put(Role.COORDINATOR, told()).statusCode(409);
        put(Role.COORDINATOR, told("version", 1, "hours", "at night")).statusCode(200).body(tells("help.hours", equalTo("at night")));
        put(Role.COORDINATOR, told("version", 2, "shown", false)).statusCode(200);
        given().get("/api/v1/get-help/" + house.code).then().statusCode(404).body(tells("detail", containsString(house.code)));
    }

    @Test
    void aCoordinatorWritesItOnAPageAndLooksAtIt() {
        Browser browser = house.browser(Role.COORDINATOR).open("/organisation").click("The page \"Get help\"");
        browser.fill("Save and look at it").set("shown", "yes").type("Telephone 2", "8 701").type("In Kazakh", "Көмектесеміз").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.title()).startsWith("Error:");
        assertThat(browser.page().getElementById("telephones[1]").val()).isEqualTo("8 701");
        browser.fill("Save and look at it").type("Telephone 2", "+77011234567").send().follow();
        assertThat(browser.text()).contains("+77011234567", "Көмектесеміз", "This is how the page looks");
        browser.click("Change it");
        assertThat(browser.page().getElementById("telephones[0]").val()).isEqualTo("+77011234567");
        assertThat(browser.page().select(".state").text()).isEqualTo("shown");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/organisation/help").status()).isEqualTo(403);
    }
}
