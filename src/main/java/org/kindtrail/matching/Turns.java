package org.kindtrail.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides between wishes that stand at the same level when not all of them can get one more: the recipient of whose wishes the
 * smaller share is met goes first, then the need that is wanted sooner, then the older one. Each unit that is given counts for
 * the recipient at once. That is done one by one in meaning, but many are tried together, because an attempt is a maximum flow.
 */
final class Turns {
    private final List<Wish> wishes;
    private final long[] there;
    private final long[] given;
    /** For each wish the part in which it ends. */
    private final Levelling.Part[] endsIn;

    private Turns(List<Wish> wishes, long[] there, List<Levelling.Part> parts) {
        this.wishes = wishes;
        this.there = there;
        this.given = new long[wishes.size()];
        this.endsIn = new Levelling.Part[wishes.size()];
        for (Levelling.Part part : parts) {
            part.network().takers().forEach(wish -> endsIn[wish] = part);
        }
    }

    /**
     * How many each wish gets.
     *
     * @param there how much there is of each kind
     */
    static long[] of(List<Wish> wishes, long[] there, List<Levelling.Part> parts) {
        Turns turns = new Turns(wishes, there, parts);
        TreeSet<Level> ends = new TreeSet<>();
        for (Levelling.Part part : parts) {
            if (part.end() == null) {
                part.network().takers().forEach(wish -> turns.given[wish] = wishes.get(wish).all());
            } else {
                ends.add(part.end());
            }
        }
        ends.forEach(level -> turns.at(level, parts));
        return turns.given;
    }

    private boolean ends(int wish, Level level) {
        return endsIn[wish].end() != null && endsIn[wish].end().compareTo(level) == 0;
    }

    private void at(Level level, List<Levelling.Part> parts) {
        Shares shares = new Shares(wishes);
        List<Integer> open = new ArrayList<>();
        for (int wish = 0; wish < given.length; wish++) {
            Level end = endsIn[wish] == null ? null : endsIn[wish].end();
            boolean settled = endsIn[wish] == null || end != null && end.compareTo(level) < 0;
            long has = settled ? given[wish] : wishes.get(wish).before(level);
            shares.add(wish, has);
            if (!settled && wishes.get(wish).upTo(level) > has) {
                open.add(wish);
            }
            if (!settled && end != null) {
                given[wish] = has;
            }
        }
        List<Network> ending = parts.stream()
                .filter(part -> part.end() != null && part.end().compareTo(level) == 0)
                .map(Levelling.Part::network)
                .toList();
        give(open, level, shares, ending);
    }

    /** One more to each of them as far as it goes, in their turn. */
    private void give(List<Integer> waiting, Level level, Shares shares, List<Network> ending) {
        Set<Integer> open = new TreeSet<>(waiting);
        int many = open.size();
        while (!open.isEmpty()) {
            List<Integer> next = shares.next(open, many);
            Set<Integer> tried = new HashSet<>();
            next.stream().filter(wish -> ends(wish, level)).forEach(tried::add);
            Network.Short tooFew = shortOf(tried, ending);
            if (tooFew.none()) {
                tried.forEach(wish -> given[wish]++);
                next.forEach(wish -> shares.add(wish, 1));
                next.forEach(open::remove);
                many = 2 * many;
            } else if (next.size() > 1) {
                many = next.size() / 2;
            } else {
                // It alone is too much for those in its way, so none of them can get any more either.
                tooFew.takers().forEach(open::remove);
                many = open.size();
            }
        }
    }

    private Network.Short shortOf(Set<Integer> tried, List<Network> ending) {
        for (Network network : ending) {
            if (network.takers().stream().anyMatch(tried::contains)) {
                Network.Short tooFew = network.shortOf(
                        wish -> tried.contains(wish) ? given[wish] + 1 : given[wish], kind -> there[kind]);
                if (!tooFew.none()) {
                    return tooFew;
                }
            }
        }
        return new Network.Short(List.of(), List.of());
    }

    /** How much of all that they ask for the recipients have. */
    private static final class Shares {
        private final List<Wish> wishes;
        private final long[] has;
        private final long[] asked;

        Shares(List<Wish> wishes) {
            this.wishes = wishes;
            int recipients = wishes.stream().mapToInt(Wish::recipient).max().orElse(-1) + 1;
            has = new long[recipients];
            asked = new long[recipients];
            for (Wish wish : wishes) {
                has[wish.recipient()] += wish.met();
                asked[wish.recipient()] += wish.asked();
            }
        }

        void add(int wish, long some) {
            has[wishes.get(wish).recipient()] += some;
        }

        /** A recipient in the queue with what it would have by then. */
        private record Waiting(int recipient, long has, long asked, int first) {
            static int compare(Waiting one, Waiting other) {
                int high = Long.compare(
                        Math.multiplyHigh(one.has, other.asked), Math.multiplyHigh(other.has, one.asked));
                int low = Long.compareUnsigned(one.has * other.asked, other.has * one.asked);
                return high != 0 ? high : low != 0 ? low : Integer.compare(one.first, other.first);
            }
        }

        /** The next of them, each of whom counts as served when it is asked who comes after it. */
        List<Integer> next(Set<Integer> open, int many) {
            Map<Integer, Deque<Integer>> lines = new HashMap<>();
            open.forEach(wish ->
                    lines.computeIfAbsent(wishes.get(wish).recipient(), unknown -> new ArrayDeque<>()).add(wish));
            TreeSet<Waiting> queue = new TreeSet<>(Waiting::compare);
            lines.forEach((recipient, line) ->
                    queue.add(new Waiting(recipient, has[recipient], asked[recipient], line.peek())));
            List<Integer> next = new ArrayList<>();
            while (!queue.isEmpty() && next.size() < many) {
                Waiting served = queue.pollFirst();
                Deque<Integer> line = lines.get(served.recipient());
                next.add(line.poll());
                if (!line.isEmpty()) {
                    queue.add(new Waiting(served.recipient(), served.has() + 1, served.asked(), line.peek()));
                }
            }
            return next;
        }
    }
}
