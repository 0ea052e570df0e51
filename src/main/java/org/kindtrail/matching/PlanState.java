package org.kindtrail.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Proposed until somebody confirms it or drops it; then it stays as it is. */
public enum PlanState {
    @JsonProperty("proposed")
    PROPOSED,
    /** Its picks are promised. */
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("dropped")
    DROPPED;

    /** The key of what people call it. */
    public String wordsKey() {
        return "matching_is_" + name().toLowerCase(Locale.ROOT);
    }
}
