package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.Session;
import org.kindtrail.database.Vendor;
import org.kindtrail.kernel.Refused;
import org.kindtrail.kernel.Rows;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;

/**
 * Keeps the balances equal to the ledger. Whoever changes what a lot's balances are locks the lot first, in the order of
 * the lots' ids; under that lock the balances are read, and then changed by differences that the database adds up. Its
 * check constraint is the last guard.
 */
@ApplicationScoped
class Balances {
    /** How a balance of the lot is to change. */
    record Change(Lot lot, long onHand, long allocated) {
        Change and(long moreOnHand, long moreAllocated) {
            return new Change(lot, Math.addExact(onHand, moreOnHand), Math.addExact(allocated, moreAllocated));
        }
    }

    /** What stands there. */
    record Standing(long onHand, long allocated) {
        static final Standing NOTHING = new Standing(0, 0);

        long available() {
            return onHand - allocated;
        }
    }

    private static final int BATCH = 500;
    private static final String STANDING =
            """
            select b.lot_id, b.place_id, b.on_hand, b.allocated
            from unnest(cast(:lots as bigint array), cast(:places as bigint array)) k (lot, place)
              join balance b on b.lot_id = k.lot and b.place_id = k.place""";
    private final EntityManager database;
    private final String lockPlace;
    private final String lockAlone;
    private final String lockLots;

    Balances(EntityManager database, Vendor vendor) {
        this.database = database;
        // Those who put goods somewhere do not shut each other out, where the product can say so.
        this.lockPlace = vendor == Vendor.POSTGRESQL ? " for share" : " for update";
        this.lockAlone = vendor == Vendor.POSTGRESQL ? " for no key update" : " for update";
        this.lockLots = "select id from lot where id = any(:lots) order by id" + lockAlone;
    }

