package org.kindtrail.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/**
 * Everything that anybody logs, at the lowest level, while unmistakable texts go through the house: typed into forms, in
 * addresses, headers, cookies and JSON, right and wrong, accepted and refused.
 */
@Tag("strict")
@HouseTest
class LogsTest {
    private static final List<String> PATHS = List.of(
            "/t/", "/k/", "/t?code=", "/k?code=", "/api/v1/traces/", "/api/v1/confirmations/", "/nothing/", "/find?q=", "/d/");
    private static final String MAIL = "canary.nest@canary-cage.example";
    private static final String TELEPHONE = "+7 701 234 98 76";
    private static final String WORDS = "Kanarienvogel in the attic";
    private static final String PASSWORD = "canaries sing at dawn";

    @Inject
    AnOrganisation organisations;

    @Inject
    Codes codes;

    @Inject
    Problems problems;

    @Inject
    EntityManager database;

    private final LogContext logs = LogContext.getLogContext();
    private static final String CLIENT = "org.apache.http";

    private final Map<String, Level> levels = new HashMap<>();
    private final Keeping bare = new Keeping();
    private final Keeping masked = new Keeping();
    private AnOrganisation.House house;

    /** Keeps what a log would be written. */
    private static final class Keeping extends ExtHandler {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        Keeping() {
            setLevel(Level.ALL);
            setFormatter(new PatternFormatter("%p %c %s%e%n"));
        }

        @Override
        protected void doPublish(ExtLogRecord record) {
            // what the test itself sends is told by its own client
            if (!String.valueOf(record.getLoggerName()).startsWith(CLIENT)) {
                lines.add(getFormatter().format(record));
            }
        }

        String all() {
            // others may log while it is put together
            synchronized (lines) {
                return String.join("", lines);
            }
        }
    }

    @BeforeEach
    void listenToEverything() {
        house = organisations.open();
        for (String name : Collections.list(logs.getLoggerNames())) {
            Logger logger = logs.getLogger(name);
            if (logger.getLevel() != null) {
                levels.put(name, logger.getLevel());
                logger.setLevel(Level.ALL);
            }
        }
        Logger root = logs.getLogger("");
        levels.putIfAbsent("", root.getLevel());
        root.setLevel(Level.ALL);
        // the test's own client would tell every byte that it sends and gets
        levels.putIfAbsent(CLIENT, null);
        logs.getLogger(CLIENT).setLevel(Level.INFO);
        LogHandlers.guard(masked);
        root.addHandler(bare);
        root.addHandler(masked);
    }

