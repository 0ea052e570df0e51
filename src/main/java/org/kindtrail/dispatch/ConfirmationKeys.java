package org.kindtrail.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.HouseSecret;

/** Makes the keys by which receivers confirm. None is stored: it follows from the house's secret, like tracking codes. */
@ApplicationScoped
class ConfirmationKeys {
    /** Where a receiver types the key in. */
    static final String DOOR = "/k";

    private final HouseSecret house;

    ConfirmationKeys(HouseSecret house) {
        this.house = house;
    }

    /** @param turn how many keys this dispatch had, this one included */
    String of(String dispatch, int turn) {
        return Code.derived(CodeKind.CONFIRMATION, house.secret(), dispatch + "|" + turn);
    }

    static String hash(String key) {
        return Code.hash(key);
    }
}
