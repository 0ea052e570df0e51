package org.kindtrail.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.kindtrail.kernel.OwnersOnly;

/**
 * Sees that the embedded file is, at the start, what it was when the service stopped. The engine has no sums of what is in its
 * pages, so a disk that gives back other bytes would be believed; therefore the sum of the file is written beside it when it
 * was closed in order, and looked at before it is opened. After a kill there is none, and nothing is looked at.
 */
public final class FileSum {
    private static final String NAME = "kindtrail.sum";
    /** The engine writes what it begins with anew whenever it wrote anything: another head is another, later file. */
    private static final int HEAD = 8192;
    private static final int PART = 1 << 20;
    private static final int MOST_SECONDS_TO_CLOSE = 30;
    private static final Map<Path, Boolean> WHOLE = new ConcurrentHashMap<>();

    private final Path file;

    private FileSum(Path file) {
        this.file = file;
    }

    /** @param file {@code kindtrail.mv.db} in its folder */
    public static FileSum of(Path file) {
        return new FileSum(file.toAbsolutePath().normalize());
    }

    /** What is to be told of a damaged file. */
    public static String told(Path file) {
        return "The file of the database is damaged: " + file + " is not what was written there when the service stopped last."
                + " Nothing was opened or changed. Keep the file as it is, look whether the disk is sound, and restore the last"
                + " backup (scripts/restore). To open it all the same, remove " + NAME + " beside it and run scripts/verify first.";
    }

    /** What is to be told when the engine itself finds, at opening, that it cannot read the file. */
    static String unreadable(Path file) {
        return "The file of the database is damaged: the engine cannot read " + file + ". Stop the service if it still runs, keep the file as"
                + " it is, look whether the disk is sound, and restore the last backup (scripts/restore).";
    }

    /** Once for each process, before the file is opened: whether it may be. The sum is gone then, as it is of no use from here on. */
    synchronized boolean isWholeAtStart() {
        return WHOLE.computeIfAbsent(file, each -> {
            boolean whole = isWhole();
            if (whole) {
                forget();
                Runtime.getRuntime().addShutdownHook(new Thread(this::writeWhenClosed, "sum of the file"));
            }
            return whole;
        });
    }

    /** False when there is a sum of this very file, and the file has another. */
    public boolean isWhole() {
        try {
            if (!Files.isRegularFile(file) || !Files.isRegularFile(beside())) {
                return true;
            }
            String[] kept = Files.readString(beside()).strip().split(" ");
            return kept.length != 3
                    || !kept[0].equals(String.valueOf(Files.size(file)))
                    || !kept[1].equals(sum(HEAD))
                    || kept[2].equals(sum(Long.MAX_VALUE));
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Of a file that nobody has open. */
    public void write() {
        try {
            Files.writeString(beside(), Files.size(file) + " " + sum(HEAD) + " " + sum(Long.MAX_VALUE) + "\n");
            OwnersOnly.close(beside());
        } catch (IOException full) {
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(beside());
        } catch (IOException refused) {
            // It is of no use to the next start, which sees that the head is another.
        }
    }

    /** While the process ends: the pool closes the file meanwhile, and the engine lets go of its lock. */
    private void writeWhenClosed() {
        for (int waited = 0; waited < MOST_SECONDS_TO_CLOSE * 20; waited++) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    write();
                    return;
                }
            } catch (OverlappingFileLockException open) {
                // it is still open
            } catch (IOException gone) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private Path beside() {
        return file.resolveSibling(NAME);
    }

    private String sum(long length) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer part = ByteBuffer.allocateDirect(PART);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = 0; at < length; ) {
                part.clear().limit((int) Math.min(PART, length - at));
                int read = channel.read(part, at);
                if (read < 0) {
                    break;
                }
                sum.update(part.flip());
                at += read;
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
