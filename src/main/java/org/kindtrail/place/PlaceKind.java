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
    FOUND;

    public boolean isPhysical() {
        return this == SITE || this == SHELF || this == CONSIGNMENT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
