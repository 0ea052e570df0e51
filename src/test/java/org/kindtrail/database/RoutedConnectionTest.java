package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kindtrail.kernel.ReplicaReads;

@Tag("once")
class RoutedConnectionTest {
    private int opened;
    private boolean isThere = true;
    private Connection replica;
    private Connection routed;

    @BeforeEach
    void open() throws SQLException {
        routed = RoutedConnection.around(saying("primary"), () -> {
            opened++;
            if (!isThere) {
                throw new SQLException("away");
            }
            replica = saying("replica");
            return replica;
        });
        ReplicaReads.set(true);
        ReplicaReads.nearUntil(System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    @AfterEach
    void close() throws SQLException {
        ReplicaReads.end();
        ReplicaReads.away();
        ReplicaReads.set(false);
        routed.close();
    }

    private static Connection saying(String what) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:;INIT=create table who as select '" + what + "' as name");
    }

    private String asked() {
        try (var statement = routed.prepareStatement("select name from who"); ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theReplicaIsReadWhereThatIsAllowedAndNowhereElse() {
        assertThat(asked()).isEqualTo("primary");
        assertThat(opened).isZero();
        ReplicaReads.begin();
        assertThat(asked()).isEqualTo("replica");
        assertThat(ReplicaReads.atPrimary(this::asked)).isEqualTo("primary");
        assertThat(asked()).isEqualTo("replica");
        assertThat(opened).isEqualTo(1);
        assertThat(ReplicaReads.end()).isTrue();
        assertThat(asked()).isEqualTo("primary");
    }

    @Test
    void whoeverLeavesReadsThePrimaryToTheEnd() {
        ReplicaReads.begin();
        asked();
        assertThat(ReplicaReads.leave()).isTrue();
        assertThat(asked()).isEqualTo("primary");
        assertThat(ReplicaReads.leave()).isFalse();
    }

    @Test
    void transactionsEndOnBothAndSoDoConnections() throws SQLException {
        routed.setAutoCommit(false);
        ReplicaReads.begin();
        asked();
        assertThat(replica.getAutoCommit()).isFalse();
        routed.commit();
        routed.setAutoCommit(true);
        assertThat(replica.getAutoCommit()).isTrue();
        routed.close();
        assertThat(replica.isClosed()).isTrue();
    }

    @Test
    void aReplicaThatIsAwayOrTooOldIsLeftAlone() throws SQLException {
        isThere = false;
        ReplicaReads.begin();
        assertThat(asked()).isEqualTo("primary");
        assertThat(asked()).isEqualTo("primary");
        assertThat(opened).isEqualTo(1);
        assertThat(ReplicaReads.end()).isFalse();
        isThere = true;
        ReplicaReads.begin();
        ReplicaReads.nearUntil(System.nanoTime() - 1);
        assertThat(asked()).isEqualTo("primary");
        ReplicaReads.nearUntil(System.nanoTime() + Duration.ofMinutes(1).toNanos());
        assertThat(asked()).isEqualTo("replica");
        replica.close();
        assertThat(asked()).isEqualTo("replica");
    }
}
