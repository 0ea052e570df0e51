package org.kindtrail.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody but their owner reads or changes: mode 0600 and 0700. Where a file system knows no modes, it
 * leaves them as they come.
 */
public final class OwnersOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnersOnly() {}

    /** Makes the folder, and what is missing above it. One that is there already stays as it is. */
    public static void makeFolder(Path folder) throws IOException {
        Path above = folder.toAbsolutePath();
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        Files.createDirectories(folder.toAbsolutePath(), knowsModes(above) ? attributes(FOLDER) : new FileAttribute<?>[0]);
    }

    /**
     * Makes an empty file, so that nobody else ever reads what is written into it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one
     */
    public static void makeFile(Path file) throws IOException {
        boolean modes = knowsModes(file.toAbsolutePath().getParent());
        Files.createFile(file, modes ? attributes(FILE) : new FileAttribute<?>[0]);
    }

    /** Writes the text into the file, which others could read before or which is not there yet. */
    public static void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            close(file);
        } else {
            makeFile(file);
        }
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether the file or folder, which is there, is open to others. */
    public static boolean isOpen(Path path) throws IOException {
        return knowsModes(path) && !FOLDER.containsAll(Files.getPosixFilePermissions(path));
    }

    /** Takes the rights of others to the file or folder away. */
    public static void close(Path path) throws IOException {
        if (isOpen(path)) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
        }
    }

    private static boolean knowsModes(Path there) throws IOException {
        return Files.getFileStore(there).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }
}
