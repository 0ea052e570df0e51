package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;

/** Reads the promises of the organisation of this request. */
@ApplicationScoped
class Allocations {
    private final EntityManager database;
    private final Scope scope;

    Allocations(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** What of the lot is set apart now. */
    List<Allocation> held(Lot lot) {
        return database.createQuery(
                        """
                        from Allocation a join fetch a.place p left join fetch p.parent left join fetch p.top
                        where a.lot = :lot and a.state = PENDING and a.purpose = :held and a.organisationId = :organisation
                        order by a.id""",
                        Allocation.class)
                .setParameter("lot", lot)
                .setParameter("held", Allocation.HELD)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(50)
                .getResultList();
    }

    /** Oldest first; {@code after} is the id to go on from. */
    List<Allocation> list(String purpose, Long lot, Allocation.State state, Long after, int count) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder(" where a.organisationId = :organisation and a.id > :after");
        facts.put("organisation", scope.organisation());
        facts.put("after", after == null ? Long.MIN_VALUE : after);
        if (purpose != null) {
            where.append(" and a.purposeCode = :purpose");
            facts.put("purpose", purpose);
        }
        if (lot != null) {
            where.append(" and a.lot.id = :lot");
            facts.put("lot", lot);
        }
        if (state != null) {
            where.append(" and a.state = :state");
            facts.put("state", state);
        }
        TypedQuery<Allocation> query = database.createQuery(
                "from Allocation a join fetch a.lot join fetch a.place p left join fetch p.top" + where
                        + " order by a.organisationId, a.id",
                Allocation.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }
}
