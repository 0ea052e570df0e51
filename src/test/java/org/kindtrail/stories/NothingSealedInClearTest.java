package org.kindtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.Canaries;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;

/**
 * Everything that can be done with sealed details is done, by pages and by programs, with mistakes; then every table of the
 * database is searched for them.
 */
@HouseTest
class NothingSealedInClearTest {
    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    private final Canaries canaries = new Canaries();
    private AnOrganisation.House house;
    private Doors doors;

    @Test
    void noTableHoldsWhatIsSealed() {
        house = organisations.open();
        doors = new Doors(house);
        String byProgram = written();
        String byPage = typed();
        opened(byProgram);
        found();
        printed(byProgram);
        handedOver(byProgram);
        changed(byPage);
        Map<String, String> tables = dump();
        assertThat(tables).containsKeys("sealed", "opening", "answer", "note", "recipient", "dispatch", "referral");
        assertThat(tables.get("opening")).contains(byProgram);
        assertThat(tables.get("answer")).contains(byProgram);
        tables.forEach(canaries::areNotIn);
    }

    private Map<String, Object> details() {
        return Map.of(
                "trueName", canaries.text("name"),
                "address", canaries.text("address"),
                "telephone", canaries.telephone(),
                "directions", canaries.text("directions"));
    }

    private String written() {
        Map<String, Object> recipient = new LinkedHashMap<>(Map.of(
                "alias", "By the river", "kind", "shelter", "country", "KZ", "region", "Region", "disclosure", "region"));
        recipient.put("sealed", details());
        String code = doors.post(Role.COORDINATOR, "recipients", recipient).getString("code");
        recipient.put("sealed", Map.of("telephone", canaries.text("too long") + "x".repeat(60)));
        refused("recipients", recipient);
        recipient.put("sealed", Map.of("address", List.of(canaries.text("no text"))));
        refused("recipients", recipient);
        recipient.put("sealed", canaries.text("no object"));
        refused("recipients", recipient);
        house.program(Role.COORDINATOR).body(details()).put("/api/v1/recipients/" + code + "/sealed").then().statusCode(200);
        return code;
    }

    private void refused(String path, Object body) {
        Answer answer = doors.send(Role.COORDINATOR, path, body, UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isIn(400, 422);
        canaries.areNotIn("the refusal", answer.asString());
    }

    private String typed() {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/new");
        Browser.Filling form = browser.fill("Save").type("Alias", "").type("Region", "Region");
        details().forEach((field, text) -> form.set("sealed." + field, (String) text));
        form.send();
        assertThat(browser.status()).isEqualTo(422);
        browser.fill("Preview").type("Alias", "By the hill").send();
        assertThat(browser.page().getElementById("sealed.trueName").val()).startsWith("Canary");
        Browser.Filling complete = browser.fill("Save");
        complete.send();
        complete.send();
        assertThat(browser.status()).isEqualTo(303);
        String code = browser.location().replaceFirst(".*/", "");
        browser.follow();
        canaries.areNotIn("the page of the recipient", browser.response().asString() + browser.response().headers());
        return code;
    }

    private void opened(String code) {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Answer answer = doors.send(Role.DISTRIBUTOR, "recipients/" + code + "/openings", Map.of("why", "to deliver"), key);
            assertThat(canaries.anyIn(answer.json().getString("sealed.trueName"))).isTrue();
            canaries.areNotIn("the headers", answer.headers().toString());
        }
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/recipients/" + code + "/sealed");
        browser.fill("to deliver").send();
        assertThat(canaries.anyIn(browser.text())).isTrue();
        canaries.areNotIn("the title", browser.title());
    }

    private void found() {
        for (String canary : canaries.all()) {
            Answer answer =
                    doors.send(Role.DISTRIBUTOR, "recipients/find", Map.of("trueName", canary), UUID.randomUUID().toString());
            assertThat(answer.statusCode()).isIn(200, 422);
            canaries.areNotIn("what was found", answer.asString());
        }
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/recipients/find");
        browser.fill("Find").set("sealed.trueName", canaries.text("unknown")).send();
        assertThat(browser.status()).isEqualTo(200);
    }

