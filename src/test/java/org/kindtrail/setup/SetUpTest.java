package org.kindtrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** The first visit, on a service and a database that nobody else uses; an installation is set up once, so order counts. */
@HouseTest
@TestProfile(SetUpTest.Empty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTest {
    /** Being another profile is all it is for: the service starts anew with an empty database. */
    public static class Empty implements QuarkusTestProfile {}

    @Inject
    SetUpCode setUpCode;

    @Inject
    EntityManager database;

    private static Browser.Filling filled(Browser browser, String code, String name) {
        return browser.open("/setup")
                .fill("Set up")
                .type("Code from the log", code)
                .type("Organisation", "Almaty <friends>")
                .type("First site", "School hall")
                .type("Shown as", "Aigul")
                .type("Name to sign in by", name)
                .type("Password", "a bag for every evening");
    }

    @Test
    @Order(1)
    void everyPageLeadsToTheSetUpAndProgramsGetTheirProblem() {
        for (String page : List.of("/", "/login", "/drives", "/people/new", "/drives?open=true")) {
            assertThat(Browser.stranger().open(page).location()).isEqualTo("/setup");
        }
        Browser setUp = Browser.stranger().open("/setup");
        assertThat(setUp.heading()).isEqualTo("Set up Kindtrail");
        assertThat(setUp.page().select("#country option").first().text()).isEqualTo("Kazakhstan");
        RestAssured.get("/api/v1/drives").then().statusCode(401).contentType("application/problem+json");
        RestAssured.get("/problems/validation").then().statusCode(200);
        RestAssured.get("/q/health").then().statusCode(200);
    }

    @Test
    @Order(2)
    void refusesAWrongCodeAndAnEarlierOneAndKeepsWhatWasTyped() {
        Browser browser = Browser.stranger();
        filled(browser, "0000-0000", "aigul").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().getElementById("organisation").val()).isEqualTo("Almaty <friends>");
        assertThat(browser.page().html()).doesNotContain("a bag for every evening");
        String earlier = setUpCode.announce();
        String latest = setUpCode.announce();
        filled(browser, earlier, "aigul").send();
        assertThat(browser.status()).isEqualTo(422);
        filled(browser, latest, "A b").type("Password", "short").set("timeZone", "Moon").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".faults a").eachAttr("href")).contains("#name", "#password", "#timeZone");
        filled(browser, latest, "aigul").set("_form", "made.up").send();
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void guessingTheCodeIsHeldUp() {
        Browser browser = Browser.stranger();
        int status = 0;
        for (int guess = 0; guess < 6 && status != 429; guess++) {
            status = filled(browser, "0000-000" + guess, "aigul").send().status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(browser.response().header("Retry-After")).isNotNull();
        assertThat(browser.page().getElementById("organisation").val()).isEqualTo("Almaty <friends>");
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    @Test
    @Order(4)
    void ofTwoWhoSetUpAtOnceOneWinsAndSignsIn() throws Exception {
        String code = setUpCode.announce().toLowerCase().replace("-", " ");
        List<Callable<Integer>> both = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            Browser.Filling form = filled(Browser.stranger(), code, name);
            both.add(() -> form.send().status());
        }
        var threads = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(both)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        Browser winner = Browser.stranger().open("/login");
        winner.fill("Sign in")
                .type("Name", answers.get(0) == 303 ? "first" : "second")
                .type("Password", "a bag for every evening")
                .send();
        assertThat(winner.status()).isEqualTo(303);
        assertThat(winner.open("/organisation").heading()).isEqualTo("Almaty <friends>");
        assertThat(winner.open("/drives/new").text()).contains("School hall");
        assertThat(winner.open("/administration").text()).contains("Almaty <friends>");
        assertThat(winner.page().select("tbody tr")).hasSize(1);
        assertThat(Browser.stranger().open("/setup").location()).isEqualTo("/");
        assertThat(Browser.stranger().open("/").status()).isEqualTo(200);
    }
}
