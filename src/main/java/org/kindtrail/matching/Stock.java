package org.kindtrail.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.place.PlaceKind;

/** Reads what there is of some items in the house, free or not, in one question to the database. */
@ApplicationScoped
class Stock {
    /** What is on hand of a lot at a place, and where that stands. */
    record Row(
            Long lotId,
            Long placeId,
            Long itemId,
            String size,
            Wearer fits,
            Grade grade,
            LocalDate expiresOn,
            Long programmeId,
            Instant receivedAt,
            long onHand,
            long allocated,
            PlaceKind kind,
            Boolean active,
            Boolean sealed,
            int walk,
            Long siteId,
            PlaceKind siteKind,
            Boolean siteActive) {

        long free() {
            return onHand - allocated;
        }

        /** Whether somebody can go there and take it. */
        boolean atHand() {
            return Stock.isAtHand(kind, active, sealed, siteKind, siteActive);
        }

        boolean inBox() {
            return kind.isContainer();
        }
    }

    /** Whether somebody can take it from a place of that kind, which stands at a site or, with null for the site, is one. */
    static boolean isAtHand(PlaceKind kind, boolean active, boolean sealed, PlaceKind siteKind, Boolean siteActive) {
        return (siteKind == null ? kind : siteKind) == PlaceKind.SITE
                && active
                && !sealed
                && !Boolean.FALSE.equals(siteActive);
    }

    private final EntityManager database;
    private final Scope scope;

    Stock(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    List<Row> of(Collection<Long> items) {
        return items.isEmpty()
                ? List.of()
                : database.createQuery(
                                """
                                select new org.kindtrail.matching.Stock$Row(b.lotId, b.placeId, b.itemId, l.size, l.fits, l.grade,
                                  l.expiresOn, l.programmeId, l.receivedAt, b.onHand, b.allocated, p.kind, p.active, p.sealed, p.walk,
                                  s.id, s.kind, s.active)
                                from Balance b join Lot l on l.id = b.lotId join Place p on p.id = b.placeId left join p.top s
                                where p.organisationId = :organisation and b.itemId in :items and b.onHand > 0""",
                                Row.class)
                        .setParameter("organisation", scope.organisation())
                        .setParameter("items", items)
                        .getResultList();
    }
}
