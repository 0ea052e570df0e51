package org.kindtrail.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
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
