package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 5 of the ledger: what was answered as done survives the death of the process the next instant, and what was not is
 * not there by half. Another process writes as the ledger does, to the file as it is shipped, and is killed in the middle
 * of it; scripts/crash does the same to the whole service.
 */
@Tag("strict")
class AnsweredMeansKeptTest {
    @TempDir
    Path data;

    @Test
    void everyAnsweredDonationIsThereWholeAfterTheKill() throws Exception {
        String url = shippedUrl().replace("${kindtrail.data}", data.toString());
        for (int kill = 1; kill <= 3; kill++) {
            int answered = recordUntilKilled(url, 15 * kill);
            try (Connection database = DriverManager.getConnection(url, "kindtrail", "kindtrail")) {
                Verification.Result found = Verification.of(database);
                assertThat(found.first()).isEmpty();
                assertThat(found.movements()).isEqualTo(found.balances());
                int lots = count(database, "lot");
                assertThat(found.movements()).isEqualTo(lots);
                assertThat(count(database, "answer")).isEqualTo(lots);
                // One more than was answered can be there: committed, and killed before it could say so.
                assertThat(lots).isBetween(answered, answered + 1);
            }
        }
    }

    /** @return the number that was answered last */
    private static int recordUntilKilled(String url, int enough) throws IOException, InterruptedException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recording.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (BufferedReader answers = service.inputReader()) {
            int heard = 0;
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("answered ")) {
                    last = Integer.parseInt(line.substring("answered ".length()));
                    heard++;
                }
                if (heard == enough) {
                    // By its handle: what it had said by then can still be read.
                    service.toHandle().destroyForcibly();
                }
            }
        }
        service.waitFor();
        assertThat(last).isPositive();
        return last;
    }

    private static int count(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String shippedUrl() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = AnsweredMeansKeptTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings.getProperty("kindtrail.database.url");
    }

    /** Records until it is killed: request key, lot, movement and balance in one transaction, and then says so. */
    static final class Recording {
        public static void main(String[] url) throws SQLException {
            Flyway.configure()
                    .dataSource(url[0], "kindtrail", "kindtrail")
                    .locations("db/migration", "db/vendor/h2")
                    .load()
                    .migrate();
            try (Connection database = DriverManager.getConnection(url[0], "kindtrail", "kindtrail");
                    Statement statement = database.createStatement()) {
                database.setAutoCommit(false);
                int number = count(database, "lot");
                if (number == 0) {
                    house(statement);
                    database.commit();
                }
                while (true) {
                    record(statement, ++number);
                    database.commit();
                    System.out.println("answered " + number);
                }
            }
        }

        private static void house(Statement statement) throws SQLException {
            statement.execute("insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at,"
                    + " version) values (1, 'H-0000-0000', 'House', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)");
            statement.execute("insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                    + " values (1000, 1, 'P-0000-0000', 'SITE', 'Hall', 0, true, 0)");
            statement.execute("insert into item (id, code, category, wearer, unit, sizes, name_en, active)"
                    + " values (1, 'unsorted-bag', 'bags', 'ANY', 'bag', '', 'Bag', true)");
        }

        private static void record(Statement statement, int number) throws SQLException {
            statement.execute("insert into answer (asker, request_key, digest, status, created_at) values ('p1', 'key "
                    + number + "', '', 201, current_timestamp)");
            statement.execute("insert into lot (id, organisation_id, code, item_id, fits, grade, quantity, origin,"
                    + " received_at, recorded_at) values (" + number + ", 1, 'B-" + number
                    + "', 1, 'ANY', 'UNSORTED', 12, 1, current_timestamp, current_timestamp)");
            statement.execute("insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity,"
                    + " reason, document, occurred_at, recorded_at, item_id) values (" + number + ", 1, " + number
                    + ", 1, 1000, 12, 'RECEIVED', 'D-" + number + "', current_timestamp, current_timestamp, 1)");
            statement.execute("insert into balance (lot_id, place_id, item_id, on_hand, allocated) values ("
                    + number + ", 1000, 1, 12, 0)");
        }
    }
}
