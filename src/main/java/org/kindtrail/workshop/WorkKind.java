package org.kindtrail.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a work was. */
public enum WorkKind {
    /** Kits were packed. */
    @JsonProperty("kit")
    KIT,
    /** Kits were opened again. */
    @JsonProperty("opening")
    OPENING,
    /** A step of a workshop: things became others. */
    @JsonProperty("workshop")
    WORKSHOP,
    /** A lot was graded anew, or split. */
    @JsonProperty("grading")
    GRADING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "workshop_kind_" + word();
    }
}
