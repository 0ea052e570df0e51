package org.kindtrail.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.History;
import org.kindtrail.account.Scope;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Allocation;
import org.kindtrail.stock.Ledger;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Promise;
import org.kindtrail.watch.Deed;
import org.kindtrail.watch.Deeds;

/**
 * Promises to many needs at once, all or nothing. Whoever calls it locks first, by {@link #lock}: the needs in the order of
 * their ids, then the lots; what is read afterwards stays true until the end of the transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PromiseMany {
    private static final int BATCH = 500;

    private final EntityManager database;
    private final Ledger ledger;
    private final Scope scope;
    private final History history;
    private final Today today;
    private final Deeds deeds;

    PromiseMany(EntityManager database, Ledger ledger, Scope scope, History history, Today today, Deeds deeds) {
        this.deeds = deeds;
        this.database = database;
        this.ledger = ledger;
        this.scope = scope;
        this.history = history;
        this.today = today;
    }

    /** So much of a lot at a place for a line. */
    public record Given(NeedLine line, Lot lot, Place place, long quantity) {}

    /** Locks the needs, and after them the lots. */
    public void lock(Collection<Long> needs, Collection<Long> lots) {
        List<Long> sorted = needs.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            database.createQuery("select n.id from Need n where n.id in :needs and n.organisationId = :organisation order by n.id", Long.class)
                    .setParameter("needs", sorted.subList(from, Math.min(from + BATCH, sorted.size())))
                    .setParameter("organisation", scope.organisation())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
        }
        ledger.lock(lots);
    }

    /**
     * @param given to lines of needs that are locked and open
     * @throws org.kindtrail.stock.NotEnoughStock when less is free than is given
     */
    public void promise(List<Given> given) {
        Instant until = today.promisesUntil();
        List<Allocation> made = promised(given.stream()
                .map(each -> new Promise(
                        each.line().getId(), each.line().getNeed().getCode(), each.lot(), each.place(), each.quantity(), until))
                .toList());
        deeds.done(Deed.PROMISED, made.size());
        given.forEach(each -> each.line().promise(each.quantity()));
        Map<String, List<String>> told = new LinkedHashMap<>();
        made.forEach(each -> told.computeIfAbsent(each.getPurposeCode(), unknown -> new ArrayList<>())
                .add(each.getQuantity() + " " + each.getLot().getCode()));
        told.forEach((need, words) -> history.note(need, "need_promised", String.join(", ", words), null));
    }

    /** What waits is written before; without this each of the many reads would look through all that was read until then. */
    private List<Allocation> promised(List<Promise> promises) {
        FlushModeType usual = database.getFlushMode();
        database.flush();
        database.setFlushMode(FlushModeType.COMMIT);
        try {
            return ledger.promise(promises);
        } finally {
            database.setFlushMode(usual);
        }
    }
}
