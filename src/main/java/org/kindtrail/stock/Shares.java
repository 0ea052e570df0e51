package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * What each origin has in a lot. A lot with one origin bears it itself; of others the shares are kept, as whole numbers that
 * add up to {@link #WHOLE}, and the quantities that follow from them, which add up to the lot's. Both are rounded by the
 * largest remainder, so nothing is lost through any number of conversions.
 */
@ApplicationScoped
public class Shares {
    /** All of a lot. */
    public static final long WHOLE = 1_000_000_000_000L;
    /** The origin of what was found in the house: nobody's donation. */
    public static final long OF_NOBODY = 0;

    private static final int BATCH = 500;

    /**
     * What an origin has in a lot.
     *
     * @param share of {@link #WHOLE}
     * @param quantity in the item's unit; of few things that many have a share in, most have none that is whole
     */
    public record Share(long origin, long share, long quantity) {}

    private final EntityManager database;

    Shares(EntityManager database) {
        this.database = database;
    }

    /** What the origins have in each of the lots, by the lot's id and then by origin; in few statements, however many. */
    public Map<Long, SortedMap<Long, Long>> of(Collection<Lot> lots) {
        Map<Long, SortedMap<Long, Long>> shares = new HashMap<>();
        List<Long> shared = new ArrayList<>();
        for (Lot lot : lots) {
            if (lot.getOrigin() != null) {
                shares.put(lot.getId(), new TreeMap<>(Map.of(lot.getOrigin(), WHOLE)));
            } else if (shares.put(lot.getId(), new TreeMap<>()) == null) {
                shared.add(lot.getId());
            }
        }
        for (int from = 0; from < shared.size(); from += BATCH) {
            List<Object[]> rows = database.createNativeQuery(
                            "select lot_id, origin, share from lot_share where lot_id in (:lots)", Object[].class)
                    .setParameter("lots", shared.subList(from, Math.min(from + BATCH, shared.size())))
                    .getResultList();
            rows.forEach(row -> shares.get(number(row[0])).put(number(row[1]), number(row[2])));
        }
        return shares;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Keeps what several origins have in lots that were made; in the order of the lots' ids. */
    void keep(SortedMap<Long, List<Share>> made) {
        if (made.isEmpty()) {
            return;
        }
        database.flush();
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into lot_share (lot_id, origin, share, quantity) values (?, ?, ?, ?)")) {
                for (Map.Entry<Long, List<Share>> lot : made.entrySet()) {
                    for (Share share : lot.getValue()) {
                        insert.setLong(1, lot.getKey());
                        insert.setLong(2, share.origin());
                        insert.setLong(3, share.share());
                        insert.setLong(4, share.quantity());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    /**
     * Mixes what origins have in several lots.
     *
     * @param parts by lot: what the origins have in it
     * @param weights by lot: how much the lot counts
     * @return what the origins have in the mixture; adds up to {@link #WHOLE}
     */
    static SortedMap<Long, Long> mix(Map<Long, SortedMap<Long, Long>> parts, Map<Long, BigInteger> weights) {
        SortedMap<Long, BigInteger> sums = new TreeMap<>();
        weights.forEach((lot, weight) -> parts.get(lot)
                .forEach((origin, share) ->
                        sums.merge(origin, weight.multiply(BigInteger.valueOf(share)), BigInteger::add)));
        List<Long> origins = List.copyOf(sums.keySet());
        long[] shares = divide(WHOLE, List.copyOf(sums.values()));
        SortedMap<Long, Long> mixed = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            mixed.put(origins.get(i), shares[i]);
        }
        return mixed;
    }

    /** What each origin has in a lot of that quantity. */
    static List<Share> portions(SortedMap<Long, Long> shares, long quantity) {
        List<Long> origins = List.copyOf(shares.keySet());
        long[] quantities =
                divide(quantity, shares.values().stream().map(BigInteger::valueOf).toList());
        List<Share> portions = new ArrayList<>();
        for (int i = 0; i < quantities.length; i++) {
            portions.add(new Share(origins.get(i), shares.get(origins.get(i)), quantities[i]));
        }
        return portions;
    }

    /**
     * Divides a whole in proportion to weights, in whole numbers that add up to it exactly: each gets what it has whole, and
     * what is left goes one by one to those with the largest remainders, of equal ones to the first.
     *
     * @param weights not negative, and not all nothing
     */
    public static long[] divide(long whole, List<BigInteger> weights) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger all = BigInteger.valueOf(whole);
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[parts.length];
        long left = whole;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] part = all.multiply(weights.get(i)).divideAndRemainder(sum);
            parts[i] = part[0].longValueExact();
            remainders[i] = part[1];
            left -= parts[i];
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            byRemainder.add(i);
        }
        byRemainder.sort((one, other) -> remainders[other].compareTo(remainders[one]));
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
    }
}
