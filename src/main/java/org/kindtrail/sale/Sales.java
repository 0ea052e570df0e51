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

/** The receipts of the organisation of this request. */
@ApplicationScoped
class Sales implements PanacheRepository<Sale> {
    private final Scope scope;

    Sales(Scope scope) {
        this.scope = scope;
    }

    /** With its lines; @throws NotFound when the organisation has no such receipt. */
    Sale get(String typed) {
        return find(
                        """
                        from Sale s join fetch s.drive left join fetch s.takings left join fetch s.lines n
                          left join fetch n.lot l left join fetch l.item
                        where s.code = ?1 and s.organisationId = ?2""",
                        Code.read(CodeKind.SALE, typed).orElse(""),
                        scope.organisation())
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** As it is now, and nobody else changes it. */
    void lock(Sale sale) {
        getEntityManager().refresh(sale, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean anyStands(Drive drive) {
        return count("drive = ?1 and reversedAt is null", drive) > 0;
    }

    /** Sums of receipts that stand. */
    record Sums(Long receipts, Long total) {}

    /** @param counted null: all; false: those that no count has */
    Sums sums(Drive drive, Boolean counted) {
        String which = counted == null ? "" : " and s.takings is null";
        return getEntityManager()
                .createQuery(
                        "select new org.kindtrail.sale.Sales$Sums(count(s.id), coalesce(sum(s.total), 0L)) from Sale s"
                                + " where s.drive = :drive and s.reversedAt is null" + which,
                        Sums.class)
                .setParameter("drive", drive)
                .getSingleResult();
    }

    /** All that no count has yet are in this one. */
    void count(Drive drive, Takings takings) {
        update("takings = ?1 where drive = ?2 and reversedAt is null and takings is null", takings, drive);
    }

    /** The count is taken back: they are in none. */
    void uncount(Takings takings) {
        update("takings = null where takings = ?1", takings);
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<SaleRow> newest(Drive drive, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        String where = " where s.organisationId = :organisation and s.id < :before";
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        if (drive != null) {
            where += " and s.drive = :drive";
            facts.put("drive", drive);
        }
        var query = getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.sale.SaleRow(s.id, s.code, d.code, d.title, s.kind, s.currency, s.total,
                          s.pieces, t.code, s.occurredAt, s.reversedAt)
                        from Sale s join s.drive d left join s.takings t
                        """
                                + where + " order by s.organisationId desc, s.id desc",
                        SaleRow.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    /** What a person is called; null when nobody is meant. */
    String nameOf(Long person) {
        return person == null
                ? null
                : getEntityManager()
                        .createQuery("select p.displayName from Person p where p.id = :person", String.class)
                        .setParameter("person", person)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .orElse(null);
    }
}
