package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Raises all takers level by level as far as what there is allows: what they can get together is an integral polymatroid, so
 * giving each unit in the order of the levels, whenever it can still be given, is the best for that order, exactly.
 *
 * <p>It is not done unit by unit. A level in the middle is tried by one maximum flow; when not all can have it, the minimum
 * cut parts those who never get beyond it, with all that they can have, from those who do, with the rest; the two parts have
 * nothing to do with each other any more (decomposition after Fujishige and Groenevelt).
 */
final class Levelling {
    /**
     * Takers that end at the same level.
     *
     * @param end their units before it are all given, those after it are not, and of those at it as many as there is for;
     *     null: they get all that they want
     */
    record Part(Network network, Level end) {}

    private final List<? extends Ranked> takers;
    private final Network.Amount there;
    private final List<Part> parts = new ArrayList<>();

    private Levelling(List<? extends Ranked> takers, Network.Amount there) {
        this.takers = takers;
        this.there = there;
    }

    /** @param there how much each giver has */
    static List<Part> of(List<? extends Ranked> takers, Network network, Network.Amount there) {
        Levelling levelling = new Levelling(takers, there);
        Network.Short tooFew = network.shortOf(i -> takers.get(i).all(), there);
        levelling.satisfied(levelling.outside(network, tooFew));
        if (!tooFew.none()) {
            Network tight = network.part(tooFew.takers(), tooFew.givers());
            levelling.search(tight, null, levelling.last(tight));
        }
        return levelling.parts;
    }

    private void satisfied(Network network) {
        if (!network.takers().isEmpty()) {
            parts.add(new Part(network, null));
        }
    }

    /** Those whom no shortage touches, and all that the others cannot have. */
    private Network outside(Network network, Network.Short tooFew) {
        return tooFew.none()
                ? network
                : network.part(
                        without(network.takers(), tooFew.takers()), without(network.givers(), tooFew.givers()));
    }

    /**
     * @param low units up to it can all be given; null: nothing is known
     * @param high nobody gets anything beyond it
     */
    private void search(Network network, Level low, Level high) {
        if (network.takers().isEmpty()) {
            return;
        }
        Level middle = between(network, low, high);
        if (middle == null) {
            parts.add(new Part(network, high));
            return;
        }
        Network.Short tooFew = network.shortOf(i -> takers.get(i).upTo(middle), there);
        search(network.part(tooFew.takers(), tooFew.givers()), low, middle);
        search(outside(network, tooFew), middle, high);
    }

    private static List<Integer> without(List<Integer> all, List<Integer> some) {
        Set<Integer> gone = new HashSet<>(some);
        return all.stream().filter(each -> !gone.contains(each)).toList();
    }

    private Level last(Network network) {
        return network.takers().stream()
                .map(takers::get)
                .filter(each -> each.all() > 0)
                .map(each -> each.of(each.all() - 1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private record Middle(Level level, long units) {}

    /**
     * A level after {@code low} and before {@code high} at which units stand, with about as many units before as after it: the
     * weighted median of the takers' own middles. Null when there is none.
     */
    private Level between(Network network, Level low, Level high) {
        List<Middle> middles = new ArrayList<>();
        long units = 0;
        for (int number : network.takers()) {
            Ranked taker = takers.get(number);
            long first = low == null ? 0 : taker.upTo(low);
            long end = taker.before(high);
            if (end > first) {
                middles.add(new Middle(taker.of(first + (end - first - 1) / 2), end - first));
                units += end - first;
            }
        }
        middles.sort(Comparator.comparing(Middle::level));
        long passed = 0;
        for (Middle each : middles) {
            passed += each.units();
            if (2 * passed >= units) {
                return each.level();
            }
        }
        return null;
    }
}
