package org.kindtrail.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How people are counted by sex; never of whom. */
public enum Sex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    /** Not told. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** What programs call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "recipient_sex_" + name().toLowerCase(Locale.ROOT);
    }
}
