package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Shares stock out among wishes, by these criteria in this order: urgency; the smallest share met is raised first, and of equal
 * ones that of the recipient of whose wishes less is met; what expires soonest and then what is oldest goes first; what was
 * asked for before what will do; few places to pick from; whole boxes. The same wishes and stock give the same plan.
 *
 * <p>It knows no database and no words: wishes, kinds and piles are numbered by whoever asks.
 */
final class Matching {
    private final List<Wish> wishes;
    private final List<Kind> kinds;
    private final List<Pile> piles;
    private final List<Ages> ages = new ArrayList<>();
    private final Walk walk;
    private final Map<Integer, List<Walk.Share>> sharesOfNeeds = new TreeMap<>();

    private Matching(List<Wish> wishes, List<Kind> kinds, List<Pile> piles) {
        this.wishes = wishes;
        this.kinds = kinds;
        this.piles = piles;
        this.walk = new Walk(kinds.size(), piles);
    }

    /**
     * @param wishes those that come first among equals at the head: by the numbers of their needs
     * @param piles by age; among equals in the order in which they are to be taken
     * @return who gets what, need by need
     */
    static List<Pick> plan(List<Wish> wishes, List<Kind> kinds, List<Pile> piles) {
        return new Matching(wishes, kinds, piles).plan();
    }

    private List<Pick> plan() {
        kinds.forEach(kind -> ages.add(new Ages()));
        piles.forEach(pile -> ages.get(pile.kind()).add(pile.age(), pile.quantity()));
        long[] there = ages.stream().mapToLong(Ages::all).toArray();
        List<Levelling.Part> parts = Levelling.of(wishes, network(), kind -> there[kind]);
        long[] given = Turns.of(wishes, there, parts);
        parts.forEach(part -> oldest(part.network().turned(), given));
        sharesOfNeeds.values().forEach(shares -> {
            shares.sort(Comparator.comparingInt(Walk.Share::wish).thenComparingInt(Walk.Share::kind));
            walk.serve(shares);
        });
        return walk.picks();
    }

    private Network network() {
        List<List<Integer>> kindsOf = new ArrayList<>();
        wishes.forEach(wish -> kindsOf.add(new ArrayList<>()));
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int wish : kinds.get(kind).wishes()) {
                kindsOf.get(wish).add(kind);
            }
        }
        return new Network(numbers(wishes.size()), numbers(kinds.size()), kindsOf);
    }

    private static List<Integer> numbers(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    /** Of a part where it stands who gets how much: which kinds, and how old. */
    private void oldest(Network turned, long[] given) {
        for (Levelling.Part part : Levelling.of(ages, turned, wish -> given[wish])) {
            Level end = part.end();
            List<Network.Carried> carried = part.network().carry(
                    kind -> end == null ? ages.get(kind).all() : ages.get(kind).before(end),
                    kind -> end == null ? 0 : ages.get(kind).upTo(end) - ages.get(kind).before(end),
                    wish -> given[wish],
                    (kind, wish) -> isSubstitute(kinds.get(kind), wish));
            long[] used = new long[kinds.size()];
            for (Network.Carried each : carried) {
                used[each.taker()] += each.amount();
                sharesOfNeeds
                        .computeIfAbsent(wishes.get(each.giver()).need(), unknown -> new ArrayList<>())
                        .add(new Walk.Share(each.giver(), each.taker(), each.amount()));
            }
            if (end != null) {
                part.network().takers().forEach(kind ->
                        walk.limit(kind, end.step(), used[kind] - ages.get(kind).before(end)));
            }
        }
    }

    private static boolean isSubstitute(Kind kind, int wish) {
        return kind.substitute().get(java.util.Collections.binarySearch(kind.wishes(), wish));
    }
}
