package org.kindtrail.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who a thing fits. */
public enum Wearer {
    @JsonProperty("man")
    MAN,
    @JsonProperty("woman")
    WOMAN,
    @JsonProperty("boy")
    BOY,
    @JsonProperty("girl")
    GIRL,
    @JsonProperty("child")
    CHILD,
    @JsonProperty("adult")
    ADULT,
    @JsonProperty("baby")
    BABY,
    @JsonProperty("any")
    ANY;

    /** Whether something made for this wearer can be said to fit the other: an adult's glove a woman, a child's a girl. */
    public boolean canFit(Wearer other) {
        return this == ANY
                || this == other
                || (this == ADULT && (other == MAN || other == WOMAN))
                || (this == CHILD && (other == BOY || other == GIRL));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "catalogue_wearer_" + word();
    }
}
