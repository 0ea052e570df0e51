import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.CodeNumbers;
import org.kindtrail.kernel.Codes;

/**
 * An organisation in an installation that nobody has set up: a coordinator with a token, a site, an open drive. Written by bare SQL
 * into tables that the service has made; on an embedded file while the service is stopped.
 */
record Opened(String token, String site, String drive) {
    static Opened in(Cluster cluster, String database) throws SQLException {
        return in(cluster.url(database), Cluster.USER, Cluster.PASSWORD);
    }

    static Opened in(Node node) throws SQLException {
        return in("jdbc:h2:file:" + node.data() + "/kindtrail;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "kindtrail", "kindtrail");
    }

    static Opened in(String url, String user, String password) throws SQLException {
        Opened opened = new Opened(
                "kt_" + UUID.randomUUID() + UUID.randomUUID(), code(CodeKind.PLACE), code(CodeKind.DRIVE));
        try (Connection database = DriverManager.getConnection(url, user, password)) {
            run(database, "update installation set set_up_at = current_timestamp");
            run(
                    database,
                    "insert into organisation (id, code, name, country, time_zone, catalogue_version, created_at, version)"
                            + " values (1, ?, 'Trial house', 'KZ', 'Asia/Almaty', 0, current_timestamp, 0)",
                    code(CodeKind.ORGANISATION));
            run(
                    database,
                    "insert into person (id, organisation_id, name, display_name, password_hash, roles, active, created_at,"
                            + " version) values (1, 1, 'trial', 'Trial', '-', 'COORDINATOR', true, current_timestamp, 0)");
            run(
                    database,
                    "insert into access (id, person_id, kind, hash, label, created_at, last_seen_at, expires_at) values (1, 1, 'TOKEN', ?,"
                            + " 'trial', current_timestamp, current_timestamp, cast(? as timestamp with time zone))",
                    Code.hash(opened.token()),
                    Instant.now().plus(Duration.ofDays(30)).toString());
            run(
                    database,
                    "insert into place (id, organisation_id, code, kind, name, walk, active, version)"
                            + " values (999, 1, ?, 'SITE', 'Hall', 0, true, 0)",
                    opened.site());
            run(
                    database,
                    "insert into drive (id, organisation_id, code, kind, title, about, starts_on, ends_on, site_id, version)"
                            + " values (1, 1, ?, 'COLLECTION', 'Trial', '', cast(? as date), cast(? as date), 999, 0)",
                    opened.drive(),
                    LocalDate.now().minusDays(1).toString(),
                    LocalDate.now().plusDays(300).toString());
        }
        return opened;
    }

    private static String code(CodeKind kind) {
        return new Codes(() -> new SecureRandom().nextLong(1L << CodeNumbers.BITS)).next(kind);
    }

    private static void run(Connection database, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
