package org.kindtrail.stock;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kindtrail.testing.DatabaseResource;

/** From a file of H2 to the PostgreSQL of the tests, in the round that has one. */
@EnabledIfSystemProperty(named = "kindtrail.test.database", matches = "postgresql")
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
        inFile("insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version) values (1, 'H-0000-0000', 'Дом', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)");
        inFile("insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                + " values (1000, 1, 'P-0000-0000', 'SITE', 'Hall', 0, true, 0)");
        inFile("insert into item (id, code, category, wearer, unit, sizes, name_en, active)"
                + " values (1, 'unsorted-bag', 'bags', 'ANY', 'bag', '', 'Bag', true)");
        inFile("insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin, received_at, recorded_at)"
                + " values (1, 1, 'B-0000-0000', 1, 'ANY', 'UNSORTED', 12, 1, current_timestamp, current_timestamp)");
        inFile("insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason, document,"
                + " occurred_at, recorded_at, item_id) values (1, 1, 1, 1, 1000, 12, 'RECEIVED', 'D-0000-0000',"
                + " current_timestamp, current_timestamp, 1)");
        inFile("insert into balance (lot_id, place_id, item_id, on_hand, allocated) values (1, 1000, 1, 12, 0)");
        inFile("alter sequence lot_seq restart with 5001");
    }

    private String file() {
        return "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0";
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
