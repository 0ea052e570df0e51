package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.StandardValues;
import org.kindtrail.kernel.Money;
import org.kindtrail.place.Place;

/** Makes conversions for the ledger: the lots that they bring forth, and what each of their inputs and origins has in those. */
@ApplicationScoped
class Conversions {
    /** What was made, and the movements that are still to be written. */
    record Made(List<Conversion> conversions, List<Transfer> transfers) {}

    private final EntityManager database;
    private final Shares shares;
    private final StandardValues values;
    private final Scope scope;
    private final Clock clock;
    private final KeptForProgramme programmes;

    Conversions(
            EntityManager database,
            Shares shares,
            StandardValues values,
            Scope scope,
            Clock clock,
            KeptForProgramme programmes) {
        this.programmes = programmes;
        this.database = database;
        this.shares = shares;
        this.values = values;
        this.scope = scope;
        this.clock = clock;
    }

    /** Lots that come to be; what they are worth is frozen on them. */
    List<Lot> lots(List<NewLot> goods, Long origin, Long conversion, Instant receivedAt) {
        return goods.stream().map(made -> lot(made, origin, conversion, receivedAt)).toList();
    }

    private Lot lot(NewLot made, Long origin, Long conversion, Instant receivedAt) {
        NewLot valued = made.worth() != null
                ? made
                : made.worth(values.worth(made.item(), made.grade(), made.quantity()));
        Lot lot = new Lot(scope.organisation(), valued, origin, conversion, receivedAt, clock.instant());
        database.persist(lot);
        return lot;
    }

    Made make(List<Making> makings, Place converted) {
        Map<Long, SortedMap<Long, Long>> origins = shares.of(involved(makings));
        List<Conversion> conversions = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        Map<Conversion, SortedMap<Long, Consumed>> inputs = new HashMap<>();
        SortedMap<Long, List<Shares.Share>> shared = new TreeMap<>();
        for (Making making : makings) {
            Conversion conversion = new Conversion(
                    scope.organisation(), making.kind(), making.entry(), making.at().getId(), clock.instant(), scope.personOrNull());
            database.persist(conversion);
            conversions.add(conversion);
            SortedMap<Long, Consumed> consumed = consumed(making);
            inputs.put(conversion, consumed);
            making.inputs().forEach(input ->
                    transfers.add(new Transfer(input.lot(), input.from(), converted, input.quantity(), making.entry())));
            SortedMap<Long, Long> mixed = mixed(origins, consumed);
            Instant oldest = making.inputs().stream()
                    .map(input -> input.lot().getReceivedAt())
                    .min(Comparator.naturalOrder())
                    .orElse(making.entry().occurredAt());
            for (Making.Output output : making.outputs()) {
                SortedMap<Long, Long> of = output.of() == null ? mixed : mixed(origins, output.of());
                Lot lot = lot(kept(making, output), of.size() == 1 ? of.firstKey() : null, conversion.getId(), oldest);
                if (of.size() > 1) {
                    shared.put(lot.getId(), Shares.portions(of, lot.getQuantity()));
                }
                transfers.add(new Transfer(lot, converted, output.to(), lot.getQuantity(), making.entry()));
            }
        }
        database.flush();
        keep(conversions, inputs);
        shares.keep(shared);
        return new Made(conversions, transfers);
    }

    /** What is made of goods that are kept for a programme is kept for it too; money is kept by its fund. */
    private NewLot kept(Making making, Making.Output output) {
        if (output.made().item().getCategory().equals(Catalogue.MONEY)) {
            return output.made();
        }
        Collection<Lot> of = output.of() != null
                ? output.of()
                : making.inputs().stream().map(Making.Input::lot).toList();
        Long programme = programmes.ofAll(of, output.made().programme());
        return programme == null ? output.made() : output.made().keptFor(programme);
    }

    private static Set<Lot> involved(List<Making> makings) {
        Set<Lot> lots = new HashSet<>();
        for (Making making : makings) {
            making.inputs().forEach(input -> lots.add(input.lot()));
            making.outputs().stream()
                    .map(Making.Output::of)
                    .flatMap(of -> of == null ? Stream.empty() : of.stream())
                    .forEach(lots::add);
        }
        return lots;
    }

