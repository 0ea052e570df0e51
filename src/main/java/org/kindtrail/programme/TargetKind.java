package org.kindtrail.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a target counts. */
public enum TargetKind {
    /** Items that arrived at recipients; of a category, or all. */
    @JsonProperty("items_distributed")
    ITEMS_DISTRIBUTED,
    /** People of the needs that were met, as the needs count them. */
    @JsonProperty("people_helped")
    PEOPLE_HELPED,
    /** Needs that got all that they asked for. */
    @JsonProperty("needs_met")
    NEEDS_MET,
    /** Dispatches that arrived. */
    @JsonProperty("dispatches")
    DISPATCHES;

    /** The key of what people call it. */
    public String wordsKey() {
        return "programme_target_" + word();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
