package org.kindtrail.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** What who runs the service reads of it, and that nobody is told by it. */
@Tag("once")
@HouseTest
class SeenTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:kindtrail|jvm|process)_[a-z_]+\\b");
    private static final String COMMENTS = "(?m)^#.*$";

    @Inject
    AnOrganisation organisations;

    @Inject
    Scrape scrape;

    @Inject
    Standing standing;

    @Inject
    Deeds deeds;

    @Inject
    Codes codes;

    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String metrics() throws IOException, InterruptedException {
        standing.look();
        HttpResponse<String> answer = asked("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> asked(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + scrape.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private double figure(String line) throws IOException, InterruptedException {
        return metrics().lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + line));
    }

    @Test
    void aBagThatIsRecordedCountsOnceAndOneThatIsRefusedDoesNot() throws Exception {
        String drive = house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Coats", "startsOn", "2026-11-01", "endsOn", "2026-12-20", "site", house.site))
                .post("/api/v1/drives")
                .as(InJson.class, InJson.READ).get("code");
        double before = figure("kindtrail_bags_recorded_total");
        for (int bags : new int[] {1, -1}) {
            for (int twice = 0; twice < 2; twice++) {
                house.program(Role.VOLUNTEER)
                        .header("Idempotency-Key", "seen-" + drive + bags)
                        .body(Map.of("drive", drive, "place", house.site, "bags", bags))
                        .post("/api/v1/donations");
            }
        }
        assertThat(figure("kindtrail_bags_recorded_total") - before).isEqualTo(1);
        double refused = figure("kindtrail_allocations_refused_total");
        house.program(Role.DISTRIBUTOR).body(Map.of("need", "N-0000-0000", "line", 1)).post("/api/v1/allocations");
        assertThat(figure("kindtrail_allocations_refused_total") - refused).isEqualTo(1);
    }

    @Test
    void whatIsNotCommittedIsNotCounted() {
        double before = deeds.count(Deed.DELIVERED);
        QuarkusTransaction.begin();
        deeds.done(Deed.DELIVERED, 3);
        QuarkusTransaction.rollback();
        assertThat(deeds.count(Deed.DELIVERED)).isEqualTo(before);
        QuarkusTransaction.requiringNew().run(() -> deeds.done(Deed.DELIVERED, 3));
        assertThat(deeds.count(Deed.DELIVERED)).isEqualTo(before + 3);
    }

    @Test
    void requestsAreToldByThePatternOfTheirAddressAndNoCodeIsTold() throws Exception {
        List<String> typed = new ArrayList<>();
        for (CodeKind kind : CodeKind.values()) {
            typed.add(codes.next(kind));
        }
        for (String code : typed) {
            for (String path : List.of("/t/", "/k/", "/api/v1/donations/", "/api/v1/traces/", "/nothing/", "/q/", "/lots/")) {
                given().redirects().follow(false).get(path + code + "?code=" + code);
            }
        }
        String all = metrics();
        assertThat(typed).allSatisfy(code -> assertThat(all).doesNotContain(code));
        assertThat(all)
                .contains("route=\"/t/{", "route=\"none\"", "route=\"/q\"", "outcome=\"refused\"")
                .doesNotContain(house.name, house.code, house.token(Role.VOLUNTEER), "?code");
        Set<String> routes = Pattern.compile("route=\"([^\"]*)\"").matcher(all).results().map(each -> each.group(1)).collect(Collectors.toSet());
        assertThat(routes).allSatisfy(route -> assertThat(route).matches("none|/[a-z0-9_./{}-]*|.*\\{[A-Za-z]+}.*").doesNotContain(":"));
    }

    @Test
    void everyMetricOfTheDashboardAndOfTheAlertsIsThere() throws Exception {
        given().get("/sign-in");
        house.program(Role.ADMINISTRATOR).get("/api/v1/ledger/verification");
        Set<String> there = names(metrics());
        for (String file : List.of("dashboard.json", "alerts.yaml")) {
            Set<String> named = names(Files.readString(Path.of("docs/operations", file)).replaceAll(COMMENTS, ""));
            assertThat(named).hasSizeGreaterThan(8);
            assertThat(there).as(file).containsAll(named);
        }
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theyAreNotAnsweredWhereThePublicAsksAndNothingElseIsAnsweredThere() throws Exception {
        for (String path : List.of("/metrics", "/q/metrics")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(asked("/").statusCode()).isEqualTo(404);
        assertThat(asked("/q/health").statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerHasANumberOfItsOwnWhateverWasSentAsOneAndTheLogHasIt() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        ExtHandler listening = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord record) {
                if (String.valueOf(record.getMessage()).startsWith("Unexpected")) {
                    told.add(record.getMdc("request"));
                }
            }
        };
        LogContext.getLogContext().getLogger("").addHandler(listening);
        Set<String> numbers = new TreeSet<>();
        try {
            for (String path : List.of("/api/v1/trouble", "/api/v1/trouble", "/sign-in", "/nothing/here", "/q/health/live")) {
                Response answer = house.program(Role.VOLUNTEER).header("X-Request-Id", "made-up").get(path);
                assertThat(answer.headers().getValues("X-Request-Id")).as(path).hasSize(1);
                numbers.add(answer.header("X-Request-Id"));
            }
        } finally {
            LogContext.getLogContext().getLogger("").removeHandler(listening);
        }
        assertThat(numbers).hasSize(5).allMatch(number -> number.matches("[0-9a-z]{8}"));
        assertThat(told).hasSize(2).doesNotHaveDuplicates().allMatch(numbers::contains);
    }
}
