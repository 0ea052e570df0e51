package org.kindtrail.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arithmetic of kits, without a house around it. */
@Tag("once")
class KitsTest {
    private static final long SOAP = 1;
    private static final long GEL = 2;
    private static final long TOWEL = 3;

    private static Packing.Part part(long quantity, Packing.Choice... choices) {
        return new Packing.Part(quantity, List.of(choices));
    }

    private static Packing.Choice any(long item) {
        return new Packing.Choice(item, null);
    }

    private static Packing.Ware ware(long item) {
        return new Packing.Ware(item, null);
    }

    @Test
    void theScarcestPartSaysHowManyKitsThereCanBe() {
        Packing packing = new Packing(List.of(part(2, any(SOAP)), part(1, any(TOWEL))));
        Map<Packing.Ware, Long> free = Map.of(ware(SOAP), 9L, ware(TOWEL), 7L);
        assertThat(packing.possible(free)).isEqualTo(4);
        assertThat(packing.scarcest(free)).containsExactly(0);
        assertThat(packing.possible(Map.of(ware(SOAP), 9L))).isZero();
        assertThat(packing.scarcest(Map.of(ware(SOAP), 9L))).containsExactly(1);
        assertThat(packing.missing(free, 6)).containsExactly(3, 0);
    }

    @Test
    void partsThatShareAnAlternativeAreCountedTogether() {
        // Soap does for both parts; each part alone would say 10.
        Packing packing = new Packing(List.of(part(1, any(SOAP), any(GEL)), part(1, any(SOAP))));
        Map<Packing.Ware, Long> free = ordered(ware(SOAP), 10L, ware(GEL), 3L);
        assertThat(packing.possible(free)).isEqualTo(6);
        assertThat(packing.scarcest(free)).containsExactly(0, 1);
        // Soap is preferred for the first part, yet the second can have nothing else.
        List<Packing.Take> taken = packing.choose(free, 6);
        assertThat(taken).containsExactlyInAnyOrder(
                new Packing.Take(0, ware(SOAP), 4), new Packing.Take(0, ware(GEL), 2), new Packing.Take(1, ware(SOAP), 6));
        assertThat(packing.missing(free, 7)).containsExactly(0, 1);
    }

    @Test
    void whatIsPreferredIsTakenFirstAsLongAsThereIsEnough() {
        Packing packing = new Packing(List.of(part(1, any(GEL), any(SOAP))));
        assertThat(packing.choose(ordered(ware(SOAP), 10L, ware(GEL), 4L), 6))
                .containsExactly(new Packing.Take(0, ware(GEL), 4), new Packing.Take(0, ware(SOAP), 2));
    }

    @Test
    void sizesAreToldApartOnlyWhereARecipeNamesOne() {
        Packing packing = new Packing(List.of(
                part(1, new Packing.Choice(TOWEL, "L")), part(1, new Packing.Choice(TOWEL, null)), part(1, any(SOAP))));
        assertThat(packing.ware(SOAP, "100 g")).isEqualTo(ware(SOAP));
        Map<Packing.Ware, Long> free =
                ordered(packing.ware(TOWEL, "L"), 5L, packing.ware(TOWEL, null), 1L, packing.ware(SOAP, null), 99L);
        assertThat(packing.possible(free)).isEqualTo(3);
        assertThat(packing.choose(free, 3)).contains(new Packing.Take(0, new Packing.Ware(TOWEL, "L"), 3));
    }

