package org.kindtrail.seal;

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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindtrail.kernel.Confidential;
import org.kindtrail.testing.HouseTest;

/** The command beside the service, on a database of its own: an installation's file, or one on the same PostgreSQL. */
@HouseTest
class RotateKeysTest {
    /** More than two batches. */
    private static final int TEXTS = 2 * SealedRows.BATCH + 7;

    private static final SealOwner ANY = new SealOwner("recipient", null, 1L);

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean embedded;
    private String url;
    private String user;
    private Path keys;

    @BeforeEach
    void anInstallationWithSealedTexts() throws Exception {
        aDatabase();
        keys = data.resolve(KeysFile.NAME);
        KeysFile.fresh().make(keys);
        sql("insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version) values (1, 'H-0000-0000', 'House', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)");
        seal(1, TEXTS);
    }

    private void aDatabase() throws SQLException {
        String service = ConfigProvider.getConfig().getValue("kindtrail.database.url", String.class);
        embedded = service.startsWith("jdbc:h2:");
        if (embedded) {
            url = "jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0";
            user = "kindtrail";
        } else {
            String name = "rotate_" + UUID.randomUUID().toString().replace("-", "");
            user = "postgres";
            try (Connection connection = DriverManager.getConnection(service, user, user);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            url = service.replaceFirst("/[^/]*$", "/" + name);
        }
        Flyway.configure()
                .dataSource(url, user, user)
                .locations("db/migration", "db/vendor/" + (embedded ? "h2" : "postgresql"))
                .load()
                .migrate();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, user);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Keyring keyring() throws IOException {
        return new Keyring(KeysFile.parse(Files.readString(keys)));
    }

    private static SealOwner owner(long id) {
        return new SealOwner("recipient", id, 1L);
    }

    private static Confidential text(long id) {
        return Confidential.of("House number " + id);
    }

    /** As the service does it, with the keys in the file. */
    private void seal(long first, int count) throws Exception {
        seal(keyring(), first, count);
    }

    private void seal(Keyring with, long first, int count) throws Exception {
        try (Connection connection = connection()) {
            new SealedRows(connection).know(with.primary());
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into sealed values ('recipient', ?, 'trueName', 1, ?, ?, ?, current_timestamp)")) {
                for (long id = first; id < first + count; id++) {
                    insert.setLong(1, id);
                    insert.setInt(2, with.primary());
                    insert.setString(3, with.seal(owner(id), "trueName", text(id)));
                    insert.setString(4, with.search(ANY, "trueName", text(id)));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private int rotate(String... more) {
        return rotate(new PrintStream(err), more);
    }

    private int rotate(PrintStream told, String... more) {
        out.reset();
        err.reset();
        List<String> arguments = new ArrayList<>(
                embedded ? List.of("--data", data.toString()) : List.of("--url", url, "--user", user, "--keys", keys.toString()));
        arguments.addAll(List.of(more));
        return new RotateKeys(new PrintStream(out), told, Map.of("KINDTRAIL_DATABASE_PASSWORD", user))
                .run(arguments.toArray(String[]::new));
    }

    /** In one command where that is offered. */
    private int rotateWhole() {
        if (embedded) {
            return rotate();
        }
        assertThat(rotate("--add")).isZero();
        return rotate("--use");
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    /** How many of them open to what they are and are found by it, and by how many keys they are sealed. */
    private void allOpen(int texts, int keysInUse) throws Exception {
        Keyring with = keyring();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select owner_id, content, search from sealed")) {
            int count = 0;
            while (row.next()) {
                long id = row.getLong(1);
                assertThat(with.open(owner(id), "trueName", row.getString(2))).isEqualTo(text(id));
                assertThat(with.searches(ANY, "trueName", text(id))).contains(row.getString(3));
                count++;
            }
            assertThat(count).isEqualTo(texts);
            assertThat(new SealedRows(connection).keysInUse()).hasSize(keysInUse);
        }
    }

    private int known() throws IOException {
        return keyring().known().size();
    }

    private void databaseKnows(int keysKnown) throws SQLException {
        try (Connection connection = connection()) {
            assertThat(new SealedRows(connection).keys()).hasSize(keysKnown);
        }
    }

    @Test
    void everythingIsSealedAnewAndOldKeysAreDropped() throws Exception {
        String before = Files.readString(keys);
        assertThat(rotateWhole()).isZero();
        assertThat(said(out).strip()).isEqualTo(TEXTS + " sealed anew, 0 not");
        assertThat(known()).isEqualTo(2);
        allOpen(TEXTS, 1);
        assertThat(rotate("--drop")).isZero();
        assertThat(known()).isEqualTo(1);
        databaseKnows(1);
        allOpen(TEXTS, 1);
        Keyring old = new Keyring(KeysFile.parse(before));
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select content, search from sealed where owner_id = 1")) {
            row.next();
            String content = row.getString(1);
            assertThatThrownBy(() -> old.open(owner(1), "trueName", content)).hasMessageContaining("does not open");
            assertThat(old.searches(ANY, "trueName", text(1))).doesNotContain(row.getString(2));
        }
        assertThat(rotateWhole()).isZero();
        allOpen(TEXTS, 1);
    }

    @Test
    void interruptedHalfwayEverythingOpensAndAnotherRunFinishes() throws Exception {
        if (!embedded) {
            rotate("--add");
        }
        PrintStream cut = new PrintStream(err) {
            @Override
            public void println(String line) {
                if (line.contains("so far")) {
                    throw new IllegalStateException("the power is gone");
                }
            }
        };
        String[] step = embedded ? new String[0] : new String[] {"--use"};
        assertThatThrownBy(() -> rotate(cut, step)).hasMessage("the power is gone");
        allOpen(TEXTS, 2);
        String half = Files.readString(keys);
        assertThat(rotate("--drop")).isEqualTo(1);
        assertThat(said(err)).contains("507 texts are sealed with older keys");
        if (embedded) {
            assertThat(rotate()).isZero();
            assertThat(said(err)).contains("An earlier run did not come to its end");
        } else {
            assertThat(rotate("--use")).isZero();
        }
        assertThat(said(out).strip()).isEqualTo(TEXTS - SealedRows.BATCH + " sealed anew, 0 not");
        assertThat(new Keyring(KeysFile.parse(half)).primary()).isEqualTo(keyring().primary());
        allOpen(TEXTS, 1);
    }

    @Test
    void whatNodesWriteMeanwhileIsSealedByANextRun() throws Exception {
        Keyring node = keyring();
        assertThat(rotate("--add")).isZero();
        assertThat(rotate("--add")).isZero();
        assertThat(known()).isEqualTo(2);
        assertThat(keyring().primary()).isEqualTo(node.primary());
        assertThat(rotate("--drop")).isZero();
        assertThat(known()).as("the new one waits").isEqualTo(2);
        assertThat(rotate("--use")).isZero();
        seal(node, TEXTS + 1, 3);
        assertThat(rotate("--drop")).isEqualTo(1);
        assertThat(rotate("--use")).isZero();
        assertThat(said(out).strip()).isEqualTo("3 sealed anew, 0 not");
        assertThat(rotate("--drop")).isZero();
        assertThat(known()).isEqualTo(1);
        allOpen(TEXTS + 3, 1);
        assertThatThrownBy(() -> sql("insert into sealed values ('recipient', 9999999, 'address', 1, " + node.primary()
                        + ", 'x', 'x', current_timestamp)"))
                .as("a node that still seals with a dropped key is refused, and nothing is lost")
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatWasTamperedWithIsToldAndStays() throws Exception {
        sql("update sealed set content = (select content from sealed where owner_id = 1) where owner_id = 600");
        assertThat(rotateWhole()).isEqualTo(1);
        assertThat(said(out).strip()).isEqualTo(TEXTS - 1 + " sealed anew, 1 not");
        assertThat(said(err)).contains("The trueName of recipient number 600 does not open").doesNotContain("House number");
        assertThat(rotate("--drop")).isEqualTo(1);
        assertThat(known()).isEqualTo(2);
        sql("delete from sealed where owner_id = 600");
        assertThat(rotate("--drop")).isZero();
        allOpen(TEXTS - 1, 1);
    }

    @Test
    void keysOfAnotherDatabaseChangeNothing() throws Exception {
        KeysFile.fresh().replace(keys);
        String before = Files.readString(keys);
        assertThat(rotate("--use")).isEqualTo(2);
        assertThat(said(err)).contains("Nothing was changed");
        assertThat(rotate("--add")).isEqualTo(2);
        assertThat(Files.readString(keys)).isEqualTo(before);
        Files.writeString(keys, "nonsense");
        assertThat(rotate("--use")).isEqualTo(2);
        assertThat(said(err)).contains("cannot be read").doesNotContain("nonsense");
        Files.delete(keys);
        assertThat(rotate("--use")).isEqualTo(2);
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rw-------");
        assertThat(KeysFile.isOpenToOthers(keys)).isFalse();
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(KeysFile.isOpenToOthers(keys)).isTrue();
        assertThat(rotate("--add")).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".new"))).isEmpty();
        }
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(new RotateKeys(new PrintStream(out), new PrintStream(err), Map.of()).run("--url", url)).isEqualTo(2);
        assertThat(said(err)).contains("Use: rotate");
        assertThat(rotate("--add", "--use")).isEqualTo(2);
        assertThat(rotate("--sideways")).isEqualTo(2);
        assertThat(said(err)).contains("--sideways");
        assertThat(new RotateKeys(new PrintStream(out), new PrintStream(err), Map.of())
                        .run("--data", data.resolve("elsewhere").toString()))
                .isEqualTo(2);
        assertThat(said(out)).isEmpty();
    }
}
