package org.kindtrail.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a container went from place to place. */
public enum CarryReason {
    /** It was taken into use there. */
    @JsonProperty("made")
    MADE,
    /** Moved within the house: to a shelf, onto a pallet, to another site. */
    @JsonProperty("moved")
    MOVED,
    /** It left with a shipment. */
    @JsonProperty("departed")
    DEPARTED,
    /** It was received, out of a shipment. */
    @JsonProperty("received")
    RECEIVED,
    /** It was not there when what it stood on was received: it stays on the road by itself. */
    @JsonProperty("missing")
    MISSING,
    /** It came back from the road to where it had left. */
    @JsonProperty("returned")
    RETURNED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
