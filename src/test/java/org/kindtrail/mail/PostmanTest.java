package org.kindtrail.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class PostmanTest {
    private static final List<String> ALL = List.of("received", "arrived", "thanks");

    @Inject
    AnOrganisation organisations;

    @Inject
    TestPost post;

    private final String address = "anna." + UUID.randomUUID() + "@example.org";
    private AnOrganisation.House house;
    private String drive;
    private GreenMail server;

    @BeforeEach
    void open() {
        post.clear();
        house = organisations.open();
        server = TestPost.server();
        drive = InJson.found(house.program(Role.COORDINATOR)
                .body(Map.of(
                        "kind", "collection",
                        "title", "Тёплые вещи & \"Wärme\"",
                        "startsOn", "2026-11-01",
                        "endsOn", "2026-12-20",
                        "site", house.site))
                .post("/api/v1/drives")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private InJson recorded(String name, String email, List<String> wants) {
        Map<String, Object> body = new HashMap<>(Map.of("drive", drive, "place", house.site, "bags", 1, "newDonor", name));
        body.put("contact", Map.of("email", email, "wants", wants));
        return house.program(Role.VOLUNTEER).body(body).post("/api/v1/donations").then().statusCode(201).extract().as(InJson.class, InJson.READ);
    }

    private String donor(String email) {
        return recorded("Anna", email, ALL).getString("donor");
    }

    private List<MimeMessage> letters() {
        return TestPost.lettersTo(server, address);
    }

    @Test
    void aLetterThatWasAskedForIsSentOnceWithAllThatBelongsToIt() throws Exception {
        InJson donation = recorded("Айгүл Müller", address, ALL);
        assertThat(post.round(server)).isTrue();
        assertThat(post.round(server)).isTrue();

        assertThat(letters()).hasSize(1);
        MimeMessage letter = letters().get(0);
        InternetAddress from = (InternetAddress) letter.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("letters@kindtrail.example.org");
        assertThat(from.getPersonal()).isEqualTo(house.name);
        assertThat(letter.getSubject()).isEqualTo("Your gift is written down");
        assertThat(letter.getMessageID()).matches("<kindtrail\\.\\d+\\.\\d+@kindtrail\\.example\\.org>");
        assertThat(letter.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(TestPost.text(letter))
                .contains("Hello Айгүл Müller,", "Тёплые вещи & \"Wärme\"", house.name)
                .contains(TestPost.SITE + donation.getString("tracking") + "\n");
        String stop = letter.getHeader("List-Unsubscribe", null);
        assertThat(stop).matches("<" + TestPost.SITE + "/stop/[A-Za-z0-9_-]{22}>");
        assertThat(TestPost.text(letter)).contains(stop.substring(1, stop.length() - 1));
        assertThat(letter.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(post.messagesOf(donation.getString("donor"))).containsExactly("RECEIVED SENT - 1");
    }

    @Test
    void nothingIsSentThatNobodyAskedFor() {
        String silent = recorded("Anna", address, List.of()).getString("donor");
        String other = recorded("Bert", address, List.of("arrived", "thanks")).getString("donor");
        post.round(server);
        assertThat(letters()).isEmpty();
        assertThat(post.messagesOf(silent)).isEmpty();
        assertThat(post.messagesOf(other)).isEmpty();
    }

    @Test
    void aWishThatIsTakenBackMeanwhileSendsNothing() {
        String donor = donor(address);
        Map<String, Object> none = Map.of("knownAs", "Anna", "contact", Map.of("wants", List.of()));
        house.program(Role.VOLUNTEER).body(Map.of("version", version(donor), "donor", none)).put("/api/v1/donors/" + donor).then().statusCode(200);
        post.round(server);
        assertThat(letters()).isEmpty();
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED NOT_NEEDED - 1");
    }

    private int version(String donor) {
        return InJson.found(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + donor).then().extract(), "version");
    }

    @Test
    void aReversedDonationIsNotToldOf() {
        InJson donation = recorded("Anna", address, ALL);
        house.program(Role.COORDINATOR).body(Map.of("why", "typed twice")).post("/api/v1/donations/" + donation.getString("code") + "/reverse").then().statusCode(200);
        post.round(server);
        assertThat(letters()).isEmpty();
    }

    @Test
    void whoIsErasedGetsNothing() {
        String donor = donor(address);
        house.program(Role.COORDINATOR).body(Map.of("why", "asked")).post("/api/v1/donors/" + donor + "/erase").then().statusCode(200);
        post.round(server);
        assertThat(letters()).isEmpty();
        assertThat(post.messagesOf(donor)).isEmpty();
    }

    @Test
    void ofManyWhoSendAtOnceEachLetterIsSentByOne() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            addresses.add("donor" + i + "." + UUID.randomUUID() + "@example.org");
            donor(addresses.get(i));
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> rounds = List.of(
                    () -> post.round(server), () -> post.round(server), () -> post.round(server), () -> post.round(server));
            for (Future<Boolean> each : workers.invokeAll(rounds)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(addresses).allSatisfy(each -> assertThat(TestPost.lettersTo(server, each)).hasSize(1));
    }

    @Test
    void aServerThatIsDownDelaysAndNothingIsLostOrRepeated() throws Exception {
        String donor = donor(address);
        String second = donor("second." + address);
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        assertThat(post.round(nobody)).isFalse();
        // the batch ends with the first that finds nobody; the others are not even tried
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING UNREACHABLE 1");
        assertThat(post.messagesOf(second)).containsExactly("RECEIVED WAITING - 0");
        post.round(server);
        assertThat(letters()).as("its time has not come").isEmpty();
        assertThat(TestPost.lettersTo(server, "second." + address)).hasSize(1);
        post.due();
        post.round(server);
        post.due();
        post.round(server);
        assertThat(letters()).hasSize(1);
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED SENT - 2");
    }

    @Test
    void whatTheServerPutsOffIsTriedLaterAndTheOthersGoOn() {
        String donor = donor(address);
        try (ScriptedServer busy = new ScriptedServer().answers("RCPT", "451 greylisted")) {
            assertThat(post.round(busy.port())).isTrue();
            assertThat(busy.whole).isEmpty();
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING LATER 1");
        try (ScriptedServer full = new ScriptedServer().answers(ScriptedServer.END, "452 no room")) {
            post.due();
            assertThat(post.round(full.port())).isTrue();
            assertThat(full.whole).hasSize(1);
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING LATER 2");
        post.due();
        post.round(server);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void anAddressThatIsNotThereIsGivenUpAndACoordinatorCanTryAgain() {
        String donor = donor(address);
        try (ScriptedServer strict = new ScriptedServer().answers("RCPT", "550 no such user")) {
            assertThat(post.round(strict.port())).isTrue();
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED GIVEN_UP NO_SUCH_ADDRESS 1");
        post.due();
        post.round(server);
        assertThat(letters()).isEmpty();
        InJson counted = house.program(Role.COORDINATOR).get("/api/v1/messages").then().statusCode(200).extract().as(InJson.class, InJson.READ);
        assertThat(counted.getInt("givenUp")).isEqualTo(1);
        assertThat(counted.getString("counts[0].trouble")).isEqualTo("no_such_address");
        house.program(Role.COORDINATOR).post("/api/v1/messages/retry").then().statusCode(200);
        post.round(server);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAdmitUsIsTriedLater() {
        String donor = donor(address);
        try (ScriptedServer strict = new ScriptedServer().answers("MAIL", "550 not from here")) {
            assertThat(post.round(strict.port())).isFalse();
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING NOT_ADMITTED 1");
        try (ScriptedServer shut = new ScriptedServer().answers("hello", "554 closed")) {
            post.due();
            assertThat(post.round(shut.port())).isFalse();
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING UNREACHABLE 2");
    }

    @Test
    void aLineThatBreaksBeforeTheEndOfTheMessageIsNoDoubt() {
        String donor = donor(address);
        try (ScriptedServer cut = new ScriptedServer().answers("DATA", ScriptedServer.CUT)) {
            assertThat(post.round(cut.port())).isFalse();
            assertThat(cut.whole).isEmpty();
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING UNREACHABLE 1");
    }

    @Test
    void aLineThatBreaksAfterTheEndOfTheMessageIsInDoubtAndNothingIsSentAgain() {
        String donor = donor(address);
        try (ScriptedServer cut = new ScriptedServer().answers(ScriptedServer.END, ScriptedServer.CUT)) {
            assertThat(post.round(cut.port())).isFalse();
            assertThat(cut.whole).hasSize(1);
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED DOUBTFUL DOUBT 1");
        post.due();
        house.program(Role.COORDINATOR).post("/api/v1/messages/retry").then().statusCode(200);
        post.round(server);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aLetterWhoseSenderEndedInBetweenIsInDoubt() {
        String donor = donor(address);
        post.sql("update message set state = 'TAKEN', taken_by = 'gone', taken_until = made_at, tries = 1 where state = 'WAITING'");
        post.round(server);
        assertThat(letters()).isEmpty();
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED DOUBTFUL DOUBT 1");
    }

    @Test
    void whatWaitedTooLongIsNotSentAnyMore() {
        String donor = donor(address);
        post.sql("update message set give_up_at = timestamp with time zone '2026-01-01 00:00:00+00' where state = 'WAITING'");
        post.round(server);
        assertThat(letters()).isEmpty();
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED GIVEN_UP TOO_LATE 1");
    }

    @Test
    void theWaitGrows() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 60))
                .extracting(Post::wait)
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 5L, 15L, 60L, 120L, 240L, 240L);
    }

    @Test
    void lettersGoInClearToThisMachineOnly() {
        assertThatThrownBy(() -> new MailServer("mail.example.org", 25, null, null, "a@example.org", MailServer.Tls.NONE, ""))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new MailServer("localhost", 25, null, null, "", MailServer.Tls.NONE, ""))
                .isInstanceOf(IllegalStateException.class);
        var starttls = new MailServer("mail.example.org", 587, "u", "secret", "a@example.org", MailServer.Tls.STARTTLS, "");
        assertThat(starttls.properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
        assertThat(starttls.toString()).doesNotContain("secret");
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() {
        String donor = donor(address);
        MailServer strict = new MailServer(
                "127.0.0.1", server.getSmtp().getPort(), null, null, "a@example.org", MailServer.Tls.STARTTLS, TestPost.SITE);
        try (Line line = new Line(strict)) {
            assertThat(line.open()).isEqualTo(Trouble.UNREACHABLE);
        }
        assertThat(post.messagesOf(donor)).containsExactly("RECEIVED WAITING - 0");
        assertThat(letters()).isEmpty();
    }

    @Test
    void theOutboxHoldsNeitherAddressNorName() {
        donor(address);
        post.round(server);
        var page = house.browser(Role.COORDINATOR).open("/messages");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("that a gift is written down", "sent", "No mail server is set").doesNotContain("Anna", "@");
        assertThat(house.browser(Role.DISTRIBUTOR).open("/messages").status()).isEqualTo(403);
    }
}
