package org.kindtrail.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/** Files of people's spreadsheet programs, from the upload to the reversal, as a program sends them. */
@HouseTest
class ImportResourceTest {
    private static final String STOCK = "Item;Size;Condition;Qty;Location\r\n"
            + "Jumpers, man;L;good;1 200;School hall\r\n"
            + "Jumpers, man;XL;;12,00;Shelf A\r\n"
            + "Jumpers, man;L;new;twelve;School hall\r\n"
            + "Unheard-of things;;;3;School hall\r\n"
            + "Jumpers, man;L;#DIV/0!;3;Nowhere\r\n";

    @Inject
    AnOrganisation organisations;

    @Inject
    ImportWork work;

    @Inject
    ImportTaking taking;

    @Inject
    EntityManager database;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private String brought(String kind, byte[] file) {
        return InJson.found(house.program(Role.COORDINATOR)
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/imports?name=stock.csv&kind=" + kind)
                .then()
                .statusCode(201)
                .extract(), "code");
    }

    private String brought(String kind, String file) {
        return brought(kind, file.getBytes(StandardCharsets.UTF_8));
    }

    private InJson act(String code, String act, Object body) {
        house.program(Role.COORDINATOR)
                .body(body)
                .post("/api/v1/imports/" + code + "/" + act)
                .then()
                .statusCode(200);
        return rested(code);
    }

