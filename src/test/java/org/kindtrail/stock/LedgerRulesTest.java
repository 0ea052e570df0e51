package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.database.Vendor;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;
import org.kindtrail.testing.RoundTrips;

/**
 * The rules that always hold (docs/ledger.md), over histories that 16 threads make. Rules 4 and 5 are held by
 * {@code account.OnceTest} and {@code database.KilledServiceTest}, and what the database itself refuses by
 * {@link LedgerConstraintsTest}.
 */
@HouseTest
class LedgerRulesTest {
    private static final int ACTS_EACH = 50;
    /** -Dkindtrail.test.seed=... lives through the same choices again. */
    private static final long SEED = Long.getLong("kindtrail.test.seed", System.nanoTime() % 1_000_000);

    @Inject
    AnOrganisation organisations;

    @Inject
    GeneratedHistory histories;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Codes codes;

    @Inject
    Vendor vendor;

    private static GeneratedHistory.World lived;
    private AnOrganisation.House house;

    @BeforeEach
    void aHistory() throws Exception {
        house = organisations.open();
        if (lived == null) {
            lived = histories.live(organisations.open(), SEED, ACTS_EACH);
            System.out.println(lived.done + " acts done " + lived.doneByKind + ", " + lived.refused + " refused");
        }
    }

    private record Line(
            Long id, Long lot, Long origin, Long from, Long to, long quantity, String document, boolean reversal) {}

