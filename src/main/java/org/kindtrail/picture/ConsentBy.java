package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who consented. Nobody is named. */
public enum ConsentBy {
    @JsonProperty("people_shown")
    PEOPLE_SHOWN,
    /** Who keeps the place; no person is shown. */
    @JsonProperty("place_keeper")
    PLACE_KEEPER,
    /** A parent or guardian. */
    @JsonProperty("guardian")
    GUARDIAN,
    /** Nobody can be seen in it or is told of. */
    @JsonProperty("nobody_shown")
    NOBODY_SHOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "picture_by_" + word();
    }
}
