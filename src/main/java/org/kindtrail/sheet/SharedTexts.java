package org.kindtrail.sheet;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Unavailable;

/**
 * The memory that open workbooks may take on this node for the texts they share: a quarter of the heap. Ordinary ones are read
 * beside each other; of those that need most of it, one at a time.
 */
final class SharedTexts {
    /** What a text takes in memory, as a multiple of what it takes in the file; the shortest ones decide. */
    private static final int IN_MEMORY = 5;

    private static final SharedTexts HERE = new SharedTexts(Runtime.getRuntime().maxMemory() / 4, 20);

    private final int most;
    private final int patience;
    private final Semaphore places;

    /** @param patience how many seconds somebody waits for others to be done */
    SharedTexts(long most, int patience) {
        this.most = Math.max(1, (int) (most >> 20));
        this.patience = patience;
        this.places = new Semaphore(this.most, true);
    }

    static SharedTexts here() {
        return HERE;
    }

    /**
     * @param bytes the shared texts, as they stand in the file
     * @return what is to be given back
     * @throws Unavailable when others have not given back enough in time
     */
    int take(long bytes) {
        int wanted = (int) Math.min(most, 1 + (bytes * IN_MEMORY >> 20));
        try {
            if (!places.tryAcquire(wanted, patience, TimeUnit.SECONDS)) {
                throw new Unavailable(Outage.TOO_MUCH);
            }
            return wanted;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Outage.TOO_MUCH);
        }
    }

    void giveBack(int taken) {
        places.release(taken);
    }
}
