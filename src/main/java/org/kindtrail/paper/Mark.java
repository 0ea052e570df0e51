package org.kindtrail.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a thing is handled: a word and a simple symbol on its label. */
@Schema(name = "HandlingMark")
public enum Mark {
    @JsonProperty("fragile")
    FRAGILE,
    @JsonProperty("keep_dry")
    KEEP_DRY,
    @JsonProperty("this_side_up")
    THIS_SIDE_UP,
    @JsonProperty("heavy")
    HEAVY,
    @JsonProperty("do_not_stack")
    DO_NOT_STACK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for it. */
    public String wordsKey() {
        return "paper_mark_" + word();
    }
}
