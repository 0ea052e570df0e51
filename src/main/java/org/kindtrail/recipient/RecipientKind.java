package org.kindtrail.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who is served. Survivors are never recorded as persons. */
public enum RecipientKind {
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("shelter")
    SHELTER,
    @JsonProperty("household")
    HOUSEHOLD,
    @JsonProperty("group")
    GROUP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "recipient_kind_" + word();
    }
}
