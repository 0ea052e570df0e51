package org.kindtrail.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kindtrail.account.Role;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.Codes;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.place.Place;
import org.kindtrail.place.Places;
import org.kindtrail.testing.AnOrganisation;
import org.kindtrail.testing.HouseTest;

/** What goes in comes out, and whose it is stays known, through any number of conversions. */
@HouseTest
class ConversionsTest {
    private static final long SEED = Long.getLong("kindtrail.test.seed", System.nanoTime() % 1_000_000);

    @Inject
    AnOrganisation organisations;

    @Inject
    Ledger ledger;

    @Inject
    Lots lots;

    @Inject
    Shares shares;

    @Inject
    Places places;

    @Inject
    Catalogue catalogue;

    @Inject
    Codes codes;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Clock clock;

    private AnOrganisation.House house;
    private long origins;

    @BeforeEach
    void open() {
        house = organisations.open();
        origins = 1_000_000L * house.id;
    }

    private <T> T work(Supplier<T> act) {
        return house.as(Role.COORDINATOR, () -> QuarkusTransaction.requiringNew().call(act::get));
    }

    private Place at() {
        return places.get(house.site);
    }

    private Entry entry() {
        return new Entry(Reason.WORKSHOP, codes.next(CodeKind.WORK), clock.instant());
    }

    private NewLot goods(String item, long quantity, Money worth) {
        return new NewLot(codes.next(CodeKind.BAG), catalogue.find(item), null, null, Grade.GOOD, quantity, worth);
    }

    private Lot given(String item, long quantity, Money worth) {
        origins++;
        return work(() -> ledger.receive(
                        origins,
                        at(),
                        new Entry(Reason.RECEIVED, codes.next(CodeKind.DONATION), clock.instant()),
                        List.of(goods(item, quantity, worth)))
                .get(0));
    }

    private Making.Input input(Lot lot, long quantity) {
        return new Making.Input(lots.findById(lot.getId()), at(), quantity);
    }

    /** Made of those lots, each whole, into one. */
    private Lot made(String item, long quantity, Lot... of) {
        return work(() -> {
            Conversion conversion = ledger.convert(new Making(
                    ConversionKind.WORKSHOP,
                    at(),
                    entry(),
                    List.of(of).stream().map(lot -> input(lot, lot.getQuantity())).toList(),
                    List.of(new Making.Output(goods(item, quantity, null), at()))));
            return lots.madeBy(List.of(conversion)).get(0);
        });
    }

    private SortedMap<Long, Long> sharesOf(Lot lot) {
        return work(() -> shares.of(List.of(lots.findById(lot.getId()))).get(lot.getId()));
    }

