package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a consent was given. */
public enum ConsentHow {
    @JsonProperty("written")
    WRITTEN,
    @JsonProperty("spoken")
    SPOKEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String wordsKey() {
        return "picture_how_" + word();
    }
}