    /**
     * Locks the lots, in the order of their ids; what others are doing with them is waited for. On PostgreSQL it is the
     * lock that lets others refer to the lot meanwhile (for no key update), so that a document's line about it never waits.
     */
    void lock(Collection<Long> lots) {
        List<Long> sorted = lots.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            Rows.readUnflushed(
                    database, lockLots, Map.of("lots", some(sorted, from)), row -> row.number(1));
        }
    }

    private static Long[] some(List<Long> all, int from) {
        return all.subList(from, Math.min(from + BATCH, all.size())).toArray(Long[]::new);
    }

    /** A container as it is under the lock. */
    record Container(Long id, Long organisationId, boolean sealed, PlaceKind top) {}

    /**
     * Locks the containers, in the order of their ids, so that nobody moves, seals or hands them over meanwhile. Lots are locked
     * before, sites and shelves after.
     */
    List<Container> lockContainers(Collection<Long> containers) {
        List<Container> locked = new ArrayList<>();
        for (List<Long> some : lockPlaces(containers, lockPlace)) {
            locked.addAll(database.createQuery(
                            "select new org.kindtrail.stock.Balances$Container(p.id, p.organisationId, p.sealed, t.kind)"
                                    + " from Place p join p.top t where p.id in :ids",
                            Container.class)
                    .setParameter("ids", some)
                    .getResultList());
        }
        return locked;
    }

    /** The same for whoever changes them: nobody else reaches into them meanwhile. */
    void lockAlone(Collection<Long> containers) {
        lockPlaces(containers, lockAlone);
    }

    private List<List<Long>> lockPlaces(Collection<Long> containers, String lock) {
        List<List<Long>> batches = new ArrayList<>();
        List<Long> sorted = containers.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            List<Long> some = sorted.subList(from, Math.min(from + BATCH, sorted.size()));
            database.createNativeQuery("select id from place where id in (:ids) order by id" + lock, Long.class)
                    .setParameter("ids", some)
                    .getResultList();
            batches.add(some);
        }
        return batches;
    }

    /** What stands there; to be asked under the lock. */
    Map<BalanceKey, Standing> standing(Collection<BalanceKey> keys) {
        Map<BalanceKey, Standing> standing = new HashMap<>();
        List<BalanceKey> all = keys.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<BalanceKey> some = all.subList(from, Math.min(from + BATCH, all.size()));
            Rows.readUnflushed(
                    database,
                    STANDING,
                    Map.of(
                            "lots", some.stream().map(BalanceKey::lotId).toArray(Long[]::new),
                            "places", some.stream().map(BalanceKey::placeId).toArray(Long[]::new)),
                    row -> standing.put(
                            new BalanceKey(row.number(1), row.number(2)), new Standing(row.number(3), row.number(4))));
        }
        return standing;
    }

    /** Applies the changes; {@code standing} is what was read under the lock (empty for lots that are new). */
    void apply(SortedMap<BalanceKey, Change> changes, Map<BalanceKey, Standing> standing) {
        SortedMap<BalanceKey, Change> fresh = new TreeMap<>();
        SortedMap<BalanceKey, Change> changed = new TreeMap<>();
        List<BalanceKey> emptied = new ArrayList<>();
        changes.forEach((key, change) -> {
            Standing now = standing.get(key);
            if (change.onHand() == 0 && change.allocated() == 0) {
                return;
            }
            if (now == null) {
                fresh.put(key, change);
            } else {
                changed.put(key, change);
                if (now.onHand() + change.onHand() == 0 && now.allocated() + change.allocated() == 0) {
                    emptied.add(key);
                }
            }
        });
        add(fresh);
        change(changed);
        remove(emptied);
    }

    /**
     * Goods come to lie where none of their lot lay. The place is locked in the same statement, after the lots and in the
     * order of the places' ids, and must be open: whoever closes it locks it too, and looks whether anything lies there.
     */
    private void add(SortedMap<BalanceKey, Change> fresh) {
        List<Map.Entry<BalanceKey, Change>> byPlace = fresh.entrySet().stream()
                .sorted(Comparator.comparing(row -> row.getKey().placeId()))
                .toList();
        batch(
                "insert into balance (lot_id, place_id, item_id, on_hand, allocated, expires_on, received_at, stored)"
                        + " select cast(? as bigint), id, cast(? as bigint), cast(? as bigint), cast(? as bigint), cast(? as date),"
                        + " cast(? as timestamp with time zone), kind not in " + Balance.NOT_STORED + " from place where id = ? and active" + lockPlace,
                byPlace,
                (insert, row) -> {
                    Lot lot = row.getValue().lot();
                    insert.setLong(1, row.getKey().lotId());
                    insert.setLong(2, lot.getItem().getId());
                    insert.setLong(3, row.getValue().onHand());
                    insert.setLong(4, row.getValue().allocated());
                    insert.setObject(5, lot.getExpiresOn());
                    insert.setObject(6, OffsetDateTime.ofInstant(lot.getReceivedAt(), ZoneOffset.UTC));
                    insert.setLong(7, row.getKey().placeId());
                },
                this::closed);
    }

    private RuntimeException closed(Map.Entry<BalanceKey, Change> row) {
        Place place = database.find(Place.class, row.getKey().placeId());
        return new Refused("error_place_closed", Map.of("place", place.label()));
    }

    private void change(SortedMap<BalanceKey, Change> changed) {
        batch(
                "update balance set on_hand = on_hand + ?, allocated = allocated + ? where lot_id = ? and place_id = ?",
                changed.entrySet(),
                (update, row) -> {
                    update.setLong(1, row.getValue().onHand());
                    update.setLong(2, row.getValue().allocated());
                    update.setLong(3, row.getKey().lotId());
                    update.setLong(4, row.getKey().placeId());
                });
    }

    /** A row lives only while something is there, so that lists cost what they show. */
    private void remove(List<BalanceKey> emptied) {
        batch(
                "delete from balance where lot_id = ? and place_id = ? and on_hand = 0 and allocated = 0",
                emptied,
                (delete, key) -> {
                    delete.setLong(1, key.lotId());
                    delete.setLong(2, key.placeId());
                });
    }

    private interface Fill<R> {
        void into(PreparedStatement statement, R row) throws java.sql.SQLException;
    }

    private <R> void batch(String sql, Collection<R> rows, Fill<R> fill) {
        batch(sql, rows, fill, row -> new IllegalStateException("a balance was changed past its lock"));
    }

    /** @param untouched what it means when the database did not find what a row names */
    private <R> void batch(
            String sql, Collection<R> rows, Fill<R> fill, Function<R, RuntimeException> untouched) {
        if (rows.isEmpty()) {
            return;
        }
        List<R> missed = new ArrayList<>();
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (R row : rows) {
                    fill.into(statement, row);
                    statement.addBatch();
                }
                int[] touched = statement.executeBatch();
                int at = 0;
                for (R row : rows) {
                    int count = touched[at++];
                    if (count != 1 && count != Statement.SUCCESS_NO_INFO) {
                        missed.add(row);
                    }
                }
            }
        });
        if (!missed.isEmpty()) {
            throw untouched.apply(missed.get(0));
        }
    }
}
