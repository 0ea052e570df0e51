package org.kindtrail.workshop;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of packing. Parts may have alternatives, and the same thing may do for several parts; how many kits there
 * can be is what Hall's condition says over all sets of parts: what may go into the parts of a set is at least what they
 * need together. It is exact, and whatever it promises can be chosen.
 */
final class Packing {
    /**
     * What lies in the house.
     *
     * @param size null: sizes make no difference for this item, or it has none
     */
    record Ware(Long item, String size) {}

    /**
     * What will do for a part.
     *
     * @param size null: any
     */
    record Choice(Long item, String size) {
        boolean fits(Ware ware) {
            return item.equals(ware.item()) && (size == null || size.equals(ware.size()));
        }
    }

    /** A part of one kit; what is taken first stands at the head. */
    record Part(long quantity, List<Choice> choices) {
        boolean fits(Ware ware) {
            return choices.stream().anyMatch(choice -> choice.fits(ware));
        }
    }

    /** So much of a thing goes into a part, by its index. */
    record Take(int part, Ware ware, long quantity) {}

    private final List<Part> parts;
    private final int sets;

    Packing(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.sets = 1 << parts.size();
    }

    /** Whether the sizes of the item are told apart by any part. */
    boolean tellsSizes(Long item) {
        return parts.stream()
                .flatMap(part -> part.choices().stream())
                .anyMatch(choice -> choice.item().equals(item) && choice.size() != null);
    }

    Ware ware(Long item, String size) {
        return new Ware(item, tellsSizes(item) ? size : null);
    }

    /** The most kits that can be packed. */
    long possible(Map<Ware, Long> free) {
        long[] supply = supply(free);
        int scarcest = scarcestSet(supply);
        return supply[scarcest] / needed(scarcest);
    }

    /** What is there that will do for the part, by its index. */
    long free(int part, Map<Ware, Long> free) {
        return supply(free)[1 << part];
    }

    /** The parts (by index) of which there is least: one, or several that share what there is. */
    List<Integer> scarcest(Map<Ware, Long> free) {
        int scarcest = scarcestSet(supply(free));
        List<Integer> indexes = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if ((scarcest >> part & 1) == 1) {
                indexes.add(part);
            }
        }
        return indexes;
    }

    private int scarcestSet(long[] supply) {
        int scarcest = 1;
        for (int set = 2; set < sets; set++) {
            int compared = BigInteger.valueOf(supply[set])
                    .multiply(BigInteger.valueOf(needed(scarcest)))
                    .compareTo(BigInteger.valueOf(supply[scarcest]).multiply(BigInteger.valueOf(needed(set))));
            if (compared < 0 || compared == 0 && Integer.bitCount(set) < Integer.bitCount(scarcest)) {
                scarcest = set;
            }
        }
        return scarcest;
    }

    /** What one kit needs for the parts of the set. */
    private long needed(int set) {
        long needed = 0;
        for (int part = 0; part < parts.size(); part++) {
            if ((set >> part & 1) == 1) {
                needed += parts.get(part).quantity();
            }
        }
        return needed;
    }

    /**
     * How much is missing of each part, when as much as can be is packed.
     *
     * @param kits at most a thousand million
     */
    long[] missing(Map<Ware, Long> free, long kits) {
        long[] supply = supply(free);
        long[] granted = new long[parts.size()];
        long[] missing = new long[parts.size()];
        for (int part = 0; part < parts.size(); part++) {
            long most = Math.multiplyExact(parts.get(part).quantity(), kits);
            long can = most;
            // Of the sets in which this part is the last: what the others were granted is theirs.
            for (int set = 1 << part; set < 1 << (part + 1); set++) {
                long others = 0;
                for (int other = 0; other < part; other++) {
                    others += (set >> other & 1) == 1 ? granted[other] : 0;
                }
                can = Math.min(can, supply[set] - others);
            }
            granted[part] = can;
            missing[part] = most - can;
        }
        return missing;
    }

    /**
     * What goes into which part: of each the preferred as far as the others can still be filled.
     *
     * @param free what is there, in the order in which it is taken
     * @param kits no more than {@link #possible}
     */
    List<Take> choose(Map<Ware, Long> free, long kits) {
        long[] supply = supply(free);
        long[] demand = new long[sets];
        for (int set = 1; set < sets; set++) {
            demand[set] = Math.multiplyExact(needed(set), kits);
        }
        List<Take> taken = new ArrayList<>();
        Map<Ware, Long> left = new LinkedHashMap<>(free);
        for (int part = 0; part < parts.size(); part++) {
            for (Choice choice : parts.get(part).choices()) {
                for (Ware ware : free.keySet()) {
                    long quantity = choice.fits(ware) ? most(part, ware, left.get(ware), supply, demand) : 0;
                    if (quantity > 0) {
                        taken.add(new Take(part, ware, quantity));
                        left.merge(ware, -quantity, Long::sum);
                        take(part, ware, quantity, supply, demand);
                    }
                }
            }
        }
        return taken;
    }

    /** The most of the ware that can go into the part so that all other parts can still be filled. */
    private long most(int part, Ware ware, long left, long[] supply, long[] demand) {
        long most = Math.min(left, demand[1 << part]);
        int serves = serves(ware);
        for (int set = 1; set < sets; set++) {
            if ((set >> part & 1) == 0 && (set & serves) != 0) {
                most = Math.min(most, supply[set] - demand[set]);
            }
        }
        return most;
    }

    private void take(int part, Ware ware, long quantity, long[] supply, long[] demand) {
        int serves = serves(ware);
        for (int set = 1; set < sets; set++) {
            if ((set & serves) != 0) {
                supply[set] -= quantity;
            }
            if ((set >> part & 1) == 1) {
                demand[set] -= quantity;
            }
        }
    }

    /** The set of the parts for which the ware will do. */
    private int serves(Ware ware) {
        int serves = 0;
        for (int part = 0; part < parts.size(); part++) {
            serves |= parts.get(part).fits(ware) ? 1 << part : 0;
        }
        return serves;
    }

    /** For every set of parts: how much there is that will do for any of them. */
    private long[] supply(Map<Ware, Long> free) {
        long[] supply = new long[sets];
        free.forEach((ware, quantity) -> {
            int serves = serves(ware);
            for (int set = 1; set < sets; set++) {
                supply[set] += (set & serves) != 0 ? quantity : 0;
            }
        });
        return supply;
    }
}
