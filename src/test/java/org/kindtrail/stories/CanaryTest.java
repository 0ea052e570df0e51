package org.kindtrail.stories;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.hibernate.Session;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.Answer;
import org.kindtrail.testing.Browser;
import org.kindtrail.testing.Canaries;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.InJson;
import org.kindtrail.testing.Wire;
import org.kindtrail.web.LogFilter;

/**
 * Unmistakable texts are sealed in every field that is sealed. Then whatever the house shows to anybody, at every route that
 * its router has, as a page, as JSON and as a file, to nobody, to every role and to another organisation, every row of its
 * database and every line of its log is searched for them. Only opening, with a reason, shows them.
 */
@Tag("once")
@HouseTest
class CanaryTest {
    private static final Logger CLIENT = LogContext.getLogContext().getLogger("org.apache.http");
    private static final List<String> FILES = List.of("csv", "xlsx");

    @Inject
    AnOrganisation organisations;

    @Inject
    EntityManager database;

    private final Canaries canaries = new Canaries();
    private final Keeping log = new Keeping();
    /** The other logs of the test: what is everything would drown them. */
    private final Map<Handler, Level> others = new HashMap<>();

    private Level level;
    private AnOrganisation.House ours;
    private AnOrganisation.House theirs;
    private Doors doors;
    private EveryThing everything;
    private int papers;
    /** Of a need that was passed on with all that is sealed of whom it is for. */
    private String referral;
    /** Who that is at the other organisation. */
    private String handedOver;

    /** Keeps what the log would be written, behind the filter that every log of the house has. */
    private static final class Keeping extends ExtHandler {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        Keeping() {
            setLevel(Level.ALL);
            setFilter(new LogFilter());
            setFormatter(new PatternFormatter("%p %c %s%e%n"));
        }

        @Override
        protected void doPublish(ExtLogRecord record) {
            lines.add(getFormatter().format(record));
        }

        /** Others may log while it is put together. */
        String all() {
            synchronized (lines) {
                return String.join("", lines);
            }
        }
    }

    @BeforeEach
    void plant() {
        Logger root = LogContext.getLogContext().getLogger("");
        level = root.getLevel();
        for (Handler each : root.getHandlers()) {
            others.put(each, each.getLevel());
            each.setLevel(Level.INFO);
        }
        // Nothing below is ever logged (quarkus.log.min-level); LogsTest listens to that, too.
        root.setLevel(org.jboss.logmanager.Level.DEBUG);
        // the test's own client would tell every byte that it sends and gets
        CLIENT.setLevel(Level.INFO);
        root.addHandler(log);
        ours = organisations.open();
        theirs = organisations.open();
        doors = new Doors(ours);
        everything = new EveryThing(ours);
        sealRecipients();
        sealDonors();
        sealByForms();
        handOver();
        // the page that it leads to is opened by another one
        canaries.planted(doors.post(Role.COORDINATOR, "recipients/" + ours.partnersRecipient() + "/partner-links", Map.of("displayName", "Night shift"))
                .getString("key"));
    }

    @AfterEach
    void listenNoMore() {
        Logger root = LogContext.getLogContext().getLogger("");
        root.removeHandler(log);
        root.setLevel(level);
        CLIENT.setLevel(null);
        others.forEach(Handler::setLevel);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from attempt").executeUpdate());
    }

    private void sealRecipients() {
        List<String> codes = doors.get(Role.COORDINATOR, "recipients").getList("rows.code");
        assertThat(codes).isNotEmpty();
        for (String code : codes) {
            Response sealed = ours.program(Role.COORDINATOR)
                    .body(Map.of(
                            "trueName", canaries.text("trueName"),
                            "address", canaries.text("address"),
                            "telephone", canaries.telephone(),
                            "directions", canaries.text("directions")))
                    .put("/api/v1/recipients/" + code + "/sealed");
            assertThat(sealed.statusCode()).as(sealed.asString()).isEqualTo(200);
        }
    }

    private void sealDonors() {
        List<Map<String, Object>> donors = doors.get(Role.VOLUNTEER, "donors").getList("rows");
        assertThat(donors).isNotEmpty();
        for (Map<String, Object> donor : donors) {
            Response sealed = ours.program(Role.VOLUNTEER)
                    .body(Map.of(
                            "version", donor.get("version"),
                            "donor", Map.of("knownAs", donor.get("knownAs"), "contact", contact())))
                    .put("/api/v1/donors/" + donor.get("code"));
            assertThat(sealed.statusCode()).as(sealed.asString()).isEqualTo(200);
        }
    }

    private Map<String, Object> contact() {
        return Map.of(
                "email", canaries.email("email"),
                "telephone", canaries.telephone(),
                "wants", List.of("received", "arrived", "thanks"));
    }

    /** Through the pages too: what a form carries goes another way than JSON. */
    private void sealByForms() {
        Browser coordinator = ours.browser(Role.COORDINATOR).open("/recipients/new");
        coordinator.fill("Save")
                .set("alias", "House of canaries")
                .set("region", "Region " + ours.code)
                .set("sealed.trueName", canaries.text("formName"))
                .set("sealed.address", canaries.text("formAddress"))
                .set("sealed.telephone", canaries.telephone())
                .set("sealed.directions", canaries.text("formDirections"))
                .send();
        assertThat(coordinator.status()).as(coordinator.text()).isEqualTo(303);
        Browser volunteer = ours.browser(Role.VOLUNTEER).open("/record");
        volunteer.fill("Record it").set("donor", "Somebody").set("sealed.email", canaries.email("recorded")).send();
        assertThat(volunteer.status()).as(volunteer.text()).isEqualTo(303);
    }