    /** The import, when it has come to rest. */
    private InJson rested(String code) {
        for (int i = 0; i < 300; i++) {
            InJson seen = house.program(Role.COORDINATOR)
                    .get("/api/v1/imports/" + code)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(InJson.class, InJson.READ);
            if (!seen.getString("state").endsWith("ing")) {
                return seen;
            }
            pause();
        }
        throw new AssertionError(code + " does not come to rest");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private InJson rows(String code, String query) {
        return house.program(Role.COORDINATOR)
                .get("/api/v1/imports/" + code + "/rows?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .as(InJson.class, InJson.READ);
    }

    private long onHand() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                        "select coalesce(sum(b.on_hand), 0) from balance b join place p on p.id = b.place_id where p.organisation_id = ?1")
                .setParameter(1, house.id)
                .getSingleResult()).longValue());
    }

    private void taken(String kind, String file) {
        String code = brought(kind, file);
        act(code, "check", "");
        act(code, "take", Map.of("onlyIfAllGood", false));
    }

    @Test
    void aDryRunSaysOfEveryRowWhatWouldHappenAndWhatIsWrongAndTakesNothing() {
        String code = brought("stock", STOCK);
        InJson checked = act(code, "check", "");
        assertThat(checked.getString("state")).isEqualTo("checked");
        assertThat(List.of(checked.getInt("good"), checked.getInt("wrong"), checked.getInt("known"))).containsExactly(2, 3, 0);
        InJson rows = rows(code, "");
        assertThat(rows.getList("rows.number", Integer.class)).containsExactly(2, 3, 4, 5, 6);
        assertThat(rows.getString("rows[0].becomes")).contains("1,200").contains("School hall");
        assertThat(rows.getString("rows[2].faults[0].column")).isEqualTo("Qty");
        assertThat(rows.getString("rows[2].faults[0].given")).isEqualTo("twelve");
        assertThat(rows.getString("rows[2].faults[0].words")).contains("whole number");
        assertThat(rows.getString("rows[3].faults[0].words")).contains("Unheard-of things");
        assertThat(rows.getList("rows[4].faults.field", String.class)).containsExactly("grade", "place");
        assertThat(rows(code, "&state=wrong").getList("rows.number", Integer.class)).containsExactly(4, 5, 6);
        assertThat(onHand()).isZero();
    }

    @Test
    void goodRowsAreTakenThroughTheLedgerAndTheSameFileTwiceDoesNothingTwice() {
        String code = brought("stock", STOCK);
        act(code, "check", "");
        house.program(Role.COORDINATOR)
                .body(Map.of("onlyIfAllGood", true))
                .post("/api/v1/imports/" + code + "/take")
                .then()
                .statusCode(409);
        InJson taken = act(code, "take", Map.of("onlyIfAllGood", false));
        assertThat(taken.getString("state")).isEqualTo("taken");
        assertThat(taken.getInt("taken")).isEqualTo(2);
        assertThat(onHand()).isEqualTo(1212);
        assertThat(rows(code, "&state=taken").getList("rows.document", String.class)).allMatch(lot -> lot.startsWith("B-"));

        String again = brought("stock", STOCK + "Jumpers, man;L;good;5;School hall\r\nJumpers, man;L;good;5;School hall\r\n");
        InJson checked = act(again, "check", "");
        assertThat(List.of(checked.getInt("known"), checked.getInt("good"))).containsExactly(2, 2);
        act(again, "take", Map.of("onlyIfAllGood", false));
        assertThat(onHand()).isEqualTo(1222);
    }

    @Test
    void anImportIsReversedWholeAndCanBeTakenAgain() {
        String code = brought("stock", STOCK);
        act(code, "check", "");
        act(code, "take", Map.of("onlyIfAllGood", false));
        InJson reversed = act(code, "reverse", Map.of("why", "The wrong shelf"));
        assertThat(reversed.getString("state")).isEqualTo("reversed");
        assertThat(onHand()).isZero();
        taken("stock", STOCK);
        assertThat(onHand()).isEqualTo(1212);
    }

    @Test
    void whatWasUsedSinceStandsInTheWayOfTheReversalAndIsNamed() {
        String code = brought("stock", STOCK);
        act(code, "check", "");
        act(code, "take", Map.of("onlyIfAllGood", false));
        String lot = rows(code, "&state=taken").getString("rows[0].document");
        String move = InJson.found(house.program(Role.VOLUNTEER)
                .body(Map.of(
                        "from", house.site, "to", house.shelfB, "lines", List.of(Map.of("lot", lot, "quantity", 5))))
                .post("/api/v1/moves")
                .then()
                .statusCode(201)
                .extract(), "code");
        InJson refused = act(code, "reverse", Map.of("why", "The wrong shelf"));
        assertThat(refused.getString("state")).isEqualTo("taken");
        assertThat(refused.getString("problem")).contains(move);
        assertThat(onHand()).isEqualTo(1212);
    }

    @Test
    void columnsAreMatchedByHandRememberedAndValuesSaidForAllRows() {
        String file = "\u0412\u0435\u0449\u044c \u0438\u0437 \u0441\u043f\u0438\u0441\u043a\u0430,\u0421\u043a\u043e\u043b\u044c\u043a\u043e\nwarm-jumpers-man,3\n";
        byte[] bytes = file.getBytes(Charset.forName("windows-1251"));
        String code = brought("stock", bytes);
        assertThat(rested(code).getList("missing", String.class)).containsExactly("item", "quantity", "place");
        house.program(Role.COORDINATOR).body("").post("/api/v1/imports/" + code + "/check").then().statusCode(409);
        InJson matched = house.program(Role.COORDINATOR)
                .body(Map.of(
                        "columns", Map.of("item", "\u0412\u0435\u0449\u044c \u0438\u0437 \u0441\u043f\u0438\u0441\u043a\u0430", "quantity", "\u0421\u043a\u043e\u043b\u044c\u043a\u043e"),
                        "same", Map.of("place", house.shelfA)))
                .put("/api/v1/imports/" + code + "/mapping")
                .then()
                .statusCode(200)
                .extract()
                .as(InJson.class, InJson.READ);
        assertThat(matched.getString("encoding")).isEqualTo("windows_1251");
        assertThat(matched.getList("missing")).isEmpty();
        assertThat(act(code, "check", "").getInt("good")).isEqualTo(1);
        assertThat(rested(brought("stock", bytes)).getMap("same")).containsEntry("place", house.shelfA);
        house.program(Role.COORDINATOR)
                .body(Map.of("columns", Map.of("item", "No such column"), "same", Map.of("quantity", "3")))
                .put("/api/v1/imports/" + code + "/mapping")
                .then()
                .statusCode(422);
    }

    @Test
    void itemsAreAddedAndReversedWhileNothingIsOfThem() {
        String file = "Name,Category,Worn by,Unit,Sizes\nFelt boots,Shoes,man,pair,\"42, 43\"\nFelt boots,shoes,Man,pair,42\n"
                + "Odd thing,Nowhere,man,pair,\n";
        String code = brought("items", file);
        InJson checked = act(code, "check", "");
        assertThat(List.of(checked.getInt("good"), checked.getInt("wrong"))).containsExactly(1, 2);
        act(code, "take", Map.of("onlyIfAllGood", false));
        String item = rows(code, "&state=taken").getString("rows[0].document");
        house.program(Role.VOLUNTEER).get("/api/v1/items/" + item).then().statusCode(200);
        String stock = brought("stock", "Item,Size,Qty,Place\n\"Felt boots, man\",42,7," + house.site + "\n");
        act(stock, "check", "");
        act(stock, "take", Map.of("onlyIfAllGood", true));
        assertThat(onHand()).isEqualTo(7);
        InJson refused = act(code, "reverse", Map.of("why", "Not ours"));
        assertThat(refused.getString("problem")).contains(item);
        assertThat(refused.getString("state")).isEqualTo("taken");
    }

    @Test
    void donorsAreAddedWithTheirContactsSealedOnTheWay() {
        String secret = "zwölfender@example.org";
        String file = "Имя;Почта;Телефон;Tell that it came\nАнна;anna.canary.77@example.org;+7 700 123 45 67;да\n"
                + "Борис;" + secret + " no address;;нет\n";
        String code = brought("donors", file);
        InJson checked = act(code, "check", "");
        assertThat(List.of(checked.getInt("good"), checked.getInt("wrong"))).containsExactly(1, 1);
        assertThat(rows(code, "").toString()).doesNotContain("canary").doesNotContain("zwölf").doesNotContain("700 123");
        act(code, "take", Map.of("onlyIfAllGood", false));
        String donor = rows(code, "&state=taken").getString("rows[0].document");
        InJson view = house.program(Role.VOLUNTEER).get("/api/v1/donors/" + donor).as(InJson.class, InJson.READ);
        assertThat(view.getString("knownAs")).isEqualTo("Анна");
        assertThat(view.getBoolean("hasEmail")).isTrue();
        List<?> clear = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select 1 from sheet_import_row where cells like '%canary%' or faults like '%example.org%'")
                .getResultList());
        assertThat(clear).isEmpty();
        assertThat(act(code, "reverse", Map.of("why", "Sent by mistake")).getString("state")).isEqualTo("reversed");
        assertThat(house.program(Role.VOLUNTEER).get("/api/v1/donors/" + donor).as(InJson.class, InJson.READ).getString("erasedAt")).isNotNull();
    }

    @Test
    void recipientsAreAddedAndWhoTheyReallyAreIsSealedOnTheWay() {
        String file = "\u041d\u0430\u0437\u0432\u0430\u043d\u0438\u0435\tType\tCountry\tRegion\tVisibility\tTrue name\tAddress\n"
                + "House A\tshelter\tKazakhstan\tAlmaty region\tregion\tHouse of the canary 91\tCanary street 4\n"
                + "House B\tshelter\tKZ\tAlmaty region\tnamed\t\t\nHouse C\tcastle\tNowhere\tx\t\t\t\n";
        String code = brought("recipients", file);
        InJson checked = act(code, "check", "");
        assertThat(rested(code).getString("separator")).isEqualTo("tab");
        assertThat(List.of(checked.getInt("good"), checked.getInt("wrong"))).containsExactly(1, 2);
        assertThat(rows(code, "").toString()).doesNotContainIgnoringCase("canary");
        act(code, "take", Map.of("onlyIfAllGood", false));
        String recipient = rows(code, "&state=taken").getString("rows[0].document");
        house.program(Role.DISTRIBUTOR).get("/api/v1/recipients/" + recipient).then().statusCode(200);

        String need = brought("needs", "Recipient,For whom,Item,Sizes,Qty,Priority\n" + recipient + ",11 adult men,\"Jumpers, man\",\"L, XL\",11,urgent\n"
                + "House A,two,Shoe horses,,1,\n");
        assertThat(act(need, "check", "").getInt("good")).isEqualTo(1);
        act(need, "take", Map.of("onlyIfAllGood", false));
        String posted = rows(need, "&state=taken").getString("rows[0].document");
        assertThat(house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + posted).as(InJson.class, InJson.READ).getString("urgency")).isEqualTo("urgent");
        assertThat(act(code, "reverse", Map.of("why", "Sent twice")).getString("problem")).contains(posted);
        assertThat(act(need, "reverse", Map.of("why", "Sent twice")).getString("state")).isEqualTo("reversed");
        assertThat(house.program(Role.DISTRIBUTOR).get("/api/v1/needs/" + posted).as(InJson.class, InJson.READ).getString("state")).isEqualTo("withdrawn");
    }

    @Test
    void donationsAreRecordedWithTheirDonorsOnceAndReversed() {
        String drive = house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Old book", "startsOn", "2026-01-01", "endsOn", "2027-01-01", "site", house.site))
                .post("/api/v1/drives")
                .as(InJson.class, InJson.READ).get("code");
        String file = "Campaign;Location;Donor name;Date;Item;Size;Qty;Bags\nOld book;Shelf A;Anna from the book;5.11.2026;jumpers-man;L;3;\n"
                + drive + ";Shelf A;anna from the book;;;;;2\nNo such;Shelf A;;31.02.2026;jumpers-man;L;3;\n";
        String code = brought("donations", file);
        InJson checked = act(code, "check", "");
        assertThat(rows(code, "&state=wrong").getList("rows[0].faults.field", String.class)).containsExactlyInAnyOrder("drive", "receivedAt");
        assertThat(checked.getInt("good")).isEqualTo(2);
        act(code, "take", Map.of("onlyIfAllGood", false));
        List<String> codes = rows(code, "&state=taken").getList("rows.document", String.class);
        List<Object> donors = codes.stream()
                .map(each -> (Object) house.program(Role.VOLUNTEER).get("/api/v1/donations/" + each).as(InJson.class, InJson.READ).get("donor"))
                .distinct()
                .toList();
        assertThat(donors).hasSize(1).doesNotContainNull();
        assertThat(onHand()).isEqualTo(5);
        act(code, "reverse", Map.of("why", "Typed before"));
        assertThat(onHand()).isZero();
    }

    private String many(int count) {
        return "Item,Size,Qty,Place,Reference\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "\"Jumpers, man\",L,1,School hall,R" + i + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void aBrokenOffImportGoesOnWhereItStoodAndFourAtOnceTakeEachRowOnce() throws Exception {
        String code = brought("stock", many(1_700));
        act(code, "check", "");
        Long id = QuarkusTransaction.requiringNew().call(() -> {
            Long found = database.createQuery("select i.id from SheetImport i where i.code = :code", Long.class)
                    .setParameter("code", code)
                    .getSingleResult();
            // As a node leaves it that went away after it had answered.
            database.createQuery("update SheetImport i set i.state = TAKING where i.id = :id").setParameter("id", found).executeUpdate();
            return found;
        });
        assertThat(house.as(Role.COORDINATOR, () -> taking.batch(id, 500))).isTrue();
        assertThat(now(code).getInt("taken")).isEqualTo(500);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> {
                work.goOn(id);
                return null;
            });
        }
        for (Future<Void> each : hands.invokeAll(all)) {
            each.get(60, TimeUnit.SECONDS);
        }
        hands.shutdown();
        InJson taken = rested(code);
        assertThat(taken.getString("state")).isEqualTo("taken");
        assertThat(taken.getInt("taken")).isEqualTo(1_700);
        assertThat(onHand()).isEqualTo(1_700);
        work.clearEndedBefore(java.time.Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(rested(code).getString("clearedAt")).isNotNull();
        assertThat(rows(code, "").getList("rows")).isEmpty();
        String again = brought("stock", many(1_701));
        assertThat(act(again, "check", "").getInt("known")).isEqualTo(1_700);
    }

    private InJson now(String code) {
        return house.program(Role.COORDINATOR).get("/api/v1/imports/" + code).as(InJson.class, InJson.READ);
    }

    @Test
    void whatIsNoSpreadsheetIsRefusedInWordsAndOthersSeeNothing() {
        house.program(Role.COORDINATOR)
                .contentType("text/csv")
                .body("Item,Qty,item\n1,2,3\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=stock")
                .then()
                .statusCode(422);
        house.program(Role.COORDINATOR)
                .contentType("text/csv")
                .body("Item,Qty\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?kind=planets")
                .then()
                .statusCode(400);
        house.program(Role.COORDINATOR)
                .contentType("image/png")
                .body(new byte[] {1, 2, 3})
                .post("/api/v1/imports?kind=stock")
                .then()
                .statusCode(415);
        String code = brought("stock", STOCK);
        AnOrganisation.House other = organisations.open();
        other.program(Role.COORDINATOR).get("/api/v1/imports/" + code).then().statusCode(404);
        other.program(Role.COORDINATOR).get("/api/v1/imports/" + code + "/rows").then().statusCode(404);
        other.program(Role.COORDINATOR).body(Map.of("onlyIfAllGood", false)).post("/api/v1/imports/" + code + "/take").then().statusCode(404);
        house.program(Role.DISTRIBUTOR).get("/api/v1/imports/" + code).then().statusCode(403);
    }
}
