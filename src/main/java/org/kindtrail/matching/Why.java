package org.kindtrail.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a line of a need gets what it gets, and no more. */
public enum Why {
    /** It gets all that it misses. */
    @JsonProperty("all")
    ALL,
    /** The rest of what fits goes to needs that are more urgent. */
    @JsonProperty("urgent")
    URGENT,
    /** The rest of what fits goes to lines of which a smaller share is met. */
    @JsonProperty("fair")
    FAIR,
    /** It gets all that is there. */
    @JsonProperty("no_more")
    NO_MORE,
    /** What fits is promised or on hold. */
    @JsonProperty("promised")
    PROMISED,
    /** What fits is kept for a programme. */
    @JsonProperty("kept")
    KEPT,
    /** What fits is past its day. */
    @JsonProperty("past")
    PAST,
    /** What fits is sealed, on the road, or at a closed place. */
    @JsonProperty("reach")
    REACH,
    /** What would fit is not fit to be given. */
    @JsonProperty("unfit")
    UNFIT,
    /** It is there, in other sizes. */
    @JsonProperty("sizes")
    SIZES,
    /** It is there, made for others. */
    @JsonProperty("wearer")
    WEARER,
    /** Nothing of it is there. */
    @JsonProperty("none")
    NONE;

    /** Whether what it names are needs. */
    boolean namesNeeds() {
        return this == URGENT || this == FAIR;
    }

    /** The key of the sentence. */
    public String wordsKey() {
        return "matching_why_" + name().toLowerCase(Locale.ROOT);
    }
}
