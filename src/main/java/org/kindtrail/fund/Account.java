package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Money;
import org.kindtrail.stock.Reason;

/** Adds up what the ledger says of a fund: what earned it, and what it paid. What was taken back counts on neither side. */
@ApplicationScoped
class Account {
    private static final String STANDS =
            " and m.organisationId = :organisation and m.reverses is null"
                    + " and not exists (select 1 from Movement back where back.reverses = m.id)";

    private final EntityManager database;
    private final Scope scope;

    Account(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    private record Key(Reason reason, String place, String currency) {}

    /** Of sales, by where they were. */
    List<FlowView> earned(Fund fund) {
        return flows(
                fund,
                """
                select m.reason, i.unit, p.name, s.name, sum(m.quantity) from Movement m join m.lot l join l.item i
                  left join Conversion c on c.id = l.conversionId and m.reason = SOLD
                  left join Place p on p.id = c.placeId left join p.top s
                where m.toPlace = :place""" + STANDS + " group by m.reason, i.unit, p.name, s.name");
    }

    List<FlowView> paid(Fund fund) {
        return flows(
                fund,
                """
                select m.reason, i.unit, null, null, sum(m.quantity) from Movement m join m.lot l join l.item i
                where m.fromPlace = :place""" + STANDS + " group by m.reason, i.unit");
    }

    private List<FlowView> flows(Fund fund, String query) {
        Map<Key, Long> sums = new LinkedHashMap<>();
        database.createQuery(query + " order by m.reason, i.unit", Object[].class)
                .setParameter("place", fund.getPlace())
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .forEach(row -> sums.merge(
                        new Key((Reason) row[0], place((String) row[2], (String) row[3]), (String) row[1]),
                        ((Number) row[4]).longValue(),
                        Math::addExact));
        List<FlowView> flows = new ArrayList<>();
        sums.forEach((key, sum) -> flows.add(
                new FlowView(key.reason(), key.place(), new Money(sum, key.currency()).plain(), key.currency())));
        return flows;
    }

    private static String place(String name, String site) {
        return site == null ? name : site + ", " + name;
    }
}
