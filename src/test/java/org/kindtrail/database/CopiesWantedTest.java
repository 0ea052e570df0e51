package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service does when a command asks it for a copy. */
@Tag("once")
class CopiesWantedTest {
    @TempDir
    Path data;

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void aTableWithARow() throws SQLException {
        database.setURL(url());
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table thing (name varchar(10))");
            statement.execute("insert into thing values ('a')");
        }
    }

    private String url() {
        return "jdbc:h2:file:" + data + "/kindtrail";
    }

    private CopiesWanted service(Clock clock) {
        return new CopiesWanted(database, clock, url());
    }

    private CopyRequest asked(String name) throws IOException {
        CopyRequest request = new CopyRequest(data, name);
        request.ask();
        return request;
    }

    @Test
    void aRequestIsAnsweredWithAWholeCopyThatOnlyItsOwnerReaches() throws IOException {
        CopyRequest request = asked("one");
        service(Clock.systemUTC()).look();
        assertThat(request.waits()).isFalse();
        assertThat(EmbeddedCopy.check(request.copy())).containsEntry("THING", 1L);
        assertThat(Files.getPosixFilePermissions(request.folder())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(request.unfinished()).doesNotExist();
        request.forget();
        assertThat(data.toFile().list()).containsExactly("kindtrail.mv.db");
    }

    @Test
    void whatAServiceThatWasKilledHadInHandGoesAtTheStart() throws IOException {
        CopyRequest killed = new CopyRequest(data, "killed");
        killed.begin();
        Files.writeString(killed.unfinished(), "half");
        CopyRequest waiting = asked("waiting");
        service(Clock.systemUTC()).look();
        assertThat(killed.isBegun()).isFalse();
        assertThat(waiting.copy()).exists();
    }

    @Test
    void whatNobodyFetchesGoesAfterADay() throws IOException {
        CopyRequest request = new CopyRequest(data, "left");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        CopiesWanted service = service(new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        service.look();
        request.ask();
        service.look();
        service.look();
        assertThat(request.copy()).exists();
        now.set(Instant.now().plus(Duration.ofHours(25)));
        service.look();
        assertThat(request.isBegun()).isFalse();
    }

    @Test
    void whyThereIsNoneIsTold() throws Exception {
        CopyRequest request = asked("one");
        database.setUser("somebody");
        service(Clock.systemUTC()).look();
        assertThat(request.reason()).isPresent();
        assertThat(request.copy()).doesNotExist();
    }
}
