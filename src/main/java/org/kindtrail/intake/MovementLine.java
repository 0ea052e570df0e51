package org.kindtrail.intake;

import java.time.Instant;
import org.kindtrail.catalogue.Catalogue;
import org.kindtrail.place.Place;
import org.kindtrail.stock.Movement;

/**
 * A movement as a page tells it; {@code from} and {@code to} are null where a boundary's words stand.
 *
 * @param currency of money, which is told in its own digits; null of goods
 */
record MovementLine(
        Instant at,
        String lot,
        long quantity,
        String currency,
        String from,
        String fromKey,
        String to,
        String toKey,
        String document,
        String why) {

    static MovementLine of(Movement movement) {
        Place from = movement.getFromPlace();
        Place to = movement.getToPlace();
        return new MovementLine(
                movement.getOccurredAt(),
                movement.getLot().getCode(),
                movement.getQuantity(),
                Catalogue.isMoney(movement.getLot().getItem()) ? movement.getLot().getItem().getUnit() : null,
                from.getKind().isPhysical() ? from.label() : null,
                "intake_boundary_" + from.getKind().word(),
                to.getKind().isPhysical() ? to.label() : null,
                "intake_boundary_" + to.getKind().word(),
                movement.getDocument(),
                movement.getWhy());
    }
}
