package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.Reason;

class TallyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static Flow.Trip trip(long dispatch, Disclosure disclosure) {
        return new Flow.Trip(
                dispatch,
                null,
                new PublicWords.Subject(RecipientKind.SHELTER, "KZ", "Almaty region", disclosure, "School", "a family"));
    }

    private static Flow inside(String goods, Flow.Point from, Flow.Point to, Reason reason, long quantity) {
        return new Flow(goods, goods.equals("bag"), from, to, reason, null, null, quantity);
    }

    private static Flow onTrip(
            String goods, Flow.Point from, Flow.Point to, Reason reason, Flow.Trip trip, Instant at, long quantity) {
        return new Flow(goods, false, from, to, reason, trip, at, quantity);
    }

    private static Map<Fate, Long> fates(Tally tally) {
        Map<Fate, Long> fates = new HashMap<>();
        tally.parts().forEach((part, quantity) -> fates.merge(part.fate(), quantity, Long::sum));
        return fates;
    }

    private static long sum(Tally tally) {
        return tally.parts().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aSortedBagCountsAsWhatWasInIt() {
        Tally tally = Tally.inPublic(
                List.of(
                        inside("bag", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 2),
                        inside("bag", Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.SORTED, 1),
                        inside("jumpers", Flow.Point.CONVERTED, Flow.Point.HOUSE, Reason.SORTED, 5),
                        inside("jumpers", Flow.Point.CONVERTED, Flow.Point.LET_GO, Reason.UNFIT, 2)),
                Map.of(),
                NOW);
        assertThat(tally.in()).isEqualTo(Map.of("bag", 1L, "jumpers", 7L));
        assertThat(tally.received()).isEqualTo(Map.of("bag", 2L));
        assertThat(fates(tally)).isEqualTo(Map.of(Fate.UNSORTED, 1L, Fate.WAITING, 5L, Fate.LET_GO, 2L));
    }

    @Test
    void shortDamagedAndSurplusAreToldWithTheDeliveryAndNotBefore() {
        Flow.Trip trip = trip(1, Disclosure.REGION);
        Instant arrived = NOW.minus(Duration.ofDays(6));
        List<Flow> flows = List.of(
                inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10),
                onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, NOW.minus(Duration.ofDays(9)), 8),
                onTrip("jumpers", Flow.Point.FOUND, Flow.Point.CONSIGNMENT, Reason.SURPLUS, trip, arrived, 1),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip, arrived, 5),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.LET_GO, Reason.DAMAGED, trip, arrived, 1),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.LOST, Reason.SHORT, trip, arrived, 3));
        assertThat(fates(Tally.inPublic(flows, Map.of(), NOW))).isEqualTo(Map.of(Fate.WAITING, 2L, Fate.ON_THE_WAY, 8L));
        Tally later = Tally.inPublic(flows, Map.of(), arrived.plus(Journey.LATE));
        assertThat(fates(later))
                .isEqualTo(Map.of(Fate.WAITING, 2L, Fate.ARRIVED, 5L, Fate.DAMAGED, 1L, Fate.LOST, 3L));
        assertThat(later.sumIn()).isEqualTo(11);
    }

    @Test
    void whatLeftWithinAWeekIsPreparedAndSaysNothingOfWhereItGoes() {
        Flow.Trip trip = trip(1, Disclosure.REGION);
        Tally tally = Tally.inPublic(
                List.of(
                        inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10),
                        onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, NOW.minus(Duration.ofDays(2)), 4)),
                Map.of("jumpers", 3L),
                NOW);
        assertThat(fates(tally)).isEqualTo(Map.of(Fate.WAITING, 3L, Fate.PREPARING, 7L));
        assertThat(tally.parts().keySet()).allMatch(part -> part.trip() == null && part.at() == null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappenedInIsAlwaysTheSumOfWhatBecameOfItAndNothingIsLessThanNothing(long seed) {
        Random random = new Random(seed);
        List<Flow> flows = new ArrayList<>();
        Map<String, Long> house = new HashMap<>();
        Instant at = NOW.minus(Duration.ofDays(40));
        for (int i = 0; i < 60; i++) {
            String goods = "goods" + random.nextInt(4);
            long there = house.getOrDefault(goods, 0L);
            if (there < 3 || random.nextInt(4) == 0) {
                long more = 1 + random.nextInt(20);
                flows.add(inside(goods, Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, more));
                house.merge(goods, more, Long::sum);
            } else if (random.nextInt(4) == 0) {
                flows.add(inside(goods, Flow.Point.HOUSE, random.nextBoolean() ? Flow.Point.LET_GO : Flow.Point.LOST, Reason.UNFIT, 1));
                house.merge(goods, -1L, Long::sum);
            } else if (random.nextInt(4) == 0) {
                flows.add(inside(goods, Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.SORTED, 2));
                flows.add(inside("made of " + goods, Flow.Point.CONVERTED, Flow.Point.HOUSE, Reason.SORTED, 1 + random.nextInt(5)));
                house.merge(goods, -2L, Long::sum);
            } else {
                travel(random, flows, house, goods, i, at.plus(Duration.ofHours(random.nextInt(960))));
            }
        }
        for (int day = -45; day < 10; day++) {
            Instant moment = NOW.plus(Duration.ofDays(day));
            Tally told = Tally.inPublic(flows, Map.of("goods1", 5L), moment);
            assertThat(sum(told)).isEqualTo(told.sumIn());
            assertThat(told.parts().values()).allMatch(quantity -> quantity > 0);
        }
        Tally exact = Tally.exact(flows, Map.of(), NOW);
        assertThat(sum(exact)).isEqualTo(exact.sumIn());
        assertThat(Tally.inPublic(flows, Map.of(), NOW.plus(Duration.ofDays(30))).parts()).isEqualTo(exact.parts());
    }

    private static void travel(
            Random random, List<Flow> flows, Map<String, Long> house, String goods, int dispatch, Instant departed) {
        Flow.Trip trip = trip(dispatch, Disclosure.values()[random.nextInt(4)]);
        long gone = 1 + random.nextInt((int) Math.min(50, house.get(goods)));
        house.merge(goods, -gone, Long::sum);
        flows.add(onTrip(goods, Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, departed, gone));
        Instant arrived = departed.plus(Duration.ofHours(1 + random.nextInt(200)));
        int how = random.nextInt(5);
        if (how == 0) {
            return;
        }
        if (how == 1) {
            flows.add(onTrip(goods, Flow.Point.CONSIGNMENT, Flow.Point.HOUSE, Reason.PUT_AWAY, trip, arrived, gone));
            house.merge(goods, gone, Long::sum);
            return;
        }
        if (how == 2) {
            flows.add(onTrip(goods, Flow.Point.FOUND, Flow.Point.DELIVERED, Reason.SURPLUS, trip, arrived, 2));
        }
        long lost = random.nextInt((int) gone);
        flows.add(onTrip(goods, Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip, arrived, gone - lost));
        if (lost > 0) {
            flows.add(onTrip(goods, Flow.Point.CONSIGNMENT, Flow.Point.LOST, Reason.SHORT, trip, arrived, lost));
        }
    }
}
