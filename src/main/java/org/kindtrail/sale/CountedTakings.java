package org.kindtrail.sale;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Item;
import org.kindtrail.drive.Drive;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** The counted takings of the organisation of this request. */
@ApplicationScoped
class CountedTakings implements PanacheRepository<Takings> {
    private static final String ROWS =
            """
            select new org.kindtrail.sale.TakingsView(t.id, t.code, d.code, d.title, t.currency, t.expected, t.counted,
              t.receipts, t.why, t.occurredAt, t.recordedAt, p.displayName, t.reversedAt)
            from Takings t join t.drive d left join Person p on p.id = t.recordedBy
            where t.organisationId = :organisation""";

    private static final String PROCEEDS =
            "select c.id from Conversion c join Sale s on s.code = c.document where s.drive = :drive";

    private final Scope scope;

    CountedTakings(Scope scope) {
        this.scope = scope;
    }

    TakingsView view(String typed) {
        return getEntityManager()
                .createQuery(ROWS + " and t.code = :code", TakingsView.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("code", Code.read(CodeKind.TAKINGS, typed).orElse(""))
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(typed));
    }

    Takings get(String typed) {
        return find(
                        "from Takings t join fetch t.drive where t.code = ?1 and t.organisationId = ?2",
                        Code.read(CodeKind.TAKINGS, typed).orElse(""),
                        scope.organisation())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(typed));
    }

    /** As it is now, and nobody else changes it. */
    void lock(Takings takings) {
        getEntityManager().refresh(takings, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<TakingsView> newest(Drive drive, Long before, int count) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", scope.organisation());
        facts.put("before", before == null ? Long.MAX_VALUE : before);
        String where = " and t.id < :before";
        if (drive != null) {
            where += " and t.drive = :drive";
            facts.put("drive", drive);
        }
        var query = getEntityManager().createQuery(ROWS + where + " order by t.organisationId desc, t.id desc", TakingsView.class);
        facts.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    /** What counts of a drive that stand say together. */
    record Sums(Long expected, Long counted) {}

    Sums sums(Drive drive) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.sale.CountedTakings$Sums(coalesce(sum(t.expected), 0L),
                          coalesce(sum(t.counted), 0L))
                        from Takings t where t.drive = :drive and t.reversedAt is null""",
                        Sums.class)
                .setParameter("drive", drive)
                .getSingleResult();
    }

    /** Money that sales of the drive earned and that still lies in the fund. */
    record Proceeds(Lot lot, Long free) {}

    /** The newest first; {@code from}: how many to leave out. */
    List<Proceeds> proceeds(Drive drive, Place fund, Item money, int from, int count) {
        return getEntityManager()
                .createQuery(
                        "select new org.kindtrail.sale.CountedTakings$Proceeds(l, b.onHand - b.allocated) from Balance b"
                                + " join Lot l on l.id = b.lotId where b.placeId = :fund and b.itemId = :item"
                                + " and b.onHand > b.allocated and l.conversionId in ("
                                + PROCEEDS + ") order by l.id desc",
                        Proceeds.class)
                .setParameter("fund", fund.getId())
                .setParameter("item", money.getId())
                .setParameter("drive", drive)
                .setFirstResult(from)
                .setMaxResults(count)
                .getResultList();
    }

    /** The documents that took money of the drive's sales out of the fund, the newest first. */
    List<String> spentBy(Drive drive, Place fund) {
        return getEntityManager()
                .createQuery(
                        "select m.document from Movement m where m.fromPlace = :fund and m.organisationId = :organisation"
                                + " and m.reverses is null and not exists (select 1 from Movement back where back.reverses = m.id)"
                                + " and m.lot.conversionId in (" + PROCEEDS + ") group by m.document order by max(m.id) desc",
                        String.class)
                .setParameter("fund", fund)
                .setParameter("organisation", scope.organisation())
                .setParameter("drive", drive)
                .setMaxResults(5)
                .getResultList();
    }
}
