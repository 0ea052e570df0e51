package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kindtrail.catalogue.Grade;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.place.Place;

/** Finds what a lot was made of and what was made of it: the other side of the conversions that it went through. */
@ApplicationScoped
class Kin {
    /** The most that a page shows; a bag holds less. */
    static final int MOST = 200;

    /** A lot that became another, or came of it; {@code reversal} tells that the conversion was taken back. */
    record Relative(
            String lot, Long itemId, String size, Wearer fits, Grade grade, long quantity, String document, Long reversal) {}

    private final EntityManager database;

    Kin(EntityManager database) {
        this.database = database;
    }

    /** What the lot was made of. */
    List<Relative> parents(Lot lot) {
        return lot.getConversionId() == null ? List.of() : beyond(lot, "fromPlace", "toPlace");
    }

    /** What was made of the lot. */
    List<Relative> children(Lot lot) {
        return beyond(lot, "toPlace", "fromPlace");
    }

    private List<Relative> beyond(Lot lot, String side, String otherSide) {
        return database.createQuery(
                        "select distinct new org.kindtrail.stock.Kin$Relative(l.code, l.item.id, l.size, l.fits, l.grade,"
                                + " other.quantity, other.document,"
                                + " (select back.id from Movement back where back.reverses = other.id))"
                                + " from Movement mine join Movement other on other.document = mine.document"
                                + " join other.lot l where mine.lot = :lot and mine.reverses is null"
                                + " and mine.organisationId = other.organisationId and mine." + side + ".id = :converted"
                                + " and other." + otherSide + ".id = :converted and other.reverses is null"
                                + " order by l.code",
                        Relative.class)
                .setParameter("lot", lot)
                .setParameter("converted", Place.CONVERTED)
                .setMaxResults(MOST)
                .getResultList();
    }
}
