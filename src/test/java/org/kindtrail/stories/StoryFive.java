package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.InJson;

/**
 * From Hong Kong to a family by Almaty: 317 boxes on 12 pallets with 15,000 things go to a village that has no account and confirms
 * by its key, three boxes short, one too many, two damaged, one found later; part of it goes on to a third organisation, and two
 * beds of one donor to a family there. The donor reads the whole way; nobody of the three reads what is the others' business.
 */
abstract class StoryFive {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final int PALLETS = 12;
    private static final int BOXES = 317;
    private static final int THINGS = 15_000;
    private static final int IN_A_BOX = THINGS / BOXES;
    /** In the box that comes and is not on the list. */
    private static final int SURPLUS = 10;

    @Inject
    AnOrganisation organisations;

    private final LocalDate today = LocalDate.now(ALMATY);
    private final YearMonth told = YearMonth.from(today.minusDays(7)).minusMonths(1);
    private final LocalDate given = told.minusMonths(3).atDay(3);
    private final LocalDate left = told.minusMonths(3).atDay(15);
    final LocalDate came = told.minusMonths(2).atDay(11);
    private final LocalDate wentOn = told.minusMonths(1).atDay(4);
    final LocalDate cameOn = told.minusMonths(1).atDay(9);
    final LocalDate arrived = told.atDay(20);
    final MovableClock clock = new MovableClock();
    final List<String> boxes = new ArrayList<>();
    AnOrganisation.House harbour;
    AnOrganisation.House steppe;
    Doors here;
    Doors there;
    private String drive;
    String tracking;
    private String beds;
    private String partner;
    private String pallet;
    private String forgotten;
    String shipment;
    String key;

    @BeforeEach
    void open() {
        QuarkusMock.installMockForType(clock, Clock.class);
        on(given);
        harbour = organisations.open();
        steppe = organisations.open();
        here = new Doors(harbour);
        there = new Doors(steppe);
    }

    void on(LocalDate day) {
        clock.daysAgo((int) ChronoUnit.DAYS.between(day, today));
    }

    @Test
    void theDonorFollowsTheBedsAcrossThreeOrganisationsToAFamily() {
        fifteenThousandThingsArePacked();
        on(left);
        theyLeaveForAVillageWithoutAnAccount();
        on(came);
        theVillageConfirmsByItsKey();
        whatIsMissingIsAccountedFor();
        oneBoxIsFoundLater();
        theDriveAddsUp(BOXES - 2);
        on(wentOn);
        String passedOn = partOfItGoesOn();
        on(cameOn);
        theThirdReceivesIt(passedOn);
        nobodyReadsWhatIsTheOthersBusiness(passedOn);
        on(arrived);
        twoBedsReachAFamily();
        clock.daysAgo(0);
        theDonorReadsTheWholeWay();
        InJson verified = here.get(Role.ADMINISTRATOR, "ledger/verification");
        assertThat(verified.getLong("differences")).as(verified.getString("first")).isZero();
    }

