package org.kindtrail.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.kindtrail.kernel.OwnersOnly;

/**
 * How a command asks the service, which has the embedded file open, for a copy of it: by a file in the folder of the data,
 * which only its owner can put there. The service puts the copy into a folder beside it.
 *
 * @param data the folder of the data
 * @param name of this request alone
 */
public record CopyRequest(Path data, String name) {
    static final String BEGINNING = "kindtrail.backup-";
    static final String ASKED = ".wanted";

    /** The request itself; the service takes it away when it begins. */
    Path asked() {
        return data.resolve(BEGINNING + name + ASKED);
    }

    /** Where the copy is made. */
    Path folder() {
        return data.resolve(BEGINNING + name);
    }

    /** Where the copy is written; it has no other name before it is whole. */
    public Path unfinished() {
        return folder().resolve("copy.part");
    }

    /** The copy when it is whole. */
    public Path copy() {
        return folder().resolve("copy");
    }

    Path failed() {
        return folder().resolve("failed");
    }

    public void ask() throws IOException {
        Files.createFile(asked());
    }

    /** Takes it in hand. */
    public void begin() throws IOException {
        OwnersOnly.makeFolder(folder());
        Files.deleteIfExists(asked());
    }

    /** The copy is whole. */
    public void finish() throws IOException {
        Files.move(unfinished(), copy(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the service has not begun with it. */
    public boolean waits() {
        return Files.exists(asked());
    }

    /** Whether the service has it in hand, or is done with it. */
    public boolean isBegun() {
        return Files.exists(folder());
    }

    /** Why there is no copy; empty while that is open. */
    public Optional<String> reason() throws IOException {
        try {
            return Optional.of(Files.readString(failed()).strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Takes away whatever of it is there. */
    public void forget() throws IOException {
        Files.deleteIfExists(asked());
        for (Path each : new Path[] {unfinished(), copy(), failed(), folder()}) {
            Files.deleteIfExists(each);
        }
    }
}
