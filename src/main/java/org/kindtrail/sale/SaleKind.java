package org.kindtrail.sale;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How something was sold. */
public enum SaleKind {
    /** By the piece: each line has a price. */
    @JsonProperty("pieces")
    PIECES,
    /** All that lay on a table or shelf, for one sum. */
    @JsonProperty("table")
    TABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "sale_kind_" + word();
    }
}
