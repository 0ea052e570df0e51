package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 keeps commits back for half a second unless the URL forbids it, and would lose them with the process. */
@Tag("strict")
class KilledServiceTest {
    private static final int COMMITS = 20;

    @TempDir
    Path data;

    @Test
    void losesNoCommitThatWasAnswered() throws Exception {
        String url = shippedUrl().replace("${kindtrail.data}", data.toString());
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsAndDies.class.getName(),
                        url)
                .inheritIO()
                .start();
        assertThat(service.waitFor()).isEqualTo(CommitsAndDies.KILLED);

        try (Connection connection = DriverManager.getConnection(url, "kindtrail", "kindtrail");
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select count(*) from answered")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(COMMITS);
        }
    }

    private static String shippedUrl() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = KilledServiceTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings.getProperty("kindtrail.database.url");
    }

    /** The service as it stands at the moment of the kill. */
    static final class CommitsAndDies {
        static final int KILLED = 137;

        public static void main(String[] url) throws SQLException {
            Connection connection = DriverManager.getConnection(url[0], "kindtrail", "kindtrail");
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table answered (number integer)");
                for (int number = 0; number < COMMITS; number++) {
                    statement.execute("insert into answered values (" + number + ")");
                }
            }
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
