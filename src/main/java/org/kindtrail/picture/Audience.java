package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;

/** To whom a consent lets a photograph or story be shown; each includes the one before. */
public enum Audience {
    /** The people of the organisation. */
    @JsonProperty("house")
    HOUSE,
    /** Those whose goods were in it too, on the pages of their tracking codes. */
    @JsonProperty("donors")
    DONORS,
    /** Everybody, on the public page of the drive. */
    @JsonProperty("public")
    PUBLIC;

    /** What donors may see. */
    static final Set<Audience> WITH_DONORS = Set.of(DONORS, PUBLIC);

    /** What everybody may see. */
    static final Set<Audience> WITH_EVERYBODY = Set.of(PUBLIC);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "picture_audience_" + word();
    }

    boolean isOutside() {
        return this != HOUSE;
    }
}
