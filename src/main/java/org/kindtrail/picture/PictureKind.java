package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What it is that people see or read. */
public enum PictureKind {
    @JsonProperty("photograph")
    PHOTOGRAPH,
    @JsonProperty("story")
    STORY;

    public String wordsKey() {
        return "picture_kind_" + name().toLowerCase(Locale.ROOT);
    }
}