    @AfterEach
    void listenNoMore() {
        Logger root = logs.getLogger("");
        root.removeHandler(bare);
        root.removeHandler(masked);
        levels.forEach((name, level) -> logs.getLogger(name).setLevel(level));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    /** As it stands, without spaces and dashes, and percent-encoded; whatever its case. */
    private static Set<String> forms(String canary) {
        Set<String> forms = new TreeSet<>();
        for (String each : List.of(canary, canary.replace("-", ""), canary.replace("-", " "), canary.replace(" ", ""))) {
            forms.add(each.toLowerCase());
            forms.add(java.net.URLEncoder.encode(each, StandardCharsets.UTF_8).toLowerCase());
            forms.add(java.net.URLEncoder.encode(each, StandardCharsets.UTF_8).replace("+", "%20").toLowerCase());
        }
        return forms;
    }

    private void assertSilentOn(String... canaries) {
        String told = masked.all().toLowerCase();
        assertThat(told).as("something was logged at all").isNotEmpty();
        for (String canary : canaries) {
            for (String form : forms(canary)) {
                int at = told.indexOf(form);
                assertThat(at < 0 ? "" : told.substring(Math.max(0, at - 300), Math.min(told.length(), at + 100)))
                        .as("a log tells " + form)
                        .isEmpty();
            }
        }
    }

    @Test
    void keysAreNotToldHoweverTheyAreTypedNorWrongOnes() {
        List<String> keys = new ArrayList<>();
        for (CodeKind kind : CodeKind.values()) {
            if (kind.isKey()) {
                String right = codes.next(kind);
                keys.add(right);
                keys.add(right.substring(0, 18) + (right.endsWith("7") ? "8" : "7"));
            }
        }
        int turn = 0;
        for (String key : keys) {
            for (String typed : forms(key)) {
                for (int i = 0; i < 2; i++) {
                    String path = PATHS.get(turn++ % PATHS.size());
                    given().urlEncodingEnabled(false).redirects().follow(false).get(path + typed.replace(" ", "%20")).then().statusCode(
                            org.hamcrest.Matchers.lessThan(500));
                }
            }
        }
        assertSilentOn(keys.toArray(String[]::new));
    }

    @Test
    void nothingThatSomebodyTypesIsTold() {
        Browser browser = house.browser(Role.COORDINATOR);
        browser.open("/drives/new").fill("Save").type("Title", WORDS).type("What it", MAIL + " " + TELEPHONE).set("endsOn", "nonsense").send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Save").type("First day", "2026-11-01").type("Last day", "2026-12-20").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.follow();
        assertThat(browser.heading()).isEqualTo(WORDS);
        house.program(Role.COORDINATOR).body(Map.of("name", WORDS + MAIL, "unknown", TELEPHONE)).post("/api/v1/donors").then().statusCode(400);
        house.program(Role.COORDINATOR).body("{\"name\": \"" + WORDS + "\", \"x").post("/api/v1/donors").then().statusCode(400);
        house.program(Role.COORDINATOR).body(Map.of("title", WORDS.repeat(50))).post("/api/v1/drives").then().statusCode(422);
        assertThat(bare.all()).as("what the libraries would tell").contains(WORDS);
        assertSilentOn(WORDS, MAIL, TELEPHONE);
    }

    @Test
    void sessionsTokensAndPasswordsAreNotTold() {
        Browser browser = Browser.stranger().open("/login");
        browser.fill("Sign in").type("Name", house.nameOf(Role.COORDINATOR)).type("Password", PASSWORD).send();
        browser.fill("Sign in").type("Name", house.nameOf(Role.COORDINATOR)).type("Password", AnOrganisation.PASSWORD).send();
        assertThat(browser.status()).isEqualTo(303);
        browser.open("/drives");
        house.program(Role.COORDINATOR).get("/api/v1/drives").then().statusCode(200);
        given().header("Authorization", "Bearer kt_wrongcanarywrongcanarywrongcanarywrongcana").get("/api/v1/drives").then().statusCode(401);
        given().get("/api/v1/drives?token=" + house.token(Role.COORDINATOR)).then().statusCode(401);
        assertSilentOn(
                browser.cookies().get("kindtrail_session"), browser.cookies().get("kindtrail_device"), PASSWORD,
                AnOrganisation.PASSWORD, house.token(Role.COORDINATOR), "kt_wrongcanarywrongcanarywrongcanarywrongcana");
    }

    @Test
    @ActivateRequestContext
    void aFaultOfOursTellsAReferenceAndNoRow() {
        String key = codes.next(CodeKind.TRACKING);
        String row = WORDS + " " + "x".repeat(200) + " " + MAIL + " " + TELEPHONE + " " + key;
        RuntimeException refused = catchThrowableOfType(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                                "insert into attempt (bucket, failures, blocked_until, last_at) values (?1, null, null, null)")
                        .setParameter(1, row)
                        .executeUpdate()));
        try (jakarta.ws.rs.core.Response answer =
                problems.unexpected(new IllegalStateException("while " + MAIL + " waited with " + key, refused))) {
            assertThat(answer.getStatus()).isEqualTo(500);
        }
        assertThat(masked.all()).containsPattern("Unexpected, reference [0-9a-z]{8}").contains("SQL state 2");
        assertThat(bare.all()).contains(MAIL);
        assertSilentOn(key, WORDS, MAIL, TELEPHONE);
    }
}
