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
    /** A box, bag or bundle with a code of its own: the smallest thing that is moved whole. */
    @JsonProperty("box")
    BOX,
    @JsonProperty("pallet")
    PALLET,
    /** A container for ship, rail or lorry. */
    @JsonProperty("freight_container")
    FREIGHT,
    /** What travels together under one waybill. */
    @JsonProperty("consignment")
    CONSIGNMENT,
    /** Where an organisation without an account keeps what was handed over to it. */
    @JsonProperty("partner")
    PARTNER,
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
        return isForGoods() || this == CONSIGNMENT || this == PARTNER || this == FUND;
    }

    /** Whether goods are put there by hand: a site, a shelf, or a container. */
    public boolean isForGoods() {
        return isFixed() || isContainer();
    }

    /** A site or a shelf: it stays where it is. */
    public boolean isFixed() {
        return this == SITE || this == SHELF;
    }

    /** Whether it has a code of its own, stands in another place, and is moved whole (GS1: logistic unit). */
    public boolean isContainer() {
        return this == BOX || this == PALLET || this == FREIGHT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
