package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Wire;

/**
 * Knocks at every route that the router has, as nobody, in every role, with a session and with a token, for a thing of the
 * own and of another organisation, and compares what happened with docs/access.md. A route that is not in it fails here.
 * {@code -Dkindtrail.test.write=true} writes the table anew, for somebody to read before it is committed.
 */
@Tag("once")
@HouseTest
class AccessTableTest {
    private static final Path TABLE = Path.of("docs/access.md");
    private static final String SIGN_OUT = "/logout";
    private static final String BEGINS = "| route |";
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);
    /** What a form or a body that says nothing is told, before it is asked whose the thing is. */
    private static final Set<Integer> NOT_READ = Set.of(400, 422);
    /** What these name belongs to no organisation: a day. */
    private static final Set<String> OF_NOBODY = Set.of("/calendar/{day}");

    private static AnOrganisation.House ours;
    private static AnOrganisation.House theirs;
    private static EveryThing everything;

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    @Inject
    Router router;

    private final Map<AnOrganisation.House, Map<Role, Knocking>> browsers = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private JsonNode api;

    /** A session, and the key that its forms need. */
    private record Knocking(Map<String, String> cookies, String formKey) {}

    @BeforeEach
    void oneOfEverything() throws IOException {
        if (everything == null) {
            ours = organisations.open();
            theirs = organisations.open();
            everything = new EveryThing(ours);
        }
        api = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
    }

    @AfterEach
    void wrongCodesAreForgotten() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    @Test
    void everyRouteLetsInWhomTheTableSays() throws IOException {
        List<String> table = new ArrayList<>();
        for (Routes.Route route : Routes.ofTheHouse()) {
            table.add(route.path().equals(SIGN_OUT) ? signingOut(route) : line(route));
            wrongCodesAreForgotten();
        }
        assertThat(faults).isEmpty();
        if (Boolean.getBoolean("kindtrail.test.write")) {
            write(table);
        }
        List<String> committed = Files.readAllLines(TABLE).stream().filter(each -> each.startsWith("| `")).toList();
        assertThat(table).as("who may come in, in docs/access.md").isEqualTo(committed);
    }

    @Test
    void theFrameworkAnswersNowhereElse() throws IOException {
        assertThat(Routes.ofTheFramework(router)).containsOnly("/q/", "/q/openapi");
        String told = Files.readString(TABLE);
        for (String known : List.of(
                "health", "health/live", "health/ready", "health/started", "health/well", "openapi", "metrics", "dev", "dev-ui",
                "dev-v1", "swagger-ui", "arc", "arc/beans", "info", "logging", "scheduler", "health-ui", "shutdown")) {
            boolean answers = Wire.to("/q/" + known).get().statusCode() != 404;
            assertThat(told.contains("`/q/" + known + "`")).as("/q/" + known + " is in the document").isEqualTo(answers);
        }
    }

    private void write(List<String> table) throws IOException {
        String text = Files.readString(TABLE);
        String head = text.substring(0, text.indexOf('\n', text.indexOf('\n', text.indexOf(BEGINS)) + 1) + 1);
        Files.writeString(TABLE, head + String.join("\n", table) + "\n");
    }

    /** One line of the table, measured. */
    private String line(Routes.Route route) {
        List<String> cells = new ArrayList<>();
        cells.add("`" + route + "`");
        cells.add(nobody(route));
        for (Role role : Role.values()) {
            cells.add(own(route, role));
        }
        cells.add(another(route));
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Not tried with the sessions that the other routes are tried with: whoever sends it is signed out, if they were in. */
    private String signingOut(Routes.Route route) {
        Answer answer = knock(route, route.path(), UnaryOperator.identity(), null);
        expect(route, "a stranger", answer.statusCode() == 303, answer);
        return "| `" + route + "` | in | in | in | in | in | in | their own |";
    }

    private String nobody(Routes.Route route) {
        Knocking knocking = knocking(Browser.stranger(), "/login", "_sign_in");
        Answer answer = knock(route, nowhere(route), wire -> wire.cookies(knocking.cookies()), knocking.formKey());
        if (route.open() == null) {
            expect(route, "a stranger", !TURNED_AWAY.contains(answer.statusCode()), answer);
            return "in";
        }
        boolean ledToSignIn = route.reads() && !route.forPrograms();
        int status = ledToSignIn ? 303 : 401;
        expect(route, "a stranger", answer.statusCode() == status, answer);
        expect(route, "a stranger", !ledToSignIn || String.valueOf(answer.header("Location")).contains("/login"), answer);
        return ledToSignIn ? "sign-in" : "401";
    }

    /** In their own organisation. A session opens no door of programs, a token none of pages. */
    private String own(Routes.Route route, Role role) {
        Answer answer = as(ours, role, route, nowhere(route));
        boolean in = !TURNED_AWAY.contains(answer.statusCode());
        expect(route, role.word(), in == route.isOpenTo(role), answer);
        expect(route, role.word(), in || answer.statusCode() == 403, answer);
        if (route.open() != null) {
            Answer wrongKey = route.forPrograms()
                    ? knock(route, nowhere(route), wire -> wire.cookies(Map.of("kindtrail_session", ours.session(role))), null)
                    : knock(route, nowhere(route), wire -> wire.token(ours.token(role)), null);
            boolean away = wrongKey.statusCode() == 401
                    || wrongKey.statusCode() == 303 && wrongKey.header("Location").contains("/login");
            expect(route, role.word() + " with the wrong kind of key", away, wrongKey);
        }
        return in ? "in" : "403";
    }

    /** Somebody who may come in, with the name of a thing that is another organisation's. */
    private String another(Routes.Route route) {
        if (route.open() == null) {
            return "in";
        }
        List<String> named = addresses(route);
        if (named.isEmpty()) {
            return "their own";
        }
        Role role = Set.of(Role.values()).stream().filter(route::isOpenTo).max(Enum::compareTo).orElseThrow();
        Role there = route.isOpenTo(Role.COORDINATOR) ? Role.COORDINATOR : role;
        for (String path : named) {
            Answer answer = as(theirs, there, route, path);
            boolean away = answer.statusCode() == 404 || !route.reads() && NOT_READ.contains(answer.statusCode());
            expect(route, "another's " + there.word() + " at " + path, away, answer);
            if (!route.reads() && NOT_READ.contains(answer.statusCode())) {
                tellsNothing(route, path, answer);
            }
        }
        return "404";
    }

    private void tellsNothing(Routes.Route route, String path, Answer answer) {
        String body = answer.asString();
        boolean silent = everything.words.stream().noneMatch(word -> body.contains(word) && !path.contains(word));
        expect(route, "another's, with words of ours", silent, answer);
    }

    private void expect(Routes.Route route, String who, boolean so, Answer answer) {
        if (!so) {
            faults.add(route + " as " + who + ": " + answer.statusCode() + " " + shortened(answer.asString()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }

    // Addresses ---------------------------------------------------------------------------------------------------

    /** The route with things of ours in it that nobody else may know of; empty for a route that names none. */
    private static List<String> addresses(Routes.Route route) {
        if (!route.path().contains("{") || OF_NOBODY.contains(route.path())) {
            return List.of();
        }
        String known = route.path();
        while (named(known).isEmpty() && known.contains("{")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        String rest = route.path().substring(known.length()).replaceAll("\\{[a-z]+}", "1");
        List<String> ours = known.contains("{") ? named(known) : List.of();
        assertThat(ours).as("things of ours for " + route + ", in EveryThing").isNotEmpty();
        return ours.stream().map(path -> path + rest).toList();
    }

    private static List<String> named(String route) {
        return Stream.concat(
                        everything.of(route).stream()
                                .filter(address -> address.whose() == EveryThing.Whose.OURS)
                                .map(EveryThing.Address::path),
                        everything.things.getOrDefault(route, List.of()).stream())
                .distinct()
                .toList();
    }

    /** The route with names of nothing: enough to see who is let in, and nothing can happen. */
    private static String nowhere(Routes.Route route) {
        return route.path().replaceAll("\\{[a-z]+}", "nothing");
    }

    // Knocking ----------------------------------------------------------------------------------------------------

    private Answer as(AnOrganisation.House house, Role role, Routes.Route route, String path) {
        if (route.open() == null) {
            // Such a door does not ask who it is, so its forms are a stranger's.
            Knocking knocking = knocking(Browser.stranger(), "/login", "_sign_in");
            return knock(route, path, wire -> wire.cookies(knocking.cookies()), knocking.formKey());
        }
        if (route.forPrograms()) {
            return knock(route, path, wire -> wire.token(house.token(role)), null);
        }
        Knocking knocking = browsers
                .computeIfAbsent(house, each -> new EnumMap<>(Role.class))
                .computeIfAbsent(role, each -> knocking(house.browser(role), "/me", "_form"));
        return knock(route, path, wire -> wire.cookies(knocking.cookies()), knocking.formKey());
    }

    private static Knocking knocking(Browser browser, String page, String field) {
        browser.open(page);
        return new Knocking(
                browser.cookies(), browser.page().selectFirst("input[name=" + field + "]").val());
    }

    private Answer knock(Routes.Route route, String path, UnaryOperator<Wire> as, String formKey) {
        Wire wire = as.apply(Wire.to(path));
        if (route.reads()) {
            return wire.get();
        }
        if (route.forPrograms()) {
            String body = body(route);
            wire.header("Accept", "application/json").header("Content-Type", "application/json");
            return wire.send(route.method(), body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        }
        String keys = formKey == null ? "" : "&_form=" + encoded(formKey) + "&_sign_in=" + encoded(formKey);
        wire.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return wire.send(route.method(), ("why=A+reason&version=0" + keys).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What openapi.yaml shows as an example: it can be read, and is about nothing that is here. */
    private String body(Routes.Route route) {
        JsonNode told = api.at("/paths").path(route.path()).path(route.method().toLowerCase(java.util.Locale.ROOT));
        JsonNode content = told.at("/requestBody/content/application~1json");
        if (content.isMissingNode()) {
            return null;
        }
        JsonNode example = content.has("example") ? content.path("example") : content.at("/examples").path(0).path("value");
        return example.isMissingNode() ? "{}" : example.toString();
    }
}
