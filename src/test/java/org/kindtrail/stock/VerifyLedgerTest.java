package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command beside the service, on an installation's file. */
@Tag("strict")
class VerifyLedgerTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String url() {
        return "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0";
    }

    @BeforeEach
    void anInstallationWithTwelvePieces() throws SQLException {
        Flyway.configure()
                .dataSource(url(), "kindtrail", "kindtrail")
                .locations("db/migration", "db/vendor/h2")
                .load()
                .migrate();
        sql("insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version) values (1, 'H-0000-0000', 'House', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)");
        sql("insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                + " values (1000, 1, 'P-0000-0000', 'SITE', 'Hall', 0, true, 0)");
        sql("insert into item (id, code, category, wearer, unit, sizes, name_en, active)"
                + " values (1, 'unsorted-bag', 'bags', 'ANY', 'bag', '', 'Bag', true)");
        sql("insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at)"
                + " values (1, 1, 'B-0000-0000', 1, 'ANY', 'UNSORTED', 12, 1, current_timestamp, current_timestamp)");
        sql("insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document,"
                + " occurred_at, recorded_at, item_id) values (1, 1, 1, 1, 1000, 12, 'RECEIVED', 'D-0000-0000',"
                + " current_timestamp, current_timestamp, 1)");
        sql("insert into balance (lot_id, place_id, item_id, on_hand, allocated) values (1, 1000, 1, 12, 0)");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "kindtrail", "kindtrail");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int verify(String... arguments) {
        out.reset();
        err.reset();
        return new VerifyLedger(new PrintStream(out), new PrintStream(err), Map.of()).run(arguments);
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheLineOfAWholeLedgerAndNothingElse() {
        assertThat(verify("--data", data.toString())).isZero();
        assertThat(said(out)).isEqualTo("1 movements, 1 balances, 0 differences" + System.lineSeparator());
        assertThat(said(err)).isEmpty();
    }

    @Test
    void endsWithOneWhenSomethingDiffersAndNamesIt() throws SQLException {
        sql("update balance set on_hand = 11");
        assertThat(verify("--data", data.toString())).isEqualTo(1);
        assertThat(said(out)).isEqualTo("1 movements, 1 balances, 1 differences" + System.lineSeparator());
        assertThat(said(err))
                .contains("B-0000-0000 at P-0000-0000: the movements say 12 on hand and 0 promised, the balance says 11 and 0.");
        assertThat(verify("--data", data.toString(), "--rebuild")).isZero();
        assertThat(said(err)).contains("2 balances were written anew");
        assertThat(verify("--data", data.toString())).isZero();
    }

    @Test
    void saysWhenThereIsNoDatabase() {
        assertThat(verify("--data", data.resolve("elsewhere").toString())).isEqualTo(2);
        assertThat(said(err).lines()).singleElement().asString().contains("elsewhere", "does not exist");
        assertThat(Files.exists(data.resolve("elsewhere"))).isFalse();
        assertThat(said(out)).isEmpty();
    }

    @Test
    void saysWhenTheServiceRuns() throws Exception {
        // Another process has the file: H2 locks it against processes, not against a second opening in the same one.
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        url())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(service.inputReader().lines().anyMatch(line -> line.startsWith("open"))).isTrue();
            assertThat(verify("--data", data.toString())).isEqualTo(2);
            assertThat(said(err).lines()).singleElement().asString().contains("in use", "Stop the service");
        } finally {
            service.destroyForcibly().waitFor();
        }
        assertThat(verify("--data", data.toString())).isZero();
    }

    /** As long as it lives it has the database open. */
    static final class Holding {
        public static void main(String[] url) throws Exception {
            try (Connection connection = DriverManager.getConnection(url[0], "kindtrail", "kindtrail")) {
                System.out.println("open " + connection.isValid(1));
                System.in.read();
            }
        }
    }

    @Test
    void saysWhenItIsAnotherProgramsDatabase() throws SQLException {
        Path elsewhere = data.resolve("elsewhere");
        DriverManager.getConnection("jdbc:h2:file:" + elsewhere + "/kindtrail", "kindtrail", "kindtrail").close();
        assertThat(verify("--data", elsewhere.toString())).isEqualTo(2);
        assertThat(said(err).lines()).singleElement().asString().contains("no Kindtrail database");
    }

    @Test
    void saysWhenTheFileIsNoDatabaseOrThePasswordAnother() throws IOException {
        assertThat(verify("--data", data.toString(), "--user", "somebody")).isEqualTo(2);
        assertThat(said(err).lines()).singleElement().asString().contains("cannot be opened");
        Path broken = Files.createDirectory(data.resolve("broken"));
        Files.writeString(broken.resolve("kindtrail.mv.db"), "this is no database");
        assertThat(verify("--data", broken.toString())).isEqualTo(2);
        assertThat(said(err).lines()).singleElement().asString().contains("cannot be opened");
    }

    @Test
    void saysHowItIsUsed() {
        for (String[] wrong : new String[][] {
            {}, {"--data"}, {"--data", "a", "--url", "b"}, {"--rebuild"}, {"--help"}, {"--url", "jdbc:nothing:x"}
        }) {
            assertThat(verify(wrong)).isEqualTo(2);
            assertThat(said(err)).isNotBlank();
            assertThat(said(out)).isEmpty();
        }
    }
}
