package org.kindtrail.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The condition of a lot. */
public enum Grade {
    @JsonProperty("new")
    NEW,
    @JsonProperty("good")
    GOOD,
    @JsonProperty("worn")
    WORN,
    /** Unfit to wear or use: recorded, and let go with dignity. */
    @JsonProperty("unfit")
    UNFIT,
    /** Nobody has looked yet. */
    @JsonProperty("unsorted")
    UNSORTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "catalogue_grade_" + word();
    }
}
