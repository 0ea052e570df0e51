package org.kindtrail.donor;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.HouseSecret;

/** Makes the keys by which donors see what is held about them; none is stored, as with tracking codes (docs/adr/0004). */
@ApplicationScoped
class OwnCodes {
    private final HouseSecret house;

    OwnCodes(HouseSecret house) {
        this.house = house;
    }

    /** @param turn how many codes this donor had, this one included */
    String of(String donor, int turn) {
        return Code.derived(CodeKind.MY_DATA, house.secret(), donor + "|" + turn);
    }
}