    /** What is consumed of one lot, wherever it lay, and what it counts. */
    private record Consumed(long quantity, BigInteger weight, long share) {
        Consumed and(Consumed more) {
            return new Consumed(Math.addExact(quantity, more.quantity), weight.add(more.weight), 0);
        }

        Consumed sharing(long of) {
            return new Consumed(quantity, weight, of);
        }
    }

    private static SortedMap<Long, Consumed> consumed(Making making) {
        if (making.inputs().isEmpty()) {
            throw new IllegalArgumentException("a conversion consumes something");
        }
        List<BigInteger> weights = weights(making.inputs());
        SortedMap<Long, Consumed> consumed = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            Making.Input input = making.inputs().get(i);
            consumed.merge(input.lot().getId(), new Consumed(input.quantity(), weights.get(i), 0), Consumed::and);
        }
        long[] divided =
                Shares.divide(Shares.WHOLE, consumed.values().stream().map(Consumed::weight).toList());
        int at = 0;
        for (Map.Entry<Long, Consumed> each : consumed.entrySet()) {
            each.setValue(each.getValue().sharing(divided[at++]));
        }
        return consumed;
    }

    /** By what was said, else by value where all are known and of one currency, else by quantity. */
    private static List<BigInteger> weights(List<Making.Input> inputs) {
        if (inputs.stream().allMatch(input -> input.weight() != null)) {
            return inputs.stream().map(input -> BigInteger.valueOf(input.weight())).toList();
        }
        List<BigInteger> values = inputs.stream().map(Conversions::value).toList();
        boolean comparable = inputs.stream().map(input -> currency(input.lot())).distinct().count() == 1
                && !values.contains(null)
                && values.stream().anyMatch(value -> value.signum() > 0);
        return comparable
                ? values
                : inputs.stream().map(input -> BigInteger.valueOf(input.quantity())).toList();
    }

    private static String currency(Lot lot) {
        Money worth = lot.getWorth();
        return isMoney(lot) ? lot.getItem().getUnit() : worth == null ? null : worth.currency();
    }

    private static boolean isMoney(Lot lot) {
        return lot.getItem().getCategory().equals(Catalogue.MONEY);
    }

    /** A million times what the part of the lot is worth, so that parts of it are whole numbers; null when nobody said. */
    private static BigInteger value(Making.Input input) {
        BigInteger million = BigInteger.valueOf(1_000_000);
        BigInteger quantity = BigInteger.valueOf(input.quantity()).multiply(million);
        if (isMoney(input.lot())) {
            return quantity;
        }
        Money worth = input.lot().getWorth();
        return worth == null
                ? null
                : quantity.multiply(BigInteger.valueOf(worth.minor())).divide(BigInteger.valueOf(input.lot().getQuantity()));
    }

    private static SortedMap<Long, Long> mixed(
            Map<Long, SortedMap<Long, Long>> origins, SortedMap<Long, Consumed> consumed) {
        return Shares.mix(origins, consumed.entrySet().stream()
                .filter(each -> each.getValue().share() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> BigInteger.valueOf(each.getValue().share()))));
    }

    /** Of some of the lots, each by how much there was of it. */
    private static SortedMap<Long, Long> mixed(Map<Long, SortedMap<Long, Long>> origins, List<Lot> of) {
        return Shares.mix(origins, of.stream()
                .collect(Collectors.toMap(Lot::getId, lot -> BigInteger.valueOf(lot.getQuantity()), BigInteger::add)));
    }

    private void keep(List<Conversion> conversions, Map<Conversion, SortedMap<Long, Consumed>> inputs) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into conversion_input (conversion_id, lot_id, quantity, share) values (?, ?, ?, ?)")) {
                for (Conversion conversion : conversions) {
                    for (Map.Entry<Long, Consumed> each : inputs.get(conversion).entrySet()) {
                        insert.setLong(1, conversion.getId());
                        insert.setLong(2, each.getKey());
                        insert.setLong(3, each.getValue().quantity());
                        insert.setLong(4, each.getValue().share());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }
}
