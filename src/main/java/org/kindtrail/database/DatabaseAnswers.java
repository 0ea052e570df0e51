package org.kindtrail.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Outages;

/** Ready is who gets an answer from the database: H2 calls a connection good whose file was closed. */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements HealthCheck {
    private final DataSource database;
    private final Outages outages;

    DatabaseAnswers(DataSource database, Outages outages) {
        this.database = database;
        this.outages = outages;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Database answers");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            String room = outages.now().map(Outage::name).orElse("none");
            return answer.up().withData("outage", room).build();
        } catch (SQLException | RuntimeException failure) {
            String why = outages.of(failure).map(Outage::name).orElse("other");
            return answer.down().withData("outage", why).build();
        }
    }
}
