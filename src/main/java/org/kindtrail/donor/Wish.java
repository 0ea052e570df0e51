package org.kindtrail.donor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a donor asked to be told by e-mail. */
public enum Wish {
    /** That a gift was written down, with its tracking page. */
    @JsonProperty("received")
    RECEIVED,
    /** That some of it has arrived. */
    @JsonProperty("arrived")
    ARRIVED,
    /** That somebody thanked for it. */
    @JsonProperty("thanks")
    THANKS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "donor_wish_" + word();
    }
}
