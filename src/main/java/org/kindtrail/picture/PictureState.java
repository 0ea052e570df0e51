package org.kindtrail.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How it stands with a photograph or story. */
public enum PictureState {
    /** No consent is recorded: only who added it and coordinators see it. */
    @JsonProperty("waiting")
    WAITING,
    /** Seen by whom the consent says. */
    @JsonProperty("consented")
    CONSENTED,
    /** The consent was withdrawn; image and words are deleted. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** The house took it away; image and words are deleted. */
    @JsonProperty("removed")
    REMOVED;

    public String wordsKey() {
        return "picture_state_" + name().toLowerCase(Locale.ROOT);
    }
}
