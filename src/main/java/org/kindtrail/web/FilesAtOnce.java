package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.kindtrail.kernel.Outage;
import org.kindtrail.kernel.Unavailable;

/** How many files of lists are being written for whom, on this node: nobody fills it with theirs. */
@ApplicationScoped
class FilesAtOnce {
    /** For one person. */
    static final int MOST = 2;

    /** For all: a file holds a thread and a connection until its reader has taken it, and others have work to do, too. */
    static final int MOST_HERE = 8;

    private final Semaphore places = new Semaphore(MOST_HERE);
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /**
     * @throws TooManyFiles when as many are under way for the asker as may be
     * @throws Unavailable when as many are under way for all
     */
    void begin(String asker) {
        if (!places.tryAcquire()) {
            throw new Unavailable(Outage.TOO_MUCH);
        }
        try {
            count(asker);
        } catch (TooManyFiles refused) {
            places.release();
            throw refused;
        }
    }

    private void count(String asker) {
        underWay.merge(asker, 1, (now, one) -> {
            if (now >= MOST) {
                throw new TooManyFiles(MOST);
            }
            return now + one;
        });
    }

    void end(String asker) {
        places.release();
        underWay.computeIfPresent(asker, (who, now) -> now > 1 ? now - 1 : null);
    }
}
