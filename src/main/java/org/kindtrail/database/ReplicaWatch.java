package org.kindtrail.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.ReplicaReads;

/**
 * Looks every second how far the replica is. The primary's position is noted with the moment before it was asked for; once the
 * replica has got that far, it has everything that was committed before that moment. So no clock but this node's counts, and a
 * replica that is cut off grows old by itself.
 */
@ApplicationScoped
class ReplicaWatch {
    private static final Logger LOG = Logger.getLogger(ReplicaWatch.class);
    private static final long EVERY_MILLIS = 1000;
    private static final int MOST_NOTED = 600;

    private final Optional<String> url;
    private final String primaryUrl;
    private final Properties account = new Properties();
    private final Duration bound;
    private final Deque<Noted> noted = new ArrayDeque<>();
    private Connection primary;
    private Connection replica;
    private Thread watching;
    private boolean wasNear;

    private record Noted(long at, long position) {}

    ReplicaWatch(
            @ConfigProperty(name = ReplicaAddress.SETTING) Optional<String> url,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String primaryUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "kindtrail.database.replica-lag") Duration bound) {
        this.url = url.filter(each -> !each.isBlank());
        this.primaryUrl = primaryUrl;
        this.bound = bound;
        account.setProperty("user", user);
        password.ifPresent(each -> account.setProperty("password", each));
        ReplicaAddress.patience(account);
    }

    void start(@Observes StartupEvent start) {
        if (url.isEmpty()) {
            return;
        }
        if (Vendor.of(primaryUrl) != Vendor.POSTGRESQL || Vendor.of(url.get()) != Vendor.POSTGRESQL) {
            throw new ConfigurationException("KINDTRAIL_DATABASE_REPLICA_URL names a standby of a PostgreSQL server, and both it and"
                    + " KINDTRAIL_DATABASE_URL begin with jdbc:postgresql:. Nothing was started.");
        }
        ReplicaReads.set(true);
        watching = new Thread(this::watch, "replica");
        watching.setDaemon(true);
        watching.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        if (watching != null) {
            watching.interrupt();
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
            } catch (SQLException away) {
                primary = closed(primary);
                replica = closed(replica);
            }
            tell();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException stopping) {
                break;
            }
        }
        closed(primary);
        closed(replica);
    }

    private void look() throws SQLException {
        long now = System.nanoTime();
        if (primary == null) {
            primary = Vendor.POSTGRESQL.newDriver().connect(primaryUrl, account);
        }
        noted.addLast(new Noted(now, number(primary, "select (pg_current_wal_flush_lsn() - '0/0')::bigint")));
        if (noted.size() > MOST_NOTED) {
            noted.removeFirst();
        }
        if (replica == null) {
            replica = Vendor.POSTGRESQL.newDriver().connect(url.get(), account);
            String which = "select system_identifier from pg_control_system()";
            if (number(replica, which) != number(primary, which)) {
                noted.clear();
                throw new SQLException("another server's");
            }
        }
        long reached = number(
                replica, "select case when pg_is_in_recovery() then (pg_last_wal_replay_lsn() - '0/0')::bigint else -1 end");
        Noted newest = null;
        while (!noted.isEmpty() && noted.peekFirst().position() <= reached) {
            newest = noted.removeFirst();
        }
        if (newest != null) {
            ReplicaReads.nearUntil(newest.at() + bound.toNanos());
        }
    }

    private void tell() {
        boolean near = ReplicaReads.isNear();
        if (near != wasNear) {
            LOG.info(near ? "The replica is read from" : "The replica is away or too far behind: the primary is read from");
            wasNear = near;
        }
    }

    private static long number(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static Connection closed(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // It is not used again.
        }
        return null;
    }
}
