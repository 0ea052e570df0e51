package org.kindtrail.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the choice from the one place where it is made, the JDBC URL. */
class ChosenVendor {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String PASSWORD = "quarkus.datasource.password";

    /** Flyway asks here before anything is read from the database, so this is where a start is refused. */
    @Produces
    @Singleton
    Vendor vendor(
            @ConfigProperty(name = URL) String jdbcUrl, @ConfigProperty(name = PASSWORD) Optional<String> password) {
        DatabasePassword.check(jdbcUrl, password.orElse(""));
        EmbeddedFile.of(jdbcUrl).filter(file -> !file.isWholeAtStart()).ifPresent(file -> {
            throw new ConfigurationException(FileSum.told(file.file()));
        });
        return Vendor.of(jdbcUrl);
    }

    /** For Hibernate, which asks before there is a container. */
    static Vendor now() {
        Config config = ConfigProvider.getConfig();
        return Vendor.of(config.getValue(URL, String.class));
    }
}
