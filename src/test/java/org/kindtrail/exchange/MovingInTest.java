package org.kindtrail.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.Wire;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AnOrganisation organisations;

    AnOrganisation.House house;

    @BeforeEach
    void open() {
        house = organisations.open();
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Answer send(String method, String path, Object body) {
        try {
            return Wire.to(path)
                    .token(house.token(Role.COORDINATOR))
                    .header("Content-Type", "application/json")
                    .send(method, JSON.writeValueAsBytes(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode sent(String method, String path, Object body, int status) {
        Answer answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return json(answer);
    }

    private JsonNode get(String path) {
        return json(Wire.to("/api/v1" + path).token(house.token(Role.COORDINATOR)).get());
    }

    private JsonNode brought(String query, byte[] file) {
        Answer answer = Wire.to("/api/v1/imports?name=export.csv" + query)
                .token(house.token(Role.COORDINATOR))
                .header("Content-Type", "application/octet-stream")
                .send("POST", file);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode brought(String query, String file) {
        return brought(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(JsonNode brought) {
        return brought.get("code").textValue();
    }

    private JsonNode act(String code, String act, Object body) {
        sent("POST", "/api/v1/imports/" + code + "/" + act, body, 200);
        for (int i = 0; i < 1_000; i++) {
            JsonNode seen = get("/imports/" + code);
            if (!seen.get("state").textValue().endsWith("ing")) {
                return seen;
            }
            pause();
        }
        throw new AssertionError(code + " does not come to rest");
    }

    private int good(String code) {
        return act(code, "check", "").get("good").intValue();
    }

    /** The page says itself when to look again. */
    private static void untilDone(Browser browser, String page) {
        for (int i = 0; i < 200 && browser.page().selectFirst("meta[http-equiv=refresh]") != null; i++) {
            pause();
            browser.open(page);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private JsonNode put(String code, String what, Object body) {
        return sent("PUT", "/api/v1/imports/" + code + "/" + what, body, 200);
    }

    private JsonNode rows(String code, String query) {
        return get("/imports/" + code + "/rows?limit=500" + query).get("rows");
    }

    /** What the rows became, by their numbers. */
    private Map<Integer, String> became(String code) {
        Map<Integer, String> found = new TreeMap<>();
        rows(code, "&state=taken").forEach(row -> found.put(row.get("number").intValue(), row.get("document").textValue()));
        return found;
    }

    private void take(String code) {
        JsonNode taken = act(code, "take", Map.of("onlyIfAllGood", false));
        assertThat(taken.get("state").textValue()).isEqualTo("taken");
    }

    /** The same file as something else: the places that stand in it. */
    private String places(byte[] file) {
        String code = code(brought("&kind=places", file));
        good(code);
        take(code);
        return code;
    }

    /** By item, size and place: how much lies there. */
    private Map<String, Long> stock() {
        Map<String, Long> found = new TreeMap<>();
        get("/balances?limit=500").get("rows").forEach(row -> {
            String size = row.get("size").isNull() ? "" : " " + row.get("size").textValue();
            String key = row.get("item").textValue() + size + " @ " + row.get("placeName").textValue();
            found.merge(key, row.get("onHand").longValue(), Long::sum);
        });
        return found;
    }

    private Map<Integer, String> wrong(String code) {
        Map<Integer, String> why = new TreeMap<>();
        rows(code, "&state=wrong")
                .forEach(row -> why.put(
                        row.get("number").intValue(), String.join(" ", row.get("faults").findValuesAsText("words"))));
        return why;
    }

    private String lotPage(String lot) {
        return house.browser(Role.VOLUNTEER).open("/lots/" + lot).text();
    }

    private Map<String, Object> choice(String given, String fits, String becomes) {
        Map<String, Object> choice = new HashMap<>(Map.of("field", "item", "given", given, "becomes", becomes));
        choice.put("fits", fits);
        return choice;
    }

    @Test
    void theBoxesOfBoxtributeBecomeStockAndUnknownWordsAreChosenOnce() {
        places(BOXES.getBytes(StandardCharsets.UTF_8));
        JsonNode seen = brought("", BOXES);
        String code = code(seen);
        assertThat(seen.get("kind").textValue()).isEqualTo("stock");
        assertThat(seen.get("source").textValue()).isEqualTo("boxtribute.boxes");
        assertThat(seen.get("sources").findValuesAsText("key"))
                .containsExactly("boxtribute.boxes", "boxtribute.boxes-places", "boxtribute.boxes-products");
        assertThat(seen.at("/sources/0/words").textValue()).isEqualTo("boxes");
        assertThat(seen.get("missing")).isEmpty();

        assertThat(good(code)).isEqualTo(3);
        assertThat(stock()).isEmpty();
        Map<Integer, String> wrong = wrong(code);
        assertThat(wrong.get(4)).contains("Several items are called “Jumpers”");
        assertThat(wrong.get(5)).contains("No item is called “Curtains”");
        assertThat(wrong.get(7)).contains("State: Donated");
        assertThat(wrong.get(8)).contains("“0” is not a whole number");
        assertThat(wrong.get(9)).contains("by weight or volume");

        JsonNode unknown = get("/imports/" + code + "/unknown");
        assertThat(unknown.findValuesAsText("given")).containsExactly("Jumpers", "Curtains", "Dry Food");
        assertThat(unknown.findValuesAsText("rows")).containsExactly("1", "2", "1");
        assertThat(unknown.at("/0/fits").textValue()).isEqualTo("adult");
        sent("PUT", "/api/v1/imports/" + code + "/values", Map.of("values", List.of(choice("Curtains", null, "Nothing like it"))), 422);
        put(code, "values", Map.of("values", List.of(choice("Curtains", null, "fabric"), choice("Jumpers", "adult", "Jumpers, man"))));
        assertThat(good(code)).isEqualTo(6);
        take(code);
        assertThat(stock()).isEqualTo(Map.of(
                "jumpers-man L @ School hall", 40L,
                "t-shirts-girl 4-5 @ Loft 7", 25L,
                "jumpers-man @ School hall", 10L,
                "fabric @ School hall", 8L,
                "winter-jackets-woman @ School hall", 5L));
        assertThat(lotPage(became(code).get(5))).contains("Product: Curtains", "Box Number: 12345681", "Comment: <b>blue</b>");
        assertThat(lotPage(became(code).get(2))).contains("Comment: Said \"thick\", wool", "Tags: winter,urgent");

        // The next file knows what was chosen, and no box comes twice.
        String next = code(brought("", BOXES + "12345690,curtains,Other,none,Mixed,4,InStock,School hall,,,,3,,,\r\n"));
        JsonNode again = act(next, "check", "");
        assertThat(List.of(again.get("known").intValue(), again.get("good").intValue())).containsExactly(6, 1);
    }

    @Test
    void theProductsOfBoxtributeBecomeItemsUnderTheCategoryAboveThem() {
        JsonNode seen = brought("", "\"Product\";\"Gender\";\"Size group\";\"Items\";\"Drops\"\n\n\"Toys & Games\"\n"
                + "\"Chess; boards\";\"-\";\"Mixed\";\"12\";\"5 drops\"\n\"Toys\";\"-\";\"Mixed\";\"0\";\"\"\n\n\"Shoes\"\n\"Skates\";\"Girl\";\"Mixed\";\"2\";\"\"\n");
        assertThat(seen.get("source").textValue()).isEqualTo("boxtribute.products");
        String code = code(seen);
        assertThat(good(code)).isEqualTo(2);
        assertThat(wrong(code).values()).singleElement().asString().contains("“Toys” already");
        take(code);
        Map<String, String> own = new TreeMap<>();
        get("/items?own=true&limit=500").get("rows").forEach(item -> own.put(item.get("name").textValue(), item.get("category").textValue()));
        assertThat(own).isEqualTo(Map.of("Chess; boards", "toys", "Skates, girl", "shoes"));
    }

    @Test
    void whatHumanEssentialsHasAtItsStorageLocationsIsOneRowForEachItem() {
        StringBuilder more = new StringBuilder();
        IntStream.range(0, 150).forEach(i -> more.append(",Thing ").append(i));
        String file = "Name,Address,Square Footage,Warehouse Type,Total Inventory,\"Adult Briefs (Large/X-Large)\",Kids (Size 4),\"Odd, things\",Tampons"
                + more + "\nMain bank,\"1 Road, Town\",1200,Residential space used,130,0,100,30,\nOverflow,2 Road,,,50,50,,0,0\n";
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        String opened = places(bytes);
        assertThat(became(opened).values()).hasSize(2).allMatch(each -> each.startsWith("P-"));
        JsonNode seen = brought("", bytes);
        assertThat(seen.get("source").textValue()).isEqualTo("human-essentials.storage-locations");
        assertThat(seen.get("rowCount").intValue()).isEqualTo(3);
        String code = code(seen);
        assertThat(good(code)).isEqualTo(2);
        assertThat(wrong(code)).hasSize(1);
        put(code, "values", Map.of("values", List.of(choice("Odd, things", null, "unsorted-box"))));
        assertThat(good(code)).isEqualTo(3);
        take(code);
        assertThat(stock()).isEqualTo(Map.of(
                "diapers-baby 4 @ Main bank", 100L, "unsorted-box @ Main bank", 30L, "diapers-adult @ Overflow", 50L));
        assertThat(act(code, "reverse", Map.of("why", "Tried")).get("state").textValue()).isEqualTo("reversed");
        assertThat(act(opened, "reverse", Map.of("why", "Tried")).get("state").textValue()).isEqualTo("reversed");
        assertThat(stock()).isEmpty();
    }

    @Test
    void theItemsOfHumanEssentialsAreItemsOrStockAsSomebodyLikes() {
        String items = "Name,Barcodes,Base Item,Quantity\nDiapers for preemies,3,Kids (Preemie),40\nTampons,,Tampons,7\nMystery,,No such,0\n";
        JsonNode seen = brought("", items);
        String code = code(seen);
        assertThat(seen.get("kind").textValue()).isEqualTo("items");
        assertThat(good(code)).isEqualTo(1);
        // The same file is also a list of what there is; where, is said once.
        JsonNode stock = put(code, "mapping", Map.of("source", "human-essentials.items-stock", "same", Map.of("place", house.site)));
        assertThat(stock.get("kind").textValue()).isEqualTo("stock");
        assertThat(good(code)).isEqualTo(1);
        take(code);
        assertThat(stock()).isEqualTo(Map.of("tampons-woman @ School hall", 7L));
        sent("PUT", "/api/v1/imports/" + code(brought("", items)) + "/mapping", Map.of("source", "no.such"), 422);
    }

    @Test
    void donationSitesPartnersAndDonationsOfHumanEssentialsComeWithTheirNames() {
        String donors = code(brought("", "Name,Address,Contact Name,Email,Phone\n\"Corner shop, East\",\"5 Road\",Jo,shop@example.org,(503) 555-0100\nTown hall,,,,\n"));
        assertThat(good(donors)).as(wrong(donors).toString()).isEqualTo(2);
        take(donors);

        JsonNode partners = brought("", "Agency Name,Agency Email,Notes,Agency Type,Agency State,Program/Delivery Address,Program City,Program State,Program Zip Code\n"
                + "Harbour,a@example.org,\"x, y\",Domestic violence shelter,OR,1 Lane,Portland,OR,97000\nPantry,,,,OR,,,,\nOdd,,,Something new,OR,,,,\n");
        String agencies = code(partners);
        assertThat(partners.at("/matched/address").textValue())
                .isEqualTo("Program/Delivery Address + Program City + Program State + Program Zip Code");
        assertThat(good(agencies)).isEqualTo(2);
        assertThat(rows(agencies, "").at("/0/cells").toString()).doesNotContain("Lane");
        take(agencies);
        Map<String, String> recipients = new TreeMap<>();
        get("/recipients?limit=100").get("rows").forEach(row -> recipients.put(
                row.get("alias").textValue(), row.get("kind").textValue() + " " + row.get("disclosure").textValue()));
        assertThat(recipients).containsEntry("Harbour", "shelter hidden").containsEntry("Pantry", "organisation hidden");

        String drive = code(sent(
                "POST",
                "/api/v1/drives",
                Map.of("kind", "collection", "title", "Old book", "startsOn", "2026-01-01", "endsOn", "2027-01-01", "site", house.site),
                201));
        String gifts = code(brought("", "Source,Date,Details,Storage Location,Quantity of Items,Variety of Items,In-Kind Total,Comments,Kids (Size 1),Kids (Size 1) In-Kind Value,Pads,Pads In-Kind Value\n"
                + "Donation Site,2026-10-05,\"Corner shop, East\",School hall,30,2,$4.00,\"Left, at noon\",10,$1.00,20,$3.00\n"
                + "Misc. Donation,2026-10-06,somebody came by,School hall,5,1,$0.50,,5,$0.50,0,$0.00\n"));
        put(gifts, "mapping", Map.of("same", Map.of("drive", drive)));
        assertThat(good(gifts)).isEqualTo(3);
        take(gifts);
        assertThat(stock()).isEqualTo(Map.of("diapers-baby 1 @ School hall", 15L, "sanitary-pads-woman @ School hall", 20L));
        JsonNode first = get("/donations/" + became(gifts).get(2));
        assertThat(first.get("remark").textValue()).contains("Left, at noon").contains("Source: Donation Site");
        assertThat(first.get("donor").textValue()).isEqualTo(became(donors).get(2));
        assertThat(get("/donations/" + became(gifts).get(4)).get("donor").isNull()).isTrue();
    }

    @Test
    void thePackagesOfGoodCityKeepTheirInventoryNumbersAndTheirShelves() {
        String locations = code(brought("", "id,building,area\n1,24,Beds\n2,24,\n3,Shed,A\n"));
        assertThat(good(locations)).isEqualTo(3);
        assertThat(rows(locations, "").at("/0/becomes").textValue()).contains("24, Beds");
        take(locations);
        JsonNode seen = brought("", "stockit_id,inventory_number,received_quantity,package_code,code,location,sent_on,donor_condition,notes,grade\n"
                + "1,X12001,4,BSM,,24Beds,,Lightly Used,\"Single, \"\"firm\"\"\",B\n2,12002,1,FCD,,ShedA,,Broken,,C\n"
                + "3,12003,1,FCD,L001,24Beds,2026-01-02,New,,A\n4,12004,3,QQQ,,24Beds,,New,Odd,A\n5,12005,,FCD,,Nowhere,,Fair,,A\n");
        String code = code(seen);
        assertThat(seen.get("source").textValue()).isEqualTo("goodcity.packages");
        assertThat(good(code)).isEqualTo(2);
        Map<Integer, String> wrong = wrong(code);
        assertThat(wrong).containsOnlyKeys(4, 5, 6);
        assertThat(wrong.get(4)).contains("sent_on: 2026-01-02");
        assertThat(wrong.get(6)).contains("Nothing stands here").contains("Nowhere").contains("“Fair” is none of these");
        take(code);
        assertThat(stock()).isEqualTo(Map.of("mattresses @ 24, Beds", 4L, "chairs @ Shed, A", 1L));
        String lot = became(code).get(2);
        assertThat(get("/lots/" + lot).get("grade").textValue()).isEqualTo("good");
        assertThat(lotPage(lot))
                .contains("inventory_number: X12001", "notes: Single, \"firm\"", "donor_condition: Lightly Used", "package_code: BSM");
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
                List.of("Central", "Default", "Shelter", "", "Tarpaulin", "", "piece", "bale", 5, 40, "2027-05-31", 50, "USD", "ICRC", "T-1", "A1", "4 x 6 m, \"blue\""),
                List.of("Central", "Default", "Shelter", "", "Warm things for ladies", "HCLSSCHDWOWA", "kg", "", "", 12, "", "", "", "", "", "A1", ""),
                List.of("North", "Default", "Hygiene", "", "Hygiene kit", "", "kit", "", "", 7, "2027-05-31", "", "", "", "", "", ""),
                List.of("North", "Default", "Hygiene", "", "Hygiene kit", "", "kit", "", "", 0, "", "", "", "", "", "", "")));
        String opened = places(file);
        assertThat(became(opened).entrySet().stream().filter(each -> each.getValue() != null).map(Map.Entry::getKey)).containsExactly(2, 4);
        JsonNode seen = brought("", file);
        String code = code(seen);
        assertThat(seen.get("format").textValue()).isEqualTo("xlsx");
        assertThat(seen.at("/matched/quantity").textValue()).isEqualTo("Quantity * Pack Quantity");
        // Matched by hand once more as it stands, what is made of several columns stays so.
        assertThat(put(code, "mapping", Map.of("columns", seen.get("matched"))).get("matched")).isEqualTo(seen.get("matched"));
        assertThat(good(code)).isEqualTo(2);
        Map<Integer, String> wrong = wrong(code);
        assertThat(wrong).containsOnlyKeys(3, 5);
        assertThat(wrong.get(3)).contains("counted there in “kg”");
        take(code);
        assertThat(stock()).isEqualTo(Map.of("tarps @ Central, A1", 200L, "hygiene-kit @ North", 7L));
        assertThat(get("/lots/" + became(code).get(2)).get("worth").textValue()).isEqualTo("2000.00");
        assertThat(lotPage(became(code).get(2))).contains("Last day of use: 2027-05-31", "Supplier/Donor: ICRC", "4 x 6 m, \"blue\"");
        assertThat(get("/lots/" + became(code).get(4)).get("expiresOn").textValue()).isEqualTo("2027-05-31");
    }

    @Test
    void thePagesSayWhatAFileLooksLikeAndAskForUnknownWords() {
        Browser browser = house.browser(Role.COORDINATOR);
        browser.open("/imports/new").fill("Send the file").attach("File", "boxes.csv", "text/csv", BOXES.getBytes(StandardCharsets.UTF_8)).send().follow();
        assertThat(browser.text()).contains("This looks like an export of Boxtribute: boxes");
        browser.fill("Check every row").send().follow();
        String here = browser.path();
        untilDone(browser, here);
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
        untilDone(browser, here);
        browser.open(here + "/mapping").fill("Read it like this").set("source", "boxtribute.boxes-places").send().follow();
        assertThat(browser.text()).contains("Places").contains("locations of the boxes");

        browser.open("/imports/new").fill("Send the file").attach("File", "own.csv", "text/csv", "What,Qty\nx,1\n".getBytes(StandardCharsets.UTF_8)).send();
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Choose what its rows are");
    }
}
