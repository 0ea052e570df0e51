package org.kindtrail.workshop;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.stock.Shares;

/** The arithmetic of opening: what comes out of some of the kits that are still packed. */
final class Returning {
    /** So much of a lot is in the kits as a part. */
    record Held(int part, Long lot, long quantity) {}

    private Returning() {}

    /**
     * What comes out, part by part: each kit has all of its part, and which lots that is of follows from what is left of
     * them, by the largest remainder. The last opening returns all that is left, so that all together return exactly what
     * went in.
     *
     * @param left what is in the kits that are still packed
     * @param kits how many are opened, at most {@code packed}
     * @param packed how many are still packed
     */
    static List<Held> of(List<Held> left, long kits, long packed) {
        SortedMap<Integer, List<Held>> byPart = new TreeMap<>();
        left.forEach(held -> byPart.computeIfAbsent(held.part(), part -> new ArrayList<>()).add(held));
        List<Held> out = new ArrayList<>();
        for (Map.Entry<Integer, List<Held>> part : byPart.entrySet()) {
            List<Held> lots = part.getValue();
            long all = lots.stream().mapToLong(Held::quantity).sum();
            long[] divided = Shares.divide(
                    Math.multiplyExact(all / packed, kits),
                    lots.stream().map(held -> BigInteger.valueOf(held.quantity())).toList());
            for (int i = 0; i < divided.length; i++) {
                if (divided[i] > 0) {
                    out.add(new Held(part.getKey(), lots.get(i).lot(), divided[i]));
                }
            }
        }
        return out;
    }
}
