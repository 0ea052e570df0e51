package org.kindtrail.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.HouseSecret;

/** Makes the keys by which donors follow a donation. None is stored: it follows from the house's secret (docs/adr/0004). */
@ApplicationScoped
class TrackingCodes {
    /** The turn of the code that a donation is recorded with. */
    static final int FIRST = 1;

    private final HouseSecret house;

    TrackingCodes(HouseSecret house) {
        this.house = house;
    }

    /** @param turn how many codes this donation had, this one included */
    String of(String donation, int turn) {
        return Code.derived(CodeKind.TRACKING, house.secret(), donation + "|" + turn);
    }

    /** How a donation is found by a key. */
    static String hash(String key) {
        return Code.hash(key);
    }

    static String address(String key) {
        return "/t/" + key;
    }
}
