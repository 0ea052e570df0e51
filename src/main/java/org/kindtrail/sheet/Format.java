package org.kindtrail.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a spreadsheet is kept as. */
public enum Format {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("xlsx")
    XLSX;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