    void fifteenThousandThingsArePacked() {
        drive = here.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection",
                        "title", "Beds and clothes for Kazakhstan",
                        "startsOn", given.toString(),
                        "endsOn", today.plusDays(20).toString(),
                        "site", harbour.site))
                .getString("code");
        InJson gift = give(List.of(Map.of("item", "chair-bed", "quantity", 2)));
        tracking = gift.getString("trackingCode");
        beds = gift.getString("lots[0].code");
        String jumpers = give(List.of(Map.of("item", "jumpers-man", "size", "L", "grade", "good", "quantity", THINGS - 2)))
                .getString("lots[0].code");
        List<String> pallets = here.post(Role.VOLUNTEER, "containers", Map.of("kind", "pallet", "count", PALLETS, "in", harbour.site))
                .getList("containers.code");
        for (int i = 0; i < PALLETS; i++) {
            int count = BOXES / PALLETS + (i < BOXES % PALLETS ? 1 : 0);
            boxes.addAll(here.post(Role.VOLUNTEER, "containers", Map.of("kind", "box", "count", count, "in", pallets.get(i)))
                    .getList("containers.code"));
        }
        assertThat(boxes).hasSize(BOXES);
        pallet = pallets.get(0);
        pack(boxes.get(0), beds, 2);
        pack(boxes.get(0), jumpers, IN_A_BOX - 2);
        for (int i = 1; i < BOXES; i++) {
            pack(boxes.get(i), jumpers, i < BOXES - 1 ? IN_A_BOX : IN_A_BOX + THINGS % BOXES);
        }
        forgotten = here.post(Role.VOLUNTEER, "containers", Map.of("kind", "box", "in", harbour.site)).getString("containers[0].code");
        String more = give(List.of(Map.of("item", "jumpers-man", "size", "L", "grade", "good", "quantity", SURPLUS)))
                .getString("lots[0].code");
        pack(forgotten, more, SURPLUS);
        partner = here.post(Role.COORDINATOR, "partners", Map.of(
                        "name", "Almond Village", "country", "KZ", "namedInPublic", true))
                .getString("code");
        shipment = here.post(Role.DISTRIBUTOR, "shipments", Map.of("to", partner, "about", "Beds and clothes"))
                .getString("code");
        here.press(Role.DISTRIBUTOR, "shipments/" + shipment + "/agree");
        InJson listed = here.post(Role.VOLUNTEER, "shipments/" + shipment + "/lines", Map.of("containers", pallets));
        assertThat(listed.getInt("counts.pallets")).isEqualTo(PALLETS);
    }

    private InJson give(List<Map<String, Object>> lines) {
        return here.post(Role.VOLUNTEER, "donations", Map.of("drive", drive, "place", harbour.site, "lines", lines));
    }

    void pack(String box, String lot, int quantity) {
        here.post(Role.VOLUNTEER, "containers/" + box + "/pack", Map.of(
                "lines", List.of(Map.of("lot", lot, "from", harbour.site, "quantity", quantity))));
    }

    void theyLeaveForAVillageWithoutAnAccount() {
        InJson departed = here.post(Role.DISTRIBUTOR, "shipments/" + shipment + "/depart", Map.of(
                "leg", Map.of("carrier", "Pearl River Lines", "vehicle", "TGHU 123456 7", "seal", "HK 884 213", "starts", "Hong Kong", "ends", "Almaty")));
        key = departed.getString("handover.key");
        assertThat(departed.getInt("shipment.counts.boxes")).isEqualTo(BOXES);
        assertThat(key).startsWith("Z");
        Answer refused = here.send(
                Role.VOLUNTEER,
                "containers/" + boxes.get(0) + "/unpack",
                Map.of("all", true),
                UUID.randomUUID().toString());
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        String waybill = departed.getString("shipment.legs[0].waybill");
        here.post(Role.DISTRIBUTOR, "shipments/" + shipment + "/events", Map.of("kind", "customs_in", "waybill", waybill));
        InJson custody = here.get(Role.VOLUNTEER, "shipments/" + shipment + "/custody");
        assertThat(custody.getList("hops")).isNotEmpty();
    }

    void theVillageConfirmsByItsKey() {
        theVillageConfirms();
        InJson counted = here.get(Role.VOLUNTEER, "shipments/" + shipment);
        assertThat(counted.getInt("counts.received")).isEqualTo(BOXES - 3 + PALLETS);
        assertThat(counted.getInt("counts.missing")).isEqualTo(3);
        assertThat(counted.getInt("counts.damaged")).isEqualTo(2);
        here.post(Role.DISTRIBUTOR, "shipments/" + shipment + "/surplus", Map.of("container", forgotten, "note", "Not on the list"));
        assertThat(here.get(Role.VOLUNTEER, "shipments/" + shipment).getInt("counts.surplus")).isEqualTo(1);
    }

    void theVillageConfirms() {
        assertThat(given().get("/api/v1/handovers/" + key).as(InJson.class, InJson.READ).getList("boxes")).hasSize(BOXES + PALLETS);
        Response confirmed = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "missing", boxes.subList(40, 43),
                        "damaged", List.of(
                                Map.of("container", boxes.get(50), "note", "Wet through"),
                                Map.of("container", boxes.get(51), "note", "Torn")),
                        "takenBy", "warehouse keeper"))
                .post("/api/v1/handovers/" + key);
        Doors.good("handovers", confirmed);
    }

    void whatIsMissingIsAccountedFor() {
        Answer early = here.send(
                Role.COORDINATOR, "shipments/" + shipment + "/close", Map.of(), UUID.randomUUID().toString());
        assertThat(early.statusCode()).as(early.asString()).isEqualTo(409);
        here.post(Role.COORDINATOR, "shipments/" + shipment + "/lost", Map.of("why", "Not on the train at the border"));
        theDriveAddsUp(BOXES - 3);
        here.post(Role.COORDINATOR, "shipments/" + shipment + "/close", Map.of("note", "Told to the carrier"));
    }

    void oneBoxIsFoundLater() {
        String box = boxes.get(41);
        here.post(Role.COORDINATOR, "shipments/" + shipment + "/lines/" + box + "/found", Map.of("why", "In the depot at Dostyk"));
        here.post(Role.DISTRIBUTOR, "shipments/" + shipment + "/receive", Map.of("containers", List.of(box)));
        assertThat(here.get(Role.VOLUNTEER, "containers/" + box).getString("code")).isEqualTo(box);
    }

    /** In = held + handed on + lost, from the ledger. */
    void theDriveAddsUp(int boxesThere) {
        InJson balance = here.get(Role.COORDINATOR, "drives/" + drive + "/balance");
        long lost = (long) (BOXES - boxesThere) * IN_A_BOX;
        assertThat(balance.getLong("total.in")).isEqualTo(THINGS + SURPLUS);
        assertThat(balance.getLong("total.lost")).isEqualTo(lost);
        assertThat(balance.getLong("total.handedOn")).isEqualTo(THINGS + SURPLUS - lost);
        assertThat(balance.getLong("total.waiting")).isZero();
    }

    String partOfItGoesOn() {
        String next = here.post(Role.DISTRIBUTOR, "shipments", Map.of("to", steppe.code, "about", "For families after the flood"))
                .getString("code");
        there.press(Role.DISTRIBUTOR, "shipments/" + next + "/agree");
        here.post(Role.VOLUNTEER, "shipments/" + next + "/lines", Map.of("containers", List.of(pallet)));
        here.post(Role.DISTRIBUTOR, "shipments/" + next + "/depart", Map.of());
        return next;
    }

    void theThirdReceivesIt(String passedOn) {
        aBoxIsScanned(passedOn);
        Answer again = there.send(
                Role.VOLUNTEER,
                "shipments/" + passedOn + "/receive",
                Map.of("place", steppe.site, "containers", List.of(boxes.get(0))),
                UUID.randomUUID().toString());
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(409);
        there.post(Role.VOLUNTEER, "shipments/" + passedOn + "/receive-all", Map.of("place", steppe.site));
        assertThat(there.get(Role.VOLUNTEER, "balances?place=" + boxes.get(0)).getList("rows")).hasSize(2);
        there.post(Role.VOLUNTEER, "containers/" + boxes.get(0) + "/unpack", Map.of(
                "lines", List.of(Map.of("lot", beds)), "to", steppe.shelfA));
    }

    void aBoxIsScanned(String passedOn) {
        there.post(Role.VOLUNTEER, "shipments/" + passedOn + "/receive", Map.of(
                "place", steppe.site, "containers", List.of(boxes.get(0))));
    }

    void nobodyReadsWhatIsTheOthersBusiness(String passedOn) {
        assertThat(harbour.program(Role.VOLUNTEER).get("/api/v1/containers/" + boxes.get(0)).statusCode()).isEqualTo(404);
        assertThat(there.get(Role.VOLUNTEER, "lots/" + beds).toString()).doesNotContain(drive, tracking, harbour.site);
        assertThat(steppe.program(Role.VOLUNTEER).get("/api/v1/shipments/" + shipment).statusCode()).isEqualTo(404);
        assertThat(here.get(Role.VOLUNTEER, "shipments/" + passedOn).toString()).doesNotContain(steppe.site, steppe.shelfA);
    }

    void twoBedsReachAFamily() {
        List<String> families = new ArrayList<>();
        for (String alias : List.of("Family Poppy", "Family Iris", "Family Sage")) {
            families.add(there.post(Role.COORDINATOR, "recipients", Map.of(
                            "alias", alias,
                            "kind", "household",
                            "country", "KZ",
                            "region", "Almaty region " + steppe.code,
                            "disclosure", "described",
                            "description", "a family displaced by floods"))
                    .getString("code"));
        }
        String need = there.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", families.get(0),
                        "forWhom", "a household of 5",
                        "lines", List.of(Map.of("item", "chair-bed", "quantity", 2))))
                .getString("code");
        there.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        String dispatch = there.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        there.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        InJson departed = there.post(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart", Map.of());
        Doors.good("confirmations", given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("lines", List.of(Map.of("line", 1, "received", 2)), "thanks", "The children sleep in beds."))
                .post("/api/v1/confirmations/" + departed.getString("confirmation.key")));
        InJson waiting = there.get(Role.COORDINATOR, "thanks?state=waiting");
        there.press(Role.COORDINATOR, "thanks/" + waiting.getString("rows[0].code") + "/approve");
    }

    static String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH).format(day);
    }

    void theDonorReadsTheWholeWay() {
        InJson trace = Doors.good("traces", given().get("/api/v1/traces/" + tracking));
        assertThat(trace.getString("news[0]")).contains("2 chair-beds", "a family displaced by floods");
        List<String> way = trace.getList("way.find { it.name == 'given' }.sentences");
        assertThat(way)
                .as("%s", trace.toString())
                .contains(
                        harbour.name + " sent 2 chair-beds on to Almond Village, where they arrived in " + month(came) + ".",
                        "Almond Village sent 2 chair-beds on to a partner organisation in Kazakhstan, where they arrived in "
                                + month(cameOn) + ".");
        assertThat(trace.getList("thanks.words")).containsExactly("The children sleep in beds.");
        Browser page = Browser.stranger().open("/t/" + tracking);
        assertThat(page.text())
                .contains("Almond Village", "a partner organisation in Kazakhstan", "a family displaced by floods", month(arrived))
                .doesNotContain("Family Poppy", steppe.name, "household of 5", shipment, boxes.get(0), "HK 884 213");
    }
}
