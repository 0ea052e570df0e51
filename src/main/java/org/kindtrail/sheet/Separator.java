package org.kindtrail.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What stands between the cells of a CSV file. */
public enum Separator {
    @JsonProperty("semicolon")
    SEMICOLON(';'),
    @JsonProperty("tab")
    TAB('\t'),
    @JsonProperty("comma")
    COMMA(',');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "sheet_separator_" + word();
    }
}
