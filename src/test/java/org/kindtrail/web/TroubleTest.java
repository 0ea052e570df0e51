package org.kindtrail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.Outage;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.TroublePages;

/** What people and programs get when something breaks, and of files that are long. */
@HouseTest
class TroubleTest {
    @Inject
    AnOrganisation organisations;

    @TestHTTPResource("/")
    URI address;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    @Test
    void aPageThatFailsSaysASentenceAndANumberAndNothingOfTheInside() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/trouble/fault");
        assertThat(browser.status()).isEqualTo(500);
        assertThat(browser.text()).containsPattern("Something went wrong here, and nothing was changed.*the number [0-9a-z]{8}\\.");
        tellsNothing(browser.response());
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    void anOutageTellsAProgramWhatAProgramCanDoAndAPersonWhatAPersonCan(Outage outage) {
        Response answer = house.program(Role.VOLUNTEER).get("/api/v1/trouble?of=" + outage);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo(String.valueOf(outage.seconds()));
        assertThat(answer.as(InJson.class, InJson.READ).getString("detail")).isNotBlank().doesNotContain("browser", "page", "error_outage");
        Browser browser = house.browser(Role.VOLUNTEER).open("/trouble/fault?of=" + outage);
        assertThat(browser.status()).isEqualTo(503);
        assertThat(browser.response().header("Retry-After")).isEqualTo(String.valueOf(outage.seconds()));
        assertThat(browser.text()).contains("you typed").doesNotContain("Idempotency-Key", "Retry-After");
    }

    @Test
    void soDoesAnAnswerToAProgram() {
        Response answer = house.program(Role.VOLUNTEER).get("/api/v1/trouble");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.as(InJson.class, InJson.READ).getMap("$").keySet().toString()).isEqualTo("[type, title, status, detail, request]");
        assertThat(answer.as(InJson.class, InJson.READ).getString("detail")).isEqualTo(
                        "Something went wrong here, and nothing was changed. If it happens again, tell whoever runs this service the number "
                                + answer.header("X-Request-Id") + ".");
        assertThat(answer.as(InJson.class, InJson.READ).getString("request")).matches("[0-9a-z]{8}").isEqualTo(answer.header("X-Request-Id"));
        tellsNothing(answer);
    }

    private static void tellsNothing(Response answer) {
        tellsNothing(answer.headers() + answer.asString());
    }

    private static void tellsNothing(Answer answer) {
        tellsNothing(answer.head() + answer.asString());
    }

    private static void tellsNothing(String all) {
        assertThat(all).doesNotContainIgnoringCase("true_name", "jdbc", "db.internal", "exception", "org.kindtrail", ".java");
    }

    private HttpRequest file(Role role, String query) {
        return HttpRequest.newBuilder(address.resolve("/trouble/list?" + query))
                .header("Cookie", "kindtrail_session=" + house.session(role))
                .build();
    }

    @Test
    void aLongFileArrivesWholeThoughNobodyKnewItsLength() throws Exception {
        HttpResponse<String> answer = http.send(file(Role.VOLUNTEER, "rows=3210&format=csv"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(3211).endsWith("row 3209");
    }

    @Test
    void aFileThatFailsHalfWayIsBrokenOffAndDoesNotLookWhole() {
        for (String format : List.of("csv", "xlsx")) {
            assertThatThrownBy(() -> http.send(
                            file(Role.VOLUNTEER, "rows=60000&failAt=50000&format=" + format),
                            HttpResponse.BodyHandlers.ofByteArray()))
                    .as(format)
                    .isInstanceOf(IOException.class);
        }
    }

    /** What is packed goes out later: of this one nothing has gone yet. */
    @Test
    void aShortWorkbookThatFailsIsNoneAtAll() throws Exception {
        var answer = http.send(file(Role.VOLUNTEER, "rows=600&failAt=500&format=xlsx"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("Something went wrong here");
    }

    /** As it goes over the line: nothing says that this was the end. */
    @Test
    void whatIsBrokenOffHasNoEndOnTheLine() throws IOException {
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(("GET /trouble/list?rows=600&failAt=500&format=csv HTTP/1.1\r\nHost: localhost\r\n"
                    + "Cookie: kindtrail_session=" + house.session(Role.VOLUNTEER) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String all = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).startsWith("HTTP/1.1 200 OK\r\n").contains("row 499\r\n").doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void aFileThatFailsBeforeItBeganIsAPageThatSaysSo() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/trouble/list?format=csv&rows=10&failAt=0");
        assertThat(browser.status()).isEqualTo(500);
        assertThat(browser.response().contentType()).startsWith("text/html");
        assertThat(browser.response().header("Content-Disposition")).isNull();
        tellsNothing(browser.response());
    }

    @Test
    void nobodyHasMoreThanTwoFilesOnTheWayAndOthersAreNotHeldUp() throws Exception {
        CountDownLatch end = TroublePages.hold(2);
        List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
        for (int file = 0; file < FilesAtOnce.MOST; file++) {
            first.add(http.sendAsync(file(Role.VOLUNTEER, "rows=1000&wait=true&format=csv"), HttpResponse.BodyHandlers.ofString()));
        }
        try {
            assertThat(TroublePages.allWait()).isTrue();
            Browser third = house.browser(Role.VOLUNTEER).open("/trouble/list?rows=10&format=csv");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.text()).contains("2 files are on the way to you already");
            assertThat(house.browser(Role.VOLUNTEER).open("/trouble/list?rows=10").status()).isEqualTo(200);
            assertThat(house.browser(Role.COORDINATOR).open("/trouble/list?rows=10&format=csv").status()).isEqualTo(200);
        } finally {
            end.countDown();
        }
        for (CompletableFuture<HttpResponse<String>> each : first) {
            assertThat(each.get(20, TimeUnit.SECONDS).body().lines()).hasSize(1001);
        }
        for (int again = 0; again < 5; again++) {
            assertThat(house.browser(Role.VOLUNTEER).open("/trouble/list?rows=10&format=csv").status()).isEqualTo(200);
        }
    }

    @Test
    void whoMeetsAFaultGivesTheTurnBackAtOnce() {
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> http.send(
                            file(Role.DISTRIBUTOR, "rows=60000&failAt=50000&format=csv"), HttpResponse.BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);
            assertThat(house.browser(Role.DISTRIBUTOR).open("/trouble/list?rows=10&failAt=0&format=csv").status()).isEqualTo(500);
        }
        assertThat(house.browser(Role.DISTRIBUTOR).open("/trouble/list?rows=10&format=csv").status()).isEqualTo(200);
    }

    @Test
    void whoGoesAwayGivesTheTurnBackWithinMoments() throws Exception {
        for (int time = 0; time < 3; time++) {
            var unread = http.send(file(Role.DISTRIBUTOR, "rows=300000&format=csv"), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(unread.statusCode()).isEqualTo(200);
            unread.body().read();
            unread.body().close();
            waitUntilServed(Role.DISTRIBUTOR);
        }
    }

    private void waitUntilServed(Role role) throws InterruptedException {
        for (int tries = 0; house.browser(role).open("/trouble/list?rows=10&format=csv").status() != 200; tries++) {
            assertThat(tries).as("seconds that it took").isLessThan(20);
            Thread.sleep(1000);
        }
    }
}
