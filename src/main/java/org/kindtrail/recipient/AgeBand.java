package org.kindtrail.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * How people are counted by age, in completed years. The bands are those of HXL's attributes {@code +infants}, {@code +children},
 * {@code +adolescents}, {@code +adults} and {@code +elderly}; infants are those under two, for whom Sphere asks more.
 */
public enum AgeBand {
    /** Under 2. */
    @JsonProperty("infant")
    INFANT,
    /** 2 to 11. */
    @JsonProperty("child")
    CHILD,
    /** 12 to 17. */
    @JsonProperty("adolescent")
    ADOLESCENT,
    /** 18 to 59. */
    @JsonProperty("adult")
    ADULT,
    /** 60 and older. */
    @JsonProperty("elderly")
    ELDERLY,
    /** Not told. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** @param years completed ones, 0 or more */
    public static AgeBand of(int years) {
        return years < 2 ? INFANT : years < 12 ? CHILD : years < 18 ? ADOLESCENT : years < 60 ? ADULT : ELDERLY;
    }

    /** What programs call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "recipient_age_" + name().toLowerCase(Locale.ROOT);
    }
}
