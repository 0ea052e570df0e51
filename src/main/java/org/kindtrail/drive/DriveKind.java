package org.kindtrail.drive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a drive is for. */
public enum DriveKind {
    @JsonProperty("collection")
    COLLECTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
