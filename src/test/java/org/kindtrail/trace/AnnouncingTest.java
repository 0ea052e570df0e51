package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Reason;
import org.kindtrail.mail.TestPost;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

@HouseTest
class AnnouncingTest {
    private static final String THANKS = "Warm again, says room 4";

    @Inject
    AnOrganisation organisations;

    @Inject
    Announcing announcing;

    @Inject
    TestPost post;

    @Inject
    Shapes shapes;

    private final Behind clock = new Behind();
    private final String address = "arrived." + UUID.randomUUID() + "@example.org";
    private AnOrganisation.House house;
    private GreenMail server;
    private String drive;
    private InJson gift;

    /** The house's clock, so many days behind the real one. */
    private static final class Behind extends Clock {
        private volatile Duration behind = Duration.ZERO;

        void daysAgo(int days) {
            behind = Duration.ofDays(days);
        }

        @Override
        public Instant instant() {
            return Instant.now().minus(behind);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the house reckons in UTC");
        }
    }

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        clock.daysAgo(92);
        post.clear();
        server = TestPost.server();
        house = organisations.open();
        drive = created(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection", "title", "Towels", "startsOn", "2026-01-01", "endsOn", LocalDate.now().plusDays(30).toString(), "site", house.site))
                .getString("code");
        clock.daysAgo(90);
        gift = donation(Map.of("newDonor", "Anna", "contact", Map.of("email", address, "wants", List.of("arrived", "thanks"))));
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private InJson created(Role role, String path, Map<String, Object> body) {
        var answer = house.program(role).body(body).post("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer.as(InJson.class, InJson.READ);
    }

    private InJson donation(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "drive", drive, "place", house.site,
                "lines", List.of(Map.of("item", "towels", "quantity", 2))));
        body.putAll(more);
        return created(Role.VOLUNTEER, "donations", body);
    }

    /** What was given goes to a shelter; the delivery's code. */
    private String delivered(String disclosure, int daysAgo, String thanks) {
        return delivered(disclosure, daysAgo, thanks, "towels");
    }

