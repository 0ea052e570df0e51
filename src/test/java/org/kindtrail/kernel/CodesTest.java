package org.kindtrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindtrail.testing.HouseTest;

@HouseTest
class CodesTest {
    private static final int EACH = 20_000;

    @Inject
    Codes codes;

    @Inject
    CodeNumbers numbers;

    /** Drawn at random, so many would hold a pair that is alike in one of four runs. */
    @Test
    void noCodeComesTwiceHoweverManyAskAtOnce() throws Exception {
        Set<String> given = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            all.add(threads.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    given.add(codes.next(CodeKind.BAG));
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(given).hasSize(4 * EACH);
        assertThat(given).allMatch(code -> Code.read(CodeKind.BAG, code).isPresent());
    }

    /** Whoever holds some codes learns nothing of the next one: each bit of the next number is as often set as not. */
    @Test
    void aCodeTellsNothingOfTheNext() {
        int count = 4000;
        int[] changed = new int[CodeNumbers.BITS];
        long before = numbers.next();
        for (int i = 0; i < count; i++) {
            long now = numbers.next();
            for (int bit = 0; bit < CodeNumbers.BITS; bit++) {
                changed[bit] += (int) ((before ^ now) >>> bit & 1);
            }
            before = now;
        }
        // half of them, and six times the spread of a coin
        assertThat(IntStream.of(changed).boxed()).allMatch(each -> Math.abs(each - count / 2) < 190);
    }
}
