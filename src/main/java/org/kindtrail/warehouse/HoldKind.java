package org.kindtrail.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why goods are set apart. */
public enum HoldKind {
    /** They may harm others: bedbugs, mould, a recall. */
    @JsonProperty("quarantine")
    QUARANTINE,
    /** Somebody has to look at them first. */
    @JsonProperty("check")
    CHECK,
    @JsonProperty("other")
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "warehouse_hold_" + word();
    }
}
