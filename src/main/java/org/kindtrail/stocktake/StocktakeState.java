package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a stocktake is. */
public enum StocktakeState {
    /** People count. */
    @JsonProperty("open")
    OPEN,
    /** It is handed in, and waits for somebody who did not count. */
    @JsonProperty("counted")
    COUNTED,
    /** The differences are posted. */
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("cancelled")
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "stocktake_state_" + word();
    }
}
