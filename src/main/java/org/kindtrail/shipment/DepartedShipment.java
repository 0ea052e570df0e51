package org.kindtrail.shipment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shipment on its way to a partner, and the key for whoever receives it: told in this answer and kept nowhere. */
@Schema(description = "A shipment on its way, and the key for a receiver without an account")
public record DepartedShipment(
        ShipmentView shipment,
        @Schema(nullable = true, description = "Null when the receiver has an account") Handover handover) {

    /** How the receiver confirms without a sign-in. */
    @Schema(name = "HandoverKey", description = "How the receiver confirms without a sign-in")
    public record Handover(
            @Schema(description = "How many keys this shipment had, this one included; only the last opens it") int turn,
            @Schema(nullable = true, description = "The key; it is told here and kept nowhere") String key,
            @Schema(nullable = true, description = "Where it is typed in") String address) {}
}
