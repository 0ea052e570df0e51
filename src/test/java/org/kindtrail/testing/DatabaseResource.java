package org.kindtrail.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A fresh database for the service under test: H2 in memory, or a real PostgreSQL when kindtrail.test.database says so. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    private static final String WANTED = "kindtrail.test.database";
    /** The order and the letter cases of all languages, and the same on every machine whatever its own locale is. */
    private static final String LANGUAGES =
            " template template0 encoding 'UTF8' locale_provider icu icu_locale 'und' locale 'C'";

    private static final String SERVER = "kindtrail.test.postgresql.server";

    @Override
    public Map<String, String> start() {
        System.setProperty("kindtrail.database.counting", "true");
        String name = "kindtrail_" + UUID.randomUUID().toString().replace("-", "");
        return "postgresql".equals(System.getProperty(WANTED)) ? onPostgresql(name) : onH2(name);
    }

    @Override
    public void stop() {
        // The server outlives a restart of the service and ends with the JVM; a database in memory does so by itself.
    }

    private static Map<String, String> onH2(String name) {
        String options = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH";
        return at("jdbc:h2:mem:" + name + options, "kindtrail");
    }

    private static Map<String, String> onPostgresql(String name) {
        return at(emptyOnPostgresql(name), "postgres");
    }

    /** A database of this name without tables, of the user postgres with that password; the answer is its JDBC URL. */
    public static String emptyOnPostgresql(String name) {
        String server = server();
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + LANGUAGES);
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL did not make a database for the tests", refused);
        }
        return server + name;
    }

    private static Map<String, String> at(String url, String user) {
        return Map.of(
                "kindtrail.database.url", url, "kindtrail.database.user", user, "kindtrail.database.password", user);
    }

    /**
     * One server for the JVM. Quarkus loads this class anew with each restart, so a static field would forget the server
     * that runs already; a system property does not.
     */
    private static synchronized String server() {
        String running = System.getProperty(SERVER);
        if (running != null) {
            return running;
        }
        EmbeddedPostgres started = startServer();
        String url = "jdbc:postgresql://localhost:" + started.getPort() + "/";
        System.setProperty(SERVER, url);
        return url;
    }

    private static EmbeddedPostgres startServer() {
        try {
            // The library's own hook ends the server with the JVM.
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL did not start", refused);
        }
    }
}
