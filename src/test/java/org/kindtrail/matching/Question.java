package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Wishes and stock for tests, drawn by a seed. */
record Question(List<Wish> wishes, List<Kind> kinds, List<Pile> piles) {
    List<Pick> plan() {
        return Matching.plan(wishes, kinds, piles);
    }

    long[] given(List<Pick> picks) {
        long[] given = new long[wishes.size()];
        picks.forEach(pick -> given[pick.wish()] += pick.quantity());
        return given;
    }

    boolean fits(int wish, int pile) {
        return kinds.get(piles.get(pile).kind()).wishes().contains(wish);
    }

    /** Needs of one or two lines, kinds that fit some of them, piles of a few. */
    static Question small(long seed) {
        Random random = new Random(seed);
        int many = 1 + random.nextInt(4);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            long asked = 1 + random.nextInt(4);
            long met = random.nextInt((int) asked);
            long missing = asked - met;
            wishes.add(new Wish(random.nextInt(10) < 7 ? 1 : random.nextInt(3), random.nextInt(2), i, met, asked, missing));
        }
        List<Kind> kinds = new ArrayList<>();
        List<Pile> piles = new ArrayList<>();
        int different = 1 + random.nextInt(3);
        for (int kind = 0; kind < different; kind++) {
            List<Integer> fits = IntStream.range(0, many).filter(i -> random.nextInt(3) > 0).boxed().toList();
            kinds.add(new Kind(fits, fits.stream().map(i -> random.nextInt(3) == 0).toList()));
        }
        int heaps = 1 + random.nextInt(4);
        int[] ages = random.ints(heaps, 0, 3).sorted().toArray();
        for (int age : ages) {
            piles.add(new Pile(random.nextInt(different), age, random.nextInt(3), random.nextBoolean(), 1 + random.nextInt(2)));
        }
        return new Question(wishes, kinds, piles);
    }

    /** Like an organisation in winter: needs of seven or eight lines, and not enough of anything. */
    static Question large(long seed, int needs, int lots, int places) {
        Random random = new Random(seed);
        int items = 40;
        int sizes = 6;
        List<Wish> wishes = new ArrayList<>();
        List<List<Integer>> fits = new ArrayList<>();
        List<List<Boolean>> second = new ArrayList<>();
        for (int kind = 0; kind < items * sizes; kind++) {
            fits.add(new ArrayList<>());
            second.add(new ArrayList<>());
        }
        for (int need = 0; need < needs; need++) {
            int urgency = need * 10 < needs ? 0 : need * 10 < needs * 3 ? 1 : 2;
            int recipient = random.nextInt(Math.max(1, needs / 2));
            for (int line = 7 + need % 2; line > 0; line--) {
                long asked = 5 + random.nextInt(200);
                long met = random.nextInt(4) == 0 ? random.nextInt((int) asked) : 0;
                int item = random.nextInt(items);
                int from = random.nextInt(sizes);
                int to = Math.min(sizes, from + 1 + random.nextInt(4));
                int number = wishes.size();
                wishes.add(new Wish(urgency, recipient, need, met, asked, asked - met));
                boolean category = random.nextInt(6) == 0;
                for (int each = category ? item / 5 * 5 : item; each < (category ? item / 5 * 5 + 5 : item + 1); each++) {
                    for (int size = from; size < to; size++) {
                        fits.get(each * sizes + size).add(number);
                        second.get(each * sizes + size).add(false);
                    }
                }
                if (!category && random.nextInt(5) == 0 && item + 1 < items) {
                    for (int size = from; size < to; size++) {
                        fits.get((item + 1) * sizes + size).add(number);
                        second.get((item + 1) * sizes + size).add(true);
                    }
                }
            }
        }
        List<Kind> kinds = IntStream.range(0, items * sizes).mapToObj(i -> new Kind(fits.get(i), second.get(i))).toList();
        int[] ages = random.ints(lots, 0, 24).sorted().toArray();
        List<Pile> piles = Arrays.stream(ages)
                .mapToObj(age -> {
                    // Some kinds are plentiful, most are not.
                    int kind = Math.min(random.nextInt(items * sizes), random.nextInt(items * sizes));
                    int place = random.nextInt(places);
                    return new Pile(kind, age, place, place % 2 == 0, 1 + random.nextInt(6));
                })
                .toList();
        return new Question(wishes, kinds, piles);
    }
}
