package org.kindtrail.container;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a container is to be handled; it stands on its label. */
@Schema(name = "HandlingMark")
public enum Mark {
    @JsonProperty("fragile")
    FRAGILE,
    @JsonProperty("this_side_up")
    THIS_SIDE_UP,
    @JsonProperty("keep_dry")
    KEEP_DRY,
    @JsonProperty("heavy")
    HEAVY,
    @JsonProperty("do_not_stack")
    DO_NOT_STACK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the words for it. */
    public String wordsKey() {
        return "container_mark_" + word();
    }
}