    private List<Line> movements() {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select m.id, m.lot.id, m.lot.origin, m.fromPlace.id, m.toPlace.id, m.quantity, m.document,"
                                + " m.reverses from Movement m where m.organisationId = ?1 order by m.id",
                        Object[].class)
                .setParameter(1, lived.house.id)
                .getResultList()
                .stream()
                .map(row -> new Line(
                        (Long) row[0],
                        (Long) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4],
                        (Long) row[5],
                        (String) row[6],
                        row[7] != null))
                .toList());
    }

    private record Kept(Long lot, Long place, long onHand, long allocated) {}

    private List<Kept> balances(Long organisation) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select b.lotId, b.placeId, b.onHand, b.allocated from Balance b join Place p on p.id = b.placeId where p.organisationId = ?1",
                        Object[].class)
                .setParameter(1, organisation)
                .getResultList()
                .stream()
                .map(row -> new Kept((Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3]))
                .toList());
    }

    private static boolean physical(Long place) {
        return place > Place.FOUND;
    }

    private static <K> Map<K, Map<Long, Long>> sums(List<Line> movements, Function<Line, K> by) {
        Map<K, Map<Long, Long>> sums = new HashMap<>();
        for (Line line : movements) {
            Map<Long, Long> places = sums.computeIfAbsent(by.apply(line), key -> new HashMap<>());
            places.merge(line.from(), -line.quantity(), Long::sum);
            places.merge(line.to(), line.quantity(), Long::sum);
        }
        return sums;
    }

    @Test
    void theHistoryIsWorthLookingAt() {
        assertThat(lived.doneByKind.keySet())
                .contains("receive", "convert", "move", "promise", "release", "depart", "arrive", "reverse");
        assertThat(lived.refused.get()).isPositive();
    }

    /** Rule 1: every movement has two sides; for every lot the sum over all places is zero. */
    @Test
    void everyMovementHasTwoSidesAndEveryLotAddsUpToNothing() {
        assertThat(movements()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.from()).isNotNull().isNotEqualTo(line.to());
            assertThat(line.to()).isNotNull();
            assertThat(line.quantity()).isPositive();
        });
        Map<Long, Long> overBalancesAndBoundaries = new HashMap<>();
        sums(movements(), Line::lot).forEach((lot, places) -> places.forEach((place, sum) -> {
            if (!physical(place)) {
                overBalancesAndBoundaries.merge(lot, sum, Long::sum);
            }
        }));
        balances(lived.house.id).forEach(kept -> overBalancesAndBoundaries.merge(kept.lot(), kept.onHand(), Long::sum));
        assertThat(overBalancesAndBoundaries.values()).isNotEmpty().containsOnly(0L);
    }

    /** Rule 2: no physical place ever holds less than nothing, nor less than what it has promised, under any concurrency. */
    @Test
    void noPlaceEverHeldLessThanNothingOrThanItPromised() throws SQLException {
        // Of one lot, the ids follow the order in which its lock was held; one document is one moment.
        Map<Long, List<Line>> byLot = movements().stream().collect(Collectors.groupingBy(Line::lot));
        byLot.values().forEach(lines -> {
            Map<Long, Long> there = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                there.merge(line.from(), -line.quantity(), Long::sum);
                there.merge(line.to(), line.quantity(), Long::sum);
                boolean endOfMoment = i + 1 == lines.size()
                        || !lines.get(i + 1).document().equals(line.document())
                        || lines.get(i + 1).reversal() != line.reversal();
                if (endOfMoment) {
                    there.forEach((place, sum) -> {
                        if (physical(place)) {
                            assertThat(sum).as("lot %s at %s after %s", line.lot(), place, line).isNotNegative();
                        }
                    });
                }
            }
        });
        assertThat(balances(lived.house.id)).allSatisfy(kept -> {
            assertThat(kept.allocated()).isNotNegative();
            assertThat(kept.onHand()).isPositive().isGreaterThanOrEqualTo(kept.allocated());
        });
        try (Connection connection = connections.getConnection()) {
            Verification.Result found = Verification.of(connection);
            assertThat(found.first()).isEmpty();
            assertThat(found.differences()).isZero();
            assertThat(found.movements()).isGreaterThanOrEqualTo(movements().size());
        }
    }

    /** Rule 2, at its sharpest: everybody wants the same hundred pieces. */
    @Test
    void sixteenThreadsPromiseOfAHundredPiecesExactlyAHundred() throws Exception {
        Lot lot = received(100);
        AtomicLong promised = new AtomicLong();
        AtomicInteger refused = new AtomicInteger();
        GeneratedHistory.together(thread -> {
            for (int i = 0; i < 10; i++) {
                try {
                    house.as(Role.DISTRIBUTOR, () -> QuarkusTransaction.requiringNew().call(() -> ledger.promise(
                            List.of(new Promise(1L, "N-0000-0000", fresh(lot), place(house.shelfA), 1)))));
                    promised.incrementAndGet();
                } catch (NotEnoughStock none) {
                    refused.incrementAndGet();
                }
            }
        });
        assertThat(promised.get()).isEqualTo(100);
        assertThat(refused.get()).isEqualTo(GeneratedHistory.THREADS * 10 - 100);
        assertThat(balances(house.id)).singleElement().satisfies(kept -> assertThat(kept.allocated()).isEqualTo(100));
    }

    /** Rule 3: locks are taken in one order, before balances are read; a change is a difference that the database adds. */
    @Test
    void transfersInOppositeOrderNeverStandInEachOthersWay() throws Exception {
        List<Lot> lots = IntStream.range(0, 8).mapToObj(i -> received(1000)).toList();
        move(lots, house.shelfA, house.shelfB, 500);
        List<Lot> backwards = new ArrayList<>(lots);
        java.util.Collections.reverse(backwards);
        // A deadlock or a lock timeout comes out of here as it is: nothing tries again.
        GeneratedHistory.together(thread -> {
            for (int i = 0; i < 12; i++) {
                if (thread % 2 == 0) {
                    move(lots, house.shelfA, house.shelfB, 1);
                } else {
                    move(backwards, house.shelfB, house.shelfA, 1);
                }
            }
        });
        assertThat(balances(house.id)).hasSize(16).allSatisfy(kept -> assertThat(kept.onHand()).isEqualTo(500));
    }

    private void move(List<Lot> lots, String from, String to, long quantity) {
        house.as(Role.VOLUNTEER, () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                Place there = place(from);
                Place here = place(to);
                ledger.move(lots.stream()
                        .map(lot -> new Transfer(fresh(lot), there, here, quantity, entry()))
                        .toList());
            });
            return null;
        });
    }

    /** Rule 3: the order of the statements says it. */
    @Test
    void locksTheLotsByTheirIdsBeforeItReadsTheBalancesAndChangesThemByDifferences() {
        Lot one = received(5);
        Lot two = received(5);
        RoundTrips.Count count = RoundTrips.during(() -> house.as(Role.VOLUNTEER, () -> {
            QuarkusTransaction.requiringNew().run(() -> ledger.move(List.of(
                    new Transfer(fresh(two), place(house.shelfA), place(house.shelfB), 2, entry()),
                    new Transfer(fresh(one), place(house.shelfA), place(house.shelfB), 2, entry()))));
            return null;
        }));
        List<String> sql = count.sql();
        int lock = first(sql, "select id from lot where id = any(?)");
        int read = first(sql, "join balance b on b.lot_id = k.lot");
        int write = first(sql, "insert into movement");
        int change = first(sql, "update balance set on_hand = on_hand + ?");
        assertThat(sql.get(lock)).containsPattern("order by id for (no key )?update");
        assertThat(List.of(lock, read, write, change)).isSorted();
        assertThat(sql).filteredOn(each -> each.startsWith("update balance")).hasSize(1);
    }

    /** A document's line refers to a lot before the ledger locks it; it must not wait for whoever holds that lock. */
    @Test
    void whoeverRefersToALockedLotDoesNotWait() {
        Lot lot = received(5);
        house.as(Role.DISTRIBUTOR, () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                ledger.promise(List.of(new Promise(1L, "N-0000-0000", fresh(lot), place(house.shelfA), 1)));
                // Another transaction, while this one holds the lot: were it to wait, it would wait in vain.
                QuarkusTransaction.requiringNew().run(() -> {
                    if (vendor == Vendor.POSTGRESQL) {
                        database.createNativeQuery("set local lock_timeout = 2000").executeUpdate();
                    }
                    database.createNativeQuery("insert into allocation (id, organisation_id, code, purpose, purpose_code,"
                                    + " lot_id, place_id, quantity, state, made_at, made_by, ended_at) select -"
                                    + lot.getId() + ", organisation_id, 'A-" + lot.getId() + "', 1, 'N-0000-0000', "
                                    + lot.getId() + ", id, 1, 'VOIDED', current_timestamp, "
                                    + house.person(Role.DISTRIBUTOR) + ", current_timestamp from place where code = '"
                                    + house.shelfA + "'")
                            .executeUpdate();
                });
            });
            return null;
        });
    }

    private static int first(List<String> sql, String part) {
        return IntStream.range(0, sql.size())
                .filter(i -> sql.get(i).contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + part + " in " + sql));
    }

    /** Rule 6: in = held + in transit + delivered + converted + let go + lost; per lot, origin and organisation. */
    @Test
    void whatCameInIsHeldOrOnItsWayOrDeliveredOrConvertedOrLetGoOrLost() {
        accountFor(Line::lot, kept -> kept.lot());
        Map<Long, Long> origins = new HashMap<>();
        movements().forEach(line -> origins.put(line.lot(), line.origin()));
        accountFor(Line::origin, kept -> origins.get(kept.lot()));
        accountFor(line -> lived.house.id, kept -> lived.house.id);
    }

    /** Held and in transit are taken from the balances, the rest from the movements: two records of one thing. */
    private <K> void accountFor(Function<Line, K> by, Function<Kept, K> byKept) {
        Map<K, Long> held = new HashMap<>();
        Map<K, Long> inTransit = new HashMap<>();
        for (Kept kept : balances(lived.house.id)) {
            (kept.place().equals(lived.consignment) ? inTransit : held).merge(byKept.apply(kept), kept.onHand(), Long::sum);
        }
        sums(movements(), by).forEach((key, at) -> {
            long in = -at.getOrDefault(Place.DONATED, 0L) - at.getOrDefault(Place.FOUND, 0L);
            long out = held.getOrDefault(key, 0L)
                    + inTransit.getOrDefault(key, 0L)
                    + at.getOrDefault(Place.DELIVERED, 0L)
                    + at.getOrDefault(Place.CONVERTED, 0L)
                    + at.getOrDefault(Place.LET_GO, 0L)
                    + at.getOrDefault(Place.LOST, 0L);
            assertThat(out).as("of %s", key).isEqualTo(in);
        });
    }

    /** Rule 6: a lot holds what its quantity says, until its entry as a whole is reversed. */
    @Test
    void aLotComesInOnceWithItsWholeQuantity() {
        Map<Long, Long> quantities = QuarkusTransaction.requiringNew().call(() -> database
                .createQuery("select l.id, l.quantity from Lot l where l.organisationId = ?1", Object[].class)
                .setParameter(1, lived.house.id)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
        Map<Long, Line> entries = new HashMap<>();
        movements().forEach(line -> entries.putIfAbsent(line.lot(), line));
        assertThat(entries.keySet()).isEqualTo(quantities.keySet());
        entries.forEach((lot, entry) -> {
            assertThat(entry.quantity()).isEqualTo(quantities.get(lot));
            assertThat(entry.from()).isIn(Place.DONATED, Place.CONVERTED);
        });
    }

    /** Rule 7: an id, a code or a number is never used again. */
    @Test
    void noCodeIsUsedTwice() {
        List<String> all = QuarkusTransaction.requiringNew().call(() -> {
            List<String> found = new ArrayList<>();
            for (String entity : List.of("Lot", "Allocation", "Place", "Person", "Organisation")) {
                String code = entity.equals("Person") ? "name" : "code";
                found.addAll(database.createQuery("select e." + code + " from " + entity + " e", String.class)
                        .getResultList());
            }
            return found;
        });
        assertThat(all).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void everyMovementWasAnsweredAndEveryRefusalWroteNone() {
        assertThat((long) movements().size()).isEqualTo(lived.movementsAnswered.get());
    }

    @Test
    void aRefusedActChangesNothing() {
        GeneratedHistory.World alone = histories.begin(house);
        Random random = new Random(SEED);
        int refusals = 0;
        for (int i = 0; i < 150; i++) {
            List<?> before = fingerprint();
            if (!histories.anythingRandom(alone, random)) {
                refusals++;
                assertThat(fingerprint()).isEqualTo(before);
            }
        }
        assertThat(refusals).isGreaterThan(10);
    }

    private List<?> fingerprint() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Object> all = new ArrayList<>();
            for (String table : List.of("Movement", "Lot", "Conversion", "Allocation", "Note")) {
                all.add(database.createQuery("select count(e) from " + table + " e where e.organisationId = ?1")
                        .setParameter(1, house.id)
                        .getSingleResult());
            }
            all.add(database.createQuery(
                            "select count(a) from Allocation a where a.organisationId = ?1 and a.state = PENDING")
                    .setParameter(1, house.id)
                    .getSingleResult());
            all.add(balances(house.id).stream().map(Kept::toString).sorted().toList());
            return all;
        });
    }

    @Test
    void sixteenThreadsReverseADocumentExactlyOnce() throws Exception {
        String document = codes.next(CodeKind.DONATION);
        receive(document, 5);
        receive(document, 7);
        AtomicInteger reversed = new AtomicInteger();
        List<String> refusals = java.util.Collections.synchronizedList(new ArrayList<>());
        GeneratedHistory.together(thread -> {
            try {
                house.as(Role.COORDINATOR, () -> {
                    QuarkusTransaction.requiringNew().run(() -> ledger.reverse(document, "twice by mistake"));
                    return null;
                });
                reversed.incrementAndGet();
            } catch (Refused refusal) {
                refusals.add(refusal.key());
            }
        });
        assertThat(reversed.get()).isEqualTo(1);
        assertThat(refusals).hasSize(GeneratedHistory.THREADS - 1).containsOnly("error_reversed_already");
        assertThat(balances(house.id)).isEmpty();
    }

    @Test
    void aReversalNamesWhatHasMovedOn() {
        String document = codes.next(CodeKind.DONATION);
        Lot lot = receive(document, 5);
        String later = codes.next(CodeKind.DELIVERY);
        house.as(Role.VOLUNTEER, () -> {
            QuarkusTransaction.requiringNew().run(() -> ledger.move(List.of(new Transfer(
                    fresh(lot),
                    place(house.shelfA),
                    place(house.shelfB),
                    2,
                    histories.entry(Reason.PUT_AWAY, later)))));
            return null;
        });
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> house.as(Role.COORDINATOR, () -> {
                    QuarkusTransaction.requiringNew().run(() -> ledger.reverse(document, "wrong"));
                    return null;
                }))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("error_moved_on");
                    assertThat(refusal.facts()).containsEntry("documents", later).containsEntry("lot", lot.getCode());
                });
    }

    @Test
    void anotherOrganisationsLotsAndPlacesAreNotThereForTheLedger() {
        Lot lot = received(5);
        AnOrganisation.House other = organisations.open();
        for (Runnable act : List.<Runnable>of(
                () -> ledger.move(List.of(new Transfer(fresh(lot), place(house.shelfA), place(other.shelfA), 1, entry()))),
                () -> ledger.promise(List.of(new Promise(1L, "N-0000-0000", fresh(lot), place(house.shelfA), 1))),
                () -> ledger.receive(
                        1L, place(house.shelfA), entry(), List.of(histories.bag(1))),
                () -> ledger.convert(Making.of(ConversionKind.SORTING, fresh(lot), 1, place(house.shelfA), entry(), List.of())))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.as(Role.COORDINATOR, () -> {
                        QuarkusTransaction.requiringNew().run(act);
                        return null;
                    }))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(balances(house.id)).singleElement().satisfies(kept -> assertThat(kept.onHand()).isEqualTo(5));
        assertThat(balances(other.id)).isEmpty();
    }

    private Lot received(long quantity) {
        return receive(codes.next(CodeKind.DONATION), quantity);
    }

    private Lot receive(String document, long quantity) {
        return house.as(Role.VOLUNTEER, () -> QuarkusTransaction.requiringNew().call(() -> ledger.receive(
                        4_000_000_000_001L,
                        place(house.shelfA),
                        histories.entry(Reason.RECEIVED, document),
                        List.of(histories.bag(quantity)))
                .get(0)));
    }

    private Entry entry() {
        return histories.entry(Reason.PUT_AWAY, codes.next(CodeKind.DELIVERY));
    }

    private Lot fresh(Lot lot) {
        return database.find(Lot.class, lot.getId());
    }

    private Place place(String code) {
        return database.createQuery("from Place p where p.code = ?1", Place.class)
                .setParameter(1, code)
                .getSingleResult();
    }
}
