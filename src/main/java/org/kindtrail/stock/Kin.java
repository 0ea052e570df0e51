package org.kindtrail.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.kindtrail.account.Scope;
import org.kindtrail.place.Place;

/** Finds what a lot was made of and what was made of it: the other side of the conversions that it went through. */
@ApplicationScoped
class Kin {
    /** The most that a page shows of each. */
    static final int MOST = 200;

    /**
     * A lot that became another, or came of it.
     *
     * @param quantity how much of it was used up, or what there was of it when it came to be
     * @param reversed whether the conversion was taken back
     */
    record Relative(String lot, Long itemId, String size, long quantity, boolean reversed) {}

    private static final String PARENTS =
            """
            select l.code, l.item_id, l.size, n.quantity, %s as reversed
            from conversion_input n join lot l on l.id = n.lot_id join lot made on made.id = :lot
              join conversion c on c.id = n.conversion_id and c.organisation_id = :organisation
            where n.conversion_id = made.conversion_id order by l.code"""
                    .formatted(reversed("made"));

    private static final String CHILDREN =
            """
            select l.code, l.item_id, l.size, l.quantity, %s as reversed
            from conversion_input n join lot l on l.conversion_id = n.conversion_id
              join conversion c on c.id = n.conversion_id and c.organisation_id = :organisation
            where n.lot_id = :lot order by l.code"""
                    .formatted(reversed("l"));

    private final EntityManager database;
    private final Scope scope;

    Kin(EntityManager database, Scope scope) {
        this.scope = scope;
        this.database = database;
    }

    /** Whether the making of the lot was taken back. */
    private static String reversed(String lot) {
        return ("(select count(*) from movement m join movement back on back.reverses = m.id"
                        + " where m.lot_id = %s.id and m.from_place_id = :converted)")
                .formatted(lot);
    }

    /** What the lot was made of; at most one more than {@link #MOST}, so that it is seen when there are more. */
    List<Relative> parents(Lot lot) {
        return lot.getConversionId() == null ? List.of() : read(PARENTS, lot);
    }

    /** What was made of the lot, in whatever conversions; at most one more than {@link #MOST}. */
    List<Relative> children(Lot lot) {
        return read(CHILDREN, lot);
    }

    private List<Relative> read(String sql, Lot lot) {
        return database.createNativeQuery(sql, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("code", String.class)
                .addScalar("item_id", Long.class)
                .addScalar("size", String.class)
                .addScalar("quantity", Long.class)
                .addScalar("reversed", Long.class)
                .setParameter("lot", lot.getId())
                .setParameter("organisation", scope.organisation())
                .setParameter("converted", Place.CONVERTED)
                .setMaxResults(MOST + 1)
                .getResultList()
                .stream()
                .map(row -> relative((Object[]) row))
                .toList();
    }

    private static Relative relative(Object[] row) {
        return new Relative((String) row[0], (Long) row[1], (String) row[2], (Long) row[3], (Long) row[4] > 0);
    }
}
