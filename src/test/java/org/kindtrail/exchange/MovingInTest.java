package org.kindtrail.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.web.XlsxFile;

/** Files with the columns of other programs' exports, from the upload to the stock. */
@HouseTest
@Tag("once")
class MovingInTest {
    private static final String BOXES = "Box Number,Product,Product Category,Gender,Size,Number of items,State,Location,Tags,Shipment,Comment,"
            + "Age at Export,Last Modified (UTC time),Last Modified By,Created By\r\n"
            + "\"12345678\",\"Jumpers\",\"Tops\",\"Men\",\"L\",\"40\",\"InStock\",\"School hall\",\"winter,urgent\",,\"Said \"\"thick\"\", wool\",12,2026-10-01T10:00:00+00:00,ann@example.org,\r\n"
            + "12345679,T-Shirts / Short Sleeves,Tops,Girl,4-5 years,25,InStock,Loft 7,,,,3,,,\r\n"
            + "12345680,Jumpers,Tops,UnisexAdult,Mixed,10,InStock,School hall,,,,3,,,\r\n"
            + "12345681,Curtains,Other,none,Mixed,6,InStock,School hall,,,<b>blue</b>,3,,,\r\n"
            + "12345682,Curtains,Other,none,Mixed,2,MarkedForShipment,School hall,,,,3,,,\r\n"
            + "12345683,Jumpers,Tops,Women,S,7,Donated,School hall,,,,3,,,\r\n"
            + "12345684,Jumpers,Tops,Women,S,0,InStock,School hall,,,,3,,,\r\n"
            + "12345685,Dry Food,Food & Kitchen,none,Mixed,9,InStock,School hall,,,,3,,,\r\n"
            + "12345686,Winter Jackets,Jackets / Outerwear,Women,Mixed,5,InStock,School hall,,,,3,,,\r\n";

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private JsonPath brought(String query, byte[] file) {
        return house.program(Role.COORDINATOR)
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/imports?name=export.csv" + query)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private JsonPath brought(String query, String file) {
        return brought(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private JsonPath act(String code, String act, Object body) {
        house.program(Role.COORDINATOR).body(body).post("/api/v1/imports/" + code + "/" + act).then().statusCode(200);
        for (int i = 0; i < 300; i++) {
            JsonPath seen = house.program(Role.COORDINATOR).get("/api/v1/imports/" + code).jsonPath();
            if (!seen.getString("state").endsWith("ing")) {
                return seen;
            }
            pause();
        }
        throw new AssertionError(code + " does not come to rest");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private JsonPath put(String code, String what, Object body) {
        return house.program(Role.COORDINATOR)
                .body(body)
                .put("/api/v1/imports/" + code + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath rows(String code, String query) {
        return house.program(Role.COORDINATOR).get("/api/v1/imports/" + code + "/rows?limit=500" + query).jsonPath();
    }

    private JsonPath take(String code) {
        JsonPath taken = act(code, "take", Map.of("onlyIfAllGood", false));
        assertThat(taken.getString("state")).isEqualTo("taken");
        return taken;
    }

    /** The same file as something else: the places that stand in it. */
    private String places(byte[] file) {
        String code = brought("&kind=places", file).getString("code");
        act(code, "check", "");
        take(code);
        return code;
    }

    /** By item, size and place: how much lies there. */
    private Map<String, Long> stock() {
        Map<String, Long> found = new TreeMap<>();
        JsonPath seen = house.program(Role.VOLUNTEER).get("/api/v1/balances?limit=500").jsonPath();
        for (Map<String, Object> row : seen.<Map<String, Object>>getList("rows")) {
            String size = row.get("size") == null ? "" : " " + row.get("size");
            found.merge(row.get("item") + size + " @ " + row.get("placeName"), ((Number) row.get("onHand")).longValue(), Long::sum);
        }
        return found;
    }

    private Map<String, String> wrong(String code) {
        Map<String, String> why = new HashMap<>();
        JsonPath rows = rows(code, "&state=wrong");
        for (int i = 0; i < rows.getList("rows").size(); i++) {
            why.put(rows.getString("rows[" + i + "].number"), String.join(" ", rows.getList("rows[" + i + "].faults.words", String.class)));
        }
        return why;
    }

    private Map<String, Object> choice(String given, String fits, String becomes) {
        Map<String, Object> choice = new HashMap<>(Map.of("field", "item", "given", given, "becomes", becomes));
        choice.put("fits", fits);
        return choice;
    }

    @Test
    void theBoxesOfBoxtributeBecomeStockAndUnknownWordsAreChosenOnce() {
        places(BOXES.getBytes(StandardCharsets.UTF_8));
        JsonPath seen = brought("", BOXES);
        String code = seen.getString("code");
        assertThat(seen.getString("kind")).isEqualTo("stock");
        assertThat(seen.getString("source")).isEqualTo("boxtribute.boxes");
        assertThat(seen.getList("sources.key")).containsExactly(
                "boxtribute.boxes", "boxtribute.boxes-places", "boxtribute.boxes-products");
        assertThat(seen.getString("sources[0].words")).isEqualTo("boxes");
        assertThat(seen.getList("missing")).isEmpty();

        JsonPath checked = act(code, "check", "");
        assertThat(checked.getInt("good")).isEqualTo(3);
        assertThat(stock()).isEmpty();
        Map<String, String> wrong = wrong(code);
        assertThat(wrong.get("4")).contains("Several items are called “Jumpers”");
        assertThat(wrong.get("5")).contains("No item is called “Curtains”");
        assertThat(wrong.get("7")).contains("State: Donated");
        assertThat(wrong.get("8")).contains("“0” is not a whole number");
        assertThat(wrong.get("9")).contains("by weight or volume");

        JsonPath unknown = house.program(Role.COORDINATOR).get("/api/v1/imports/" + code + "/unknown").jsonPath();
        assertThat(unknown.getList("given")).containsExactly("Jumpers", "Curtains", "Dry Food");
        assertThat(unknown.getList("rows")).containsExactly(1, 2, 1);
        assertThat(unknown.getString("[0].fits")).isEqualTo("adult");
        house.program(Role.COORDINATOR)
                .body(Map.of("values", List.of(choice("Curtains", null, "Nothing like it"))))
                .put("/api/v1/imports/" + code + "/values")
                .then()
                .statusCode(422);
        put(code, "values", Map.of("values", List.of(choice("Curtains", null, "fabric"), choice("Jumpers", "adult", "Jumpers, man"))));
        assertThat(act(code, "check", "").getInt("good")).isEqualTo(6);
        take(code);
        assertThat(stock()).isEqualTo(Map.of(
                "jumpers-man L @ School hall", 40L,
                "t-shirts-girl 4-5 @ Loft 7", 25L,
                "jumpers-man @ School hall", 10L,
                "fabric @ School hall", 8L,
                "winter-jackets-woman @ School hall", 5L));
        String lot = rows(code, "&state=taken").getString("rows.find { it.number == 5 }.document");
        String page = house.browser(Role.VOLUNTEER).open("/lots/" + lot).text();
        assertThat(page).contains("Product: Curtains", "Box Number: 12345681", "Comment: <b>blue</b>");

        // The next file knows what was chosen, and no box comes twice.
        String next = brought("", BOXES + "12345690,curtains,Other,none,Mixed,4,InStock,School hall,,,,3,,,\r\n").getString("code");
        JsonPath again = act(next, "check", "");
        assertThat(List.of(again.getInt("known"), again.getInt("good"))).containsExactly(6, 1);
    }

    @Test
    void theProductsOfBoxtributeBecomeItemsUnderTheCategoryAboveThem() {
        String file = "\"Product\";\"Gender\";\"Size group\";\"Items\";\"Drops\"\n\n\"Toys & Games\"\n"
                + "\"Chess; boards\";\"-\";\"Mixed\";\"12\";\"5 drops\"\n\"Toys\";\"-\";\"Mixed\";\"0\";\"\"\n\n\"Shoes\"\n\"Skates\";\"Girl\";\"Mixed\";\"2\";\"\"\n";
        JsonPath seen = brought("", file);
        assertThat(seen.getString("source")).isEqualTo("boxtribute.products");
        String code = seen.getString("code");
        act(code, "check", "");
        assertThat(wrong(code).values()).singleElement().asString().contains("“Toys” already");
        take(code);
        JsonPath items = house.program(Role.VOLUNTEER).get("/api/v1/items?limit=500").jsonPath();
        assertThat(items.getString("rows.find { it.name == 'Chess; boards' }.category")).isEqualTo("toys");
        assertThat(items.getString("rows.find { it.name == 'Skates' }.wearer")).isEqualTo("girl");
    }

    @Test
    void whatHumanEssentialsHasAtItsStorageLocationsIsOneRowForEachItem() {
        String file = "Name,Address,Square Footage,Warehouse Type,Total Inventory,\"Adult Briefs (Large/X-Large)\",Kids (Size 4),\"Odd, things\",Tampons\n"
                + "Main bank,\"1 Road, Town\",1200,Residential space used,130,0,100,30,\nOverflow,2 Road,,,50,50,,0,0\n";
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        String opened = places(bytes);
        assertThat(rows(opened, "&state=taken").getList("rows.document", String.class)).allMatch(each -> each.startsWith("P-")).hasSize(2);
        JsonPath seen = brought("", bytes);
        assertThat(seen.getString("source")).isEqualTo("human-essentials.storage-locations");
        assertThat(seen.getInt("rowCount")).isEqualTo(3);
        String code = seen.getString("code");
        act(code, "check", "");
        assertThat(wrong(code)).hasSize(1);
        put(code, "values", Map.of("values", List.of(choice("Odd, things", null, "unsorted-box"))));
        act(code, "check", "");
        take(code);
        assertThat(stock()).isEqualTo(Map.of(
                "diapers-baby 4 @ Main bank", 100L, "unsorted-box @ Main bank", 30L, "diapers-adult @ Overflow", 50L));
        assertThat(act(code, "reverse", Map.of("why", "Tried")).getString("state")).isEqualTo("reversed");
        assertThat(act(opened, "reverse", Map.of("why", "Tried")).getString("state")).isEqualTo("reversed");
        assertThat(stock()).isEmpty();
    }

    @Test
    void theOtherListsOfHumanEssentialsBecomeItemsDonorsRecipientsAndDonations() {
        String items = "Name,Barcodes,Base Item,Quantity\nDiapers for preemies,3,Kids (Preemie),40\nTampons,,Tampons,7\nMystery,,No such,0\n";
        String code = brought("", items).getString("code");
        assertThat(act(code, "check", "").getList("missing")).isEmpty();
        // The same file is also a list of what there is; where, is said once.
        JsonPath stock = put(code, "mapping", Map.of("source", "human-essentials.items-stock", "same", Map.of("place", house.site)));
        assertThat(stock.getString("kind")).isEqualTo("stock");
        act(code, "check", "");
        take(code);
        assertThat(stock()).containsOnlyKeys("tampons-woman @ School hall");
        String own = brought("&kind=items", items).getString("code");
        act(own, "check", "");
        assertThat(rows(own, "&state=good").getList("rows.number")).containsExactly(2);

        String donors = brought("", "Name,Address,Contact Name,Email,Phone\n\"Corner shop, East\",\"5 Road\",Jo,shop@example.org,555\nTown hall,,,,\n")
                .getString("code");
        assertThat(act(donors, "check", "").getInt("good")).isEqualTo(2);
        take(donors);

        JsonPath partners = brought("", "Agency Name,Agency Email,Notes,Agency Type,Agency State,Program/Delivery Address,Program City,Program State,Program Zip Code\n"
                + "Harbour,a@example.org,\"x, y\",Domestic violence shelter,OR,1 Lane,Portland,OR,97000\nPantry,,,,OR,,,,\nOdd,,,Something new,OR,,,,\n");
        String code2 = partners.getString("code");
        assertThat(partners.getString("matched.address")).isEqualTo("Program/Delivery Address + Program City + Program State + Program Zip Code");
        assertThat(act(code2, "check", "").getInt("good")).isEqualTo(2);
        assertThat(rows(code2, "").getString("rows[0].cells")).doesNotContain("Lane");
        take(code2);
        JsonPath recipients = house.program(Role.COORDINATOR).get("/api/v1/recipients?limit=100").jsonPath();
        assertThat(recipients.getString("rows.find { it.alias == 'Harbour' }.kind")).isEqualTo("shelter");
        assertThat(recipients.getString("rows.find { it.alias == 'Pantry' }.disclosure")).isEqualTo("hidden");

        String drive = house.program(Role.COORDINATOR)
                .body(Map.of("kind", "collection", "title", "Old book", "startsOn", "2026-01-01", "endsOn", "2027-01-01", "site", house.site))
                .post("/api/v1/drives")
                .path("code");
        String gifts = brought("", "Source,Date,Details,Storage Location,Quantity of Items,Variety of Items,In-Kind Total,Comments,Kids (Size 1),Kids (Size 1) In-Kind Value,Pads,Pads In-Kind Value\n"
                        + "Donation Site,2026-10-05,\"Corner shop, East\",School hall,30,2,$4.00,\"Left, at noon\",10,$1.00,20,$3.00\n"
                        + "Misc. Donation,2026-10-06,somebody came by,School hall,5,1,$0.50,,5,$0.50,0,$0.00\n")
                .getString("code");
        put(gifts, "mapping", Map.of("same", Map.of("drive", drive)));
        assertThat(act(gifts, "check", "").getInt("good")).isEqualTo(3);
        take(gifts);
        assertThat(stock()).containsEntry("diapers-baby 1 @ School hall", 15L).containsEntry("sanitary-pads-woman @ School hall", 20L);
        String first = rows(gifts, "&state=taken").getString("rows[0].document");
        JsonPath donation = house.program(Role.VOLUNTEER).get("/api/v1/donations/" + first).jsonPath();
        assertThat(donation.getString("remark")).contains("Left, at noon").contains("Source: Donation Site");
        assertThat(donation.getString("donor")).isEqualTo(rows(donors, "&state=taken").getString("rows[0].document"));
        String last = rows(gifts, "&state=taken").getString("rows[2].document");
        assertThat(house.program(Role.VOLUNTEER).get("/api/v1/donations/" + last).jsonPath().getString("donor")).isNull();
    }

    @Test
    void thePackagesOfGoodCityKeepTheirInventoryNumbersAndTheirShelves() {
        String locations = brought("", "id,building,area\n1,24,Beds\n2,24,\n3,Shed,A\n").getString("code");
        act(locations, "check", "");
        assertThat(rows(locations, "").getString("rows[0].becomes")).contains("24, Beds");
        take(locations);
        JsonPath seen = brought("", "stockit_id,inventory_number,received_quantity,package_code,code,location,sent_on,donor_condition,notes,grade\n"
                + "1,X12001,4,BSM,,24Beds,,Lightly Used,\"Single, \"\"firm\"\"\",B\n2,12002,1,FCD,,ShedA,,Broken,,C\n"
                + "3,12003,1,FCD,L001,24Beds,2026-01-02,New,,A\n4,12004,3,QQQ,,24Beds,,New,Odd,A\n5,12005,,FCD,,Nowhere,,Fair,,A\n");
        String code = seen.getString("code");
        assertThat(seen.getString("source")).isEqualTo("goodcity.packages");
        act(code, "check", "");
        Map<String, String> wrong = wrong(code);
        assertThat(wrong).containsOnlyKeys("4", "5", "6");
        assertThat(wrong.get("4")).contains("sent_on: 2026-01-02");
        assertThat(wrong.get("6")).contains("Nothing stands here").contains("Nowhere").contains("“Fair” is none of these");
        take(code);
        assertThat(stock()).isEqualTo(Map.of("mattresses @ 24, Beds", 4L, "chairs @ Shed, A", 1L));
        String lot = rows(code, "&state=taken").getString("rows[0].document");
        assertThat(house.program(Role.VOLUNTEER).get("/api/v1/lots/" + lot).jsonPath().getString("grade")).isEqualTo("good");
        assertThat(house.browser(Role.VOLUNTEER).open("/lots/" + lot).text())
                .contains("inventory_number: X12001", "notes: Single, \"firm\"", "donor_condition: Lightly Used");
    }

    private static byte[] workbook(List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxFile file = new XlsxFile(out, "Inventory");
        file.head(rows.get(0).stream().map(String::valueOf).toList());
        for (List<Object> row : rows.subList(1, rows.size())) {
            file.row(row);
        }
        file.end();
        return out.toByteArray();
    }

    @Test
    void aStockSheetOfSahanaOpensItsWarehousesAndCountsPieces() throws IOException {
        byte[] file = workbook(List.of(
                List.of("Warehouse", "Catalog", "Category", "Category Code", "Item Name", "Item Code", "Unit of Measure", "Pack", "Pack Quantity",
                        "Quantity", "Expiry Date", "Unit Value", "Currency", "Supplier/Donor", "Tracking Number ", "Bin", "Comments"),
                List.of("Central", "Default", "Shelter", "", "Tarpaulin", "", "piece", "bale", 5, 40, "", 50, "USD", "ICRC", "T-1", "A1", "4 x 6 m, \"blue\""),
                List.of("Central", "Default", "Shelter", "", "Warm things for ladies", "HCLSSCHDWOWA", "kg", "", "", 12, "", "", "", "", "", "A1", ""),
                List.of("North", "Default", "Hygiene", "", "Hygiene kit", "", "kit", "", "", 7, "2027-05-31", "", "", "", "", "", ""),
                List.of("North", "Default", "Hygiene", "", "Hygiene kit", "", "kit", "", "", 0, "", "", "", "", "", "", "")));
        String opened = places(file);
        assertThat(rows(opened, "&state=taken").getList("rows.findAll { it.document != null }.number")).containsExactly(2, 4);
        JsonPath seen = brought("", file);
        String code = seen.getString("code");
        assertThat(seen.getString("format")).isEqualTo("xlsx");
        assertThat(seen.getString("matched.quantity")).isEqualTo("Quantity * Pack Quantity");
        // Matched by hand once more as it stands, what is made of several columns stays so.
        Map<String, String> matched = seen.getMap("matched");
        assertThat(put(code, "mapping", Map.of("columns", matched)).getMap("matched")).isEqualTo(matched);
        act(code, "check", "");
        Map<String, String> wrong = wrong(code);
        assertThat(wrong).containsOnlyKeys("3", "5");
        assertThat(wrong.get("3")).contains("counted there in “kg”");
        take(code);
        assertThat(stock()).isEqualTo(Map.of("tarps @ Central, A1", 200L, "hygiene-kit @ North", 7L));
        String lot = rows(code, "&state=taken").getString("rows[0].document");
        assertThat(house.program(Role.VOLUNTEER).get("/api/v1/lots/" + lot).jsonPath().getString("worth")).isEqualTo("2000.00");
        String kit = rows(code, "&state=taken").getString("rows[1].document");
        assertThat(house.browser(Role.VOLUNTEER).open("/lots/" + kit).text()).contains("Last day of use: 2027-05-31");
    }

    @Test
    void thePagesSayWhatAFileLooksLikeAndAskForUnknownWords() {
        Browser browser = house.browser(Role.COORDINATOR);
        browser.open("/imports/new").fill("Send the file").attach("File", "boxes.csv", "text/csv", BOXES.getBytes(StandardCharsets.UTF_8)).send().follow();
        assertThat(browser.text()).contains("This looks like an export of Boxtribute: boxes");
        browser.fill("Check every row").send().follow();
        String here = browser.path();
        for (int i = 0; i < 200 && browser.page().selectFirst("meta[http-equiv=refresh]") != null; i++) {
            pause();
            browser.open(here);
        }
        assertThat(browser.text()).contains("Words that are not known here").contains("Jumpers (adult)").contains("In 2 rows.");
        int curtains = IntStream.range(0, 10)
                .filter(i -> browser.page().selectFirst("input[name='values[" + i + "].given'][value=Curtains]") != null)
                .findFirst()
                .orElseThrow();
        browser.fill("Remember, and check every row again").set("values[" + curtains + "].becomes", "No <such>").send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().getElementById("values[" + curtains + "].becomes-wrong").text()).contains("No <such>");
        browser.fill("Remember, and check every row again").set("values[" + curtains + "].becomes", "Fabric").send().follow();
        assertThat(browser.path()).isEqualTo(here);
        browser.open(here + "/mapping").fill("Read it like this").set("source", "boxtribute.boxes-places").send().follow();
        assertThat(browser.text()).contains("Places").contains("locations of the boxes");

        browser.open("/imports/new").fill("Send the file").attach("File", "own.csv", "text/csv", "What,Qty\nx,1\n".getBytes(StandardCharsets.UTF_8)).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Choose what its rows are");
    }
}
