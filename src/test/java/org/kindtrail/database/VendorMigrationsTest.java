package org.kindtrail.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.api.resource.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class VendorMigrationsTest {
    private static final String COMMON = "db/migration/V1__ledger.sql";
    private static final String FOR_H2 = "db/vendor/h2/V2__guards.sql";
    private static final String FOR_POSTGRESQL = "db/vendor/postgresql/V2__guards.sql";

    @Test
    void leavesEachVendorItsOwnAndTheCommonOnes() {
        assertThat(migrationsLeftTo(Vendor.H2)).containsExactly(COMMON, FOR_H2);
        assertThat(migrationsLeftTo(Vendor.POSTGRESQL)).containsExactly(COMMON, FOR_POSTGRESQL);
    }

    private static List<String> migrationsLeftTo(Vendor vendor) {
        FluentConfiguration flyway = new FluentConfiguration().resourceProvider(new Found());
        new VendorMigrations(vendor).customize(flyway);
        return flyway.getResourceProvider().getResources("V", new String[] {".sql"}).stream()
                .map(Resource::getAbsolutePath)
                .toList();
    }

    private static final class Found implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return new Script(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return Stream.of(COMMON, FOR_H2, FOR_POSTGRESQL)
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String path;

        private Script(String path) {
            this.path = path;
        }

        @Override
        public Reader read() {
            return Reader.nullReader();
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
