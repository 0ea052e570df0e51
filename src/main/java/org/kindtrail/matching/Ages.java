package org.kindtrail.matching;

import java.util.Map;
import java.util.TreeMap;

/** What there is of a kind, unit by unit, what is to be given first at the head. */
final class Ages implements Ranked {
    private final TreeMap<Integer, Long> upTo = new TreeMap<>();
    private long all;

    /** Piles are added in the order of their ages. */
    void add(int age, long quantity) {
        all += quantity;
        upTo.put(age, all);
    }

    @Override
    public long all() {
        return all;
    }

    @Override
    public long upTo(Level level) {
        Map.Entry<Integer, Long> last = upTo.floorEntry(level.step());
        return last == null ? 0 : last.getValue();
    }

    @Override
    public Level of(long unit) {
        for (Map.Entry<Integer, Long> each : upTo.entrySet()) {
            if (unit < each.getValue()) {
                return new Level(each.getKey(), 0, 1);
            }
        }
        throw new IllegalArgumentException("there are only " + all);
    }
}
