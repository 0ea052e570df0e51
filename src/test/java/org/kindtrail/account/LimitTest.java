package org.kindtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class LimitTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    /** How long each further wrong try makes wait, when each comes as soon as it may. */
    private static List<Long> waits(Limit limit, int tries) {
        List<Long> waits = new ArrayList<>();
        Limit.Count count = null;
        Instant now = START;
        for (int i = 0; i < tries; i++) {
            count = limit.after(count, now);
            long wait = Duration.between(now, count.until()).toSeconds();
            waits.add(Math.max(0, wait));
            now = now.plusSeconds(Math.max(0, wait));
        }
        return waits;
    }

    @Test
    void theDoublingOneMakesWaitTwiceAsLongEachTimeAndNeverOverAMinute() {
        assertThat(waits(Limit.doubling("x", 5), 12)).containsExactly(0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void theSteadyOneLetsSomeThroughAtOnceAndThenOneEachTime() {
        assertThat(waits(Limit.steady("x", 3, Duration.ofSeconds(20)), 6)).containsExactly(0L, 0L, 20L, 20L, 20L, 20L);
    }

    @Test
    void afterAQuietHalfHourAllIsForgotten() {
        for (Limit limit : List.of(Limit.doubling("x", 5), Limit.steady("x", 5, Duration.ofSeconds(20)))) {
            Limit.Count count = null;
            for (int i = 0; i < 40; i++) {
                count = limit.after(count, START);
            }
            Instant later = START.plus(Limit.FORGOTTEN);
            assertThat(count.isForgotten(later)).isTrue();
            assertThat(limit.after(count, later).wait(later)).isZero();
            assertThat(limit.after(count, later).wrong()).isEqualTo(1);
        }
    }

    @Test
    void aClockThatWasFarAheadAndIsSetBackLocksNobodyOut() {
        for (Limit limit : List.of(Limit.doubling("x", 1), Limit.steady("x", 1, Duration.ofSeconds(20)))) {
            Limit.Count ahead = limit.after(null, START.plus(Duration.ofDays(90)));
            assertThat(ahead.wait(START)).isZero();
            assertThat(limit.after(ahead, START).wait(START)).isBetween(1L, 60L);
        }
    }

    @Test
    void aRightTryThatWasCountedBeforeTakesNothingOfTheWaitOfOthers() {
        Limit limit = Limit.doubling("x", 5);
        Limit.Count four = null;
        for (int i = 0; i < 4; i++) {
            four = limit.after(four, START);
        }
        Limit.Count mine = limit.after(four, START);
        // nobody else meanwhile: as it was
        Limit.Count back = limit.without(mine, mine, START);
        assertThat(back.wrong()).isEqualTo(4);
        assertThat(back.wait(START)).isZero();
        // two wrong ones meanwhile: their wait stays
        Limit.Count others = limit.after(limit.after(mine, START), START);
        assertThat(limit.without(others, mine, START).wrong()).isEqualTo(6);
        assertThat(limit.without(others, mine, START).wait(START)).isBetween(4L, 5L);
        Limit steady = Limit.steady("x", 2, Duration.ofSeconds(20));
        Limit.Count one = steady.after(null, START);
        assertThat(steady.without(steady.after(one, START), one, START).until()).isEqualTo(one.until());
    }
}
