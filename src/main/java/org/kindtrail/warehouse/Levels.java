package org.kindtrail.warehouse;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Freshness;

/** The minimum levels of the organisation of this request, and what there is of what they are set for. */
@ApplicationScoped
class Levels implements PanacheRepository<MinimumLevel> {
    private final Scope scope;
    private final Freshness freshness;

    Levels(Scope scope, Freshness freshness) {
        this.scope = scope;
        this.freshness = freshness;
    }

    List<MinimumLevel> all() {
        return list("from MinimumLevel m join fetch m.site where m.organisationId = ?1", scope.organisation());
    }

    /** The level, locked. */
    Optional<MinimumLevel> locked(Place site, Long item, String size) {
        return find("site = ?1 and itemId = ?2 and size = ?3", site, item, size)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** What there is of an item in a size at a site. */
    record There(Long site, Long item, String size, Long onHand, Long available) {}

    /** Of all items that have a level somewhere: what is fit for use and not past its day, containers included. */
    List<There> there() {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.warehouse.Levels$There(coalesce(s.id, p.id), b.itemId, l.size, sum(b.onHand),
                          sum(b.onHand - b.allocated))
                        from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join p.top s
                        where p.organisationId = :organisation and coalesce(s.kind, p.kind) = SITE and l.grade <> UNFIT
                          and b.itemId in (select m.itemId from MinimumLevel m where m.organisationId = :organisation)"""
                                + Freshness.JPQL + " group by coalesce(s.id, p.id), b.itemId, l.size",
                        There.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("today", freshness.today())
                .getResultList();
    }
}
