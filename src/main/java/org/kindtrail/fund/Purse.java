package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.catalogue.Goods;
import org.kindtrail.kernel.Money;
import org.kindtrail.kernel.Refused;
import org.kindtrail.stock.Oldest;

/** What funds hold, and what is taken out of them: the oldest money first. */
@ApplicationScoped
class Purse {
    private final EntityManager database;
    private final Catalogue catalogue;
    private final Oldest oldest;
    private final Goods goods;
    private final Scope scope;

    Purse(EntityManager database, Catalogue catalogue, Oldest oldest, Goods goods, Scope scope) {
        this.database = database;
        this.catalogue = catalogue;
        this.oldest = oldest;
        this.goods = goods;
        this.scope = scope;
    }

    /**
     * Locks funds, in the order of their ids: nobody else takes money out of them until the end of the transaction.
     *
     * @throws Refused when one was changed since it was read: it may be for another programme by now
     */
    void lock(Collection<Fund> funds) {
        Map<Long, Integer> read = new HashMap<>();
        funds.forEach(fund -> read.put(fund.getId(), fund.getVersion()));
        database.createQuery("select f.id, f.version from Fund f where f in :funds order by f.id", Object[].class)
                .setParameter("funds", funds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> {
                    if (!row[1].equals(read.get((Long) row[0]))) {
                        throw new Refused("error_changed_meanwhile");
                    }
                });
    }

    /**
     * Money of a fund that is to go; the fund is locked.
     *
     * @param path the field that says how much
     * @return lots of it, together exactly the amount
     * @throws NotThere naming the fund, what it holds, and what was wanted
     */
    List<Oldest.Picked> take(String path, Fund fund, Money amount) {
        long held = held(List.of(fund)).get(fund.getId()).getOrDefault(amount.currency(), 0L);
        if (held < amount.minor()) {
            throw new NotThere(
                    path,
                    "error_fund_holds_less",
                    Map.of(
                            "fund", fund.getName(),
                            "holds", goods.money(new Money(held, amount.currency())),
                            "wanted", goods.money(amount)));
        }
        return oldest.pick(
                new Oldest.Sought(fund.getPlace(), catalogue.money(amount.currency()), null, null), amount.minor());
    }

    /** By the fund's id and then the currency: what it holds, in minor units. */
    Map<Long, SortedMap<String, Long>> held(Collection<Fund> funds) {
        Map<Long, SortedMap<String, Long>> held = new HashMap<>();
        funds.forEach(fund -> held.put(fund.getId(), new TreeMap<>()));
        if (!funds.isEmpty()) {
            database.createQuery(
                            """
                            select f.id, i.unit, sum(b.onHand) from Balance b join Fund f on f.place.id = b.placeId
                              join Item i on i.id = b.itemId
                            where f in :funds and f.organisationId = :organisation group by f.id, i.unit""",
                            Object[].class)
                    .setParameter("funds", funds)
                    .setParameter("organisation", scope.organisation())
                    .getResultList()
                    .forEach(row -> held.get((Long) row[0]).put((String) row[1], ((Number) row[2]).longValue()));
        }
        return held;
    }

    /** What a fund holds, by currency. */
    List<AmountView> holds(Fund fund) {
        return shown(held(List.of(fund)).get(fund.getId()));
    }

    static List<AmountView> shown(SortedMap<String, Long> held) {
        return held.entrySet().stream()
                .map(each -> AmountView.of(new Money(each.getValue(), each.getKey())))
                .toList();
    }
}
