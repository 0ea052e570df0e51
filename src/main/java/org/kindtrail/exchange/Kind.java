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
    DONORS,
    @JsonProperty("recipients")
    RECIPIENTS,
    /** Each row is a need with one line. */
    @JsonProperty("needs")
    NEEDS,
    /** Each row is a donation with one line, or of unsorted bags. */
    @JsonProperty("donations")
    DONATIONS,
    /** Sites and shelves. */
    @JsonProperty("places")
    PLACES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "exchange_kind_" + word();
    }
}
