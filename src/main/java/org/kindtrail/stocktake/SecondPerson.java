package org.kindtrail.stocktake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a second person looks at a write-off. */
public enum SecondPerson {
    /** It is worth more than the organisation lets one person write off. */
    @JsonProperty("above_limit")
    ABOVE_LIMIT,
    /** Nobody knows what some of it is worth, so nobody knows that it is below the limit. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** Some of it is valued in a currency without a limit, where others have one. */
    @JsonProperty("not_limited")
    NOT_LIMITED;

    public String wordsKey() {
        return "stocktake_second_" + name().toLowerCase(Locale.ROOT);
    }
}