    @Test
    void whatIsSaidToBePossibleCanBeChosenAndOneMoreCannot() {
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            List<Packing.Part> parts = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                Packing.Choice[] choices = random.longs(1 + random.nextInt(3), 0, 5)
                        .distinct()
                        .mapToObj(KitsTest::any)
                        .toArray(Packing.Choice[]::new);
                parts.add(part(1 + random.nextInt(3), choices));
            }
            Packing packing = new Packing(parts);
            Map<Packing.Ware, Long> free = new LinkedHashMap<>();
            for (long item = 0; item < 5; item++) {
                free.put(ware(item), (long) random.nextInt(20));
            }
            long possible = packing.possible(free);
            assertThat(packing.missing(free, possible)).containsOnly(0);
            assertThat(LongStream.of(packing.missing(free, possible + 1)).sum()).isPositive();
            Map<Packing.Ware, Long> used = new HashMap<>();
            long[] filled = new long[parts.size()];
            for (Packing.Take take : packing.choose(free, possible)) {
                assertThat(parts.get(take.part()).fits(take.ware())).isTrue();
                used.merge(take.ware(), take.quantity(), Long::sum);
                filled[take.part()] += take.quantity();
            }
            used.forEach((ware, quantity) -> assertThat(quantity).isLessThanOrEqualTo(free.get(ware)));
            for (int i = 0; i < filled.length; i++) {
                assertThat(filled[i]).isEqualTo(possible * parts.get(i).quantity());
            }
        }
    }

    @Test
    void quantitiesAtTheirLimitsDoNotOverflow() {
        List<Packing.Part> parts = new ArrayList<>();
        for (long item = 0; item < Kit.MOST_PARTS; item++) {
            parts.add(part(Kit.MOST_IN_A_PART, any(item)));
        }
        Packing packing = new Packing(parts);
        long[] missing = packing.missing(Map.of(ware(0), 1_000_000_000L), 1_000_000_000L);
        assertThat(missing[0]).isEqualTo(1_000_000_000_000_000L - 1_000_000_000L);
        assertThat(packing.possible(Map.of())).isZero();
    }

    @Test
    void openingKitsBitByBitReturnsExactlyWhatWentIn() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            long kits = 1 + random.nextInt(12);
            Map<Returning.Held, Long> in = new HashMap<>();
            List<Returning.Held> left = packed(random, kits);
            left.forEach(held -> in.put(new Returning.Held(held.part(), held.lot(), 0), held.quantity()));
            Map<Returning.Held, Long> out = new HashMap<>();
            long packed = kits;
            while (packed > 0) {
                long opened = 1 + random.nextLong(packed);
                List<Returning.Held> some = Returning.of(left, opened, packed);
                for (int part = 1; part <= 2; part++) {
                    int number = part;
                    assertThat(some.stream().filter(held -> held.part() == number).mapToLong(Returning.Held::quantity).sum())
                            .as("each kit has its part")
                            .isEqualTo(opened * number);
                }
                some.forEach(held -> out.merge(new Returning.Held(held.part(), held.lot(), 0), held.quantity(), Long::sum));
                left = left.stream()
                        .map(held -> new Returning.Held(held.part(), held.lot(), held.quantity() - of(some, held)))
                        .filter(held -> held.quantity() > 0)
                        .toList();
                assertThat(left).allMatch(held -> held.quantity() > 0);
                packed -= opened;
            }
            assertThat(out).isEqualTo(in);
        }
    }

    private static long of(List<Returning.Held> some, Returning.Held held) {
        return some.stream()
                .filter(each -> each.part() == held.part() && each.lot().equals(held.lot()))
                .mapToLong(Returning.Held::quantity)
                .sum();
    }

    /** Part 1 once and part 2 twice in each kit, of up to four lots. */
    private static List<Returning.Held> packed(Random random, long kits) {
        List<Returning.Held> all = new ArrayList<>();
        for (int part = 1; part <= 2; part++) {
            long left = part * kits;
            for (long lot = 1; left > 0; lot++) {
                long quantity = lot == 4 ? left : 1 + random.nextLong(left);
                all.add(new Returning.Held(part, lot, quantity));
                left -= quantity;
            }
        }
        return all;
    }

    @Test
    void theYieldHasOneDecimal() {
        assertThat(Progress.percent(31, 40)).hasToString("77.5");
        assertThat(Progress.percent(2, 3)).hasToString("66.7");
        assertThat(Progress.percent(0, 7)).hasToString("0.0");
        assertThat(Progress.percent(3, 2)).hasToString("150.0");
    }

    private static Map<Packing.Ware, Long> ordered(Object... pairs) {
        Map<Packing.Ware, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((Packing.Ware) pairs[i], (Long) pairs[i + 1]);
        }
        return map;
    }
}