    private String delivered(String disclosure, int daysAgo, String thanks, String item) {
        clock.daysAgo(daysAgo + 2);
        Map<String, Object> recipient = new HashMap<>(Map.of(
                "alias", "House Canary", "kind", disclosure.equals("named") ? "organisation" : "shelter", "country", "KZ", "region", "Canary region", "disclosure", disclosure));
        if (disclosure.equals("named")) {
            recipient.put("publicName", "School No 12");
        }
        String to = created(Role.COORDINATOR, "recipients", recipient).getString("code");
        String need = created(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", to, "forWhom", "2 men", "lines", List.of(Map.of("item", item, "quantity", 2))))
                .getString("code");
        created(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        String dispatch = created(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        created(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load", Map.of());
        created(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of(
                "departedAt", clock.instant().minusSeconds(60).toString()));
        clock.daysAgo(daysAgo);
        Map<String, Object> arrived = new HashMap<>(Map.of(
                "dispatch", dispatch, "allArrived", true, "receivedOn", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()));
        if (thanks != null) {
            arrived.put("thanks", thanks);
        }
        String code = created(Role.DISTRIBUTOR, "deliveries", arrived).getString("code");
        clock.daysAgo(0);
        return code;
    }

    private List<MimeMessage> letters() {
        announcing.look();
        post.due();
        post.round(server);
        return TestPost.lettersTo(server, address);
    }

    @Test
    void anArrivalIsToldOnceAndSaysNothingOfWhereOrWhen() throws Exception {
        delivered("region", 50, null);
        assertThat(letters()).hasSize(1);
        assertThat(letters()).hasSize(1);
        MimeMessage letter = letters().get(0);
        assertThat(letter.getSubject()).isEqualTo("Something you gave has arrived");
        assertThat(TestPost.text(letter)).contains(TestPost.SITE + gift.getString("tracking")).doesNotContain("Canary", "shelter", "Kazakhstan", "towel");
    }

    @Test
    void ofManyDeliveriesThatAreToldTogetherThereIsOneLetter() {
        delivered("region", 50, null);
        clock.daysAgo(80);
        donation(Map.of("donor", gift.getString("donor")));
        delivered("hidden", 48, null);
        assertThat(letters()).hasSize(1);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void itWaitsUntilAllIsGathered() {
        delivered("region", 50, null);
        announcing.look();
        post.round(server);
        assertThat(TestPost.lettersTo(server, address)).isEmpty();
    }

    @Test
    void whoHasAPartInWhatWasMadeOfManyGiftsIsToldOnceAndOfTheirOwnGift() throws Exception {
        String other = "other." + address;
        InJson theirs = donation(Map.of("newDonor", "Bert Canary", "contact", Map.of("email", other, "wants", List.of("arrived"))));
        clock.daysAgo(80);
        List<Shapes.Some> towels = List.of(gift, theirs).stream()
                .map(each -> Shapes.Some.of(shapes.lotOf(house, each.getString("code")), 2))
                .toList();
        shapes.change(house, ConversionKind.KIT, CodeKind.KIT, Reason.KIT, clock.instant(), house.site, house.site, towels,
                Map.of("hygiene-kit", 2L));
        delivered("region", 50, null, "hygiene-kit");
        assertThat(letters()).hasSize(1);
        assertThat(letters()).hasSize(1);
        assertThat(TestPost.text(letters().get(0)))
                .contains(gift.getString("tracking"))
                .doesNotContain("Canary", "kit", theirs.getString("tracking"));
        assertThat(TestPost.lettersTo(server, other)).hasSize(1);
        assertThat(TestPost.text(TestPost.lettersTo(server, other).get(0))).contains(theirs.getString("tracking"));
    }

    @Test
    void whatMayNotBeToldYetIsNotTold() {
        delivered("region", 2, null);
        assertThat(letters()).isEmpty();
    }

    @Test
    void whoAgreedToBeNamedIsToldOfAtOnce() {
        delivered("named", 1, null);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void aDeliveryThatWasReversedIsNotToldOfAndTheNextIsToldOnce() {
        String wrong = delivered("named", 3, null);
        announcing.look();
        created(Role.COORDINATOR, "deliveries/" + wrong + "/reverse", Map.of("why", "another door"));
        assertThat(letters()).isEmpty();
    }

    @Test
    void nobodyIsToldWhoDidNotAsk() {
        post.sql("update donor set wants_arrived = false where code = '" + gift.getString("donor") + "'");
        delivered("named", 3, null);
        assertThat(letters()).isEmpty();
        post.sql("update donor set wants_arrived = true where code = '" + gift.getString("donor") + "'");
        assertThat(letters()).as("what was before they asked stays untold").isEmpty();
    }

    @Test
    void thanksAreToldOnceTheyAreLetThroughAndTheWordsStandOnThePageOnly() throws Exception {
        delivered("named", 20, THANKS);
        assertThat(letters()).hasSize(1);
        String thanks = InJson.found(house.program(Role.COORDINATOR).get("/api/v1/thanks").then().extract(), "rows[0].code");
        created(Role.COORDINATOR, "thanks/" + thanks + "/approve", Map.of());
        assertThat(letters()).hasSize(2);
        assertThat(letters()).hasSize(2);
        MimeMessage letter = letters().get(1);
        assertThat(letter.getSubject()).isEqualTo("Somebody thanks you");
        assertThat(TestPost.text(letter)).contains(gift.getString("tracking")).doesNotContain("room 4", "Canary", "School");
    }

    @Test
    void oneDonorsLetterTellsNothingOfAnother() {
        String other = "other." + address;
        InJson theirs = donation(Map.of("newDonor", "Bert Canary", "contact", Map.of("email", other, "wants", List.of("arrived"))));
        delivered("named", 3, null);
        delivered("named", 2, null);
        assertThat(letters()).hasSize(1);
        assertThat(TestPost.text(letters().get(0))).doesNotContain(theirs.getString("tracking"), "Bert", other);
        assertThat(TestPost.lettersTo(server, other)).hasSize(1);
    }
}
