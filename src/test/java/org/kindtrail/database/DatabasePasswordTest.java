package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class DatabasePasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/kindtrail",
                "jdbc:postgresql://db/kindtrail?user=k&password=kindtrail",
                "jdbc:h2:tcp://localhost/kindtrail",
                "jdbc:h2:ssl://db/kindtrail;WRITE_DELAY=0",
                "jdbc:h2:file:/data/kindtrail;AUTO_SERVER=TRUE"
            })
    void whatOthersReachIsNotOpenedWithThePasswordThatEverybodyKnows(String url) {
        assertThatThrownBy(() -> DatabasePassword.check(url, DatabasePassword.SHIPPED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("KINDTRAIL_DATABASE_PASSWORD")
                .hasMessageNotContaining("jdbc:");
    }

    @Test
    void anyOtherPasswordIsTheBusinessOfWhoRunsIt() {
        assertThatCode(() -> {
                    DatabasePassword.check("jdbc:postgresql://db/kindtrail", "forty bags in an evening");
                    DatabasePassword.check("jdbc:postgresql://db/kindtrail", "");
                    DatabasePassword.check("jdbc:postgresql://db/kindtrail?password=other&ssl=true", DatabasePassword.SHIPPED);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:/data/kindtrail;WRITE_DELAY=0", "jdbc:h2:mem:kindtrail", "jdbc:h2:./kindtrail"})
    void theEmbeddedFileIsGuardedByItsModeAndNotByItsPassword(String url) {
        assertThatCode(() -> DatabasePassword.check(url, DatabasePassword.SHIPPED)).doesNotThrowAnyException();
    }

    @Test
    void theShippedPasswordIsTheOneThatIsShipped() throws Exception {
        java.util.Properties shipped = new java.util.Properties();
        try (java.io.InputStream file = getClass().getResourceAsStream("/application.properties")) {
            shipped.load(file);
        }
        org.assertj.core.api.Assertions.assertThat(shipped.getProperty("kindtrail.database.password"))
                .isEqualTo(DatabasePassword.SHIPPED);
    }
}
