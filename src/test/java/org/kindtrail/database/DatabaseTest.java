package org.kindtrail.database;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.kindtrail.testing.InJson.tells;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

@HouseTest
class DatabaseTest {
    @Inject
    Vendor vendor;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Inject
    Flyway flyway;

    @Test
    void worksOnTheDatabaseOfThisRound() throws SQLException {
        String product = System.getProperty("kindtrail.test.database", "h2");
        assertThat(vendor.name()).isEqualToIgnoringCase(product);
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(product);
        }
        SessionFactory factory = entities.getEntityManagerFactory().unwrap(SessionFactory.class);
        assertThat(((SessionFactoryImplementor) factory).getJdbcServices().getDialect())
                .isInstanceOf(vendor.dialect());
    }

    @Test
    void appliesTheCommonMigrationsAndThoseOfItsVendorOnly() {
        MigrationInfo[] applied = flyway.info().applied();
        assertThat(applied).isNotEmpty().allMatch(migration -> migration.getState().isApplied());
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(applied).extracting(MigrationInfo::getPhysicalLocation).allSatisfy(location -> {
            for (Vendor other : Vendor.values()) {
                if (other != vendor) {
                    assertThat(location).doesNotContain(other.migrations());
                }
            }
        });
    }

    @Test
    void answersAQuestionInPlainSql() {
        Object answer = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select count(*) from \"flyway_schema_history\"")
                .getSingleResult());
        assertThat(((Number) answer).intValue()).isPositive();
    }

    @Test
    void knowsTheLettersOfAllItsLanguages() {
        Object answer = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select lower('ЯҢӨ')")
                .getSingleResult());
        assertThat(answer).isEqualTo("яңө");
    }

    @Test
    void isReadyWhenTheDatabaseAnswers() {
        when().get("/q/health").then().statusCode(200).body(tells("status", is("UP")));
    }

    @Test
    void countsTheStatementsAndCommitsOfATransaction() {
        RoundTrips.Count count = RoundTrips.during(() -> QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("select 1").getSingleResult();
            entities.createNativeQuery("select 2").getSingleResult();
        }));
        assertThat(count.sql()).containsExactly("select 1", "select 2");
        assertThat(count).isEqualTo(new RoundTrips.Count(2, 1, List.of("select 1", "select 2")));
    }

    @Test
    void countsABatchAsOneRoundTrip() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table counted (number integer)");
            String insert = "insert into counted values (?)";
            RoundTrips.Count count = RoundTrips.during(() -> {
                try (PreparedStatement batch = connection.prepareStatement(insert)) {
                    for (int number = 0; number < 20; number++) {
                        batch.setInt(1, number);
                        batch.addBatch();
                    }
                    batch.executeBatch();
                }
            });
            statement.execute("drop table counted");
            assertThat(count).isEqualTo(new RoundTrips.Count(1, 0, List.of(insert)));
        }
    }
}
