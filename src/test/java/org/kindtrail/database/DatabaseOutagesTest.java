package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindtrail.kernel.Outage;

@Tag("once")
class DatabaseOutagesTest {
    private final DatabaseOutages outages = new DatabaseOutages(null, Vendor.POSTGRESQL, null);

    @ParameterizedTest
    @CsvSource({"08006, UNREACHABLE", "57P01, UNREACHABLE", "57P03, UNREACHABLE", "53100, FULL", "53300, TOO_MUCH", "25006, UNREACHABLE"})
    void whatPostgresqlSaysOfItselfIsAnOutage(String state, Outage outage) {
        Exception failure = new IllegalStateException(new SQLException("said", state));
        assertThat(outages.of(failure)).contains(outage);
    }

    @ParameterizedTest
    @CsvSource({"23505", "40001", "42601", "22021", "55P03"})
    void whatItSaysOfAStatementIsNone(String state) {
        assertThat(outages.of(new IllegalStateException(new SQLException("said", state)))).isEmpty();
    }

    @Test
    void whoWaitsTooLongForAConnectionIsToldToComeAgain() {
        SQLException waited = new SQLException("Sorry, acquisition timeout!");
        assertThat(outages.of(waited)).contains(Outage.TOO_MUCH);
    }

    @Test
    void whatWasSuppressedCountsToo() {
        Exception failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new SQLException("said", "08006"));
        assertThat(outages.of(failure)).contains(Outage.UNREACHABLE);
    }

    @Test
    void aDamagedDatabaseShutsTheHouse() {
        assertThat(outages.of(new SQLException("said", "XX001"))).contains(Outage.DAMAGED);
        assertThat(outages.now()).contains(Outage.DAMAGED);
    }
}
