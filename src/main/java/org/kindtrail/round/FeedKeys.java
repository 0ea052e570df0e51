package org.kindtrail.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.kindtrail.kernel.Code;
import org.kindtrail.kernel.CodeKind;
import org.kindtrail.web.HouseSecret;

/** Makes the keys of private calendar addresses. None is stored: it follows from the house's secret. */
@ApplicationScoped
class FeedKeys {
    /** What an address begins with. */
    static final String DOOR = "/j/";
    /** What calendar programs expect at the end. */
    static final String SUFFIX = ".ics";

    private final HouseSecret house;

    FeedKeys(HouseSecret house) {
        this.house = house;
    }

    /** @param turn how many addresses the person had, this one included */
    String of(Long person, int turn) {
        return Code.derived(CodeKind.FEED, house.secret("calendar feed"), person + "|" + turn);
    }

    static String hash(String key) {
        return Code.hash(key);
    }

    static String address(String key) {
        return DOOR + key + SUFFIX;
    }
}
