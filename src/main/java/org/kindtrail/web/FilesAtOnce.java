package org.kindtrail.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many files of lists are being written for whom, on this node: nobody fills it with theirs. */
@ApplicationScoped
class FilesAtOnce {
    /** For one person. */
    static final int MOST = 2;

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /** @throws TooManyFiles when as many are under way as may be */
    void begin(String asker) {
        underWay.merge(asker, 1, (now, one) -> {
            if (now >= MOST) {
                throw new TooManyFiles(MOST);
            }
            return now + one;
        });
    }

    void end(String asker) {
        underWay.computeIfPresent(asker, (who, now) -> now > 1 ? now - 1 : null);
    }
}
