package org.kindtrail.stocktake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.stock.Allocation;

/** The write-offs of the organisation of this request. */
@ApplicationScoped
class WriteOffs implements PanacheRepository<WriteOff> {
    private final Scope scope;

    WriteOffs(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such write-off */
    WriteOff get(String typed) {
        return find("code = ?1 and organisationId = ?2", code(typed), scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** As it is now, and nobody else changes it until the end of the transaction. */
    WriteOff locked(String typed) {
        return find("code = ?1 and organisationId = ?2", code(typed), scope.organisation())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    private static String code(String typed) {
        return Code.read(CodeKind.WRITE_OFF, typed).orElse("");
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<WriteOffRow> newest(WriteOffState state, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        String where = "";
        if (state != null) {
            facts.put("state", state);
            where = " and w.state = :state";
        }
        var query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.stocktake.WriteOffRow(w.id, w.code, w.state, w.cause, w.why, w.occurredAt,
                          p.displayName, w.reversedAt)
                        from WriteOff w left join Person p on p.id = w.recordedBy
                        where w.organisationId = :organisation and w.id < :before"""
                                + where + " order by w.organisationId desc, w.id desc",
                        WriteOffRow.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    /** In their order; {@code after} is the id to go on from. */
    List<WriteOffLine> lines(WriteOff of, Long after, int count) {
        return getEntityManager()
                .createQuery(
                        """
                        from WriteOffLine l join fetch l.lot join fetch l.place p left join fetch p.parent left join fetch p.top
                        where l.writeOffId = :of and l.id > :after order by l.writeOffId, l.id""",
                        WriteOffLine.class)
                .setParameter("of", of.getId())
                .setParameter("after", after == null ? Long.valueOf(Long.MIN_VALUE) : after)
                .setMaxResults(count)
                .getResultList();
    }

    /** What lines are worth together. */
    record Sum(String currency, Long worth, Long lines) {}

    /** By currency; without one, those of which nobody knows. */
    List<Sum> sums(WriteOff of) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.stocktake.WriteOffs$Sum(l.currency, coalesce(sum(l.worth), 0L), count(l))
                        from WriteOffLine l where l.writeOffId = :of group by l.currency order by l.currency""",
                        Sum.class)
                .setParameter("of", of.getId())
                .getResultList();
    }

    /** What is set apart for it, whatever became of that. */
    List<Allocation> held(WriteOff of) {
        return getEntityManager()
                .createQuery(
                        """
                        from Allocation a join fetch a.lot l join fetch l.item join fetch a.place p left join fetch p.parent
                          left join fetch p.top
                        where a.purposeCode = :code and a.organisationId = :organisation order by a.id""",
                        Allocation.class)
                .setParameter("code", of.getCode())
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    String nameOf(Long person) {
        return person == null
                ? null
                : getEntityManager()
                        .createQuery("select p.displayName from Person p where p.id = :person", String.class)
                        .setParameter("person", person)
                        .getSingleResult();
    }
}
