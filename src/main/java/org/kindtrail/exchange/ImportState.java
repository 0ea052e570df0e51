package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an import is. What ends in "ing" goes on by itself. */
public enum ImportState {
    /** The file is there, and its columns are to be matched. */
    @JsonProperty("uploaded")
    UPLOADED,
    @JsonProperty("checking")
    CHECKING,
    /** Every row was looked at; nothing was taken. */
    @JsonProperty("checked")
    CHECKED,
    @JsonProperty("taking")
    TAKING,
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("reversing")
    REVERSING,
    @JsonProperty("reversed")
    REVERSED;

    /** Whether it goes on by itself. */
    public boolean isMoving() {
        return this == CHECKING || this == TAKING || this == REVERSING;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "exchange_state_" + word();
    }
}
