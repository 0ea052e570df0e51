package org.kindtrail.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.HouseSecret;

/** Makes the keys by which receivers without an account confirm. None is stored: it follows from the house's secret. */
@ApplicationScoped
class HandoverKeys {
    /** Where a receiver types the key in. */
    static final String DOOR = "/z";

    private final HouseSecret house;

    HandoverKeys(HouseSecret house) {
        this.house = house;
    }

    /** @param turn how many keys this shipment had, this one included */
    String of(String shipment, int turn) {
        return Code.derived(CodeKind.HANDOVER, house.secret("handover"), shipment + "|" + turn);
    }

    static String hash(String key) {
        return Code.hash(key);
    }
}
