package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;

/** Reads the ledger of the organisation of this request. */
@ApplicationScoped
class Movements {
    private final EntityManager database;
    private final Scope scope;

    Movements(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** Oldest first; {@code after} is the id to go on from. */
    List<Moved> list(Long lot, String document, Long after, int count) {
        Map<String, Object> facts = new HashMap<>();
        StringBuilder where = new StringBuilder(" where m.organisationId = :organisation and m.id > :after");
        facts.put("organisation", scope.organisation());
        facts.put("after", after == null ? Long.MIN_VALUE : after);
        if (lot != null) {
            where.append(" and m.lot.id = :lot");
            facts.put("lot", lot);
        }
        if (document != null) {
            where.append(" and m.document = :document");
            facts.put("document", document);
        }
        TypedQuery<Moved> query = database.createQuery(
                """
                select new org.kindtrail.stock.Moved(m.id, l.code, l.item.id, l.size, l.grade, f.code, f.kind, f.name, fs.name,
                  t.code, t.kind, t.name, ts.name, m.quantity, m.reason, m.document, m.why, m.occurredAt, m.recordedAt,
                  w.displayName, m.reverses, (select back.id from Movement back where back.reverses = m.id))
                from Movement m join m.lot l join m.fromPlace f left join f.top fs join m.toPlace t
                  left join t.top ts left join Person w on w.id = m.recordedBy"""
                        + where + " order by m.organisationId, m.id",
                Moved.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    boolean has(String document) {
        return !database.createQuery(
                        "select m.id from Movement m where m.document = :document and m.organisationId = :organisation",
                        Long.class)
                .setParameter("document", document)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
