package org.kindtrail.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.stock.Movement;

/** What the organisation of this request passed on. */
@ApplicationScoped
class PassOns implements PanacheRepository<PassOn> {
    private final Scope scope;

    PassOns(Scope scope) {
        this.scope = scope;
    }

    PassOn get(String typed) {
        return find(
                        """
                        from PassOn p join fetch p.fromPlace f left join fetch f.top left join fetch p.drive
                        where p.code = ?1 and p.organisationId = ?2""",
                        Code.read(CodeKind.PASS_ON, typed).orElse(""),
                        scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** As it is now, and nobody else changes it. */
    void lock(PassOn passOn) {
        getEntityManager().refresh(passOn, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What it moved, in the order of the lots. */
    List<Movement> moved(PassOn passOn) {
        return getEntityManager()
                .createQuery(
                        """
                        from Movement m join fetch m.lot l join fetch l.item join fetch m.fromPlace f left join fetch f.top
                        where m.document = :document and m.organisationId = :organisation and m.reverses is null
                        order by m.id""",
                        Movement.class)
                .setParameter("document", passOn.getCode())
                .setParameter("organisation", scope.organisation())
                .getResultList();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<PassOnRow> newest(Drive drive, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        String where = " where p.organisationId = :organisation and p.id < :before";
        if (drive != null) {
            where += " and d = :drive";
            facts.put("drive", drive);
        }
        var query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.sale.PassOnRow(p.id, p.code, d.code, p.partner, p.partnerPublic,
                          p.occurredAt, p.reversedAt)
                        from PassOn p left join p.drive d
                        """
                                + where + " order by p.organisationId desc, p.id desc",
                        PassOnRow.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }
}
