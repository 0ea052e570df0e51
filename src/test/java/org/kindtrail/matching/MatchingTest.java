package org.kindtrail.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan against every other plan there is, and against the way people did it. */
@Tag("once")
class MatchingTest {
    private static final int SMALL_CASES = 4000;
    private static final int MIDDLE_CASES = 60;

    private static List<Integer> ages(Question question, List<Pick> picks) {
        List<Integer> ages = new ArrayList<>();
        picks.forEach(pick -> ages.addAll(
                Collections.nCopies((int) pick.quantity(), question.piles().get(pick.pile()).age())));
        Collections.sort(ages);
        return ages;
    }

    private static long substitutes(Question question, List<Pick> picks) {
        return picks.stream()
                .filter(pick -> {
                    Kind kind = question.kinds().get(question.piles().get(pick.pile()).kind());
                    return kind.substitute().get(kind.wishes().indexOf(pick.wish()));
                })
                .mapToLong(Pick::quantity)
                .sum();
    }

    private static void mustBePossible(Question question, List<Pick> picks) {
        long[] taken = new long[question.piles().size()];
        long[] given = question.given(picks);
        for (Pick pick : picks) {
            taken[pick.pile()] += pick.quantity();
            assertThat(pick.quantity()).isPositive();
            assertThat(question.fits(pick.wish(), pick.pile())).isTrue();
        }
        for (int pile = 0; pile < taken.length; pile++) {
            assertThat(taken[pile]).isLessThanOrEqualTo(question.piles().get(pile).quantity());
        }
        for (int wish = 0; wish < given.length; wish++) {
            assertThat(given[wish]).isLessThanOrEqualTo(question.wishes().get(wish).missing());
        }
    }

    @Test
    void noOtherPlanIsBetterForThousandsOfSmallCases() {
        for (long seed = 0; seed < SMALL_CASES; seed++) {
            Question question = Question.small(seed);
            BruteForce every = new BruteForce(question);
            List<Pick> picks = question.plan();
            mustBePossible(question, picks);
            long[] given = question.given(picks);
            assertThat(BruteForce.levels(question, given)).as("levels of seed %d", seed)
                    .usingElementComparator(Level::compareTo).isEqualTo(every.bestLevels());
            assertThat(given).as("turns of seed %d", seed).isEqualTo(every.unitByUnit());
            assertThat(ages(question, picks)).as("ages of seed %d", seed).isEqualTo(every.bestAges(given));
            assertThat(substitutes(question, picks)).as("substitutes of seed %d", seed)
                    .isEqualTo(every.fewestSubstitutes(given, ages(question, picks)));
        }
    }

    /** Need after need, line after line, the oldest first: what people did before. */
    private static List<Pick> greedy(Question question) {
        long[] left = question.piles().stream().mapToLong(Pile::quantity).toArray();
        List<Pick> picks = new ArrayList<>();
        for (int wish = 0; wish < question.wishes().size(); wish++) {
            long open = question.wishes().get(wish).missing();
            for (int pile = 0; pile < left.length && open > 0; pile++) {
                long some = question.fits(wish, pile) ? Math.min(open, left[pile]) : 0;
                if (some > 0) {
                    picks.add(new Pick(wish, pile, some));
                    left[pile] -= some;
                    open -= some;
                }
            }
        }
        return picks;
    }

    @Test
    void everyCaseIsFairerThanGreedy() {
        for (long seed = 0; seed < MIDDLE_CASES; seed++) {
            Question question = Question.large(seed, 12, 300, 5);
            List<Pick> picks = question.plan();
            mustBePossible(question, picks);
            List<Pick> greedy = greedy(question);
            int shares = BruteForce.better(
                    BruteForce.levels(question, question.given(picks)), BruteForce.levels(question, question.given(greedy)));
            assertThat(shares).as("shares of seed %d", seed).isNegative();
        }
    }

    @Test
    void theSameCaseGivesTheSamePlan() {
        Question question = Question.large(7, 60, 4000, 40);
        assertThat(question.plan()).isEqualTo(question.plan());
    }

    @Test
    void aWinterOfTwoHundredNeedsIsPlannedInSeconds() {
        Question question = Question.large(1, 200, 20_000, 40);
        long began = System.nanoTime();
        List<Pick> picks = question.plan();
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        mustBePossible(question, picks);
        assertThat(seconds).isLessThan(10);
        long[] planned = question.given(picks);
        long[] greedy = question.given(greedy(question));
        assertThat(Arrays.stream(planned).sum()).isGreaterThanOrEqualTo(Arrays.stream(greedy).sum());
        assertThat(BruteForce.better(BruteForce.levels(question, planned), BruteForce.levels(question, greedy))).isNegative();
    }
}
