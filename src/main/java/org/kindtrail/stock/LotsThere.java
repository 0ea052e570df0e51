package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.kindtrail.place.PlaceContents;

/** Tells the room of places what lies there; a balance lives only while something does. */
@ApplicationScoped
class LotsThere implements PlaceContents {
    private final EntityManager database;

    LotsThere(EntityManager database) {
        this.database = database;
    }

    @Override
    public long lotsAt(Long place) {
        return database.createQuery("select count(*) from Balance b where b.placeId = :place", Long.class)
                .setParameter("place", place)
                .getSingleResult();
    }
}