    /** To another organisation, whose house seals it anew. */
    private void handOver() {
        String need = doors.post(Role.DISTRIBUTOR, "needs", Map.of(
                        "recipient", everything.recipient,
                        "forWhom", "4 women",
                        "lines", List.of(Map.of("item", "practical-shoes-man", "quantity", 4))))
                .getString("code");
        referral = doors.post(Role.DISTRIBUTOR, "referrals", Map.of("need", need, "to", theirs.code)).getString("code");
        Doors there = new Doors(theirs);
        String taken = there.post(Role.DISTRIBUTOR, "referrals/" + referral + "/accept", Map.of("alias", "Passed on")).getString("need");
        handedOver = there.get(Role.DISTRIBUTOR, "needs/" + taken).getString("recipient");
        doors.post(Role.COORDINATOR, "referrals/" + referral + "/details", Map.of("reason", "They bring it"));
    }

    @Test
    void onlyOpeningWithAReasonShowsWhatIsSealed() {
        openingShows();
        everyRouteIsSilent();
        whoTookItOnIsShownNothing();
        typingIsSilent();
        theDatabaseIsSilent();
        canaries.areNotIn("the log", log.all());
        assertThat(log.lines).as("lines of the log").hasSizeGreaterThan(100);
        assertThat(canaries.all()).hasSizeGreaterThan(25);
    }

    /** So that a seal that never opens does not pass for silence. */
    private void openingShows() {
        String recipient = doors.get(Role.COORDINATOR, "recipients").getString("rows[0].code");
        opens(doors, recipient);
        opens(new Doors(theirs), handedOver);
    }

    private void opens(Doors by, String recipient) {
        InJson opened = by.post(Role.DISTRIBUTOR, "recipients/" + recipient + "/openings", Map.of("why", "to deliver"));
        assertThat(canaries.anyIn(opened.toString())).as(opened.toString()).isTrue();
    }

    private void whoTookItOnIsShownNothing() {
        for (String path : List.of("/referrals", "/referrals/" + referral, "/recipients/" + handedOver, "/recipients/" + handedOver + "/sealed", "/openings")) {
            Wire page = Wire.to(path).cookies(Map.of("kindtrail_session", theirs.session(Role.COORDINATOR)));
            assertThat(search("who took it on", path, page).statusCode()).as(path).isEqualTo(200);
            if (!path.endsWith("/sealed")) {
                Wire program = Wire.to("/api/v1" + path).token(theirs.token(Role.COORDINATOR));
                assertThat(search("who took it on", path, program).statusCode()).as("/api/v1" + path).isEqualTo(200);
            }
        }
    }

    private void everyRouteIsSilent() {
        int asked = 0;
        for (Routes.Route route : Routes.ofTheHouse()) {
            if (!route.reads()) {
                continue;
            }
            assertThat(everything.of(route.path())).as("addresses of " + route + " in EveryThing").isNotEmpty();
            for (EveryThing.Address address : everything.of(route.path())) {
                search("nobody", address.path(), Wire.to(address.path()));
                asked++;
                for (Role role : Role.values()) {
                    if (route.isOpenTo(role)) {
                        search("our " + role.word(), address.path(), as(ours, role, route, address.path()));
                    }
                }
                search("another's coordinator", address.path(), as(theirs, Role.COORDINATOR, route, address.path()));
                files(route, address.path());
            }
        }
        assertThat(asked).isGreaterThan(150);
        assertThat(papers).as("PDFs that were read").isGreaterThan(10);
    }

    /** A list, as each of the files that it can be taken as, by those who see the most of it. */
    private void files(Routes.Route route, String path) {
        Role role = route.isOpenTo(Role.COORDINATOR) ? Role.COORDINATOR : Role.ADMINISTRATOR;
        if (!route.forPrograms() && as(ours, role, route, path).get().asString().contains("format=csv")) {
            String and = path.contains("?") ? "&" : "?";
            for (String file : FILES) {
                String there = path + and + "format=" + file;
                search("our " + role.word(), there, as(ours, role, route, there));
            }
        }
    }

    private static Wire as(AnOrganisation.House house, Role role, Routes.Route route, String path) {
        return route.forPrograms()
                ? Wire.to(path).token(house.token(role))
                : Wire.to(path).cookies(Map.of("kindtrail_session", house.session(role)));
    }

    /** @return what was answered */
    private Answer search(String who, String path, Wire request) {
        Answer answer = request.get();
        papers += answer.contentType().equals("application/pdf") ? 1 : 0;
        String where = path + " for " + who;
        canaries.areNotIn(where + ", head", answer.head());
        canaries.areNotIn(where, answer.asByteArray());
        return answer;
    }

    /** What is typed where it does not belong: wrong doors, wrong fields, broken JSON. */
    private void typingIsSilent() {
        String canary = canaries.all().get(0);
        for (String path : List.of("recipients/find", "recipients", "donors", "donations", "needs", "referrals", "programmes", "portal/needs")) {
            given().contentType("application/json").body(Map.of("trueName", canary)).post("/api/v1/" + path);
            ours.program(Role.COORDINATOR).body(Map.of("sealed", canary, "trueName", List.of(canary))).post("/api/v1/" + path);
            ours.program(Role.COORDINATOR).body("{\"trueName\": \"" + canary + "\" broken").post("/api/v1/" + path);
        }
    }

    private void theDatabaseIsSilent() {
        QuarkusTransaction.requiringNew().run(() -> database.unwrap(Session.class).doWork(connection -> {
            for (String table : tables(connection)) {
                canaries.areNotIn("table " + table, rows(connection, table));
            }
        }));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).hasSizeGreaterThan(25);
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    all.append(rows.getString(column)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
