package org.kindtrail.kernel;

import java.util.function.Supplier;

/**
 * Whether what this thread reads may come from the replica of the database, which is a little behind. What nobody allowed, and
 * every write, goes to the primary. Until when the replica is known to be near enough is told by whoever watches it; without a
 * replica that is never.
 */
public final class ReplicaReads {
    private static final ThreadLocal<boolean[]> ALLOWED = new ThreadLocal<>();

    private static volatile boolean set;
    private static volatile boolean known;
    private static volatile long until;

    private ReplicaReads() {}

    /** Whether there is a replica in this installation. */
    public static void set(boolean there) {
        set = there;
    }

    public static boolean isSet() {
        return set;
    }

    /** @param nanoTime as of {@link System#nanoTime}: until then nothing that it says is older than the bound */
    public static void nearUntil(long nanoTime) {
        until = nanoTime;
        known = true;
    }

    /** It does not answer: it is left alone until it is seen again. */
    public static void away() {
        known = false;
    }

    /** Whether it is there and near enough now. */
    public static boolean isNear() {
        return set && known && System.nanoTime() - until < 0;
    }

    /** Whether the next statement of this thread goes to the replica. */
    public static boolean isNext() {
        return set && ALLOWED.get() != null && isNear();
    }

    /** From now on this thread is allowed to read there, until {@link #end}. */
    public static void begin() {
        ALLOWED.set(new boolean[1]);
    }

    /** @return whether a statement of this thread went there since {@link #begin} */
    public static boolean end() {
        boolean[] used = ALLOWED.get();
        ALLOWED.remove();
        return used != null && used[0];
    }

    /** A statement of this thread goes there. */
    public static void used() {
        boolean[] allowed = ALLOWED.get();
        if (allowed != null) {
            allowed[0] = true;
        }
    }

    /** What this thread does in there goes to the primary. */
    public static <T> T atPrimary(Supplier<T> work) {
        boolean[] before = set ? ALLOWED.get() : null;
        if (before == null) {
            return work.get();
        }
        ALLOWED.remove();
        try {
            return work.get();
        } finally {
            ALLOWED.set(before);
        }
    }

    /** What the replica does not know may have come in this moment: the rest of what this thread reads comes from the primary. */
    public static boolean leave() {
        if (!set || ALLOWED.get() == null) {
            return false;
        }
        ALLOWED.remove();
        return true;
    }
}
