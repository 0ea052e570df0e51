package org.kindtrail.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.kindtrail.kernel.OwnersOnly;

/**
 * The file of the embedded database and the folder that it lies in. Its password guards nothing, as whoever can read the file
 * can read what is in it without one; what guards it is that nobody else can read it.
 */
final class EmbeddedFile {
    private static final Logger LOG = Logger.getLogger(EmbeddedFile.class);
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^:;]+)(?:;.*)?");
    /** What the service itself puts into the folder. */
    private static final Pattern OURS = Pattern.compile("kindtrail\\..*|demo\\.json");

    private static final String ENDING = ".mv.db";

    private final Path folder;
    private final String name;

    private EmbeddedFile(Path path) {
        this.folder = path.getParent();
        this.name = path.getFileName() + ENDING;
    }

    /** The file that the URL names; empty when it names none. */
    static Optional<EmbeddedFile> of(String jdbcUrl) {
        Matcher named = FILE.matcher(jdbcUrl);
        if (!named.matches()) {
            return Optional.empty();
        }
        String path = named.group(1).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")));
        return Optional.of(new EmbeddedFile(Path.of(path).toAbsolutePath().normalize()));
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve(name);
    }

    /** Whether it is what was written there last, as far as that can be known. */
    boolean isWholeAtStart() {
        return FileSum.of(file()).isWholeAtStart();
    }

    /**
     * Before the file is opened: makes a missing folder for its owner only, and closes one to others that holds nothing but
     * what is ours. In a folder with other things it only warns, as others may need those.
     */
    void closeFolder() {
        try {
            if (!Files.exists(folder)) {
                OwnersOnly.makeFolder(folder);
            } else if (OwnersOnly.isOpen(folder)) {
                if (entries().stream().allMatch(EmbeddedFile::isOurs)) {
                    OwnersOnly.close(folder);
                } else {
                    warn();
                }
            }
        } catch (IOException refused) {
            warn();
        }
    }

    /** After the file was opened, which may have made it: only its owner reads it, and what else of ours lies there. */
    void closeFiles() {
        try {
            for (Path each : entries()) {
                if (isOurs(each) && Files.isRegularFile(each)) {
                    OwnersOnly.close(each);
                }
            }
        } catch (IOException | UncheckedIOException refused) {
            warn();
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static boolean isOurs(Path path) {
        return OURS.matcher(path.getFileName().toString()).matches();
    }

    private void warn() {
        LOG.warnf("Others on this machine may be able to read the data: give the folder %s and what is in it to the user that"
                + " runs the service, with the modes 0700 and 0600", folder);
    }
}
