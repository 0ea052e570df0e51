package org.kindtrail.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the rows of a spreadsheet are. */
public enum Kind {
    /** What is in the house already: each row is a lot that nobody gave. */
    @JsonProperty("stock")
    STOCK,
    @JsonProperty("items")
    ITEMS,
    @JsonProperty("donors")
    DONORS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "exchange_kind_" + word();
    }
}
