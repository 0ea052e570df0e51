package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.kindtrail.account.Scope;
import org.kindtrail.stock.Lot;
import org.kindtrail.stock.Movement;

/** Reads the ledger's lines for the pages of this room, first to last. */
@ApplicationScoped
class Movements {
    private static final int MOST = 300;
    private static final String LINES =
            """
            from Movement m join fetch m.lot l join fetch l.item join fetch m.fromPlace f left join fetch f.top
              join fetch m.toPlace t left join fetch t.top
            where m.organisationId = :organisation and\s""";

    private final EntityManager database;
    private final Scope scope;

    Movements(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** What moved of a donation, and of what came out of its bags. */
    List<MovementLine> of(Donation donation) {
        return read("l.origin = :what", donation.getId());
    }

    /** What a document moved. */
    List<MovementLine> of(String document) {
        return read("m.document = :what", document);
    }

    List<MovementLine> of(Lot lot) {
        return read("m.lot = :what", lot);
    }

    private List<MovementLine> read(String which, Object what) {
        return database
                .createQuery(LINES + which + " order by m.id", Movement.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("what", what)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(MovementLine::of)
                .toList();
    }
}
