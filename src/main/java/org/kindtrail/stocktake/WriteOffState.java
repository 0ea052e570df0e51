package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a write-off is. */
public enum WriteOffState {
    /** The goods are set apart, and a second person looks at it. */
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("posted")
    POSTED,
    /** The goods are free again. */
    @JsonProperty("declined")
    DECLINED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "stocktake_off_" + word();
    }
}
