package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.HouseTest;

/** The archive of a house that has one of everything, read back with nothing but its own description. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Pattern> FORMS = Map.of(
            "string", Pattern.compile("(?s).*"),
            "integer", Pattern.compile("-?[0-9]+"),
            "number", Pattern.compile("-?[0-9]+(\\.[0-9]+)?"),
            "boolean", Pattern.compile("true|false"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    private AnOrganisation.House house;
    private EveryThing everything;
    private JsonNode description;
    private final Map<String, List<NamedCsvRecord>> tables = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private byte[] events;

    /** Once: nothing that a test does here changes it. */
    @BeforeEach
    void takeEverythingAlong() throws Exception {
        if (house != null) {
            return;
        }
        house = organisations.open();
        everything = new EveryThing(house);
        everything.doors.post(Role.COORDINATOR, "drives", Map.of(
                "kind", "collection", "title", "=HYPERLINK(\"http://x\")", "startsOn", "2026-03-01", "endsOn", "2026-12-31",
                "site", house.site));
        files.putAll(unpacked(house.program(Role.COORDINATOR).get("/api/v1/archive").asByteArray()));
        description = JSON.readTree(files.get("datapackage.json"));
        for (JsonNode resource : description.get("resources")) {
            String text = new String(files.get(resource.get("path").asText()), StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
                tables.put(resource.get("name").asText(), csv.stream().toList());
            }
        }
        events = house.program(Role.COORDINATOR).get("/api/v1/archive/epcis").asByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] zipped) throws Exception {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }

    private static String key(NamedCsvRecord row, JsonNode columns) {
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.getField(column.asText())));
        return String.join("\u0000", values);
    }

    @Test
    void everyCellIsOfItsTypeAndEveryFileIsTheDescribedOne() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode resource : description.get("resources")) {
            String name = resource.get("name").asText();
            byte[] file = files.get(resource.get("path").asText());
            all.assertThat(resource.get("bytes").asLong()).as(name).isEqualTo(file.length);
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
            all.assertThat(resource.get("hash").asText()).as(name).isEqualTo("sha256:" + digest);
            all.assertThat(resource.get("title").asText()).as(name).isNotBlank().doesNotContain("archive_table");
            for (JsonNode field : resource.at("/schema/fields")) {
                Pattern form = FORMS.get(field.get("type").asText());
                for (NamedCsvRecord row : tables.get(name)) {
                    String cell = row.getField(field.get("name").asText());
                    boolean fits = cell.isEmpty() ? field.at("/constraints/required").isMissingNode() : form.matcher(cell).matches();
                    all.assertThat(fits).as(name + "." + field.get("name").asText() + " is " + cell).isTrue();
                }
            }
        }
        all.assertAll();
        assertThat(files).hasSize(tables.size() + 1);
    }

    @Test
    void everyKeyIsThereOnceAndEveryReferenceLeadsSomewhere() {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode resource : description.get("resources")) {
            String name = resource.get("name").asText();
            JsonNode primary = resource.at("/schema/primaryKey");
            for (String list : List.of("fields", "primaryKey", "foreignKeys", "missingValues")) {
                JsonNode said = resource.at("/schema/" + list);
                all.assertThat(said.isMissingNode() || !said.isEmpty()).as("the profile has no empty " + list + ": " + name).isTrue();
            }
            Set<String> keys = new HashSet<>();
            tables.get(name).forEach(row -> all.assertThat(keys.add(key(row, primary))).as(name + " " + key(row, primary)).isTrue());
            for (JsonNode reference : resource.at("/schema/foreignKeys")) {
                String there = reference.at("/reference/resource").asText();
                Set<String> known = new HashSet<>();
                tables.get(there.isEmpty() ? name : there).forEach(row -> known.add(key(row, reference.at("/reference/fields"))));
                for (NamedCsvRecord row : tables.get(name)) {
                    boolean whole = true;
                    for (JsonNode field : reference.get("fields")) {
                        whole &= !row.getField(field.asText()).isEmpty();
                    }
                    if (whole) {
                        String wanted = key(row, reference.get("fields"));
                        all.assertThat(known).as(name + " to " + there).contains(wanted);
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void itTellsWhatTheLedgerTells() {
        for (String table : List.of("movement", "lot", "donation", "conversion", "allocation", "need", "dispatch", "purchase", "sale", "note")) {
            Number there = (Number) database.createNativeQuery("select count(*) from " + table + " where organisation_id = ?1")
                    .setParameter(1, house.id)
                    .getSingleResult();
            String name = Map.of("note", "history", "dispatch", "dispatches").getOrDefault(table, table + "s");
            long own = tables.get(name).stream().filter(row -> !table.equals("lot") || row.getField("own").equals("true")).count();
            // What was noted since is the taking of the events
            assertThat(there.longValue() - own).as(table).isBetween(0L, table.equals("note") ? 40L : 0L);
            assertThat(own).as(table).isPositive();
        }
        Map<String, Long> held = new HashMap<>();
        for (NamedCsvRecord row : tables.get("movements")) {
            long quantity = Long.parseLong(row.getField("quantity"));
            held.merge(row.getField("lot") + " " + row.getField("to_place"), quantity, Long::sum);
            held.merge(row.getField("lot") + " " + row.getField("from_place"), -quantity, Long::sum);
        }
        // What came from another organisation was put into its box there
        Set<String> own = tables.get("lots").stream()
                .filter(lot -> lot.getField("own").equals("true"))
                .map(lot -> lot.getField("code"))
                .collect(Collectors.toSet());
        SoftAssertions all = new SoftAssertions();
        int compared = 0;
        for (NamedCsvRecord row : tables.get("balances")) {
            String where = row.getField("lot") + " " + row.getField("place");
            if (own.contains(row.getField("lot"))) {
                compared++;
                all.assertThat(Long.parseLong(row.getField("on_hand"))).as(where).isEqualTo(held.get(where));
            }
        }
        all.assertAll();
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void noTextBecomesAFormula() {
        assertThat(tables.get("drives").stream().map(row -> row.getField("title"))).contains("'=HYPERLINK(\"http://x\")");
    }

    @Test
    void nobodyElseMayTakeItAndItIsNotedWhoDid() {
        assertThat(house.program(Role.DISTRIBUTOR).get("/api/v1/archive").statusCode()).isEqualTo(403);
        assertThat(house.program(Role.DISTRIBUTOR).get("/api/v1/archive/epcis").statusCode()).isEqualTo(403);
        Browser coordinator = house.browser(Role.COORDINATOR).open("/archive");
        assertThat(coordinator.status()).isEqualTo(200);
        assertThat(coordinator.text()).contains("everything was downloaded as tables", "The coordinator");
        assertThat(coordinator.open("/archive/archive.zip").response().header("Content-Disposition")).contains("archive.zip");
        assertThat(house.browser(Role.VOLUNTEER).open("/archive").status()).isEqualTo(403);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        Browser page = house.browser(Role.COORDINATOR).open("/archive/events.jsonld?from=2026-05-02&to=2026-05-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.text()).contains("2026-05-02", "2026-05-01");
        assertThat(house.browser(Role.COORDINATOR).open("/archive/events.jsonld?from=never").status()).isEqualTo(422);
        assertThat(house.program(Role.COORDINATOR).get("/api/v1/archive/epcis?from=2026-05-02&to=2026-05-01").statusCode()).isEqualTo(422);
        assertThat(house.program(Role.COORDINATOR).get("/api/v1/archive/epcis?to=1999-05-01").statusCode()).isBetween(400, 422);
    }

    @Test
    void anotherHouseTakesNothingOfThisOne() throws Exception {
        AnOrganisation.House other = organisations.open();
        Map<String, byte[]> theirs = unpacked(other.program(Role.COORDINATOR).get("/api/v1/archive").asByteArray());
        String all = String.join("\n", theirs.values().stream().map(file -> new String(file, StandardCharsets.UTF_8)).toList())
                + other.program(Role.COORDINATOR).get("/api/v1/archive/epcis").asString();
        SoftAssertions none = new SoftAssertions();
        everything.words.forEach(word -> none.assertThat(all.contains(word)).as(word).isFalse());
        none.assertAll();
        assertThat(all).doesNotContain(everything.drive, everything.recipient, house.site);
    }

    /** What a person typed, and whoever gives or receives, is in no event. */
    @Test
    void theEventsTellNobodyAndNothingTyped() {
        String text = new String(events, StandardCharsets.UTF_8);
        SoftAssertions none = new SoftAssertions();
        everything.words.forEach(word -> none.assertThat(text.contains(word)).as(word).isFalse());
        for (String table : List.of("donors", "recipients", "needs", "people", "drives", "partners", "programmes")) {
            String column = table.equals("people") ? "name" : "code";
            tables.get(table).forEach(row -> none.assertThat(text.contains(row.getField(column))).as(table).isFalse());
        }
        none.assertAll();
    }

    @Test
    void theEventsAreWhatTheStandardAsksFor() throws Exception {
        JsonNode document = JSON.readTree(events);
        new WellFormedEpcis().check(document);
        Set<String> kinds = new HashSet<>();
        Set<String> steps = new HashSet<>();
        Map<String, Long> ids = new HashMap<>();
        for (JsonNode event : document.at("/epcisBody/eventList")) {
            kinds.add(event.get("type").asText());
            steps.add(event.get("bizStep").asText());
            ids.merge(event.get("eventID").asText(), 1L, Long::sum);
        }
        assertThat(kinds).containsExactlyInAnyOrder("ObjectEvent", "AggregationEvent", "TransformationEvent", "AssociationEvent");
        assertThat(steps).contains(
                "commissioning", "shipping", "receiving", "dispensing", "holding", "storing", "packing", "unpacking", "assembling",
                "creating_class_instance", "retail_selling");
        assertThat(ids.values()).as("once, and once more when it is taken back").allMatch(times -> times <= 2);
        Map<String, Long> again = new HashMap<>();
        byte[] second = house.program(Role.COORDINATOR).get("/api/v1/archive/epcis").asByteArray();
        JSON.readTree(second).at("/epcisBody/eventList").forEach(event -> again.merge(event.get("eventID").asText(), 1L, Long::sum));
        assertThat(again).isEqualTo(ids);
    }

    @Test
    void whatIsTakenBackIsDeclaredAnErrorOfTheSameEvent() throws Exception {
        Map<String, JsonNode> standing = new HashMap<>();
        List<JsonNode> declared = new ArrayList<>();
        for (JsonNode event : JSON.readTree(events).at("/epcisBody/eventList")) {
            if (event.has("errorDeclaration")) {
                declared.add(event);
            } else {
                standing.put(event.get("eventID").asText(), event);
            }
        }
        assertThat(declared).isNotEmpty();
        for (JsonNode event : declared) {
            JsonNode original = standing.get(event.get("eventID").asText());
            assertThat(original).isNotNull();
            ((com.fasterxml.jackson.databind.node.ObjectNode) event).remove("errorDeclaration");
            assertThat(event).isEqualTo(original);
        }
    }
}
