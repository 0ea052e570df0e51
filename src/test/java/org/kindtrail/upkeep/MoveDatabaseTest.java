package org.kindtrail.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindtrail.testing.DatabaseResource;

/** From a file of H2 to the PostgreSQL of the tests, in the round that has one. */
@Tag("strict")
class MoveDatabaseTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String target;

    @BeforeEach
    void anInstallationAndAnEmptyDatabase() throws SQLException {
        target = DatabaseResource.emptyOnPostgresql("move_" + UUID.randomUUID().toString().replace("-", ""));
        Flyway.configure()
                .dataSource(file(), "kindtrail", "kindtrail")
                .locations("db/migration", "db/vendor/h2")
                .load()
                .migrate();
        for (String each : TwelvePieces.SQL) {
            inFile(each);
        }
        inFile("alter sequence lot_seq restart with 5001");
        inFile("alter table message alter column id restart with 77");
    }

    private String file() {
        return "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    }

    private void inFile(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(file(), "kindtrail", "kindtrail");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void onTarget(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(target, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String told(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(target, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private int move() {
        return new MoveDatabase(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("KINDTRAIL_DATABASE_PASSWORD", "postgres"))
                .run("--data", data.toString(), "--url", target, "--user", "postgres");
    }

    @Test
    void everythingIsThereTheSequencesGoOnAndTheGuardsStand() throws SQLException {
        assertThat(move()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 movements, 1 balances, 0 differences");
        assertThat(told("select name from organisation")).isEqualTo("Дом");
        assertThat(told("select nextval('lot_seq')")).isEqualTo("5001");
        assertThat(told("select nextval(pg_get_serial_sequence('message', 'id'))")).isEqualTo("77");
        assertThat(told("select name_en from item where code = 'unsorted-bag'")).isEqualTo("Bag \\ with\ta tab\nand a line");
        assertThat(told("select count(*) from pg_constraint where contype = 'f' and not convalidated")).isEqualTo("0");
        assertThat(told("select count(*) from pg_trigger where tgenabled <> 'O'")).isEqualTo("0");
        assertThat(told("select count(*) > 100 from pg_constraint where contype = 'f'")).isEqualTo("t");
    }

    @Test
    void whatHoldsAnInstallationIsRefusedAndStaysAsItIs() throws SQLException {
        assertThat(move()).isZero();
        onTarget("update organisation set name = 'Another'");
        assertThat(move()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not empty");
        assertThat(told("select name from organisation")).isEqualTo("Another");
    }

    @Test
    void whatStopsHalfWayLeavesNothingAndTheNextRunBeginsAnew() throws SQLException {
        inFile("update balance set on_hand = 11");
        assertThat(move()).isEqualTo(2);
        assertThat(told("select count(*) from organisation")).isEqualTo("0");
        assertThat(told("select count(*) > 0 from place")).isEqualTo("t");
        inFile("update balance set on_hand = 12");
        assertThat(move()).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }
}
