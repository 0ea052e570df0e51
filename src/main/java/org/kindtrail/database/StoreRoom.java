package org.kindtrail.database;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The room on the disk of the embedded file. The engine closes the file under everybody when it runs out in the middle of a
 * write, so writing ends a little before. PostgreSQL keeps its own house.
 */
@Startup
@ApplicationScoped
class StoreRoom {
    private static final Logger LOG = Logger.getLogger(StoreRoom.class);

    private final Path folder;
    private final long least;
    private final ScheduledExecutorService looking;
    private volatile boolean isShort;

    StoreRoom(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "kindtrail.disk.least") MemorySize least) {
        Optional<Path> of = EmbeddedFile.of(url).map(EmbeddedFile::folder);
        this.folder = of.orElse(null);
        this.least = least.asLongValue();
        this.looking = folder == null ? null : Executors.newSingleThreadScheduledExecutor(StoreRoom::inTheBackground);
        if (looking != null) {
            looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
    }

    private static Thread inTheBackground(Runnable work) {
        Thread thread = new Thread(work, "room on the disk");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether there is too little to write anything. */
    boolean isShort() {
        return isShort;
    }

    private void look() {
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            boolean now = usable < least;
            if (now && !isShort) {
                LOG.errorf(
                        "The disk of %s has %d MB left. Nothing is written from here on, what writes gets 503; reading goes on. Free"
                                + " room until there are %d MB (KINDTRAIL_DISK_LEAST); writing goes on by itself then.",
                        folder, usable >> 20, least >> 20);
            } else if (isShort && !now) {
                LOG.infof("The disk of %s has room again; writing goes on", folder);
            }
            isShort = now;
        } catch (IOException | RuntimeException unknown) {
            // The folder went away or cannot be asked; the database will say what it is about.
            LOG.debugf("The room in %s cannot be asked: %s", folder, unknown.getMessage());
        }
    }

    @PreDestroy
    void end() {
        if (looking != null) {
            looking.shutdownNow();
        }
    }
}
