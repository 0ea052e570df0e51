package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.kindtrail.account.Organisation;
import org.kindtrail.account.Scope;

/** What happened to shipments: written in the transaction of the act, read by both organisations. */
@ApplicationScoped
class ShipmentEvents {
    private static final int MOST_SHOWN = 1000;

    private final EntityManager database;
    private final Scope scope;
    private final Clock clock;

    ShipmentEvents(EntityManager database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    /** One that happened now; it is to be written when all is said. */
    ShipmentEvent now(Shipment shipment, ShipmentEvent.Kind kind) {
        return at(shipment, kind, clock.instant());
    }

    ShipmentEvent at(Shipment shipment, ShipmentEvent.Kind kind, Instant when) {
        return new ShipmentEvent(
                shipment,
                kind,
                database.getReference(Organisation.class, scope.organisation()),
                scope.personOrNull(),
                when,
                clock.instant());
    }

    void write(ShipmentEvent event) {
        database.persist(event);
    }

    /** Of these shipments, in the order in which they happened; another organisation's people are not named. */
    List<CustodyView.Event> of(Collection<Long> shipments) {
        return database.createQuery(
                        """
                        select new org.kindtrail.shipment.CustodyView$Event(e.shipment.id, e.kind, e.occurredAt, e.recordedAt,
                          o.name, p.displayName, e.byKey, g.waybill, g.carrier, c.code, e.givenBy, e.takenBy, e.boxes, e.note)
                        from ShipmentEvent e join e.organisation o left join e.leg g left join e.container c
                        left join Person p on p.id = e.recordedBy and o.id = :organisation
                        where e.shipment.id in :shipments order by e.occurredAt, e.id""",
                        CustodyView.Event.class)
                .setParameter("organisation", scope.organisation())
                .setParameter("shipments", shipments)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
