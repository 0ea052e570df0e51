package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is known of a row. */
public enum RowState {
    /** It can be taken. */
    @JsonProperty("good")
    GOOD,
    /** It cannot be taken as it stands. */
    @JsonProperty("wrong")
    WRONG,
    /** It was taken before, with this file or another; it is left out. */
    @JsonProperty("known")
    KNOWN,
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("reversed")
    REVERSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "exchange_row_" + word();
    }
}
