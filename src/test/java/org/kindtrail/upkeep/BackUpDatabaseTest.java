package org.kindtrail.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside the service on an embedded file; what the service does of it is CopiesWantedTest. */
@Tag("once")
class BackUpDatabaseTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return folder.resolve("copy");
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    }

    @BeforeEach
    void anInstallationWithTwelvePieces() throws SQLException {
        Flyway.configure()
                .dataSource(url(data()), "kindtrail", "kindtrail")
                .locations("db/migration", "db/vendor/h2")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url(data()), "kindtrail", "kindtrail")) {
            for (String each : TwelvePieces.SQL) {
                run(connection, each);
            }
            run(connection, "alter sequence lot_seq restart with 5001");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int backUp() {
        out.reset();
        err.reset();
        return new BackUpDatabase(printed(out), printed(err), Map.of(), Duration.ofMillis(100))
                .run("--data", data().toString(), "--to", file().toString());
    }

    private int restore(Path into) {
        out.reset();
        err.reset();
        return new RestoreDatabase(printed(out), printed(err), Map.of())
                .run("--data", into.toString(), "--from", file().toString());
    }

    private static PrintStream printed(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everythingComesBackTheSequencesGoOnAndTheGuardsStand() throws Exception {
        assertThat(backUp()).as(said(err)).isZero();
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(data().toFile().list()).containsExactly("kindtrail.mv.db");
        Path there = folder.resolve("there");
        assertThat(restore(there)).as(said(err)).isZero();
        assertThat(said(out)).contains("1 movements, 1 balances, 0 differences");
        assertThat(Files.getPosixFilePermissions(there.resolve("kindtrail.mv.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Connection restored = DriverManager.getConnection(url(there), "kindtrail", "kindtrail");
                Statement statement = restored.createStatement()) {
            try (ResultSet next = statement.executeQuery("select next value for lot_seq, name from organisation")) {
                next.next();
                assertThat(next.getLong(1)).isEqualTo(5001);
                assertThat(next.getString(2)).isEqualTo("Дом");
            }
            assertThatThrownBy(() -> statement.execute("delete from movement")).hasMessageContaining("only ever added to");
        }
        assertThat(restore(there)).isEqualTo(2);
        assertThat(said(err)).contains("There is a database in");
        assertThat(backUp()).as("a copy is not written over").isEqualTo(2);
    }

    @Test
    void aCopyIsOfOneMomentWhileOthersWrite() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Connection writing = DriverManager.getConnection(url(data()), "kindtrail", "kindtrail")) {
            writing.setAutoCommit(false);
            CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
                try {
                    for (int id = 2; !enough.get(); id++) {
                        run(writing, "update balance set on_hand = on_hand - 1 where place_id = 1000");
                        run(writing, "insert into movement (id, organisation_id, lot_id, from_place_id, to_place_id, quantity, reason,"
                                + " document, occurred_at, recorded_at, item_id) values (" + id + ", 1, 1, " + (id % 2 == 0 ? "1000, 6" : "6, 1000")
                                + ", 1, 'COUNTED', 'D-0000-0000', current_timestamp, current_timestamp, 1)");
                        if (id % 2 == 1) {
                            run(writing, "update balance set on_hand = on_hand + 2 where place_id = 1000");
                        }
                        writing.commit();
                    }
                } catch (SQLException broken) {
                    throw new IllegalStateException(broken);
                }
            });
            for (int i = 0; i < 3; i++) {
                assertThat(backUp()).as(said(err)).isZero();
                assertThat(restore(folder.resolve("there" + i))).as(said(err)).isZero();
                Files.delete(file());
            }
            enough.set(true);
            others.join();
        }
    }

    @Test
    void whatIsNotWholeIsRefusedAndWhatWasInterruptedIsInNobodysWay() throws IOException {
        Files.writeString(file().resolveSibling("copy.part"), "of a run that was killed");
        assertThat(backUp()).as(said(err)).isZero();
        byte[] whole = Files.readAllBytes(file());
        Path there = folder.resolve("there");
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 30, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(restore(there)).as("the first " + length + " bytes").isEqualTo(2);
            assertThat(said(err)).contains("cannot be restored, and nothing was");
            assertThat(there).doesNotExist();
        }
        Files.write(file(), whole);
        Files.createDirectory(there);
        Files.writeString(there.resolve("kindtrail.restoring.mv.db"), "of a run that was killed");
        assertThat(restore(there)).as(said(err)).isZero();
    }

    @Test
    void aDifferenceInTheLedgerComesBackAndIsSaid() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data()), "kindtrail", "kindtrail")) {
            run(connection, "update balance set on_hand = 11");
        }
        assertThat(backUp()).isZero();
        assertThat(restore(folder.resolve("there"))).isEqualTo(1);
        assertThat(said(err)).contains("B-0000-0000 at P-0000-0000", "does not add up");
    }

    @Test
    void whoHasTheFileOpenAndDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                        Holding.class.getName(), url(data()))
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().lines().anyMatch(line -> line.startsWith("open"))).isTrue();
            assertThat(backUp()).isEqualTo(2);
            assertThat(said(err)).contains("does not answer");
            assertThat(data().toFile().list()).containsExactly("kindtrail.mv.db");
            assertThat(file()).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
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
}
