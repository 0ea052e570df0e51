package org.kindtrail.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** What every answer tells a browser: at each route that the running service has, whatever the answer is. */
@Tag("strict")
@HouseTest
class HeadersTest {
    private static final String HSTS = "Strict-Transport-Security";

    /** The service's own table of routes, and the framework's. */
    @ApplicationScoped
    static class Routes {
        private volatile Router router;

        void remember(@Observes Router running) {
            router = running;
        }

        List<String> ofTheFramework() {
            return router.getRoutes().stream()
                    .filter(route -> "/q/".equals(route.getPath()) && route.getSubRouter() != null)
                    .flatMap(route -> route.getSubRouter().getRoutes().stream())
                    .map(io.vertx.ext.web.Route::getPath)
                    .filter(path -> path != null)
                    .map(path -> "/q" + path)
                    .distinct()
                    .toList();
        }
    }

    @Inject
    AnOrganisation organisations;

    @Inject
    Routes routes;

    @Inject
    Codes codes;

    @Inject
    EntityManager database;

    private AnOrganisation.House house;
    private final Map<Integer, Integer> seen = new TreeMap<>();

    @BeforeEach
    @AfterEach
    void nobodyHasGuessed() {
        house = house == null ? organisations.open() : house;
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private record Door(String method, String path) {}

    /** Read off the service that runs. */
    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        if (method != null) {
                            doors.add(new Door(method, path.replaceAll("\\{[^}]*}", "x").replaceAll("/+", "/")));
                        }
                    }
                });
        return doors;
    }

    private RequestSpecification somebody(Role role, String path) {
        RequestSpecification request = given().redirects().follow(false).header("X-Forwarded-For", "10.77.1.1");
        if (role == null) {
            return request;
        }
        return path.startsWith("/api/")
                ? request.header("Authorization", "Bearer " + house.token(role))
                : request.cookie("kindtrail_session", house.session(role));
    }

    private void check(String what, Response answer) {
        check(what, answer.statusCode(), name -> answer.headers().getValues(name));
    }

    private void check(String what, Answer answer) {
        check(what, answer.statusCode(), name -> answer.headers().allValues(name));
    }

    private void check(String what, int status, Function<String, List<String>> head) {
        seen.merge(status, 1, Integer::sum);
        // only the tests have a door behind which there is trouble
        assertThat(status >= 500).as(what).isEqualTo(what.contains("/trouble") && status == 500);
        String policy = only(what, head, "Content-Security-Policy");
        assertThat(policy).as(what).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(only(what, head, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(only(what, head, "X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(only(what, head, "Referrer-Policy")).as(what).isEqualTo("no-referrer");
        assertThat(only(what, head, "Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
        assertThat(only(what, head, "Cache-Control")).as(what).contains("no-store");
        for (String absent : List.of(HSTS, "Access-Control-Allow-Origin", "Server")) {
            assertThat(head.apply(absent)).as(what + " " + absent).isEmpty();
        }
    }

    private static String only(String what, Function<String, List<String>> head, String header) {
        List<String> values = head.apply(header);
        assertThat(values).as(what + " " + header).hasSize(1);
        return values.get(0);
    }

    @Test
    void everyRouteSaysItToEverybodyWhateverTheAnswerIs() {
        List<Door> doors = doors();
        assertThat(doors).hasSizeGreaterThan(100);
        for (Door door : doors) {
            for (Role role : new Role[] {null, Role.COORDINATOR}) {
                check(door + " " + role, somebody(role, door.path()).request(door.method(), door.path()));
            }
        }
        doors.stream().map(Door::path).distinct().limit(40).forEach(path -> check("PATCH " + path, somebody(null, path).patch(path)));
        check("a role that may not", somebody(Role.VOLUNTEER, "/people").get("/people"));
        assertThat(seen).containsKeys(200, 303, 401, 403, 404, 405);
    }

    @Test
    void soDoDownloadsAndWhatIsRefused() {
        for (String list : List.of("/drives", "/donations", "/stock", "/recipients", "/needs", "/people", "/plans", "/referrals", "/reports", "/rounds")) {
            for (String format : List.of("csv", "xlsx")) {
                String path = list + "?format=" + format;
                check(path, somebody(Role.COORDINATOR, path).get(path));
            }
        }
        String box = house.program(Role.VOLUNTEER)
                .body(Map.of("kind", "box", "in", house.site))
                .post("/api/v1/containers")
                .as(InJson.class, InJson.READ)
                .getString("containers[0].code");
        for (String path : List.of("/containers/" + box + "/packing-list.pdf", "/containers/labels.pdf?container=" + box)) {
            Response paper = somebody(Role.VOLUNTEER, path).get(path);
            assertThat(paper.contentType()).as(path).isEqualTo("application/pdf");
            check(path, paper);
        }
        Browser browser = house.browser(Role.COORDINATOR).open("/drives/new");
        browser.fill("Save").send();
        assertThat(browser.status()).isEqualTo(422);
        check("a form with faults", browser.response());
        check("a program's mistake", house.program(Role.COORDINATOR).body(Map.of()).post("/api/v1/drives"));
        check("no JSON", house.program(Role.COORDINATOR).body("{").post("/api/v1/drives"));
        check("another form of content", house.program(Role.COORDINATOR).contentType("text/plain").body("x").post("/api/v1/drives"));
        check("another form of answer", given().accept("image/png").get("/login"));
        check("too much", given().contentType("application/x-www-form-urlencoded").body("a=" + "x".repeat(13_000_000)).post("/login"));
        for (int i = 0; i < 6; i++) {
            for (String path : List.of("/t/", "/api/v1/traces/")) {
                check("a guess", given().header("X-Forwarded-For", "10.77.2.2").get(path + codes.next(CodeKind.TRACKING)));
            }
        }
        assertThat(seen).containsKeys(200, 400, 404, 406, 413, 415, 422, 429);
    }

    @Test
    void soDoesWhatTheFrameworkAnswersByItself() {
        assertThat(routes.ofTheFramework()).anyMatch(path -> path.startsWith("/q/health"));
        List<String> paths = new ArrayList<>(routes.ofTheFramework());
        paths.addAll(List.of("/nothing", "/api/v1/nothing", "/api", "/q/nothing", "/favicon.ico", "/t/%00", "/.env", "/t/../q/health"));
        for (String path : paths) {
            String known = path.replaceAll("[*:].*$", "");
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "FOO")) {
                check(method + " " + known, somebody(null, known).urlEncodingEnabled(false).request(method, known));
            }
        }
    }

    @Test
    void traceIsRefusedAndTellsNothingBack() {
        Response answer = given().header("X-Canary", "nest").request("TRACE", "/");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.asString()).doesNotContain("nest");
    }

    @Test
    void byTlsTheBrowserIsToldToComeByNothingElse() {
        for (String path : List.of("/", "/login", "/q/health", "/nothing", "/api/v1/drives", "/t/x")) {
            Response answer = given().redirects().follow(false).header("X-Forwarded-Proto", "https").get(path);
            assertThat(answer.header(HSTS)).as(path).isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(answer.headers().getValues("Set-Cookie")).as(path).allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Test
    void byTlsCookiesAreTakenFromThisHostAlone() {
        Response page = given().header("X-Forwarded-Proto", "https").get("/login");
        assertThat(page.cookies()).containsOnlyKeys("__Host-kindtrail_browser");
        String key = Jsoup.parse(page.asString()).select("input[name=_sign_in]").val();
        Response signedIn = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .cookies(page.cookies())
                .formParam("_sign_in", key)
                .formParam("_name", house.nameOf(Role.COORDINATOR))
                .formParam("_password", AnOrganisation.PASSWORD)
                .post("/login");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).startsWith("https://");
        assertThat(signedIn.headers().getValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-kindtrail_"))
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("Path=/") && !cookie.contains("Domain"));
        String session = signedIn.cookie("__Host-kindtrail_session");
        assertThat(drives("https", "__Host-kindtrail_session", session)).isEqualTo(200);
        // planted by a neighbour on the same domain, who cannot use the prefix
        assertThat(drives("https", "kindtrail_session", session)).isEqualTo(303);
        assertThat(drives("http", "__Host-kindtrail_session", session)).isEqualTo(303);
    }

    private static int drives(String scheme, String cookie, String session) {
        return given().redirects().follow(false).header("X-Forwarded-Proto", scheme).cookie(cookie, session).get("/drives").statusCode();
    }
}
