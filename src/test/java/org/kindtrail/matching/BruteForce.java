package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at every way to share small stock out, and says what the best is by the words of the criteria, without any theory. */
final class BruteForce {
    private final Question question;
    private final List<long[]> ways = new ArrayList<>();
    private final Set<List<Long>> reachable = new HashSet<>();

    /** For every pile how much of it each wish gets. */
    BruteForce(Question question) {
        this.question = question;
        fill(new long[question.piles().size() * question.wishes().size()], 0, 0);
    }

    private void fill(long[] way, int pile, int wish) {
        int wishes = question.wishes().size();
        if (pile == question.piles().size()) {
            ways.add(way.clone());
            List<Long> given = new ArrayList<>();
            Arrays.stream(given(way)).forEach(given::add);
            reachable.add(given);
            return;
        }
        if (wish == wishes) {
            fill(way, pile + 1, 0);
            return;
        }
        long left = question.piles().get(pile).quantity();
        for (int i = 0; i < wish; i++) {
            left -= way[pile * wishes + i];
        }
        long open = question.wishes().get(wish).missing() - given(way)[wish];
        long most = question.fits(wish, pile) ? Math.min(left, open) : 0;
        for (long some = 0; some <= most; some++) {
            way[pile * wishes + wish] = some;
            fill(way, pile, wish + 1);
        }
        way[pile * wishes + wish] = 0;
    }

    private long[] given(long[] way) {
        long[] given = new long[question.wishes().size()];
        for (int i = 0; i < way.length; i++) {
            given[i % given.length] += way[i];
        }
        return given;
    }

    /** The levels of all units that are given, the first at the head. */
    static List<Level> levels(Question question, long[] given) {
        List<Level> levels = new ArrayList<>();
        for (int wish = 0; wish < given.length; wish++) {
            for (long unit = 0; unit < given[wish]; unit++) {
                levels.add(question.wishes().get(wish).of(unit));
            }
        }
        Collections.sort(levels);
        return levels;
    }

    /** Negative when the one is better: it gives a unit at an earlier level, or all that the other gives and more. */
    static <T extends Comparable<T>> int better(List<T> one, List<T> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(other.size(), one.size());
    }

    /** The best levels of all. */
    List<Level> bestLevels() {
        return reachable.stream()
                .map(given -> levels(question, given.stream().mapToLong(Long::longValue).toArray()))
                .min(BruteForce::better)
                .orElseThrow();
    }

    /** Unit by unit: always the wish whose turn it is and that can still get one. */
    long[] unitByUnit() {
        long[] given = new long[question.wishes().size()];
        while (true) {
            int best = -1;
            for (int wish = 0; wish < given.length; wish++) {
                if (given[wish] < question.wishes().get(wish).missing() && can(given, wish) && (best < 0 || before(given, wish, best))) {
                    best = wish;
                }
            }
            if (best < 0) {
                return given;
            }
            given[best]++;
        }
    }

    private boolean can(long[] given, int wish) {
        List<Long> more = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            more.add(given[i] + (i == wish ? 1 : 0));
        }
        return reachable.contains(more);
    }

    private boolean before(long[] given, int one, int other) {
        int level = question.wishes().get(one).of(given[one]).compareTo(question.wishes().get(other).of(given[other]));
        if (level != 0) {
            return level < 0;
        }
        long[] mine = share(given, question.wishes().get(one).recipient());
        long[] theirs = share(given, question.wishes().get(other).recipient());
        int shares = Long.compare(mine[0] * theirs[1], theirs[0] * mine[1]);
        return shares != 0 ? shares < 0 : one < other;
    }

    private long[] share(long[] given, int recipient) {
        long has = 0;
        long asked = 0;
        for (int i = 0; i < given.length; i++) {
            Wish wish = question.wishes().get(i);
            if (wish.recipient() == recipient) {
                has += wish.met() + given[i];
                asked += wish.asked();
            }
        }
        return new long[] {has, asked};
    }

    /** The ages of all units that are taken, what is to be given first at the head. */
    List<Integer> bestAges(long[] given) {
        return ways.stream()
                .filter(way -> Arrays.equals(given(way), given))
                .map(this::ages)
                .min(BruteForce::better)
                .orElseThrow();
    }

    private List<Integer> ages(long[] way) {
        List<Integer> ages = new ArrayList<>();
        for (int i = 0; i < way.length; i++) {
            ages.addAll(Collections.nCopies((int) way[i], question.piles().get(i / question.wishes().size()).age()));
        }
        Collections.sort(ages);
        return ages;
    }

    /** The fewest substitutes that go with these wishes and ages. */
    long fewestSubstitutes(long[] given, List<Integer> ages) {
        return ways.stream()
                .filter(way -> Arrays.equals(given(way), given) && ages(way).equals(ages))
                .mapToLong(this::substitutes)
                .min()
                .orElseThrow();
    }

    private long substitutes(long[] way) {
        long substitutes = 0;
        for (int i = 0; i < way.length; i++) {
            Kind kind = question.kinds().get(question.piles().get(i / question.wishes().size()).kind());
            int wish = i % question.wishes().size();
            if (way[i] > 0 && kind.substitute().get(kind.wishes().indexOf(wish))) {
                substitutes += way[i];
            }
        }
        return substitutes;
    }
}
