package org.kindtrail.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Hides the other product's migrations from Flyway. Locations are fixed when the application is built, so they name
 * every folder, and the choice is made here on what was found in them.
 */
@Singleton
class VendorMigrations implements FlywayConfigurationCustomizer {
    private final Vendor vendor;

    VendorMigrations(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.resourceProvider(new OfOneVendor(flyway.getResourceProvider(), vendor));
        flyway.callbacks(new Unhurried());
    }

    /** A migration of a large table may be silent for longer than any request may. */
    private static final class Unhurried extends BaseCallback {
        private int before;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                Connection connection = context.getConnection();
                if (event == Event.BEFORE_EACH_MIGRATE) {
                    before = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(Runnable::run, 0);
                } else {
                    connection.setNetworkTimeout(Runnable::run, before);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record OfOneVendor(ResourceProvider found, Vendor vendor) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return found.getResource(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return found.getResources(prefix, suffixes).stream().filter(this::isOurs).toList();
        }

        private boolean isOurs(LoadableResource migration) {
            String path = migration.getAbsolutePath();
            return List.of(Vendor.values()).stream()
                    .filter(other -> other != vendor)
                    .noneMatch(other -> path.contains(other.migrations()));
        }
    }
}
