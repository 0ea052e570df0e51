package org.kindtrail.need;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.kernel.NotFound;

/** The wish lists of the organisation of this request, and of whichever a public code names. */
@ApplicationScoped
public class WishLists implements PanacheRepository<WishList> {
    private static final String WHOLE = "from WishList w left join fetch w.drive d left join fetch w.recipient ";

    private final Scope scope;

    WishLists(Scope scope) {
        this.scope = scope;
    }

    /** @throws NotFound when the organisation has no such list */
    WishList get(String code) {
        Optional<WishList> found = Code.read(CodeKind.WISH_LIST, code)
                .flatMap(read -> find(WHOLE + "where w.code = ?1 and w.organisationId = ?2", read, scope.organisation())
                        .firstResultOptional());
        return found.orElseThrow(() -> new NotFound(code));
    }

    /** Whoever's it is: for everybody who has its code. */
    Optional<WishList> inPublic(String code) {
        return find(WHOLE + "where w.code = ?1", code).firstResultOptional();
    }

    /** Newest first; {@code before} is the id to go on from. */
    List<WishList> newest(Boolean open, String drive, Long before, int count) {
        StringBuilder query = new StringBuilder(WHOLE + "where w.organisationId = :organisation and w.id < :before");
        Parameters facts = Parameters.with("organisation", scope.organisation())
                .and("before", before == null ? Long.MAX_VALUE : before);
        if (open != null) {
            query.append(open ? " and w.closedAt is null" : " and w.closedAt is not null");
        }
        if (drive != null && !drive.isBlank()) {
            query.append(" and d.code = :drive");
            facts.and("drive", Code.read(CodeKind.DRIVE, drive).orElseThrow(() -> new NotFound(drive)));
        }
        return find(query + " order by w.organisationId desc, w.id desc", facts).page(0, count).list();
    }

    /** The open ones of a drive, whoever's it is, oldest first. */
    List<WishList> openOf(Long drive) {
        return find("drive.id = ?1 and closedAt is null order by id", drive).page(0, 20).list();
    }

    /** What the needs on a list ask for, added up by kind; {@code item} or {@code category} is null. */
    record Sum(Long item, String category, Wearer fits, String sizes, Long wanted, Long missing) {}

    private static final String OPEN_NEEDS =
            """
            n.organisationId = :organisation and n.state = OPEN and n.onWishLists = :shown
            and (:anyDrive = true or n.drive.id = :drive) and (:anyRecipient = true or n.recipient.id = :recipient)
            """;

    List<Sum> sums(WishList list) {
        return of(
                        list,
                        true,
                        getEntityManager()
                                .createQuery(
                                        """
                                        select l.item.id, l.category, l.fits, l.sizes, sum(l.quantity),
                                          sum(case when l.quantity > l.promised + l.sent + l.arrived
                                            then l.quantity - l.promised - l.sent - l.arrived else 0 end)
                                        from NeedLine l join l.need n where """
                                                + " " + OPEN_NEEDS + " group by l.item.id, l.category, l.fits, l.sizes",
                                        Sum.class))
                .getResultList();
    }

    /** How many open needs would be on the list, if they stood on wish lists. */
    long held(WishList list) {
        return of(list, false, getEntityManager().createQuery("select count(n) from Need n where " + OPEN_NEEDS, Long.class))
                .getSingleResult();
    }

    private static <T> TypedQuery<T> of(WishList list, boolean shown, TypedQuery<T> query) {
        return query.setParameter("organisation", list.getOrganisationId())
                .setParameter("shown", shown)
                .setParameter("anyDrive", list.getDrive() == null)
                .setParameter("drive", list.getDrive() == null ? -1L : list.getDrive().getId())
                .setParameter("anyRecipient", list.getRecipient() == null)
                .setParameter("recipient", list.getRecipient() == null ? -1L : list.getRecipient().getId());
    }
}
