package org.kindtrail.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads the rows of a period by their numbers, some thousand at a time, and tells each to whoever makes events of it. */
final class Events {
    private static final int BATCH = 5000;

    /** From the first moment on, before the second. */
    record Period(Instant from, Instant until) {
        boolean holds(Instant moment) {
            return moment != null && !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** One row. The first column is its number in the database. */
    interface Told {
        void row(ResultSet found) throws SQLException, IOException;
    }

    private final Connection database;
    private final Long organisation;
    private final Period period;

    Events(Connection database, Long organisation, Period period) {
        this.database = database;
        this.organisation = organisation;
        this.period = period;
    }

    Period period() {
        return period;
    }

    /** @param sql without its end; a condition on {@code id} and the order are added */
    void each(String sql, String id, Told told) throws SQLException, IOException {
        String whole = sql.replace(":org", organisation.toString()) + " and " + id + " > ? order by " + id
                + " fetch first " + BATCH + " rows only";
        long last = 0;
        int read = BATCH;
        while (read == BATCH) {
            read = 0;
            try (PreparedStatement select = database.prepareStatement(whole)) {
                int at = 1;
                if (sql.contains("?")) {
                    select.setObject(at++, period.from().atOffset(ZoneOffset.UTC));
                    select.setObject(at++, period.until().atOffset(ZoneOffset.UTC));
                }
                select.setLong(at, last);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        last = found.getLong(1);
                        told.row(found);
                        read++;
                    }
                }
            }
        }
    }

    static Instant moment(ResultSet found, int at) throws SQLException {
        OffsetDateTime moment = found.getObject(at, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
