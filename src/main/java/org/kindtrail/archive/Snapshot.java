package org.kindtrail.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database as it is at one moment, for as long as it is read; nothing can be written through it. */
@ApplicationScoped
class Snapshot {
    /** What is done with it. */
    interface Reading {
        void from(Connection database) throws Exception;
    }

    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    /** Outside of any transaction of the request: nobody else waits for it. */
    void read(Reading reading) throws Exception {
        try (Connection connection = database.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                reading.from(connection);
            } finally {
                handBack(connection, usual);
            }
        }
    }

    private static void handBack(Connection connection, int usual) throws SQLException {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(usual);
        connection.setAutoCommit(true);
    }
}
