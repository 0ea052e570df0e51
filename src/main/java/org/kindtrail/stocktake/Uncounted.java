package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the approver says of what nobody counted. */
public enum Uncounted {
    /** It is not there: it is posted as lost, unless it moved while the others counted. */
    @JsonProperty("zero")
    ZERO,
    /** Nobody looked: it stays as it is. */
    @JsonProperty("left_out")
    LEFT_OUT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
