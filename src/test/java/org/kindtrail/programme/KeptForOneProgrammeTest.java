package org.kindtrail.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kindtrail.programme.AProgramme.of;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.need.ShelterNeeds;
import org.kindtrail.place.Places;
import org.kindtrail.stock.Entry;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.NewLot;
import org.kindtrail.stock.Reason;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** What is kept for one programme is given by nobody to anything else, whatever it becomes. */
@HouseTest
class KeptForOneProgrammeTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    ShelterNeeds needs;

    @Inject
    EntityManager database;

    @Inject
    Ledger ledger;

    @Inject
    Places places;

    @Inject
    Catalogue catalogue;

    @Inject
    Codes codes;

    AnOrganisation.House house;
    AProgramme programmes;
    String warm;
    String school;
    String collection;

    @BeforeEach
    void open() {
        house = organisations.open();
        programmes = new AProgramme(house);
        warm = programmes.open("Warm winter");
        school = programmes.open("Back to school");
        collection = programmes.drive("collection", house.site);
    }

    private String receive(String item, long quantity, String programme) {
        return programmes.receive(collection, house.site, item, null, quantity, programme);
    }

    private ValidatableResponse volunteer(String what, Object... facts) {
        return programmes.post(Role.VOLUNTEER, what, of(facts));
    }

    /** A need for soap, charged to the programme (null: to none); its code. */
    private String need(String programme) {
        String need = InJson.found(house.program(Role.DISTRIBUTOR)
                .body(of("recipient", needs.shelter(house), "forWhom", "11 adults", "lines", List.of(ShelterNeeds.line("soap", 10))))
                .post("/api/v1/needs")
                .then()
                .statusCode(201)
                .extract(), "code");
        if (programme != null) {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "update need set programme_id = (select id from programme where code = ?1) where code = ?2")
                    .setParameter(1, programme)
                    .setParameter(2, need)
                    .executeUpdate());
        }
        return need;
    }

    private ValidatableResponse allocate(Object... facts) {
        return programmes.post(Role.DISTRIBUTOR, "allocations", of(facts));
    }

    @Test
    void everybodyWhoGivesSomethingLeavesItAlone() {
        String soap = receive("soap", 10, warm);
        for (String other : new String[] {null, school}) {
            String need = need(other);
            programmes.get("needs/" + need + "/candidates").body(tells("lines[0].candidates", empty()));
            allocate("need", need).statusCode(409);
            allocate("need", need, "picks", List.of(of("line", 1, "lot", soap, "place", house.site, "quantity", 1))).statusCode(422);
        }
        String kit = InJson.found(programmes.post("kits", of("item", "hygiene-kit", "parts", List.of(of("quantity", 1, "choices", List.of(of("item", "soap"))))))
                .statusCode(201)
                .extract(), "code");
        programmes.get("kits/" + kit + "/possible").body(tells("inHouse", equalTo(0)));
        volunteer("works/packings", "kit", kit, "place", house.site, "quantity", 1).statusCode(409);
        volunteer("works/packings", "kit", kit, "place", house.site, "quantity", 1, "programme", school).statusCode(409);
        String workshop = programmes.drive("workshop", house.site);
        volunteer("works/steps", "drive", workshop, "inputs", List.of(of("item", "soap", "quantity", 1)), "outputs", List.of(of("item", "towels", "quantity", 1)))
                .statusCode(409);
        String sale = sale();
        volunteer("sales", "drive", sale, "lines", List.of(of("item", "soap", "quantity", 1, "price", "5.00")))
                .statusCode(409)
                .body(tells("errors[0].pointer", equalTo("/lines/0/item")))
                .body(tells("errors[0].detail", containsString("Warm winter")));
        volunteer("sales", "drive", sale, "lines", List.of(of("lot", soap, "quantity", 1, "price", "5.00")))
                .statusCode(409)
                .body(tells("errors[0].pointer", equalTo("/lines/0/lot")))
                .body(tells("errors[0].detail", containsString(soap)));
        volunteer("sales", "drive", sale, "sum", "5.00").statusCode(409).body(tells("detail", containsString("Warm winter")));
        for (Object[] what : new Object[][] {{"all", true}, {"lines", List.of(of("lot", soap))}, {"lines", List.of(of("item", "soap"))}}) {
            programmes.post("pass-ons", of("from", house.site, "partner", "Others", what[0], what[1])).statusCode(409);
        }
        String elsewhere = programmes.drive("sale", market());
        for (Object[] what : new Object[][] {{"all", true}, {"lines", List.of(of("lot", soap))}}) {
            volunteer("drives/" + elsewhere + "/sale/table", "direction", "bring", "place", house.site, what[0], what[1]).statusCode(409);
        }
        programmes.get("balances?programme=" + warm).body(tells("rows.onHand", equalTo(List.of(10))));
    }

    /** A sale whose table is the house's site. */
    private String sale() {
        String sale = programmes.drive("sale", house.site);
        house.program(Role.COORDINATOR)
                .body(of("fund", programmes.fund("Takings", null), "currency", "KZT", "version", 0))
                .put("/api/v1/drives/" + sale + "/sale")
                .then()
                .statusCode(200);
        return sale;
    }

    private String market() {
        return InJson.found(house.program(Role.COORDINATOR)
                .body(of("kind", "site", "name", "Market"))
                .post("/api/v1/places")
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    @Test
    void itsOwnNeedsAndKitsGetItAndWhatIsForAnything() {
        String soap = receive("soap", 4, warm);
        receive("soap", 3, null);
        allocate("need", need(warm)).statusCode(201).body(tells("allocations.quantity.sum()", equalTo(7)));
        receive("soap", 2, warm);
        receive("soap", 3, null);
        String kit = InJson.found(programmes.post("kits", of("item", "hygiene-kit", "parts", List.of(of("quantity", 1, "choices", List.of(of("item", "soap"))))))
                .statusCode(201)
                .extract(), "code");
        programmes.get("kits/" + kit + "/possible").body(tells("inHouse", equalTo(3)));
        String packed = InJson.found(volunteer("works/packings", "kit", kit, "place", house.site, "quantity", 5, "programme", warm)
                .statusCode(201)
                .extract(), "outputs[0].lot");
        assertThat(programmes.keptFor(packed)).isEqualTo(warm);
        assertThat(programmes.keptFor(soap)).isEqualTo(warm);
    }

    @Test
    void whatIsNotAGiftMovesItAsBefore() {
        String soap = receive("soap", 10, warm);
        volunteer("moves", "to", house.shelfA, "lines", List.of(of("lot", soap, "from", house.site, "quantity", 4))).statusCode(201);
        volunteer("moves", "to", house.shelfB, "lines", List.of(of("item", "soap", "from", house.site, "quantity", 6))).statusCode(201);
        String elsewhere = programmes.drive("sale", house.site);
        volunteer("drives/" + elsewhere + "/sale/table", "direction", "take", "place", market(), "all", true).statusCode(201);
        assertThat(programmes.keptFor(soap)).isEqualTo(warm);
    }

    @Test
    void whenTheProgrammeHasEndedAndFreedItEverybodyMayGiveIt() {
        String soap = receive("soap", 10, warm);
        programmes.close(warm, false);
        allocate("need", need(null)).statusCode(409);
        programmes.post("programmes/" + warm + "/reopen", of()).statusCode(200);
        programmes.close(warm, true);
        assertThat(programmes.keptFor(soap)).isNull();
        volunteer("sales", "drive", sale(), "lines", List.of(of("item", "soap", "quantity", 1, "price", "5.00"))).statusCode(201);
        programmes.post("pass-ons", of("from", house.site, "partner", "Others", "lines", List.of(of("lot", soap, "quantity", 1)))).statusCode(201);
        allocate("need", need(school)).statusCode(201);
        programmes.post(Role.VOLUNTEER, "donations", of("drive", collection, "place", house.site, "bags", 1, "programme", warm))
                .statusCode(422)
                .body(tells("errors[0].pointer", equalTo("/programme")));
    }

    @Test
    void aBagIsKeptAndSoIsWhatComesOutOfIt() {
        Browser browser = house.browser(Role.VOLUNTEER).open("/record");
        browser.fill("Record it").choose("Kept for", "Warm winter").send().follow();
        assertThat(browser.text()).contains("Kept for Warm winter");
        String donation = browser.page().select("dd .code").get(0).text();
        String bag = InJson.found(programmes.get("donations/" + donation).body(tells("keptFor", equalTo(warm))).extract(), "lots[0].code");
        volunteer("sortings", "bag", bag, "lines", List.of(of("item", "soap", "quantity", 3))).statusCode(201);
        List<String> lots = InJson.found(programmes.get("lots?item=soap").extract(), "rows.keptFor");
        assertThat(lots).containsOnly(warm);
        assertThat(browser.open("/record?like=" + donation).page().select("select[name=programme] option[selected]").text()).isEqualTo("Warm winter");
        String anything = InJson.found(programmes.post(Role.VOLUNTEER, "donations", of("drive", collection, "place", house.site, "bags", 1))
                .statusCode(201)
                .body(tells("keptFor", nullValue()))
                .extract(), "code");
        assertThat(browser.open("/donations/" + anything).text()).doesNotContain("Kept for");
        assertThat(organisations.open().browser(Role.COORDINATOR).open("/record").text()).doesNotContain("Kept for");
    }

    @Test
    void aDispatchIsChargedToTheProgrammeOfItsNeed() {
        receive("soap", 10, warm);
        String need = need(warm);
        allocate("need", need).statusCode(201);
        programmes.post(Role.DISTRIBUTOR, "dispatches", of("need", need)).statusCode(201).body(tells("programme", equalTo(warm))).body(tells("programmeName", equalTo("Warm winter")));
        programmes.get("dispatches?programme=" + warm).body(tells("rows.programme", equalTo(List.of(warm))));
        programmes.get("dispatches?programme=" + school).body(tells("rows", hasSize(0)));
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches?programme=" + warm);
        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.click("Warm winter").heading()).isEqualTo("Warm winter");
    }

    @Test
    void theReceiversOfWhatWasHandedOverDoNotReadWhoseProgrammeItWas() {
        String soap = receive("soap", 10, warm);
        AProgramme theirs = new AProgramme(organisations.open());
        theirs.house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(() -> {
            Long programme = database.createQuery("select p.id from Programme p where p.code = ?1", Long.class)
                    .setParameter(1, warm)
                    .getSingleResult();
            return ledger.receive(
                    1L,
                    places.get(theirs.house.site),
                    new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), java.time.Instant.now()),
                    List.of(new NewLot(codes.next(CodeKind.BAG), catalogue.find("soap"), null, null, Grade.GOOD, 3)
                            .keptFor(programme)));
        }));
        theirs.get("balances").body(tells("rows.keptFor", equalTo(java.util.Collections.singletonList(null))));
        theirs.get("lots").body(tells("rows.keptForName", equalTo(java.util.Collections.singletonList(null))));
        theirs.house.program(Role.VOLUNTEER).get("/api/v1/balances?programme=" + warm).then().statusCode(404);
        assertThat(programmes.keptFor(soap)).isEqualTo(warm);
    }

    /** Lots are graded, packed and opened at random: nothing that was kept is ever for anything, or for another programme. */
    @Test
    void whateverBecomesOfItWhatIsKeptIsNeitherLostNorMixed() {
        String kit = InJson.found(programmes.post("kits", of("item", "hygiene-kit", "parts", List.of(of("quantity", 2, "choices", List.of(of("item", "soap"))))))
                .statusCode(201)
                .extract(), "code");
        Map<String, Long> came = new java.util.HashMap<>();
        for (long seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            for (String programme : new String[] {warm, school, null}) {
                long some = 20 + random.nextInt(20);
                receive("soap", some, programme);
                came.merge(programme, some, Long::sum);
            }
            for (int step = 0; step < 25; step++) {
                act(random, kit);
                Map<String, Long> now = pieces();
                assertThat(now.values().stream().mapToLong(Long::longValue).sum())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(came.values().stream().mapToLong(Long::longValue).sum());
                assertThat(now.get(warm)).as("seed %d, step %d", seed, step).isGreaterThanOrEqualTo(came.get(warm));
                assertThat(now.get(school)).as("seed %d, step %d", seed, step).isGreaterThanOrEqualTo(came.get(school));
            }
        }
        assertThat(count("select count(distinct l.kind) from (select c.kind from conversion c join conversion_input i on i.conversion_id = c.id"
                        + " join lot of on of.id = i.lot_id where of.organisation_id = ?1 and of.programme_id is not null) l"))
                .as("what is kept was graded, packed and opened")
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from (select c.conversion_id from conversion_input c join lot l on l.id = c.lot_id"
                        + " join programme p on p.id = l.programme_id where p.organisation_id = ?1 group by c.conversion_id"
                        + " having count(distinct l.programme_id) > 1) mixed"))
                .isZero();
        assertThat(count("select count(*) from lot l join conversion c on c.id = l.conversion_id join conversion_input i on"
                        + " i.conversion_id = c.id join lot of on of.id = i.lot_id where l.organisation_id = ?1 and c.kind <> 'OPENING'"
                        + " and of.programme_id is not null and (l.programme_id is null or l.programme_id <> of.programme_id)"))
                .isZero();
    }

    private void act(Random random, String kit) {
        List<Map<String, Object>> there = new ArrayList<>(InJson.<List<Map<String, Object>>>found(programmes.get("balances?available=true&limit=500").extract(), "rows"));
        Map<String, Object> one = there.get(random.nextInt(there.size()));
        int some = 1 + random.nextInt(((Number) one.get("available")).intValue());
        if (one.get("item").equals("hygiene-kit") && random.nextBoolean()) {
            volunteer("works/openings", "lot", one.get("lot"), "quantity", some).statusCode(201);
        } else if (random.nextBoolean()) {
            volunteer("works/gradings", "lot", one.get("lot"), "quantity", some, "lines", List.of(of("quantity", some, "grade", random.nextBoolean() ? "worn" : "new")))
                    .statusCode(org.hamcrest.Matchers.anyOf(equalTo(201), equalTo(422)));
        } else {
            String programme = new String[] {warm, school, null}[random.nextInt(3)];
            volunteer("works/packings", "kit", kit, "place", house.site, "quantity", 1 + random.nextInt(4), "programme", programme)
                    .statusCode(org.hamcrest.Matchers.anyOf(equalTo(201), equalTo(409)));
        }
    }

    /** Pieces of soap in the house, those in kits among them, by the programme for which they are kept (null: none). */
    private Map<String, Long> pieces() {
        Map<String, Long> pieces = new java.util.HashMap<>();
        InJson.<List<Map<String, Object>>>found(programmes.get("balances?limit=500").extract(), "rows").forEach(row -> pieces.merge(
                (String) row.get("keptFor"),
                ((Number) row.get("onHand")).longValue() * (row.get("item").equals("hygiene-kit") ? 2 : 1),
                Long::sum));
        return pieces;
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(sql)
                        .setParameter(1, house.id)
                        .getSingleResult())
                .longValue());
    }
}
