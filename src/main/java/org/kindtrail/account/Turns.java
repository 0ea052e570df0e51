package org.kindtrail.account;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kindtrail.kernel.TooManyAttempts;

/** Lets those who try the same thing in on this node one after another, so that each sees what became of the one before. */
final class Turns {
    private static final int STRIPES = 1024;
    private static final long PATIENCE_SECONDS = 3;

    private final List<ReentrantLock> locks =
            IntStream.range(0, STRIPES).mapToObj(each -> new ReentrantLock(true)).toList();

    /** @throws TooManyAttempts when so many come that the turn does not */
    <T> T take(List<String> names, Supplier<T> work) {
        // always in the same order, so that no two wait for each other
        List<ReentrantLock> needed = names.stream()
                .map(name -> Math.floorMod(name.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .map(locks::get)
                .toList();
        int held = 0;
        try {
            for (ReentrantLock lock : needed) {
                if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new TooManyAttempts(PATIENCE_SECONDS);
                }
                held++;
            }
            return work.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE_SECONDS);
        } finally {
            needed.subList(0, held).forEach(ReentrantLock::unlock);
        }
    }
}
