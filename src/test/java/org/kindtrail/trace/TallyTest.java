package org.kindtrail.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindtrail.recipient.Disclosure;
import org.kindtrail.recipient.PublicWords;
import org.kindtrail.recipient.RecipientKind;
import org.kindtrail.stock.ConversionKind;
import org.kindtrail.stock.Reason;

@Tag("once")
class TallyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LAST_STEP = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant NEXT_STEP = Instant.parse("2026-12-08T00:00:00Z");

    private static Flow.Trip trip(long dispatch, Disclosure disclosure) {
        return new Flow.Trip(
                dispatch,
                new PublicWords.Subject(RecipientKind.SHELTER, "KZ", "Almaty region", disclosure, "School", "a family"),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Flow inside(String goods, Flow.Point from, Flow.Point to, Reason reason, long quantity) {
        return new Flow(goods, goods.equals("bag"), from, to, reason, null, null, quantity);
    }

    private static Flow onTrip(
            String goods, Flow.Point from, Flow.Point to, Reason reason, Flow.Trip trip, Instant at, long quantity) {
        return new Flow(goods, false, from, to, reason, trip, new Flow.Happened(at, at, null), quantity);
    }

    private static Flow takenBack(Flow flow, Instant reversedAt) {
        return new Flow(
                flow.goods(), false, flow.from(), flow.to(), flow.reason(), flow.trip(),
                new Flow.Happened(flow.happened().at(), flow.happened().recordedAt(), reversedAt), flow.quantity());
    }

    private static Tally told(List<Flow> flows, Instant now) {
        return Tally.inPublic(flows, Map.of(), now, ZoneOffset.UTC);
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
                NOW,
                ZoneOffset.UTC);
        assertThat(tally.in()).isEqualTo(Map.of("bag", 1L, "jumpers", 7L));
        assertThat(tally.received()).isEqualTo(Map.of("bag", 2L));
        assertThat(fates(tally)).isEqualTo(Map.of(Fate.UNSORTED, 1L, Fate.WAITING, 5L, Fate.LET_GO, 2L));
    }

    @Test
    void shortDamagedAndSurplusAreToldWithTheDeliveryAndUntilThenNothingIsTold() {
        Flow.Trip trip = trip(1, Disclosure.REGION);
        Instant left = NOW.minus(Duration.ofDays(2));
        Instant arrived = NOW.minus(Duration.ofDays(1));
        List<Flow> flows = List.of(
                inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10),
                onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, left, 8),
                onTrip("jumpers", Flow.Point.FOUND, Flow.Point.CONSIGNMENT, Reason.SURPLUS, trip, arrived, 1),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip, arrived, 5),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.LET_GO, Reason.DAMAGED, trip, arrived, 1),
                onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.LOST, Reason.SHORT, trip, arrived, 3));
        for (Instant now : List.of(left, arrived, NOW, NEXT_STEP.minusNanos(1))) {
            Tally before = told(flows, now);
            assertThat(fates(before)).isEqualTo(Map.of(Fate.WAITING, 10L));
            assertThat(before.arrivals()).isEmpty();
            assertThat(before.parts().keySet()).allMatch(part -> part.to() == null && part.when() == null);
        }
        Tally later = told(flows, NEXT_STEP);
        assertThat(fates(later))
                .isEqualTo(Map.of(Fate.WAITING, 2L, Fate.ARRIVED, 5L, Fate.DAMAGED, 1L, Fate.LOST, 3L));
        assertThat(later.sumIn()).isEqualTo(11);
        assertThat(later.arrivals()).containsOnlyKeys(1L);
    }

    @Test
    void whatWasSoldUsedPassedOnIsAFateAndWhatWasGradedGoesOnAsWhatItBecame() {
        Tally tally = told(
                List.of(
                        inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 20),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.SOLD, 6),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.KIT, 2),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.OPENED, Reason.KIT, 1),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.WORKSHOP, 1),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.PASSED_ON, Reason.PASSED_ON, 3),
                        inside("jumpers", Flow.Point.HOUSE, Flow.Point.CONVERTED, Reason.GRADED, 4),
                        inside("worn jumpers", Flow.Point.CONVERTED, Flow.Point.HOUSE, Reason.GRADED, 4)),
                NOW);
        assertThat(tally.in()).isEqualTo(Map.of("jumpers", 16L, "worn jumpers", 4L));
        assertThat(fates(tally))
                .isEqualTo(Map.of(
                        Fate.WAITING, 7L, Fate.SOLD, 6L, Fate.PACKED, 2L, Fate.OPENED, 1L, Fate.WORKED, 1L, Fate.PASSED_ON, 3L));
    }

    @Test
    void moneyIsKeptSpentExchangedAndPaidOutAndWhatARecipientGotIsToldLikeAnArrival() {
        Flow.Trip payment = new Flow.Trip(null, trip(1, Disclosure.REGION).to(), Instant.parse("2026-01-01T00:00:00Z"));
        List<Flow> flows = List.of(
                inside("USD", Flow.Point.CONVERTED, Flow.Point.FUND, Reason.SOLD, 1000),
                inside("USD", Flow.Point.FUND, Flow.Point.CONVERTED, Reason.BOUGHT, 400),
                inside("USD", Flow.Point.FUND, Flow.Point.CONVERTED, Reason.EXCHANGED, 100),
                inside("USD", Flow.Point.FUND, Flow.Point.PAID_OUT, Reason.FEE, 5),
                inside("USD", Flow.Point.FUND, Flow.Point.PAID_OUT, Reason.PAID_OUT, 50),
                onTrip("USD", Flow.Point.FUND, Flow.Point.PAID_OUT, Reason.PAID_OUT, payment, NOW.minusSeconds(60), 200));
        assertThat(fates(told(flows, NOW)))
                .isEqualTo(Map.of(Fate.HELD, 445L, Fate.SPENT, 400L, Fate.EXCHANGED, 100L, Fate.FEE, 5L, Fate.PAID_OUT, 50L));
        Tally later = told(flows, NEXT_STEP);
        assertThat(fates(later))
                .isEqualTo(Map.of(Fate.HELD, 245L, Fate.SPENT, 400L, Fate.EXCHANGED, 100L, Fate.FEE, 5L, Fate.PAID_OUT, 250L));
        assertThat(later.parts())
                .containsEntry(new Tally.Part("USD", Fate.PAID_OUT, payment.to(), When.in(YearMonth.of(2026, 11))), 200L);
        assertThat(later.arrivals()).isEmpty();
        assertThat(later.sumIn()).isEqualTo(sum(later));
    }

    @Test
    void ofALotWithOthersAnAccountHasItsPartOfEveryFateAndAllPartsAreTheLot() {
        List<Flow> flows = List.of(
                inside("USD", Flow.Point.CONVERTED, Flow.Point.FUND, Reason.SOLD, 1000),
                inside("USD", Flow.Point.FUND, Flow.Point.CONVERTED, Reason.BOUGHT, 333),
                inside("USD", Flow.Point.FUND, Flow.Point.PAID_OUT, Reason.PAID_OUT, 333));
        long all = 0;
        for (long own : new long[] {1, 333, 666}) {
            Account account = Account.inPublic(
                    flows.stream().map(flow -> new Strand(7L, ConversionKind.SALE, 9L, own, 1000, flow)).toList(),
                    strand -> true,
                    Map.of(),
                    NOW,
                    ZoneOffset.UTC);
            assertThat(account.in()).isEqualTo(Map.of("USD", own));
            assertThat(account.parts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(own);
            assertThat(account.parts().keySet()).allMatch(part -> part.goods().equals("USD"));
            all += account.in().get("USD");
        }
        assertThat(all).isEqualTo(1000);
    }

    @Test
    void twoRecipientsThatAreSpokenOfAlikeAreOneSum() {
        Instant october = Instant.parse("2026-10-05T10:00:00Z");
        List<Flow> flows = new ArrayList<>();
        flows.add(inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10));
        for (long dispatch = 1; dispatch <= 2; dispatch++) {
            Flow.Trip trip = trip(dispatch, Disclosure.REGION);
            Instant at = october.plus(Duration.ofDays(dispatch));
            flows.add(onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, at, 3));
            flows.add(onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip, at, 3));
        }
        assertThat(told(flows, NOW).parts())
                .isEqualTo(Map.of(
                        new Tally.Part("jumpers", Fate.WAITING, null, null), 4L,
                        new Tally.Part("jumpers", Fate.ARRIVED, trip(1, Disclosure.REGION).to(), When.in(YearMonth.of(2026, 10))), 6L));
    }

    @Test
    void aDepartureThatWasNeverConfirmedIsToldAMonthLater() {
        Flow.Trip trip = trip(1, Disclosure.REGION);
        List<Flow> flows = List.of(
                inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10),
                onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, Instant.parse("2026-10-31T10:00:00Z"), 4));
        assertThat(fates(told(flows, NOW))).isEqualTo(Map.of(Fate.WAITING, 10L));
        assertThat(fates(told(flows, NEXT_STEP))).isEqualTo(Map.of(Fate.WAITING, 6L, Fate.ON_THE_WAY, 4L));
        assertThat(fates(Tally.exact(flows, NOW, ZoneOffset.UTC))).isEqualTo(Map.of(Fate.WAITING, 6L, Fate.ON_THE_WAY, 4L));
    }

    /** A trip of October that was confirmed, taken back and confirmed again with other counts. */
    private static List<Flow> corrected(Instant takenBack, Instant again) {
        Flow.Trip trip = trip(1, Disclosure.REGION);
        Instant at = Instant.parse("2026-10-20T10:00:00Z");
        Flow first = onTrip("jumpers", Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip, at, 4);
        return List.of(
                inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 10),
                onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, trip, at, 4),
                takenBack(first, takenBack),
                new Flow("jumpers", false, Flow.Point.CONSIGNMENT, Flow.Point.DELIVERED, Reason.DELIVERED, trip,
                        new Flow.Happened(at, again, null), 3),
                new Flow("jumpers", false, Flow.Point.CONSIGNMENT, Flow.Point.LOST, Reason.SHORT, trip,
                        new Flow.Happened(at, again, null), 1));
    }

    @Test
    void aMistakeThatWasToldIsCorrectedTheNextTimeAndOneThatWasNotIsNeverTold() {
        Map<Fate, Long> mistaken = Map.of(Fate.WAITING, 6L, Fate.ARRIVED, 4L);
        Map<Fate, Long> right = Map.of(Fate.WAITING, 6L, Fate.ARRIVED, 3L, Fate.LOST, 1L);
        List<Flow> afterwards = corrected(NOW, NOW.plusSeconds(60));
        assertThat(fates(told(afterwards, LAST_STEP.minusNanos(1)))).isEqualTo(Map.of(Fate.WAITING, 10L));
        assertThat(fates(told(afterwards, LAST_STEP))).isEqualTo(mistaken);
        assertThat(fates(told(afterwards, NOW.plusSeconds(120)))).isEqualTo(mistaken);
        assertThat(fates(told(afterwards, NEXT_STEP))).isEqualTo(right);
        Instant early = Instant.parse("2026-11-03T10:00:00Z");
        List<Flow> before = corrected(early, early.plusSeconds(60));
        assertThat(fates(told(before, LAST_STEP.minusNanos(1)))).isEqualTo(Map.of(Fate.WAITING, 10L));
        assertThat(fates(told(before, LAST_STEP))).isEqualTo(right);
        assertThat(fates(Tally.exact(afterwards, NOW, ZoneOffset.UTC))).isEqualTo(right);
    }

    @Test
    void whatCameBackAndWentAnotherWayInSightIsNotInTwoPlaces() {
        Flow.Trip shelter = trip(1, Disclosure.REGION);
        Flow.Trip school = trip(2, Disclosure.NAMED);
        Instant left = Instant.parse("2026-09-20T10:00:00Z");
        List<Flow> flows = new ArrayList<>(List.of(
                inside("jumpers", Flow.Point.DONATED, Flow.Point.HOUSE, Reason.RECEIVED, 4),
                takenBack(
                        onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, shelter, left, 4),
                        NOW.minusSeconds(60))));
        assertThat(fates(told(flows, NOW))).isEqualTo(Map.of(Fate.ON_THE_WAY, 4L));
        flows.add(onTrip("jumpers", Flow.Point.HOUSE, Flow.Point.CONSIGNMENT, Reason.DEPARTED, school, NOW, 3));
        assertThat(fates(told(flows, NOW))).isEqualTo(Map.of(Fate.ON_THE_WAY, 3L, Fate.WAITING, 1L));
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
            Tally told = Tally.inPublic(flows, Map.of("goods1", 5L), moment, ZoneOffset.UTC);
            assertThat(sum(told)).isEqualTo(told.sumIn());
            assertThat(told.parts().values()).allMatch(quantity -> quantity > 0);
        }
        Tally exact = Tally.exact(flows, NOW, ZoneOffset.UTC);
        assertThat(sum(exact)).isEqualTo(exact.sumIn());
        assertThat(told(flows, NOW.plus(Duration.ofDays(120))).parts()).isEqualTo(exact.parts());
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
