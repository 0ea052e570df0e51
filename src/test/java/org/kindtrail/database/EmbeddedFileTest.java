package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody else on the machine reads the data, however the service is started. */
@Tag("once")
class EmbeddedFileTest {
    @TempDir
    Path there;

    private Path data;

    @BeforeEach
    void whereThereAreModes() throws Exception {
        assumeTrue(Files.getFileStore(there).supportsFileAttributeView("posix"));
        data = there.resolve("some").resolve("data");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void give(Path path, String mode) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private void start() throws SQLException {
        Properties who = new Properties();
        who.put("user", "kindtrail");
        who.put("password", "kindtrail");
        try (Connection connection = new ChoosingDriver().connect("jdbc:h2:file:" + data + "/kindtrail;WRITE_DELAY=0", who)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void theFirstStartMakesFolderAndFileForTheOwnerOnly() throws Exception {
        start();
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("kindtrail.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void aLaterStartClosesWhatWasOpen() throws Exception {
        Files.createDirectories(data);
        for (String name : new String[] {"kindtrail.secret", "kindtrail.keys", "demo.json"}) {
            Files.writeString(data.resolve(name), "known");
            give(data.resolve(name), "rw-r--r--");
        }
        start();
        give(data, "rwxr-xr-x");
        give(data.resolve("kindtrail.mv.db"), "rw-rw-rw-");
        start();
        assertThat(mode(data)).isEqualTo("rwx------");
        for (String name : new String[] {"kindtrail.secret", "kindtrail.keys", "demo.json", "kindtrail.mv.db"}) {
            assertThat(mode(data.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderWithOtherThingsStaysOpenButTheFileInItDoesNot() throws Exception {
        Files.createDirectories(data);
        give(data, "rwxr-xr-x");
        Path others = Files.writeString(data.resolve("letter.txt"), "theirs");
        give(others, "rw-r--r--");
        start();
        assertThat(mode(data)).isEqualTo("rwxr-xr-x");
        assertThat(mode(others)).isEqualTo("rw-r--r--");
        assertThat(mode(data.resolve("kindtrail.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void onlyAFileIsAFile() {
        assertThat(EmbeddedFile.of("jdbc:h2:mem:kindtrail;DB_CLOSE_DELAY=-1")).isEmpty();
        assertThat(EmbeddedFile.of("jdbc:h2:tcp://localhost/kindtrail")).isEmpty();
        assertThat(EmbeddedFile.of("jdbc:postgresql://localhost/kindtrail")).isEmpty();
        assertThat(EmbeddedFile.of("jdbc:h2:~/kindtrail")).isPresent();
    }
}
