package org.kindtrail.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why goods moved. */
public enum Reason {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("sorted")
    SORTED,
    /** Put from one place of the house to another. */
    @JsonProperty("put_away")
    PUT_AWAY,
    @JsonProperty("departed")
    DEPARTED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("damaged")
    DAMAGED,
    @JsonProperty("short")
    SHORT,
    @JsonProperty("surplus")
    SURPLUS,
    /** Unfit for use. */
    @JsonProperty("unfit")
    UNFIT,
    @JsonProperty("reversed")
    REVERSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
