package org.kindtrail.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How urgent a need is; what is more urgent is met first, whoever else asks. In this order. */
@Schema(description = "How urgent a need is: critical (health is in danger), urgent, normal. What is more urgent is met first")
public enum Urgency {
    /** Somebody's health is in danger without it. */
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("normal")
    NORMAL;

    /** 0 for the most urgent; lists stand in this order. */
    int rank() {
        return ordinal();
    }

    /** What programs call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of what people call it. */
    public String wordsKey() {
        return "need_urgency_" + name().toLowerCase(Locale.ROOT);
    }
}
