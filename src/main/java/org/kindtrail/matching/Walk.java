package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the lots and places, when it stands how many each wish gets of each kind and how old they are. Need after need goes to
 * the place that has the most of what it still lacks, so that there are few places to pick from; of equal ones to a box that is
 * emptied by it, then in walking order. That is a good choice, not a proven best one: to know the fewest places is a set cover.
 */
final class Walk {
    private static final class Rest {
        private final Pile pile;
        private final int number;
        private long left;

        Rest(Pile pile, int number) {
            this.pile = pile;
            this.number = number;
            this.left = pile.quantity();
        }
    }

    /** What of a kind may be taken: all that is older than an age, and some of that age. */
    private static final class Store {
        private final TreeMap<Integer, List<Rest>> byPlace = new TreeMap<>();
        private int last = Integer.MAX_VALUE;
        private long ofLast;

        long at(int place) {
            long older = 0;
            long oldEnough = 0;
            for (Rest rest : byPlace.getOrDefault(place, List.of())) {
                if (rest.pile.age() < last) {
                    older += rest.left;
                } else if (rest.pile.age() == last) {
                    oldEnough += rest.left;
                }
            }
            return older + Math.min(ofLast, oldEnough);
        }

        long of(Rest rest) {
            return rest.pile.age() < last ? rest.left : rest.pile.age() == last ? Math.min(ofLast, rest.left) : 0;
        }

        void take(Rest rest, long some) {
            rest.left -= some;
            if (rest.pile.age() == last) {
                ofLast -= some;
            }
        }
    }

    private final List<Store> stores = new ArrayList<>();
    private final Map<Integer, Long> leftAt = new HashMap<>();
    private final Map<Integer, Boolean> boxes = new HashMap<>();
    private final List<Pick> picks = new ArrayList<>();

    /** @param piles in the order of their ages */
    Walk(int kinds, List<Pile> piles) {
        for (int kind = 0; kind < kinds; kind++) {
            stores.add(new Store());
        }
        for (int number = 0; number < piles.size(); number++) {
            Pile pile = piles.get(number);
            stores.get(pile.kind()).byPlace
                    .computeIfAbsent(pile.place(), unknown -> new ArrayList<>())
                    .add(new Rest(pile, number));
            leftAt.merge(pile.place(), pile.quantity(), Long::sum);
            boxes.put(pile.place(), pile.box());
        }
    }

    /** Of the kind only what is older than the age is taken, and so much of that age. */
    void limit(int kind, int age, long some) {
        stores.get(kind).last = age;
        stores.get(kind).ofLast = some;
    }

    /** So much of a kind goes to a wish. */
    record Share(int wish, int kind, long quantity) {}

    /** @param need all that its wishes get, in their order */
    void serve(List<Share> need) {
        Map<Integer, Long> lacking = new TreeMap<>();
        need.forEach(share -> lacking.merge(share.kind(), share.quantity(), Long::sum));
        long[] open = need.stream().mapToLong(Share::quantity).toArray();
        while (!lacking.isEmpty()) {
            pickAt(best(lacking), need, open, lacking);
        }
    }

    private record Choice(int place, long serves, boolean empties) {}

    private int best(Map<Integer, Long> lacking) {
        TreeMap<Integer, Long> serves = new TreeMap<>();
        lacking.forEach((kind, much) -> {
            for (int place : stores.get(kind).byPlace.keySet()) {
                long some = Math.min(much, stores.get(kind).at(place));
                if (some > 0) {
                    serves.merge(place, some, Long::sum);
                }
            }
        });
        return serves.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue(), empties(each.getKey(), each.getValue())))
                .min(Comparator.comparingLong((Choice each) -> -each.serves())
                        .thenComparing(each -> !each.empties())
                        .thenComparingInt(Choice::place))
                .orElseThrow()
                .place();
    }

    private boolean empties(int place, long some) {
        return boxes.get(place) && leftAt.get(place) == some;
    }

    private void pickAt(int place, List<Share> need, long[] open, Map<Integer, Long> lacking) {
        for (int i = 0; i < open.length; i++) {
            Share share = need.get(i);
            Store store = stores.get(share.kind());
            for (Rest rest : open[i] > 0 ? store.byPlace.getOrDefault(place, List.of()) : List.<Rest>of()) {
                long some = Math.min(open[i], store.of(rest));
                if (some > 0) {
                    store.take(rest, some);
                    open[i] -= some;
                    leftAt.merge(place, -some, Long::sum);
                    lacking.computeIfPresent(share.kind(), (kind, much) -> much == some ? null : much - some);
                    picks.add(new Pick(share.wish(), rest.number, some));
                }
            }
        }
    }

    List<Pick> picks() {
        return picks;
    }
}
