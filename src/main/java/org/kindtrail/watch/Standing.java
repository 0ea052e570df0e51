package org.kindtrail.watch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What waits and what is late in the whole database, looked at every few seconds and not at each question: so whoever asks gets an
 * answer while the database is away. One statement, each part of it by an index. Numbers that nobody has looked at for a minute are
 * not told (NaN).
 */
@ApplicationScoped
class Standing {
    /** As the overview of a coordinator counts it. */
    private static final int UNCONFIRMED_DAYS = 3;
    private static final long STALE = 60_000_000_000L;

    /** Each is asked for in this order. */
    enum Figure {
        MAIL_WAITING(
                "Letters to donors that are not sent yet",
                "select count(*) from message where state in ('WAITING', 'TAKEN')"),
        MAIL_DUE("Letters that could be sent now", "select count(*) from message where state = 'WAITING' and due_at < ?"),
        MAIL_GIVEN_UP(
                "Letters that were given up, or of which nobody knows whether they arrived",
                "select count(*) from message where state in ('GIVEN_UP', 'DOUBTFUL')"),
        DISPATCHES_LATE(
                "Dispatches that left 3 days ago or earlier and are not confirmed",
                "select count(*) from dispatch where state = 'DEPARTED' and departed_at < ?"),
        SHIPMENTS_LATE(
                "Shipments between organisations that are past the day of their arrival",
                "select count(*) from shipment where state = 'DEPARTED' and planned_arrival < ?"),
        IMPORTS_WAITING(
                "Imports of spreadsheets that are worked on or wait for it",
                "select count(*) from sheet_import where state in ('CHECKING', 'TAKING', 'REVERSING')"),
        LEDGER_DIFFERENCES(
                "Differences that the last verification of the ledger found (page Ledger, GET /api/v1/ledger/verification); none yet: NaN",
                "select differences from ledger_verified"),
        LEDGER_VERIFIED_SECONDS(
                "When the ledger was verified last, in seconds since 1970",
                "select floor(extract(epoch from verified_at)) from ledger_verified");

        private final String help;
        private final String sql;

        Figure(String help, String sql) {
            this.help = help + ". Of the whole database: each node says the same, so take the greatest and not the sum";
            this.sql = sql;
        }

        String metric() {
            return "kindtrail." + name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        String help() {
            return help;
        }
    }

    private static final String ALL = all();

    private final AgroalDataSource pool;
    private final Clock clock;
    private final boolean isWanted;
    private volatile double[] figures;
    private volatile long lookedAt;
    private volatile boolean answers;

    Standing(
            AgroalDataSource pool,
            Clock clock,
            @ConfigProperty(name = "kindtrail.metrics.port") Optional<Integer> port) {
        this.pool = pool;
        this.clock = clock;
        this.isWanted = port.isPresent();
    }

    private static String all() {
        StringBuilder all = new StringBuilder("select ");
        for (Figure each : Figure.values()) {
            all.append(each.ordinal() == 0 ? "" : ", ").append('(').append(each.sql).append(')');
        }
        return all.toString();
    }

    @Scheduled(
            every = "{kindtrail.metrics.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!isWanted) {
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(ALL)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setObject(2, now.minus(UNCONFIRMED_DAYS, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC));
            query.setObject(3, LocalDate.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                double[] read = new double[Figure.values().length];
                for (int i = 0; i < read.length; i++) {
                    double figure = row.getDouble(i + 1);
                    read[i] = row.wasNull() ? Double.NaN : figure;
                }
                figures = read;
                lookedAt = System.nanoTime();
                answers = true;
            }
        } catch (SQLException away) {
            // who reads the metrics sees it there; what stood in the way is told by whoever's request meets it
            answers = false;
        }
    }

    double figure(Figure which) {
        double[] read = figures;
        return read == null || System.nanoTime() - lookedAt > STALE ? Double.NaN : read[which.ordinal()];
    }

    double answers() {
        return answers ? 1 : 0;
    }
}