    private void printed(String code) {
        doors.post(Role.VOLUNTEER, "donations", Map.of(
                "drive", drive(), "place", house.site, "lines", List.of(Map.of("item", "towels", "quantity", 5))));
        String need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", code, "forWhom", "2 men", "lines", List.of(Map.of("item", "towels", "quantity", 2))))
                .getString("code");
        doors.post(Role.DISTRIBUTOR, "allocations", Map.of("need", need));
        String dispatch = doors.post(Role.DISTRIBUTOR, "dispatches", Map.of("need", need)).getString("code");
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/load");
        Browser browser = house.browser(Role.DISTRIBUTOR).open("/dispatches/" + dispatch);
        browser.fill("Open the driver's sheet, to deliver " + dispatch).send();
        assertThat(canaries.anyIn(browser.text())).isTrue();
        assertThat(canaries.anyIn(doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/driver-sheet")
                        .getString("sealed.address")))
                .isTrue();
        doors.press(Role.DISTRIBUTOR, "dispatches/" + dispatch + "/depart");
        browser.open("/dispatches/" + dispatch + "/waybill");
        canaries.areNotIn("the waybill", browser.response().asString());
    }

    /** With a need that another organisation takes on: once by a program, and again by a page. */
    private void handedOver(String code) {
        AnOrganisation.House other = organisations.open();
        Doors there = new Doors(other);
        String need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", code, "forWhom", "2 men", "lines", List.of(Map.of("item", "soap", "quantity", 2))))
                .getString("code");
        String referral = doors.post(Role.DISTRIBUTOR, "referrals", Map.of("need", need, "to", other.code)).getString("code");
        String taken = there.post(Role.DISTRIBUTOR, "referrals/" + referral + "/accept", Map.of("alias", "Passed on")).getString("need");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Answer answer = doors.send(Role.COORDINATOR, "referrals/" + referral + "/details", Map.of("reason", "They bring it"), key);
            assertThat(answer.statusCode()).isEqualTo(200);
            canaries.areNotIn("what was answered", answer.asString());
        }
        Browser browser = house.browser(Role.COORDINATOR).open("/referrals/" + referral);
        browser.fill("Hand them over").set("reason", "They bring it").send();
        assertThat(browser.status()).isEqualTo(303);
        canaries.areNotIn("the page of the referral", browser.follow().response().asString());
        String recipient = there.get(Role.DISTRIBUTOR, "needs/" + taken).getString("recipient");
        canaries.areNotIn("the other's recipient", other.browser(Role.COORDINATOR).open("/recipients/" + recipient).response().asString());
        InJson opened = there.post(Role.DISTRIBUTOR, "recipients/" + recipient + "/openings", Map.of("why", "to deliver"));
        assertThat(canaries.anyIn(opened.getString("sealed.address"))).isTrue();
    }

    private String drive() {
        return doors.post(Role.COORDINATOR, "drives", Map.of(
                        "kind", "collection", "title", "Towels", "startsOn", "2026-01-01", "endsOn", "2027-12-31", "site", house.site))
                .getString("code");
    }

    private void changed(String code) {
        Browser browser = house.browser(Role.COORDINATOR).open("/recipients/" + code + "/sealed/edit");
        browser.fill("Seal it").set("sealed.address", canaries.text("moved")).set("remove.address", "1").send();
        assertThat(browser.status()).isEqualTo(422);
        Browser.Filling form = browser.fill("Seal it").set("sealed.address", canaries.text("moved again"));
        form.set("remove.address", "").send();
        assertThat(browser.status()).isEqualTo(303);
        browser.open("/recipients/" + code + "/sealed").fill("Erase for ever").send();
        assertThat(browser.status()).isEqualTo(303);
    }

    /** All that stands in each table of the database, whatever its columns are called. */
    private Map<String, String> dump() {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class).doReturningWork(connection -> {
            Map<String, String> all = new LinkedHashMap<>();
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (tables.next()) {
                    String name = tables.getString("TABLE_NAME");
                    all.put(name.toLowerCase(), rows(connection, name));
                }
            }
            return all;
        }));
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = row.getObject(column);
                    text.append(value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8) + HexFormat.of().formatHex(bytes)
                                    : String.valueOf(row.getString(column)))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
