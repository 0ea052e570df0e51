package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.kindtrail.account.Scope;
import org.kindtrail.container.NextAct;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.place.ComingContainers;
import org.kindtrail.place.Place;
import org.kindtrail.place.PlaceKind;

/** Leads from the scan of a box that is on its way to the page where it is received. */
@ApplicationScoped
class BoxesOnTheWay implements ComingContainers, NextAct {
    private final EntityManager database;
    private final Scope scope;

    BoxesOnTheWay(EntityManager database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** A box on its way to this organisation; it is the sender's until it is received. */
    @Override
    @Transactional
    public Optional<String> address(String typed) {
        return Code.read(CodeKind.CONTAINER, typed)
                .flatMap(code -> awaited("c.code = :what and s.receiver.id = :organisation", code))
                .map(BoxesOnTheWay::page);
    }

    /** Of a box of this organisation that is on the road: a partner's is received here, another's is looked at. */
    @Override
    @Transactional
    public Optional<Act> of(Place container) {
        if (container.stands().getKind() != PlaceKind.CONSIGNMENT) {
            return Optional.empty();
        }
        return awaited("c.code = :what and s.organisation.id = :organisation", container.getCode())
                .map(found -> new Act(page(found), found.partner() ? "shipment_container_receive" : "shipment_container_see"));
    }

    private record Found(String shipment, String container, boolean partner) {}

    private static String page(Found found) {
        return "/shipments/" + found.shipment() + "/boxes/" + found.container();
    }

    private Optional<Found> awaited(String which, String code) {
        return database.createQuery(
                        """
                        select s.code, c.code, case when s.partner is null then false else true end
                        from ShipmentLine l join l.shipment s join l.container c
                        where l.awaitedId = c.id and s.state in (DEPARTED, ARRIVED, RECEIVED) and """
                                + " " + which,
                        Found.class)
                .setParameter("what", code)
                .setParameter("organisation", scope.organisation())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
