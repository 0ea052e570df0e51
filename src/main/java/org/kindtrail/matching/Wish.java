package org.kindtrail.matching;

/**
 * A line of a need as matching sees it. Its units rank by urgency, then by the share of the line that is met before each.
 *
 * @param urgency 0 comes first
 * @param recipient number of the recipient, from 0
 * @param need number of the need, from 0, in the order in which equals are served: wanted sooner, then older
 * @param met how many it has: promised, on the way or arrived
 * @param asked how many it asks for, 1 to 10^9
 * @param missing how many it can still get
 */
record Wish(int urgency, int recipient, int need, long met, long asked, long missing) implements Ranked {
    @Override
    public long all() {
        return missing;
    }

    @Override
    public long upTo(Level level) {
        if (urgency != level.step()) {
            return urgency < level.step() ? missing : 0;
        }
        // The units n with (met + n) / asked at most part / whole.
        long last = Math.floorDiv(level.part() * asked, level.whole()) - met;
        return Math.max(0, Math.min(missing, last + 1));
    }

    @Override
    public Level of(long unit) {
        return new Level(urgency, met + unit, asked);
    }
}
