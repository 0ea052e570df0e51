package org.kindtrail.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindtrail.programme.Charges;

/** What purchases and pay-outs spent for a programme, and what suppliers gave back; what was reversed does not count. */
@ApplicationScoped
class ProgrammeCharges implements Charges {
    private final EntityManager database;

    ProgrammeCharges(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<Spent> of(Long programme, String currency) {
        List<Spent> spent = new ArrayList<>();
        for (Object[] row : rows(
                """
                select b.line, w.currency, sum(w.amount), d.currency, sum(w.countsFor) from Purchase d join d.draws w
                  left join d.budgetLine b where d.programme.id = :programme and d.reversedAt is null
                group by b.line, w.currency, d.currency""",
                programme)) {
            boolean counts = !currency.equals(row[1]) && currency.equals(row[3]);
            spent.add(new Spent(
                    (Integer) row[0], counts ? currency : (String) row[1], ((Number) row[counts ? 4 : 2]).longValue()));
        }
        for (Object[] row : rows(
                """
                select b.line, d.currency, sum(d.amount) from PayOut d left join d.budgetLine b
                where d.programme.id = :programme and d.reversedAt is null group by b.line, d.currency""",
                programme)) {
            spent.add(new Spent((Integer) row[0], (String) row[1], ((Number) row[2]).longValue()));
        }
        for (Object[] row : rows(
                """
                select b.line, r.currency, sum(r.amount) from Refund r join r.purchase d left join d.budgetLine b
                where d.programme.id = :programme and d.reversedAt is null and r.reversedAt is null
                group by b.line, r.currency""",
                programme)) {
            spent.add(new Spent((Integer) row[0], (String) row[1], -((Number) row[2]).longValue()));
        }
        return spent;
    }

    private List<Object[]> rows(String query, Long programme) {
        return database.createQuery(query, Object[].class)
                .setParameter("programme", programme)
                .getResultList();
    }

    @Override
    public Set<Integer> named(Long programme) {
        Set<Integer> lines = new HashSet<>();
        for (String act : List.of("Purchase", "PayOut")) {
            lines.addAll(database.createQuery(
                            "select distinct d.budgetLine.line from " + act + " d where d.programme.id = :programme",
                            Integer.class)
                    .setParameter("programme", programme)
                    .getResultList());
        }
        return lines;
    }
}