    @SuppressWarnings("unchecked")
    private SortedMap<Long, Long> quantitiesOf(Lot lot) {
        return work(() -> {
            SortedMap<Long, Long> quantities = new TreeMap<>();
            List<Object[]> rows = database.createNativeQuery("select origin, quantity from lot_share where lot_id = ?1", Object[].class)
                    .setParameter(1, lot.getId())
                    .getResultList();
            rows.forEach(row -> quantities.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
            return quantities;
        });
    }

    private long differences() throws Exception {
        try (var connection = connections.getConnection()) {
            Verification.Result result = Verification.of(connection);
            assertThat(result.first()).isEmpty();
            return result.differences();
        }
    }

    @Test
    void whatOneDonationAloneIsBehindStaysItsOwn() {
        Lot cards = given("used-greeting-cards", 40, null);
        Lot refurbished = made("refurbished-greeting-cards", 31, cards);
        assertThat(refurbished.getOrigin()).isEqualTo(cards.getOrigin());
        assertThat(quantitiesOf(refurbished)).isEmpty();
    }

    @Test
    void whatHasNoValueIsSharedByQuantity() {
        Lot mine = given("soap", 10, null);
        Lot theirs = given("soap", 30, new Money(100, "USD"));
        Lot kit = made("hygiene-kit", 7, mine, theirs);
        assertThat(kit.getOrigin()).isNull();
        assertThat(sharesOf(kit)).containsEntry(mine.getOrigin(), Shares.WHOLE / 4);
        assertThat(quantitiesOf(kit)).containsEntry(mine.getOrigin(), 2L).containsEntry(theirs.getOrigin(), 5L);
    }

    @Test
    void whatHasValueInOneCurrencyIsSharedByValue() {
        Lot dear = given("soap", 1, new Money(300, "USD"));
        Lot cheap = given("soap", 9, new Money(100, "USD"));
        assertThat(sharesOf(made("hygiene-kit", 1, dear, cheap))).containsEntry(dear.getOrigin(), Shares.WHOLE / 4 * 3);
        Lot dollars = given("soap", 1, new Money(300, "USD"));
        Lot tenge = given("soap", 3, new Money(100, "KZT"));
        assertThat(sharesOf(made("hygiene-kit", 1, dollars, tenge)))
                .as("currencies are never compared")
                .containsEntry(dollars.getOrigin(), Shares.WHOLE / 4);
    }

    @Test
    void whatIsKnownBetterThanByShareIsKeptSo() {
        Lot soap = given("soap", 4, null);
        Lot towels = given("towels", 4, null);
        Lot kits = made("hygiene-kit", 4, soap, towels);
        Conversion opened = work(() -> ledger.convert(new Making(
                ConversionKind.OPENING,
                at(),
                entry(),
                List.of(input(kits, 4)),
                List.of(
                        new Making.Output(goods("soap", 4, null), at(), List.of(soap)),
                        new Making.Output(goods("towels", 4, null), at(), List.of(towels))))));
        assertThat(lots.madeBy(List.of(opened)))
                .extracting(Lot::getOrigin)
                .containsExactly(soap.getOrigin(), towels.getOrigin());
    }

    /** A ledger of its own beside the program's: exact fractions. */
    private static final class Fractions {
        private final Map<Long, Map<Long, BigInteger>> numerators = new HashMap<>();
        private final Map<Long, BigInteger> denominators = new HashMap<>();

        void given(Lot lot) {
            numerators.put(lot.getId(), Map.of(lot.getOrigin(), BigInteger.ONE));
            denominators.put(lot.getId(), BigInteger.ONE);
        }

        void made(Lot lot, Map<Lot, Long> consumed) {
            Map<Long, BigInteger> sums = new HashMap<>();
            BigInteger common = BigInteger.ONE;
            for (Lot each : consumed.keySet()) {
                common = common.multiply(denominators.get(each.getId()));
            }
            BigInteger all = BigInteger.ZERO;
            for (Map.Entry<Lot, Long> each : consumed.entrySet()) {
                BigInteger factor = common.divide(denominators.get(each.getKey().getId())).multiply(BigInteger.valueOf(each.getValue()));
                numerators.get(each.getKey().getId())
                        .forEach((origin, part) -> sums.merge(origin, part.multiply(factor), BigInteger::add));
                all = all.add(common.multiply(BigInteger.valueOf(each.getValue())));
            }
            BigInteger gcd = sums.values().stream().reduce(all, BigInteger::gcd);
            sums.replaceAll((origin, part) -> part.divide(gcd));
            numerators.put(lot.getId(), sums);
            denominators.put(lot.getId(), all.divide(gcd));
        }

        BigDecimal of(Lot lot, Long origin) {
            return new BigDecimal(numerators.get(lot.getId()).getOrDefault(origin, BigInteger.ZERO))
                    .divide(new BigDecimal(denominators.get(lot.getId())), MathContext.DECIMAL64);
        }
    }

    @Test
    void throughTenHopsEveryLotIsWhollySharedAmongThoseBehindIt() throws Exception {
        System.out.println("conversions with seed " + SEED);
        Random random = new Random(SEED);
        Fractions exact = new Fractions();
        Map<Lot, Long> left = new HashMap<>();
        for (int donor = 0; donor < 12; donor++) {
            Lot lot = given("soap", 50 + random.nextInt(200), null);
            exact.given(lot);
            left.put(lot, lot.getQuantity());
        }
        for (int hop = 0; hop < 10; hop++) {
            List<Lot> there = new ArrayList<>(left.keySet().stream().filter(lot -> left.get(lot) > 0).sorted((a, b) -> a.getId().compareTo(b.getId())).toList());
            java.util.Collections.shuffle(there, random);
            Map<Lot, Long> consumed = new HashMap<>();
            there.stream().limit(2 + random.nextInt(4)).forEach(lot -> consumed.put(lot, 1 + random.nextLong(left.get(lot))));
            List<Long> outputs = random.ints(1 + random.nextInt(3), 1, 150).mapToObj(Long::valueOf).toList();
            List<Lot> made = work(() -> lots.madeBy(List.of(ledger.convert(new Making(
                    ConversionKind.WORKSHOP,
                    at(),
                    entry(),
                    consumed.entrySet().stream().map(each -> input(each.getKey(), each.getValue())).toList(),
                    outputs.stream().map(quantity -> new Making.Output(goods("soap", quantity, null), at())).toList())))));
            consumed.forEach((lot, quantity) -> left.merge(lot, -quantity, Long::sum));
            for (Lot lot : made) {
                exact.made(lot, consumed);
                left.put(lot, lot.getQuantity());
                SortedMap<Long, Long> known = sharesOf(lot);
                assertThat(known.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Shares.WHOLE);
                known.forEach((origin, share) -> assertThat(BigDecimal.valueOf(share, 12))
                        .isCloseTo(exact.of(lot, origin), org.assertj.core.data.Offset.offset(new BigDecimal("1e-10"))));
                if (known.size() > 1) {
                    SortedMap<Long, Long> quantities = quantitiesOf(lot);
                    assertThat(quantities.values()).allMatch(quantity -> quantity <= lot.getQuantity());
                    assertThat(quantities.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(lot.getQuantity());
                }
            }
        }
        assertThat(differences()).isZero();
    }

    @Test
    void whatWasMadeAndHasMovedOnStandsInTheWayOfTakingItBack() throws Exception {
        Lot soap = given("soap", 10, null);
        Entry first = entry();
        Lot kits = work(() -> lots.madeBy(List.of(ledger.convert(new Making(
                        ConversionKind.KIT, at(), first, List.of(input(soap, 10)), List.of(new Making.Output(goods("hygiene-kit", 5, null), at()))))))
                .get(0));
        Entry then = entry();
        work(() -> ledger.convert(new Making(
                ConversionKind.WORKSHOP, at(), then, List.of(input(kits, 2)), List.of(new Making.Output(goods("towels", 1, null), at())))));
        assertThatThrownBy(() -> work(() -> reversed(first.document())))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.facts()).containsEntry("documents", then.document()));
        work(() -> reversed(then.document()));
        work(() -> reversed(first.document()));
        assertThat(differences()).isZero();
    }

    private boolean reversed(String document) {
        ledger.reverse(document, "counted wrongly");
        return true;
    }

    @Test
    void whatNobodyGaveIsNobodys() throws Exception {
        List<Lot> found = work(() -> ledger.find(
                at(), new Entry(Reason.COUNTED, codes.next(CodeKind.TAKINGS), clock.instant()), List.of(goods("soap", 3, null))));
        Lot mine = given("soap", 1, null);
        assertThat(sharesOf(made("soap", 2, found.get(0), mine)))
                .containsEntry(Shares.OF_NOBODY, Shares.WHOLE / 4 * 3)
                .containsEntry(mine.getOrigin(), Shares.WHOLE / 4);
        assertThat(differences()).isZero();
    }

    @Test
    void aDivisionLosesNothingAndFavoursTheLargestRemainder() {
        assertThat(Shares.divide(10, List.of(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE))).containsExactly(4, 3, 3);
        assertThat(Shares.divide(4, List.of(BigInteger.TWO, BigInteger.valueOf(5), BigInteger.ONE))).containsExactly(1, 3, 0);
        assertThat(Shares.divide(0, List.of(BigInteger.ONE))).containsExactly(0);
    }
}
