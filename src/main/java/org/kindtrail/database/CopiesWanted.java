package org.kindtrail.database;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.OwnersOnly;

/** Looks for requests for a copy of the embedded file, which nobody else can read while the service has it open. */
@ApplicationScoped
class CopiesWanted {
    private static final Logger LOG = Logger.getLogger(CopiesWanted.class);
    /** A copy that nobody has fetched for so long goes. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DataSource database;
    private final Clock clock;
    private final Optional<Path> data;
    private boolean begun;

    CopiesWanted(DataSource database, Clock clock, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.database = database;
        this.clock = clock;
        this.data = Vendor.of(url) == Vendor.H2 ? EmbeddedFile.of(url).map(EmbeddedFile::folder) : Optional.empty();
    }

    @Scheduled(every = "{kindtrail.backup.look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (data.isPresent()) {
                letGo(data.get());
                for (CopyRequest each : requests(data.get(), CopyRequest.ASKED)) {
                    answer(each);
                }
            }
        } catch (IOException unreadable) {
            LOG.errorf(unreadable, "The folder of the data could not be searched for requests for a backup");
        }
    }

    /** What a service that was killed had in hand goes at the start, and what was never fetched after a day. */
    private void letGo(Path folder) throws IOException {
        for (CopyRequest each : requests(folder, "")) {
            if (Files.isDirectory(each.folder())
                    && (!begun || Files.getLastModifiedTime(each.folder()).toInstant().isBefore(clock.instant().minus(KEPT)))) {
                each.forget();
            }
        }
        begun = true;
    }

    private static List<CopyRequest> requests(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith(CopyRequest.BEGINNING) && name.endsWith(ending))
                    .map(name -> name.substring(CopyRequest.BEGINNING.length(), name.length() - ending.length()))
                    .map(name -> new CopyRequest(folder, name))
                    .toList();
        }
    }

    private void answer(CopyRequest request) throws IOException {
        request.begin();
        try (Connection connection = database.getConnection()) {
            EmbeddedCopy.write(connection, request.unfinished());
            request.finish();
        } catch (SQLException | IOException failed) {
            LOG.errorf(failed, "No backup was made");
            Files.deleteIfExists(request.unfinished());
            OwnersOnly.write(request.failed(), String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
