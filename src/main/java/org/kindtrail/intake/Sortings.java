package org.kindtrail.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Lot;

/** The sortings of the organisation of this request. */
@ApplicationScoped
class Sortings implements PanacheRepository<Sorting> {
    private final Scope scope;

    Sortings(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such sorting */
    Sorting get(String typed) {
        List<Sorting> found = list(
                        """
                        from Sorting s join fetch s.bag join fetch s.place at left join fetch at.top
                          left join fetch s.lines l left join fetch l.place p left join fetch p.top
                        where s.code = ?1 and s.organisationId = ?2""",
                        known(typed),
                        scope.organisation());
        return found.stream().findFirst().orElseThrow(() -> new NotFound(typed));
    }

    /** Locked: its lines or its state are about to change. */
    Sorting locked(String typed) {
        Optional<Sorting> found = find("code = ?1 and organisationId = ?2", known(typed), scope.organisation())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return found.orElseThrow(() -> new NotFound(typed));
    }

    private static String known(String typed) {
        return Code.read(CodeKind.SORTING, typed).orElse("");
    }

    /** The sorting that stands on the bag: open or closed. */
    Optional<Sorting> standingOn(Lot bag) {
        return find("standingBagId = ?1 and organisationId = ?2", bag.getId(), scope.organisation())
                .firstResultOptional();
    }

    /** Where in the house the lot is; the first place, should it be at several. */
    Optional<Place> whereIs(Lot lot) {
        return getEntityManager()
                .createQuery(
                        """
                        select p from Balance b join Place p on p.id = b.placeId left join fetch p.top
                        where b.lotId = :lot and b.onHand > 0 and p.organisationId = :organisation order by p.id""",
                        Place.class)
                .setParameter("lot", lot.getId())
                .setParameter("organisation", scope.organisation())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The codes of the lots that came out, in the order of the lines. */
    List<String> lotsOf(Sorting sorting) {
        if (sorting.getConversionId() == null) {
            return List.of();
        }
        return getEntityManager()
                .createQuery("select l.code from Lot l where l.conversionId = :conversion order by l.id", String.class)
                .setParameter("conversion", sorting.getConversionId())
                .getResultList();
    }

    /** Null for what is of several donations, of none, or of another organisation's: kits, or what came in a shipment. */
    String donationOf(Lot bag) {
        return getEntityManager()
                .createQuery("select d.code from Donation d where d.id = :origin and d.organisationId = :organisation", String.class)
                .setParameter("origin", bag.getOrigin())
                .setParameter("organisation", scope.organisation())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<SortingRow> newest(Long before, int count) {
        return getEntityManager()
                .createQuery(
                        """
                        select new org.kindtrail.intake.SortingRow(s.id, s.code, b.code, d.code, s.state, s.openedAt,
                          s.closedAt, (select count(l.id) from SortingLine l where l.sorting = s))
                        from Sorting s join s.bag b left join Donation d on d.id = b.origin and d.organisationId = s.organisationId
                        where s.organisationId = :organisation and s.id < :before order by s.organisationId desc, s.id desc""",
                        SortingRow.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(count)
                .getResultList();
    }
}
