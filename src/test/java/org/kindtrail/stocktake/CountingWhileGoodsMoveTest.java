package org.kindtrail.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindtrail.stocktake.AStocktake.heap;
import static org.kindtrail.stocktake.AStocktake.lot;
import static org.kindtrail.testing.InJson.tells;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.testing.HouseTest;

/** The place goes on working while it is counted, and what is posted is what was really different. */
@HouseTest
class CountingWhileGoodsMoveTest {
    private static final int THREADS = 16;

    @Inject
    AStocktake stocktakes;

    AStocktake.Opened here;
    String a;
    String b;

    @BeforeEach
    void open() {
        here = stocktakes.open();
        a = here.house.shelfA;
        b = here.house.shelfB;
    }

    /** A lot as it really is, on both shelves; people who move or count it do not do so at the same instant. */
    private final class Real {
        final String lot;
        final Map<String, Long> at = new HashMap<>();

        Real(String lot, long onA, long onB) {
            this.lot = lot;
            at.put(a, onA);
            at.put(b, onB);
        }

        /** Somebody carries some over and writes it down; not more than there really is. */
        synchronized boolean carry(String from, String to, long quantity) {
            long some = Math.min(quantity, at.get(from));
            if (some == 0 || here.move(lot, from, to, some).extract().statusCode() != 201) {
                return false;
            }
            at.merge(from, -some, Long::sum);
            at.merge(to, some, Long::sum);
            return true;
        }

        synchronized void count(String stocktake, String place) {
            here.count(Role.VOLUNTEER, stocktake, lot(place, lot, at.get(place))).statusCode(201);
        }
    }

    private <T> List<T> allAtOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            CyclicBarrier start = new CyclicBarrier(acts.size());
            List<Future<T>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStocktakeStartedBefore100MovementsAndApprovedAfterThemPostsExactlyTheTrueDifferences() throws Exception {
        Random chance = new Random(20261122);
        List<String> onA = here.layMany(a, "jumpers-man", "L", Collections.nCopies(8, 20L));
        List<String> onB = here.layMany(b, "jumpers-man", "M", Collections.nCopies(8, 20L));
        List<Real> all = new ArrayList<>();
        long truth = 0;
        for (int i = 0; i < 16; i++) {
            long wrong = chance.nextInt(7) - 3L;
            truth += wrong;
            all.add(i < 8 ? new Real(onA.get(i), 20 + wrong, 0) : new Real(onB.get(i - 8), 0, 20 + wrong));
        }
        String code = here.begin(here.house.site);
        AtomicInteger movements = new AtomicInteger();
        Callable<Void> carry = () -> {
            Random own = new Random(Thread.currentThread().getId());
            for (int i = 0; i < 20; i++) {
                Real real = all.get(own.nextInt(all.size()));
                boolean there = own.nextBoolean();
                movements.addAndGet(real.carry(there ? a : b, there ? b : a, 1 + own.nextInt(4)) ? 1 : 0);
            }
            return null;
        };
        Callable<Void> count = () -> {
            for (Real real : all) {
                real.count(code, a);
                real.count(code, b);
            }
            return null;
        };
        allAtOnce(List.of(carry, carry, carry, count));
        here.submit(code).statusCode(200);
        allAtOnce(List.of(carry, carry, carry));
        while (movements.get() < 100) {
            carry.call();
        }
        here.approve(code, null).statusCode(200);
        allAtOnce(List.of(carry, carry));
        for (Real real : all) {
            long found = here.at(a, real.lot) + here.at(b, real.lot);
            assertThat(found).as(real.lot).isLessThanOrEqualTo(real.at.get(a) + real.at.get(b));
        }
        assertThat(here.at(a, "jumpers-man")).isEqualTo(all.stream().mapToLong(each -> each.at.get(a)).sum());
        assertThat(here.at(b, "jumpers-man")).isEqualTo(all.stream().mapToLong(each -> each.at.get(b)).sum());
        assertThat(here.at(a, "jumpers-man") + here.at(b, "jumpers-man")).isEqualTo(320 + truth);
        here.verify();
    }

    @Test
    void ofAllWhoApproveAtOnceOnePostsAndTheOthersAreTold() throws Exception {
        List<String> lots = here.layMany(a, "gloves-man", null, Collections.nCopies(20, 5L));
        String code = here.begin(a);
        here.count(Role.VOLUNTEER, code, heap(a, "gloves-man", null, 61)).statusCode(201);
        here.submit(code).statusCode(200);
        Map<String, Object> body = Map.of("version", here.version(code));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String lot = lots.get(i);
            // Half of them approve, half of them take from the same shelf what is not missing.
            acts.add(i % 2 == 0
                    ? () -> here.send(Role.COORDINATOR, "stocktakes/" + code + "/approve", body).extract().statusCode()
                    : () -> here.move(lot, a, b, 1).extract().statusCode());
        }
        List<Integer> answers = allAtOnce(acts);
        int approved = 0;
        int moved = 0;
        for (int i = 0; i < THREADS; i++) {
            assertThat(answers.get(i)).isIn(200, 201, 409);
            approved += i % 2 == 0 && answers.get(i) == 200 ? 1 : 0;
            moved += answers.get(i) == 201 ? 1 : 0;
        }
        assertThat(approved).isEqualTo(1);
        assertThat(here.at(a, "gloves-man")).isEqualTo(61 - moved);
        assertThat(here.at(b, "gloves-man")).isEqualTo(moved);
        here.verify();
    }

    @Test
    void manyCountAtOnceAndEveryCountIsKept() throws Exception {
        List<String> lots = here.layMany(a, "jumpers-man", "L", Collections.nCopies(THREADS, 9L));
        String code = here.begin(a);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (String lot : lots) {
            acts.add(() -> here.count(Role.VOLUNTEER, code, lot(a, lot, 8), lot(a, lots.get(0), 8)).extract().statusCode());
        }
        acts.set(0, () -> here.count(Role.DISTRIBUTOR, code, lot(a, lots.get(0), 8)).extract().statusCode());
        assertThat(allAtOnce(acts)).containsOnly(201);
        here.read(Role.VOLUNTEER, "stocktakes/" + code).body(tells("counts", org.hamcrest.Matchers.equalTo(2 * THREADS - 1)));
        here.submit(code).statusCode(200);
        here.approve(code, null).statusCode(200);
        assertThat(here.at(a, "jumpers-man")).isEqualTo(8L * THREADS);
    }
}
