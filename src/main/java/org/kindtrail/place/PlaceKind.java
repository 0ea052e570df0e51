package org.kindtrail.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a place is; only a physical one belongs to an organisation and has balances. */
public enum PlaceKind {
    /** A warehouse, drop-off point, shop or shelter store. */
    @JsonProperty("site")
    SITE,
    /** A shelf or room at a site. */
    @JsonProperty("shelf")
    SHELF,
    /** What travels together under one waybill. */
    @JsonProperty("consignment")
    CONSIGNMENT,
    /** What a fund holds: money lies here, and nothing else. */
    @JsonProperty("fund")
    FUND,
    @JsonProperty("donated")
    DONATED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("converted")
    CONVERTED,
    @JsonProperty("let_go")
    LET_GO,
    @JsonProperty("lost")
    LOST,
    @JsonProperty("found")
    FOUND,
    /** Given to another charity; nobody follows it further. */
    @JsonProperty("passed_on")
    PASSED_ON,
    /** Money that left the house for what it was given for. */
    @JsonProperty("paid_out")
    PAID_OUT;

    public boolean isPhysical() {
        return isForGoods() || this == CONSIGNMENT || this == FUND;
    }

    /** Whether goods are put there by hand: a site or a shelf. */
    public boolean isForGoods() {
        return this == SITE || this == SHELF;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
