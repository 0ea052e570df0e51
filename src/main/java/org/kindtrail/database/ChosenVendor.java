package org.kindtrail.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the choice from the one place where it is made, the JDBC URL. */
class ChosenVendor {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String PASSWORD = "quarkus.datasource.password";

    @Produces
    @Singleton
    Vendor vendor() {
        return now();
    }

    /** For Hibernate, which asks before there is a container. */
    static Vendor now() {
        Config config = ConfigProvider.getConfig();
        String url = config.getValue(URL, String.class);
        DatabasePassword.check(url, config.getOptionalValue(PASSWORD, String.class).orElse(""));
        return Vendor.of(url);
    }
}
